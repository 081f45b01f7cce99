"""Where the lanes and the chart stand, on a wide screen and on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Point, Rect

LANES = 4
FULL = 1.25
"""The largest size that a lane has room for; a wider signal fills it, and a note says so."""
THIN = 0.02
"""Below this a signal is thinner than a line: it is dotted, and a note says so."""


@dataclass(frozen=True, kw_only=True)
class WayLayout(Layout):
    """Time goes from left to right in both, and is the same in the lanes and in the chart."""

    left: float
    right: float
    """Where the first and the last step stand."""
    lanes: tuple[float, ...]
    """The middle of each."""
    half: float
    """Half the height of a signal of size 1."""
    words: float
    """The height of the words that are read."""
    name: str
    chart: tuple[float, float]
    """Its top and bottom."""
    room: Rect
    name_at: float
    size_at: float
    rows: tuple[float, float]
    """Of the weight changes: the height of the head, and how far each row is from it."""
    columns: tuple[float, float, float]
    text: float
    small: float

    def axes(self, steps: int, low: float, high: float) -> Axes:
        top, bottom = self.chart
        return Axes(
            left=self.left, top=top, right=self.right, bottom=bottom,
            x=(0, max(1, steps - 1)), y=(low, high),
        )  # fmt: skip

    def across(self, t: int, steps: int) -> float:
        return round(self.left + t / max(1, steps - 1) * (self.right - self.left), 2)

    def row(self, k: int) -> float:
        head, pitch = self.rows
        return head + pitch * (k + 1)

    def loss_at(self) -> Point:
        middle = (self.lanes[0] + self.lanes[-1]) / 2
        return (self.right + (48 if self.wide else 17), middle)


LAYOUTS = (
    WayLayout(
        name="wide", size=(1240, 424), left=212, right=1150, lanes=(50, 92, 134, 176), half=14,
        words=14, chart=(242, 384), room=(8, 206, 1232, 420), name_at=18, size_at=198,
        rows=(240, 42), columns=(212, 640, 1130), text=15, small=13,
    ),
    WayLayout(
        name="tall", size=(366, 446), left=104, right=314, lanes=(44, 82, 120, 158), half=13,
        words=12, chart=(230, 410), room=(2, 184, 364, 443), name_at=4, size_at=94,
        rows=(216, 52), columns=(104, 206, 352), text=13, small=12,
    ),
)  # fmt: skip
