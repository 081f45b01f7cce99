"""Where the chart of a test stands on a wide and on a tall picture."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Rect


@dataclass(frozen=True, kw_only=True)
class ChartLayout(Layout):
    """Curves stand in ``plot``; bars begin at ``bars_from``, right of their names."""

    plot: Rect
    bars_from: float
    bars_to: float
    letters: int
    stroke: float


WIDE = ChartLayout(
    name="wide", size=(1240, 420), plot=(90, 58, 1010, 366), bars_from=330, bars_to=1090,
    letters=16, stroke=3,
)  # fmt: skip
TALL = ChartLayout(
    name="tall", size=(366, 400), plot=(46, 84, 350, 350), bars_from=12, bars_to=290,
    letters=13, stroke=2.5,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
