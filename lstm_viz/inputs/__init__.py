"""Sequences that a person types or drops in: text in, a labelled array (T, I) out.

Nothing is repaired silently. What cannot be read is refused with an `InputError`, whose message is
one sentence that says what was expected and what came.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lstm_viz.inputs.checked import (
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_CSV_BYTES,
    MAX_NUMBER,
    MAX_STEPS,
    MAX_VOCABULARY,
    InputError,
    Inputs,
)
from lstm_viz.inputs.files import decode
from lstm_viz.inputs.numbers import from_numbers
from lstm_viz.inputs.table import MAX_TABLE_COLUMNS, Table, from_csv, read_table
from lstm_viz.inputs.words import BRACKET_COLUMNS, from_brackets, from_sentence
from lstm_viz.notation import quoted

__all__ = [
    "BRACKET_COLUMNS",
    "KINDS",
    "MAX_CHARACTERS",
    "MAX_COLUMNS",
    "MAX_CSV_BYTES",
    "MAX_NUMBER",
    "MAX_STEPS",
    "MAX_TABLE_COLUMNS",
    "MAX_VOCABULARY",
    "InputError",
    "Inputs",
    "Table",
    "decode",
    "from_brackets",
    "from_csv",
    "from_numbers",
    "from_sentence",
    "parse",
    "read_table",
]

KINDS: Mapping[str, Callable[[str], Inputs]] = MappingProxyType(
    {
        "sentence": from_sentence,
        "numbers": from_numbers,
        "csv": from_csv,
        "brackets": from_brackets,
    }
)


def parse(kind: str, text: str, columns: tuple[int, ...] = ()) -> Inputs:
    """`text` read as `kind`, one of `KINDS`; of a table, `columns` (from 0) if any."""
    if kind not in KINDS:
        raise InputError(f"Expected one of {', '.join(KINDS)} as the kind, got {quoted(kind)}.")
    return from_csv(text, columns) if kind == "csv" else KINDS[kind](text)
