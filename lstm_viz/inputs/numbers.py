"""A list of numbers: one step a number, one column."""

import re

import numpy as np

from lstm_viz.inputs.characters import without_unseen
from lstm_viz.inputs.checked import (
    InputError,
    Inputs,
    limit_characters,
    limit_steps,
    number_in,
)
from lstm_viz.notation import quoted

_DIGITS_AND_COMMAS = re.compile(r"[+\-\u2212]?[0-9]+(?:,[0-9]+)(?:\.[0-9]*)?")
_THOUSANDS = re.compile(r"[+\-\u2212]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")


def _refuse_unclear_commas(text: str) -> None:
    """In "0,5 1,5" or "1,000" nothing tells whether a comma parts numbers or their digits."""
    pieces = [piece for piece in re.split(r"[;\s]+", text) if piece]
    with_comma = [piece for piece in pieces if "," in piece[:-1]]
    if not with_comma:
        return
    looks_decimal = all(_DIGITS_AND_COMMAS.fullmatch(piece.rstrip(",")) for piece in with_comma)
    thousands = next((p for p in with_comma if _THOUSANDS.fullmatch(p.rstrip(","))), None)
    if looks_decimal or thousands:
        unclear = (thousands or with_comma[0]).rstrip(",")
        raise InputError(
            "Expected decimal points, and a space after each comma that separates two numbers, "
            f"got {quoted(unclear)}, which may be one number or {unclear.count(',') + 1}."
        )


def from_numbers(text: str) -> Inputs:
    """One step a number, one column; commas, semicolons and spaces separate."""
    limit_characters(text)
    stripped = text.strip().rstrip(",;").strip()
    if not stripped:
        raise InputError("Expected numbers such as “0, 1, 0.5, −1”, got nothing.")
    _refuse_unclear_commas(stripped)
    entries = re.split(r"\s*[,;]\s*|\s+", stripped)
    limit_steps(len(entries), "numbers")
    values = [number_in(entry, f"entry {k}") for k, entry in enumerate(entries, start=1)]
    seen = map(without_unseen, entries)
    labels = (e if len(e) <= 8 else f"{v:.4g}" for e, v in zip(seen, values, strict=True))
    x = np.array(values)[:, np.newaxis]
    return Inputs("numbers", tuple(labels), ("number",), x)
