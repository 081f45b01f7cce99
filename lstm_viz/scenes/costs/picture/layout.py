"""Where the bars of the costs and their words stand, wide and tall."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.style import SMALLEST_TEXT


@dataclass(frozen=True, kw_only=True)
class BarsLayout(Layout):
    """Offsets of ``formula``, ``amount`` and the like are from the middle of a cell's bar."""

    rows: tuple[float, float, float]
    """The middle of each bar."""
    left: float
    longest: float
    thick: float
    names: Point
    units: Point
    formula: float
    amount: float
    """Height of the amount; it stands after the bar (wide) or at the right edge (tall)."""
    share: Point
    foot: float
    """Height of the words under the lines behind the bars."""
    name_size: int
    amount_size: int
    formula_size: int
    label_size: int

    def beside(self, x: float, y: float) -> list[Point]:
        """The place beside each bar that is ``y`` below its middle."""
        return [(x, row + y) for row in self.rows]


WIDE = BarsLayout(
    name="wide", size=(1240, 410), rows=(74, 200, 326), left=176, longest=800, thick=46,
    names=(24, -10), units=(24, 17), formula=-39, amount=-9, share=(14, 14), foot=392,
    name_size=24, amount_size=19, formula_size=15, label_size=14,
)  # fmt: skip
TALL = BarsLayout(
    name="tall", size=(366, 412), rows=(78, 206, 334), left=4, longest=344, thick=32,
    names=(4, -56), units=(62, -55), formula=-31, amount=-56, share=(362, -56), foot=396,
    name_size=17, amount_size=15, formula_size=12, label_size=SMALLEST_TEXT,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
