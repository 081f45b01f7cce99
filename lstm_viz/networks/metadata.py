"""What a file of weights tells in words: names, the task, how it was made, how well it does.

The words may come from a stranger: they are short, of known names, and free of control characters.
Whoever shows them escapes them.
"""

import json
import math
import re
from collections.abc import Mapping

from lstm_viz.learn import CELLS
from lstm_viz.networks.header import shown
from lstm_viz.networks.jobs import JOBS, asked
from lstm_viz.tasks import TASKS

FORMAT = "lstm_viz/1"
REQUIRED = ("format", "name", "task", "size", "cell")
WHOLE_NUMBERS = ("size", "steps", "seed")
NUMBERS = ("score", "chance")
MAX_ENTRIES = 32
MAX_TEXT = 1_000
MAX_LONG_TEXT = 8_000
LONG_TEXTS = ("alphabet", "scores", "settings", "form", "shapes")
"""Entries in JSON, which may be longer than the others."""
MAX_ALPHABET = 512

_ENTRY_NAME = re.compile(r"[a-z][a-z_]{0,39}")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?(e-?[0-9]{1,3})?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def check_metadata(metadata: Mapping[str, str]) -> None:
    """Refuse metadata that this package would not write: `ValueError`, in one sentence."""
    if metadata.get("format") != FORMAT:
        raise ValueError(
            f"Expected a network in the format {FORMAT!r}, got "
            f"{shown(metadata['format']) if 'format' in metadata else 'a file that names none'}."
        )
    if len(metadata) > MAX_ENTRIES:
        raise ValueError(
            f"Expected at most {MAX_ENTRIES} entries of metadata, got {len(metadata)}."
        )
    missing = [name for name in REQUIRED if name not in metadata]
    if missing:
        raise ValueError(f"Expected metadata with {', '.join(REQUIRED)}, got no {missing[0]}.")
    for name, text in metadata.items():
        _check_entry(name, text)
    for name, known in (("cell", tuple(CELLS)), ("task", (*TASKS, *JOBS))):
        if metadata[name] not in known:
            raise ValueError(
                f"Expected a {name} of {', '.join(known)}, got {shown(metadata[name])}."
            )
    task = asked(metadata["task"])
    low, high, _ = task.sizes
    if not low <= int(metadata["size"]) <= high:
        raise ValueError(
            f"Expected as size for {task.id} a {task.size_name} of {low} to {high}, got "
            f"{metadata['size']}."
        )


def _check_entry(name: str, text: str) -> None:
    if not _ENTRY_NAME.fullmatch(name):
        raise ValueError(
            f"Expected names of metadata in up to 40 small letters, got {shown(name)}."
        )
    longest = MAX_LONG_TEXT if name in LONG_TEXTS else MAX_TEXT
    if len(text) > longest:
        raise ValueError(
            f"Expected at most {longest:,} characters of metadata {name}, got {len(text):,}."
        )
    if _CONTROL.search(text):
        raise ValueError(f"Expected metadata {name} without control characters, got {shown(text)}.")
    if name in WHOLE_NUMBERS and not _WHOLE_NUMBER.fullmatch(text):
        raise ValueError(f"Expected a whole number as {name}, got {shown(text)}.")
    if name in NUMBERS and not (_NUMBER.fullmatch(text) and math.isfinite(float(text))):
        raise ValueError(f"Expected a number as {name}, got {shown(text)}.")


def alphabet(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """The characters that a network reads, in the order of its inputs; empty if it reads none.

    Raises `ValueError` unless they are a JSON list of distinct single characters.
    """
    if "alphabet" not in metadata:
        return ()
    try:
        characters = json.loads(metadata["alphabet"])
    except (ValueError, RecursionError):
        characters = None
    if (
        not isinstance(characters, list)
        or not 1 <= len(characters) <= MAX_ALPHABET
        or not all(isinstance(character, str) and len(character) == 1 for character in characters)
        or len(set(characters)) < len(characters)
        or any("\ud800" <= character <= "\udfff" for character in characters)
    ):
        raise ValueError(
            f"Expected as alphabet a JSON list of 1 to {MAX_ALPHABET} different characters, got "
            f"{shown(metadata['alphabet'])}."
        )
    return tuple(characters)
