"""Where the three cells stand, and the chart of the race."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.scenes.three_cells.picture.jobs import JOBS, PARTS
from lstm_viz.scenes.three_cells.record.in_step import CELLS


@dataclass(frozen=True, kw_only=True)
class StepLayout(Layout):
    """A panel for each cell, the jobs in ``rows`` of it; offsets are from the panel's top left."""

    first: float
    """How low the first panel begins."""
    pitch: float
    rows: tuple[tuple[str, ...], ...]
    row_y: tuple[float, ...]
    """The middle of the strips of each row."""
    left: float
    column: float
    """How wide the place of a job is."""
    strip: float
    """How long a strip may be."""
    square: tuple[float, float]
    """How large a unit may be."""
    above: float
    """How far above the middle of its strip a label stands."""
    name: str
    equations: tuple[Point, ...]
    says: Point
    title: float
    letters: float

    def panel(self, cell: str) -> Rect:
        top = self.first + CELLS.index(cell) * self.pitch
        return 2, top, self.size[0] - 2, top + self.pitch - 6

    def unit(self, units: int) -> tuple[float, float]:
        """Width and height of one of so many units."""
        return min(self.square[0], self.strip / units), self.square[1]

    def middle(self, cell: str, job: str, part: int = 0) -> Point:
        """Of a strip; two of them stand one above the other."""
        row = next(k for k, jobs in enumerate(self.rows) if job in jobs)
        x = self.left + (self.rows[row].index(job) + 0.5) * self.column
        both = len(PARTS[cell].get(job, ())) > 1
        away = (part - 0.5) * (self.square[1] + self.letters + 5) if both else 0.0
        return x, self.panel(cell)[1] + self.row_y[row] + away


STEP_WIDE = StepLayout(
    name="wide", size=(1240, 392), first=32, pitch=120, rows=(JOBS,), row_y=(52,),
    left=140, column=136, strip=114, square=(28, 20), above=18,
    equations=((146, 100),), says=(1152, 100), title=18, letters=14,
)  # fmt: skip
STEP_TALL = StepLayout(
    name="tall", size=(366, 526), first=28, pitch=166, rows=(JOBS[:4], JOBS[4:]),
    row_y=(62, 113), left=5, column=89, strip=78, square=(20, 15), above=15,
    equations=((12, 135), (12, 151)), says=(354, 16), title=15, letters=11,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class RaceLayout(Layout):
    """The chart, and at ``rows`` what is said of each runner."""

    plot: Axes
    rows: tuple[Point, ...]
    letters: float
    stroke: float


RACE_WIDE = RaceLayout(
    name="wide", size=(1240, 376), plot=Axes(left=76, top=40, right=900, bottom=316),
    rows=((948, 72), (948, 172), (948, 272)), letters=15, stroke=3.5,
)  # fmt: skip
RACE_TALL = RaceLayout(
    name="tall", size=(366, 470), plot=Axes(left=46, top=36, right=350, bottom=250),
    rows=((14, 312), (14, 368), (14, 424)), letters=12, stroke=2.5,
)  # fmt: skip
