"""Where the curves and the example stand, and what of them never changes."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Rect
from lstm_viz.scenes.train.record.training_record import TrainingRecord
from lstm_viz.signals import GRU_SIGNALS, LSTM_SIGNALS, shares, signal

SHOWN = {"lstm": (*shares(LSTM_SIGNALS), "c"), "gru": (*shares(GRU_SIGNALS), "h"), "rnn": ("h",)}
"""The signals that have rows, by kind of cell."""
MOST_ROWS = 8
"""Units that have a row in each signal: the first ones, so that they stay the same."""
GAP = 0.7
"""Between two signals, in rows."""
CURVES = {"score": ("$h", "$text_h"), "loss": ("$muted", "$muted"), "f": ("$f", "$text_f")}
"""The colour of each curve, and of the words for it."""
DASHES = {"score": None, "loss": "dash", "f": "dashdot"}
"""What tells the curves apart without their colours."""
SIGNS = {"score": "—", "loss": "– –", "f": "– · –"}
"""The same, beside their names."""
NAMES = {"score": "score", "loss": "loss", "f": signal(LSTM_SIGNALS, "f").label}


@dataclass(frozen=True, kw_only=True)
class TrainingLayout(Layout):
    """The curves with their ``axes``, and the example with its ``cells``."""

    curves: Rect
    axes: Axes
    example: Rect
    cells: Rect
    """Where the columns of the example stand: from the row of tokens down to the last unit."""
    title_size: float
    small_size: float
    """Of what stands beside things."""
    letters: tuple[float, ...]
    """Sizes of the example's letters, the best first."""

    def columns(self, count: int) -> float:
        """The width of one of so many columns."""
        return min(48.0, (self.cells[2] - self.cells[0]) / count)

    def x(self, t: int, count: int) -> float:
        return round(self.cells[0] + (t + 0.5) * self.columns(count), 2)


WIDE = TrainingLayout(
    name="wide", size=(1240, 400), curves=(8, 4, 412, 396),
    axes=Axes(left=60, top=46, right=392, bottom=262), example=(422, 4, 1232, 396),
    cells=(556, 42, 1220, 388), title_size=17, small_size=13, letters=(15, 13, 11),
)  # fmt: skip
TALL = TrainingLayout(
    name="tall", size=(366, 640), curves=(2, 2, 364, 240),
    axes=Axes(left=44, top=36, right=350, bottom=152), example=(2, 248, 364, 638),
    cells=(66, 286, 356, 630), title_size=14, small_size=11, letters=(12, 11),
)  # fmt: skip
LAYOUTS = (WIDE, TALL)

LINES = {"reads": 0, "wanted": 1, "says": 2, "so": 3}
LINE = 22.0
"""Height of a line of the example's words."""


def shown_units(watched: TrainingRecord) -> int:
    return min(watched.settings.hidden_size, MOST_ROWS)


def rows(watched: TrainingRecord) -> tuple[tuple[str, int], ...]:
    """(signal, unit) of every row of cells, from the top."""
    units = range(shown_units(watched))
    return tuple((name, k) for name in SHOWN[watched.settings.cell] for k in units)


def row_height(layout: TrainingLayout, watched: TrainingRecord) -> float:
    count = len(rows(watched)) + GAP * (len(SHOWN[watched.settings.cell]) - 1)
    room = layout.cells[3] - layout.cells[1] - len(LINES) * LINE - 8
    return min(44.0, room / count)


def row_y(layout: TrainingLayout, watched: TrainingRecord, row: int) -> float:
    """The middle of a row of cells."""
    units = shown_units(watched)
    top = layout.cells[1] + len(LINES) * LINE + 8
    return round(top + (row + 0.5 + GAP * (row // units)) * row_height(layout, watched), 2)


def line_y(layout: TrainingLayout, name: str) -> float:
    return layout.cells[1] + (LINES[name] + 0.5) * LINE


def shown_curves(watched: TrainingRecord) -> tuple[str, ...]:
    gate = ("f",) if watched.settings.cell == "lstm" else ()
    return ("score", *(() if watched.opened else ("loss",)), *gate)


def points(watched: TrainingRecord) -> int:
    """Of each curve: one for every checkpoint there will be, or is."""
    return max(len(watched.planned), len(watched.checkpoints))


def span(watched: TrainingRecord) -> int:
    """Steps from the left edge of the curves to the right: those planned, or those it took."""
    return watched.checkpoints[-1].step or 1 if watched.ended else watched.planned[-1]


def along(step: int, last: int) -> float:
    """Where a step of training stands from left (0) to right (1): more room for the beginning."""
    return float((step / last) ** 0.5)
