"""Forms as masks of pixels: those that are learned, and some that the network never sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


def _offsets(height: int, width: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of the middle of each pixel from the middle of the box: down (height, 1), across (1, width),
    from −1 to 1 at its edges."""
    down = (2 * np.arange(height)[:, np.newaxis] + 1) / height - 1
    across = (2 * np.arange(width)[np.newaxis] + 1) / width - 1
    return down, across


def _circle(height: int, width: int) -> Mask:
    down, across = _offsets(height, width)
    found: Mask = down**2 + across**2 <= 1.0
    return found


def _square(height: int, width: int) -> Mask:
    return np.ones((height, width), bool)


def _triangle(height: int, width: int) -> Mask:
    """It stands on its base."""
    rows = (np.arange(height)[:, np.newaxis] + 1) / height
    _, across = _offsets(height, width)
    found: Mask = np.abs(across) <= rows + 1e-9
    return found


def _cross(height: int, width: int) -> Mask:
    """Two bars, a third as thick as it is large."""
    found = np.zeros((height, width), bool)
    for size, bar in ((height, found), (width, found.T)):
        thick = size // 3 + (size - size // 3) % 2  # so that it lies in the middle
        first = (size - thick) // 2
        bar[first : first + thick] = True
    return found


def _ring(height: int, width: int) -> Mask:
    found = _circle(height, width)
    found[2:-2, 2:-2] &= ~_circle(height - 4, width - 4)
    return found


def _bar(height: int, width: int) -> Mask:
    """Flat, a third as high as its box."""
    found = np.zeros((height, width), bool)
    thick = max(2, height // 3)
    first = (height - thick) // 2
    found[first : first + thick] = True
    return found


_HEART = np.array(
    [[char == "#" for char in row] for row in (
        ".##.##.", "#######", "#######", "#######", ".#####.", "..###..", "...#...",
    )]
)  # fmt: skip


def _heart(height: int, width: int) -> Mask:
    rows, columns = np.arange(height) * 7 // height, np.arange(width) * 7 // width
    found: Mask = _HEART[np.ix_(rows, columns)]
    return found


def _hook(height: int, width: int) -> Mask:
    """An L."""
    found = np.zeros((height, width), bool)
    found[:, : max(2, width // 3)] = True
    found[-max(2, height // 3) :] = True
    return found


FORMS: Mapping[str, Callable[[int, int], Mask]] = MappingProxyType(
    {
        "circle": _circle,
        "square": _square,
        "triangle": _triangle,
        "cross": _cross,
        "ring": _ring,
        "bar": _bar,
    }
)
"""What the network learns."""
UNKNOWN_FORMS: Mapping[str, Callable[[int, int], Mask]] = MappingProxyType(
    {"heart": _heart, "hook": _hook}
)
"""What it never sees in training and has no word for."""


@cache
def mask(form: str, height: int, width: int) -> Mask:
    """A form in a box of pixels, (height, width); read-only."""
    made = {**FORMS, **UNKNOWN_FORMS}[form](height, width)
    made.flags.writeable = False
    return made
