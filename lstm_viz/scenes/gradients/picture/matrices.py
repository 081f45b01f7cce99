"""Where the matrices and their charts stand, and what is there at rest."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes, cells, dots
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NOWHERE, PlotlyTrace, line, lines, panel, texts
from lstm_viz.scenes.gradients.picture.series import MARKS
from lstm_viz.scenes.gradients.record.jacobian import OF_CELL
from lstm_viz.scenes.gradients.record.run import Run
from lstm_viz.scenes.gradients.words.jacobian import NAMES, STEP

ORDER = tuple(NAMES)


@dataclass(frozen=True, kw_only=True)
class JacobianLayout(Layout):
    """A panel for each matrix: beside each other, or two by two."""

    panels: tuple[Point, ...]
    """The left upper corner of each."""
    room: tuple[float, float]
    top: float
    """From the upper edge of a panel to its matrix or chart."""
    side: float
    """Of a matrix."""
    left: float
    values_at: float
    """Where the singular values stand, from the left edge of a panel."""
    chart: tuple[float, float]
    """Where the chart begins and ends, from the left edge of a panel."""
    text: float
    small: float

    def axes(self, k: int, frame: int, count: int, marks: tuple[int, ...]) -> Axes:
        x, y = self.panels[k]
        at, half = self.values_at, 8
        left, right = (at - half, at + half) if frame == STEP else self.chart
        return Axes(
            left=x + left, right=x + right, top=y + self.top, bottom=y + self.top + self.side,
            x=(0, max(1, count - 1)), y=(marks[0], marks[-1]),
        )  # fmt: skip


LAYOUTS = (
    JacobianLayout(
        name="wide", size=(1240, 312), panels=tuple((8 + 308 * k, 6) for k in range(4)),
        room=(300, 300), top=50, side=224, left=12, values_at=252, chart=(50, 284), text=15,
        small=13,
    ),
    JacobianLayout(
        name="tall", size=(366, 386), panels=((2, 4), (185, 4), (2, 196), (185, 196)),
        room=(179, 186), top=44, side=118, left=6, values_at=136, chart=(40, 168), text=13,
        small=11,
    ),
)  # fmt: skip


def units(run: Run, name: str) -> int:
    """Of the cell that a matrix is of; 0 where there is none."""
    return run.sizes.get("LSTM" if name == OF_CELL else name, 0)


def colour_of(name: str) -> str:
    return "c" if name == OF_CELL else "h"


def at_rest(layout: JacobianLayout, run: Run) -> list[PlotlyTrace]:
    width, height = layout.room
    four, ends = [NOWHERE] * len(ORDER), [NOWHERE] * 2 * len(ORDER)
    heads, under = ([(x + 12, y + at) for x, y in layout.panels] for at in (15, 33))
    return [
        *(panel(f"panel {name}", (x, y, x + width, y + height), 10)
          for name, (x, y) in zip(ORDER, layout.panels, strict=True)),
        lines("levels", [[NOWHERE] * 2 for _ in range(MARKS * len(ORDER))], colour="$faint",
              width=1.5),
        lines("one", [[NOWHERE] * 2 for _ in ORDER], colour="$wire", width=2.5),
        *(trace for k, name in enumerate(ORDER) if units(run, name)
          for trace in _of_one(layout, run, k, name)),
        texts("powers", four * MARKS, size=layout.small, side="right"),
        texts("heads", heads, size=layout.text, colour=[f"$text_{colour_of(n)}" for n in ORDER],
              side="right"),
        texts("under", under, size=layout.small, side="right"),
        texts("feet", ends, size=layout.small),
    ]  # fmt: skip


def _of_one(layout: JacobianLayout, run: Run, k: int, name: str) -> list[PlotlyTrace]:
    """Its matrix, a dot for each singular value, and the edges of the way back."""
    x, y = layout.panels[k]
    count, many, colour = len(run), units(run, name), f"${colour_of(name)}"
    cell = layout.side / many
    middle = [cell * (n + 0.5) for n in range(many)]
    places = [
        (round(x + layout.left + across, 2), round(y + layout.top + down, 2))
        for down in middle
        for across in middle
    ]
    return [
        cells(f"matrix {name}", places, size=(cell, cell)),
        line(f"band {name}", [NOWHERE] * 2 * count, colour=colour, width=0, fill=colour),
        *(line(f"{edge} {name}", [NOWHERE] * count, colour=colour, width=2.5, dash=dash)
          for edge, dash in (("largest", "solid"), ("smallest", "dash"))),
        line(f"gradient {name}", [NOWHERE] * count, colour="$ink", width=1.5),
        dots(f"values {name}", [NOWHERE] * many, size=7 if layout.wide else 6, colour=colour,
             edge=colour, edge_width=0),
    ]  # fmt: skip
