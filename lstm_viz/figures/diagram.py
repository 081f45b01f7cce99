"""The parts a cell diagram is made of.  Where they stand is in ``lstm_diagram``.

Coordinates are pixels of the unscaled picture, origin top left, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]


@dataclass(frozen=True)
class Strip:
    """The cells of one signal, side by side or on top of each other, sitting on its wire."""

    signal: str
    centre: Point
    cells: int
    cell: tuple[float, float]
    """Width and height of one cell."""
    across: bool = False
    """Cells from left to right (else from top to bottom)."""
    numbered: bool = True
    """There is room for a number in each cell."""
    label: Literal["above", "left", "right"] = "above"
    gap: float = 0.0
    """How much of a cell's height is left free between two of them."""

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.cell
        return (width * self.cells, height) if self.across else (width, height * self.cells)

    def cell_centre(self, k: int) -> Point:
        offset = k - (self.cells - 1) / 2
        x, y = self.centre
        width, height = self.cell
        return (x + offset * width, y) if self.across else (x, y + offset * height)

    def edge(self, side: Literal["top", "bottom", "left", "right"]) -> Point:
        x, y = self.centre
        half_width, half_height = self.size[0] / 2, self.size[1] / 2
        return {
            "top": (x, y - half_height),
            "bottom": (x, y + half_height),
            "left": (x - half_width, y),
            "right": (x + half_width, y),
        }[side]


@dataclass(frozen=True)
class Gate:
    """A little layer: an affine map and its squashing function."""

    name: str
    centre: Point
    size: tuple[float, float]
    function: str
    label: str


@dataclass(frozen=True)
class Op:
    """A pointwise operation: ×, + or tanh."""

    name: str
    centre: Point
    radius: float
    text: str
    color: str


@dataclass(frozen=True)
class Wire:
    """A path that values take, corner by corner, in the direction of flow."""

    name: str
    color: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Diagram:
    """One cell laid out for one shape of screen."""

    name: str
    width: float
    height: float
    frame: tuple[float, float, float, float]
    strips: Mapping[str, Strip]
    gates: Mapping[str, Gate]
    ops: Mapping[str, Op]
    wires: Mapping[str, Wire]
    text_scale: float = 1.0


def rounded(x0: float, y0: float, x1: float, y1: float, radius: float) -> tuple[Point, ...]:
    """The outline of a rounded rectangle as a closed polygon."""
    turns = [math.pi / 2 * n / 8 for n in range(9)]
    corner = [(1 - math.cos(turn), 1 - math.sin(turn)) for turn in turns]
    corners = (
        [(x0 + radius * a, y0 + radius * b) for a, b in corner],
        [(x1 - radius * a, y0 + radius * b) for a, b in reversed(corner)],
        [(x1 - radius * a, y1 - radius * b) for a, b in corner],
        [(x0 + radius * a, y1 - radius * b) for a, b in reversed(corner)],
    )
    outline = [point for points in corners for point in points]
    return (*outline, outline[0])
