"""The lanes, the chart and the weight changes at rest, before a frame says what is in them."""

from __future__ import annotations

from lstm_viz.figures.charts import dots
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    PlotlyTrace,
    Text,
    bars,
    line,
    lines,
    markers,
    panel,
    short,
    texts,
    words,
)
from lstm_viz.scenes.gradients.picture.chart import numbered
from lstm_viz.scenes.gradients.picture.layout import LANES, WayLayout
from lstm_viz.scenes.gradients.picture.series import CELLS, MARKS, SIGNALS
from lstm_viz.scenes.gradients.record.cells import CELLS as KINDS
from lstm_viz.scenes.gradients.record.run import Run

MOST_BOXES = 70
"""More steps than that stand too close for a box each."""


def at_rest(layout: WayLayout, run: Run) -> list[PlotlyTrace]:
    steps = len(run)
    nothing = [NO_TEXT] * LANES
    middles = [(layout.name_at, y - 8) for y in layout.lanes]
    under = [(layout.name_at, y + 9) for y in layout.lanes]
    sizes = [(layout.size_at, y - (8 if not layout.wide else 0)) for y in layout.lanes]
    notes = [NOWHERE] * LANES
    found = [
        panel("room", layout.room),
        texts("read", *_read(layout, run), size=layout.small),
        *(line(f"row {k}", [(layout.left, y), (layout.right, y)], colour="$faint", width=2)
          for k, y in enumerate(layout.lanes)),
        *(_boxes(layout, steps, k) for k in range(LANES)),
        *(trace for name in SIGNALS for trace in _signal(layout, name, steps)),
        markers("loss", [layout.loss_at()], size=30 if layout.wide else 20, colour="$ink"),
        texts("loss text", [layout.loss_at()], ["loss" if layout.wide else "L"],
              size=11, colour="$paper"),
        texts("lane names", middles, nothing, size=layout.text, colour=["$ink"] * LANES,
              side="right"),
        texts("lane under", under, nothing, size=11, side="right"),
        texts("lane sizes", sizes, nothing, size=layout.text, colour="$ink", side="left"),
        texts("lane notes", notes, nothing, size=layout.small),
        *_chart(layout, run),
        *_weights(layout),
    ]  # fmt: skip
    return found


def _read(layout: WayLayout, run: Run) -> tuple[list[Point], list[str]]:
    """The words that fit above the steps that read them, first and last among them."""
    room, longest = (74, 9) if layout.wide else (70, 8)
    pitch = (layout.right - layout.left) / max(1, len(run) - 1)
    every = max(1, -(-room // max(1, int(pitch))))
    last = len(run) - 1
    shown = [t for t in range(0, last, every) if t == 0 or (last - t) * pitch >= room] + [last]
    return (
        [(layout.across(t, len(run)), layout.words) for t in shown],
        [short(run.tokens[t], longest) for t in shown],
    )


def _boxes(layout: WayLayout, steps: int, lane: int) -> PlotlyTrace:
    every = 1 if layout.wide and steps <= MOST_BOXES else max(1, -(-steps // 16))
    points = [(layout.across(t, steps), layout.lanes[lane]) for t in range(0, steps, every)]
    return markers(
        f"steps {lane}", points, symbol="square", size=7 if layout.wide else 5, colour="$paper",
        edge="$wire", edge_width=1.5,
    )  # fmt: skip


def _signal(layout: WayLayout, name: str, steps: int) -> list[PlotlyTrace]:
    """The signal in its lane, as wide as it is large, and dotted where that is nothing to see."""
    one = SIGNALS[name]
    end = (layout.right, layout.lanes[one.lane])
    return [
        line(f"thread {name}", [end] * 2, colour=f"${one.colour}", width=1.5, dash="dot"),
        line(f"signal {name}", [end] * 2 * steps, colour=f"${one.colour}", width=0,
             fill=f"${one.colour}"),
        dots(f"head {name}", [end], size=11, colour=f"${one.colour}", edge="$paper"),
    ]  # fmt: skip


def _chart(layout: WayLayout, run: Run) -> list[PlotlyTrace]:
    steps = len(run)
    axes = layout.axes(steps, 0, 1)
    levels = [[NOWHERE, NOWHERE] for _ in range(MARKS)]
    foot = [(axes.across(t), axes.bottom + 14) for t in numbered(layout, steps)]
    return [
        lines("levels", levels, colour="$faint", width=1.5),
        line("one", [NOWHERE] * 2, colour="$wire", width=2.5),
        texts("powers", [NOWHERE] * MARKS, size=layout.small, side="right"),
        texts("numbers of steps", foot, size=layout.small),
        *(line(f"before {name}", [NOWHERE] * steps, colour=f"${SIGNALS[name].colour}", width=2,
               dash=SIGNALS[name].dash, opacity=0.0) for name in CELLS),
        *(line(f"curve {name}", [NOWHERE] * steps, colour=f"${one.colour}", width=3,
               dash=one.dash) for name, one in SIGNALS.items()),
        *(dots(f"now {name}", [NOWHERE], size=10, colour=f"${one.colour}", edge="$panel")
          for name, one in SIGNALS.items()),
        texts("curve labels", [NOWHERE] * len(SIGNALS), size=layout.small, side="left",
              colour=[f"$text_{one.colour}" for one in SIGNALS.values()]),
        words("chart title", [Text(layout.name_at + 6 if layout.wide else 10, layout.room[1] + 18,
                                   NO_TEXT, "right", layout.text, "$ink")]),
    ]  # fmt: skip


def _weights(layout: WayLayout) -> list[PlotlyTrace]:
    """A row a cell: how far the weight moves that moves most, and how many sequences it takes."""
    left, numbers, last = layout.columns
    count = len(KINDS)
    return [
        texts("weight names", [(layout.name_at + 6, layout.row(k)) for k in range(count)],
              size=layout.text + 2, colour="$ink", side="right"),
        lines("weight scale", [[NOWHERE, NOWHERE] for _ in range(count)], colour="$wire", width=2),
        bars("weight bars", [NOWHERE] * count, length=[0.0] * count, thick=14, colour="$o",
             opacity=[0.0] * count),
        texts("weight sizes", [(numbers, layout.row(k)) for k in range(count)],
              size=layout.text + 2, colour="$ink", side="right"),
        texts("weight times", [(last, layout.row(k)) for k in range(count)],
              size=layout.text, side="left"),
        texts("weight ends", [NOWHERE] * 2, size=layout.small),
        texts("weight heads", [(left, layout.rows[0]), (last, layout.rows[0])], size=layout.small,
              side=["right", "left"]),
    ]  # fmt: skip
