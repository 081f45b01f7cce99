"""Where the grids of a sheet stand, on a wide and on a tall picture."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lstm_viz.figures.diagram import Point
from lstm_viz.scenes.around.picture.sheet import Grid, Row, Sheet


@dataclass(frozen=True, kw_only=True)
class Screen:
    """The sizes of one shape of screen, in pixels."""

    name: str
    width: float
    cell: tuple[float, float]
    """A cell is at most so wide, and so high."""
    letters: float
    small: float
    sign: float
    """The room of a sign between two grids."""
    gap: float
    """Between two rows."""
    edge: float = 6

    @property
    def title(self) -> float:
        """The height of a title, or of the heads of columns."""
        return self.letters + 7

    def text(self, words: str, size: float) -> float:
        """How long it is, about."""
        return 0.54 * size * len(re.sub("<[^<>]*>", "", words))


WIDE = Screen(
    name="wide", width=1240, cell=(76, 31), letters=17, small=15, sign=44, gap=14,
)  # fmt: skip
TALL = Screen(
    name="tall", width=366, cell=(52, 26), letters=13, small=11, sign=22, gap=12,
)  # fmt: skip
SCREENS = (WIDE, TALL)
BAR = 3
"""A grid of bars is as wide as so many cells."""


@dataclass(frozen=True)
class Placed:
    """A grid with its left edge and the top of its first row of cells."""

    grid: Grid
    left: float
    top: float
    cell: tuple[float, float]

    def centre(self, row: int, column: int) -> Point:
        width, height = self.cell
        x, y = self.left + (column + 0.5) * width, self.top + (row + 0.5) * height
        return round(x, 2), round(y, 2)

    @property
    def centres(self) -> list[Point]:
        return [self.centre(*at) for at in self.grid.places]


@dataclass(frozen=True)
class Sign:
    """A text between grids; it is there with those on both sides of it."""

    text: str
    between: frozenset[str]
    at: Point


@dataclass(frozen=True)
class Placing:
    screen: Screen
    height: float
    grids: tuple[Placed, ...]
    signs: tuple[Sign, ...]


def placing(sheet: Sheet, screen: Screen, shown: Collection[str]) -> Placing:
    """Where these grids stand; their cells are as large as if all of them did."""
    rows = sheet.wide if screen.name == "wide" else sheet.tall
    indent = max(_side(sheet, screen, row) for row in rows if not isinstance(row, str))
    width = min(screen.cell[0], *(_fitting(sheet, screen, row, indent) for row in rows))
    longest = max(
        _length(sheet, screen, row, width, indent) for row in rows if not isinstance(row, str)
    )
    left = (screen.width - longest) / 2 + indent
    grids: list[Placed] = []
    signs: list[Sign] = []
    top = screen.edge
    for number, row in enumerate(rows):
        if isinstance(row, str):
            between = _neighbours(sheet, rows[number + 1], 0)
            if between.issubset(shown):
                at = (screen.width / 2, round(top + screen.letters / 2, 2))
                signs.append(Sign(row, between, at))
                top += screen.letters + screen.gap
            continue
        here = [item for k, item in enumerate(row) if _neighbours(sheet, row, k).issubset(shown)]
        if here:
            top = _place_row(sheet, screen, here, (left, top), width, grids, signs)
    return Placing(screen, round(top), tuple(grids), tuple(signs))


def _neighbours(sheet: Sheet, row: Sequence[str], k: int) -> frozenset[str]:
    """The grids on both sides of a sign in a row; of a grid, itself."""
    if sheet.is_grid(row[k]):
        return frozenset({row[k]})
    return frozenset(item for item in row[max(k - 1, 0) : k + 2] if sheet.is_grid(item))


def _place_row(
    sheet: Sheet,
    screen: Screen,
    row: Sequence[str],
    start: Point,
    width: float,
    grids: list[Placed],
    signs: list[Sign],
) -> float:
    """Puts what stands in it into both lists; where the next row begins."""
    left, top = start
    own = [sheet.grid(name) for name in row if sheet.is_grid(name)]
    above = screen.title * (1 + any(grid.heads for grid in own))
    most = max(grid.size[0] for grid in own)
    first, height = top + above, screen.cell[1]
    left -= _side(sheet, screen, row)
    for number, item in enumerate(row):
        if not sheet.is_grid(item):
            middle = round(first + most * height / 2, 2)
            at = (round(left + _sign(screen, item) / 2, 2), middle)
            signs.append(Sign(item, _neighbours(sheet, row, number), at))
            left += _sign(screen, item)
            continue
        grid = sheet.grid(item)
        lower = (most - grid.size[0]) * height / 2  # in the middle of the row
        edge = round(left + _sides(screen, grid), 2)
        grids.append(Placed(grid, edge, round(first + lower, 2), (width, height)))
        left += _sides(screen, grid) + max(width * _columns(grid), _titled(screen, grid))
        left += screen.sign * (number + 1 < len(row) and sheet.is_grid(row[number + 1]))
    return first + most * height + screen.gap


def _side(sheet: Sheet, screen: Screen, row: Sequence[str]) -> float:
    """What stands left of the first cells of a row: names, or a sign."""
    if sheet.is_grid(row[0]):
        return _sides(screen, sheet.grid(row[0]))
    return _sign(screen, row[0])


def _columns(grid: Grid) -> int:
    return BAR if grid.bars else grid.size[1]


def _sides(screen: Screen, grid: Grid) -> float:
    return max((screen.text(side, screen.small) + 10 for side in grid.sides), default=0.0)


def _titled(screen: Screen, grid: Grid) -> float:
    return screen.text(grid.title, screen.letters)


def _sign(screen: Screen, text: str) -> float:
    return max(screen.sign, screen.text(text, screen.letters) + 16)


def _length(sheet: Sheet, screen: Screen, row: Sequence[str], width: float, indent: float) -> float:
    """With so much to the left of its first cells."""
    length = indent - _side(sheet, screen, row)
    for number, item in enumerate(row):
        if not sheet.is_grid(item):
            length += _sign(screen, item)
            continue
        grid = sheet.grid(item)
        length += _sides(screen, grid) + max(width * _columns(grid), _titled(screen, grid))
        length += screen.sign * (number + 1 < len(row) and sheet.is_grid(row[number + 1]))
    return length


def _fitting(sheet: Sheet, screen: Screen, row: Row, indent: float) -> float:
    """The widest cell with which the row fits, to a quarter of a pixel."""
    if isinstance(row, str):
        return screen.cell[0]
    width = screen.cell[0]
    while width > 1 and _length(sheet, screen, row, width, indent) > screen.width - 2 * screen.edge:
        width -= 0.25
    return width
