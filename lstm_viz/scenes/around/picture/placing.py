"""Where the grids of a sheet stand, on a wide and on a tall picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    """A text between grids; it is there with the grid called ``of``."""

    text: str
    of: str
    at: Point
    big: bool


@dataclass(frozen=True)
class Placing:
    screen: Screen
    height: float
    grids: tuple[Placed, ...]
    signs: tuple[Sign, ...]


def placing(sheet: Sheet, screen: Screen) -> Placing:
    rows = sheet.wide if screen.name == "wide" else sheet.tall
    width = min(screen.cell[0], *(_fitting(sheet, screen, row) for row in rows))
    grids: list[Placed] = []
    signs: list[Sign] = []
    top = screen.edge
    for number, row in enumerate(rows):
        if isinstance(row, str):
            of = next(item for item in rows[number + 1] if sheet.is_grid(item))
            at = (screen.width / 2, round(top + screen.letters / 2, 2))
            signs.append(Sign(row, of, at, big=False))
            top += screen.letters + screen.gap
            continue
        top = _place_row(sheet, screen, row, width, top, grids, signs)
    return Placing(screen, round(top), tuple(grids), tuple(signs))


def _place_row(
    sheet: Sheet,
    screen: Screen,
    row: Sequence[str],
    width: float,
    top: float,
    grids: list[Placed],
    signs: list[Sign],
) -> float:
    """Puts what stands in it into both lists; where the next row begins."""
    own = [sheet.grid(name) for name in row if sheet.is_grid(name)]
    above = screen.title * (1 + any(grid.heads for grid in own))
    most = max(grid.size[0] for grid in own)
    first, height = top + above, screen.cell[1]
    left = (screen.width - _length(sheet, screen, row, width)) / 2
    for number, item in enumerate(row):
        if not sheet.is_grid(item):
            of = next(name for name in row[number:] if sheet.is_grid(name))
            middle = round(first + most * height / 2, 2)
            signs.append(Sign(item, of, (round(left + _sign(screen, item) / 2, 2), middle), True))
            left += _sign(screen, item)
            continue
        grid = sheet.grid(item)
        lower = (most - grid.size[0]) * height / 2  # in the middle of the row
        at = round(left + _sides(screen, grid), 2)
        grids.append(Placed(grid, at, round(first + lower, 2), (width, height)))
        left += _sides(screen, grid) + max(width * _columns(grid), _titled(screen, grid))
        left += screen.sign * (number + 1 < len(row) and sheet.is_grid(row[number + 1]))
    return first + most * height + screen.gap


def _columns(grid: Grid) -> int:
    return BAR if grid.bars else grid.size[1]


def _sides(screen: Screen, grid: Grid) -> float:
    return max((screen.text(side, screen.small) + 10 for side in grid.sides), default=0.0)


def _titled(screen: Screen, grid: Grid) -> float:
    return screen.text(grid.title, screen.letters)


def _sign(screen: Screen, text: str) -> float:
    return max(screen.sign, screen.text(text, screen.letters) + 16)


def _length(sheet: Sheet, screen: Screen, row: Sequence[str], width: float) -> float:
    length = 0.0
    for number, item in enumerate(row):
        if not sheet.is_grid(item):
            length += _sign(screen, item)
            continue
        grid = sheet.grid(item)
        length += _sides(screen, grid) + max(width * _columns(grid), _titled(screen, grid))
        length += screen.sign * (number + 1 < len(row) and sheet.is_grid(row[number + 1]))
    return length


def _fitting(sheet: Sheet, screen: Screen, row: Row) -> float:
    """The widest cell with which the row fits, to a quarter of a pixel."""
    if isinstance(row, str):
        return screen.cell[0]
    width = screen.cell[0]
    while width > 1 and _length(sheet, screen, row, width) > screen.width - 2 * screen.edge:
        width -= 0.25
    return width
