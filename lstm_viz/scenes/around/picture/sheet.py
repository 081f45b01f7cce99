"""A sheet of numbers in rows and columns, which come one after the other: what every part shows.

Which grids stand side by side is said in rows; where that is in pixels follows from their sizes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from lstm_viz.lesson.caption import Caption
from lstm_viz.notation import number
from lstm_viz.scenes.around.picture.block import Block
from lstm_viz.trace import Array

Place = tuple[int, int]
"""Row and column of a number in its grid."""


@dataclass(frozen=True)
class Grid:
    """Numbers under a title; ``colour`` is the key of their signal."""

    name: str
    title: str
    values: Sequence[Sequence[float]]
    colour: str = "ink"
    heads: Sequence[str] = ()
    """Over the columns."""
    sides: Sequence[str] = ()
    """Left of the rows."""
    signed: bool = True
    bars: bool = False
    """Shares, one a row: drawn as long as they are."""

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.values), len(self.values[0])

    @cached_property
    def places(self) -> list[Place]:
        rows, columns = self.size
        return [(row, column) for row in range(rows) for column in range(columns)]

    def says(self, row: int, column: int) -> str:
        return number(self.values[row][column], sign=self.signed)

    @cached_property
    def reach(self) -> float:
        """The value that has the fullest colour: the largest, or 1."""
        return max(1.0, *(abs(value) for row in self.values for value in row))

    def row(self, number: int) -> frozenset[Place]:
        return frozenset(at for at in self.places if at[0] == number)

    def column(self, number: int) -> frozenset[Place]:
        return frozenset(at for at in self.places if at[1] == number)


Lit = Mapping[str, frozenset[Place]]
"""The numbers that are looked at, of those grids of which it is not all."""


@dataclass(frozen=True)
class Shot:
    """A frame: the grids that are there, and of which only some numbers are looked at."""

    label: str
    told: Caption
    there: Sequence[str]
    lit: Lit = field(default_factory=dict)
    spared: Sequence[str] = ()
    """Those that a narrow screen has no room for."""

    def on(self, screen: str) -> list[str]:
        """The grids that are there on a "wide" or a "tall" picture."""
        return [name for name in self.there if screen == "wide" or name not in self.spared]


Row = str | Sequence[str]
"""Grids by name, from left to right, with signs between them ("×"); a text is a line of its own.
A sign is there with the grids beside it, a line with the first grid below it."""


@dataclass(frozen=True)
class Sheet:
    grids: Sequence[Grid]
    shots: Sequence[Shot]
    wide: Sequence[Row]
    tall: Sequence[Row]
    alt: str
    block: Block | None = None

    def grid(self, name: str) -> Grid:
        return next(grid for grid in self.grids if grid.name == name)

    def is_grid(self, name: str) -> bool:
        return any(grid.name == name for grid in self.grids)


def shots(
    labels: Sequence[str],
    told: Sequence[Caption],
    there: Sequence[Sequence[str]],
    lit: Sequence[Lit] = (),
    spared: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[Shot, ...]:
    """The frames, one after the other; without ``lit`` all of what is there is looked at.

    ``spared`` are, by the label of a frame, the grids that a narrow screen has no room for.
    """
    looked_at = lit or [{}] * len(labels)
    return tuple(
        Shot(
            label, says, names, {name: of for name, of in some.items() if name in names},
            spared.get(label, ()),
        )
        for label, says, names, some in zip(labels, told, there, looked_at, strict=True)
    )  # fmt: skip


def matrix(values: Array) -> list[list[float]]:
    """(R, C) or, as one row, (C,)."""
    rows = values if values.ndim == 2 else values[None]
    return [[float(value) for value in row] for row in rows]


def column(values: Array) -> list[list[float]]:
    """(R,) from top to bottom."""
    return [[float(value)] for value in values]


def unit_names(values: Array) -> list[str]:
    """A name for each unit of (T, H)."""
    return [f"unit {k + 1}" for k in range(values.shape[-1])]
