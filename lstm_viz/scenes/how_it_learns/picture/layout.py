"""Where the curves, the sums of a slow step and the row of words stand."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.basket.layout import Across, Down, RowLayout
from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.networks.recipes.basket import STEPS
from lstm_viz.scenes.how_it_learns.record.shots import SLOW_STAGES
from lstm_viz.scenes.how_it_learns.record.story import STORY

CURVES = ("right", "loss")


class Narrow(Across):
    """Columns so narrow that the numbers of both units need all of theirs."""

    def number_at(self, slot: int, unit: int) -> Point:
        _, y = super().number_at(slot, unit)
        return (self.middle(slot) + (24 if unit else -24), y)


@dataclass(frozen=True, kw_only=True)
class LearningLayout:
    """A panel with two charts, or the sums of a slow step in their place, beside the ``row``."""

    row: RowLayout
    panel: Rect
    axes: tuple[Axes, Axes]
    """Of the share of right answers, and of the loss."""
    text: float
    small: float
    sums: tuple[float, float]
    """The height of the first line of sums, and from one to the next."""
    sum_x: float
    sum_halves: tuple[float, float]
    """How far above its line the name of a sum stands, and how far below it the sum."""
    sum_text: float

    @property
    def name(self) -> str:
        return self.row.name

    @property
    def size(self) -> tuple[float, float]:
        return self.row.size

    @property
    def wide(self) -> bool:
        return self.row.wide

    def head_at(self, chart: int) -> Point:
        """Where the name of a chart begins."""
        axes = self.axes[chart]
        return (self.panel[0] + 14 if self.wide else axes.left - 26, axes.top - self.text - 3)

    def sums_at(self, *, names: bool) -> list[Point]:
        """Where the names of the sums stand, or the sums."""
        first, step = self.sums
        above, below = self.sum_halves
        shift = -above if names else below
        return [(self.sum_x, first + stage * step + shift) for stage in range(SLOW_STAGES)]


WIDE = LearningLayout(
    row=Narrow(
        name="wide", size=(1240, 480), slots=len(STORY), left=488, column=94, word_text=14,
        head_text=14, said_text=19, number_text=13, door_size=(29, 42), fruit=18,
    ),
    panel=(2, 4, 336, 476),
    axes=(
        Axes(left=66, top=42, right=304, bottom=140),
        Axes(left=66, top=276, right=304, bottom=374, y=(0, 1.1)),
    ),
    text=15, small=12, sums=(86, 104), sum_x=24, sum_halves=(16, 14), sum_text=21,
)  # fmt: skip
TALL = LearningLayout(
    row=Down(
        name="tall", size=(366, 476), slots=5, top=232,
        word_text=13, head_text=11, said_text=14, number_text=11, door_size=(17, 30), fruit=11,
    ),
    panel=(2, 2, 364, 184),
    axes=(
        Axes(left=40, top=38, right=170, bottom=112),
        Axes(left=224, top=38, right=352, bottom=112, y=(0, 1.1)),
    ),
    text=12, small=11, sums=(28, 42), sum_x=14, sum_halves=(9, 9), sum_text=15,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)


def along(step: int) -> float:
    """Where a step of training stands from left (0) to right (1): more room for the beginning."""
    return float((step / STEPS) ** 0.5)
