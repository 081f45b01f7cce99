"""The parts a cell diagram is made of.  Where they stand is in ``lstm_diagram`` and its like.

Coordinates are pixels of the unscaled picture, origin top left, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lstm_viz.signals import LSTM_SIGNALS, Signal

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Label = Literal["above", "below", "left", "right"]
"""Where the name of a strip stands."""


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
    label: Label = "above"
    gap: float = 0.0
    """How much of a cell's height is left free between two of them."""
    tail: float = 0.0
    """Length kept on the wire for a field of tiny cells (``fields``): below the cells, or to the
    right of cells that lie side by side."""

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.cell
        if self.across:
            return (width * self.cells + self.tail, height)
        return (width, height * self.cells + self.tail)

    def cell_centre(self, k: int) -> Point:
        offset = k - (self.cells - 1) / 2
        x, y = self.centre
        width, height = self.cell
        if self.across:
            return (x + offset * width - self.tail / 2, y)
        return (x, y + offset * height - self.tail / 2)

    def edge(self, side: Literal["top", "bottom", "left", "right"]) -> Point:
        x, y = self.centre
        half_width, half_height = self.size[0] / 2, self.size[1] / 2
        return {
            "top": (x, y - half_height),
            "bottom": (x, y + half_height),
            "left": (x - half_width, y),
            "right": (x + half_width, y),
        }[side]

    @property
    def box(self) -> Rect:
        return _box(self.centre, self.size)


@dataclass(frozen=True)
class Gate:
    """A little layer: an affine map and its squashing function."""

    name: str
    centre: Point
    size: tuple[float, float]
    function: str
    label: str
    color: str = ""
    """The role of its colour, where that is not called what the gate is."""

    @property
    def role(self) -> str:
        return self.color or self.name

    @property
    def box(self) -> Rect:
        return _box(self.centre, self.size)


@dataclass(frozen=True)
class Op:
    """A pointwise operation: ×, +, 1 − or tanh."""

    name: str
    centre: Point
    radius: float
    text: str
    color: str

    @property
    def box(self) -> Rect:
        return _box(self.centre, (2 * self.radius, 2 * self.radius))


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
    frame: Rect
    strips: Mapping[str, Strip]
    gates: Mapping[str, Gate]
    ops: Mapping[str, Op]
    wires: Mapping[str, Wire]
    text_scale: float = 1.0
    table: tuple[Signal, ...] = LSTM_SIGNALS
    """What the signals of the strips are called."""

    @property
    def wide(self) -> bool:
        return self.name == "wide"


def _box(centre: Point, size: tuple[float, float]) -> Rect:
    (x, y), (width, height) = centre, size
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def wires(*rows: tuple[str, str, list[Point]]) -> dict[str, Wire]:
    """Name, colour and corners of each wire."""
    return {name: Wire(name, color, tuple(points)) for name, color, points in rows}


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
