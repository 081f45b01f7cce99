"""A picture as text: three hexadecimal digits a pixel, as CSS writes colours, row by row."""

from __future__ import annotations

import re

import numpy as np

from lstm_viz.networks.captions.scenes import SIDE
from lstm_viz.trace import Array

DIGITS = 3 * SIDE * SIDE
WHITE = "f" * DIGITS
_TEXT = re.compile(rf"[0-9a-f]{{{DIGITS}}}")


def to_text(picture: Array) -> str:
    """(SIDE, SIDE, 3) from 0 to 1, in 16 steps of each colour."""
    return "".join(f"{level:x}" for level in np.rint(picture * 15).astype(int).ravel())


def from_text(text: str) -> Array:
    """(SIDE, SIDE, 3); ``ValueError`` for a text that is no picture."""
    if not _TEXT.fullmatch(text):
        raise ValueError(f"expected {DIGITS} digits from 0 to f, got {len(text)} characters")
    levels = np.array([int(digit, 16) for digit in text])
    return levels.reshape(SIDE, SIDE, 3) / 15
