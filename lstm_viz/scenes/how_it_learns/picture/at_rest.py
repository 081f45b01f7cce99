"""The picture at rest: what never changes, and what each shot fills in."""

from __future__ import annotations

from lstm_viz.figures.basket.at_rest import at_rest as row_at_rest
from lstm_viz.figures.charts import dots, heading, ticks
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    PlotlyTrace,
    Text,
    line,
    lines,
    panel,
    texts,
    words,
)
from lstm_viz.networks.basket_run import STEPS
from lstm_viz.scenes.how_it_learns.picture.layout import CURVES, LearningLayout, along
from lstm_viz.scenes.how_it_learns.picture.why import measured
from lstm_viz.scenes.how_it_learns.record.shots import SLOW_STAGES
from lstm_viz.scenes.how_it_learns.record.story import STORY

RUNS = {"lstm": ("$h", "$text_h", None), "rnn": ("$muted", "$muted", "dot"),
        "other": ("$f", "$text_f", "dash")}  # fmt: skip
"""The colour of a run's curves, of the words for it, and how its lines are dashed."""
NAMES = {"right": "right answers", "loss": "loss: how wrong they are"}
MARKS = (0, 100, 500, 1250, 2500)
SHARES = ((0, "0 %"), (0.5, "50 %"), (1, "100 %"))
LOSSES = ((0, "0"), (0.5, "0.5"), (1, "1"))


def at_rest(layout: LearningLayout) -> list[PlotlyTrace]:
    return [
        panel("panel", layout.panel),
        lines("grid", _grid(layout), colour="$faint", width=1.5, simplify=True),
        words("chart words", _words(layout)),
        *(line(
            f"now step {curve}", [axes.at(0, axes.y[0]), axes.at(0, axes.y[1])],
            colour="$wire", width=1.5,
        ) for curve, axes in zip(CURVES, layout.axes, strict=True)),
        *(trace for run in reversed(RUNS) for curve in CURVES for trace in _curve(run, curve)),
        measured(words("chart values", _values(layout)), *(k for k in (0, 1) for _ in RUNS)),
        texts("sum names", layout.sums_at(names=True), size=layout.text, side="right"),
        texts(
            "sums",
            layout.sums_at(names=False),
            size=layout.sum_text,
            side="right",
            colour=["$ink"] * SLOW_STAGES,
        ),
        *row_at_rest(layout.row, len(STORY), steps=False),
    ]  # fmt: skip


def _grid(layout: LearningLayout) -> list[list[tuple[float, float]]]:
    return [
        list(axes.level(y))
        for axes, marks in zip(layout.axes, (SHARES, LOSSES), strict=True)
        for y, _ in marks
    ]


def _words(layout: LearningLayout) -> list[Text]:
    found = []
    for k, (axes, marks) in enumerate(zip(layout.axes, (SHARES, LOSSES), strict=True)):
        x, y = layout.head_at(k)
        name = NAMES[CURVES[k]] if layout.wide else NAMES[CURVES[k]].split(":")[0]
        found.append(heading((x - 14, 0, 0, 0), y, name, layout.text))
        found += ticks(axes, (), marks, layout.small)
        shown = MARKS if layout.wide else (0, 500, 2500)
        found += [
            Text(axes.across(along(step)), axes.bottom + layout.small + 2, f"{step:,}", "center",
                 layout.small)
            for step in shown
        ]  # fmt: skip
    return found


def _values(layout: LearningLayout) -> list[Text]:
    """Under each chart what the curves are, and their values: a line a run."""
    pitch = 22 if layout.wide else 14  # in front of a class type is 20 px
    return [
        Text(
            layout.head_at(k)[0],
            axes.bottom + layout.small * 2 + (14 if layout.wide else 12) + n * pitch,
            NO_TEXT, "right", layout.small + (1 if layout.wide else 0), colour,
        )
        for k, axes in enumerate(layout.axes)
        for n, (_, colour, _) in enumerate(RUNS.values())
    ]  # fmt: skip


def _curve(run: str, curve: str) -> list[PlotlyTrace]:
    colour, _, dash = RUNS[run]
    name = f"{curve} {run}"
    return [
        line(name, [NOWHERE] * len(STEPS), colour=colour, width=3, dash=dash),
        measured(
            dots(f"{name} now", [NOWHERE], size=12, colour=colour, edge="$panel"),
            CURVES.index(curve),
        ),
    ]
