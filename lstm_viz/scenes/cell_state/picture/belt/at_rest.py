"""What of the conveyor belt is drawn once and never changes, and the places of what does."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.shapes import (
    NO_TEXT,
    VALUES,
    PlotlyTrace,
    bars,
    clickable,
    lettered,
    line,
    lines,
    markers,
    panel,
    texts,
)
from lstm_viz.figures.style import MONO, SMALLEST_TEXT
from lstm_viz.scenes.cell_state.picture.belt.layout import STEPS, UNITS, BeltLayout


def at_rest(layout: BeltLayout) -> list[PlotlyTrace]:
    """The traces with nothing on the belt; what changes is named in ``board._patches``."""
    grid = [layout.parcel(t, unit) for t in range(STEPS) for unit in range(UNITS)]
    steps = [(t, 0) for t in range(STEPS) for _ in range(UNITS)]
    rail_end = layout.place(STEPS - 0.5, layout.rail_at)
    edges = (-0.5, STEPS - 0.5)
    return [
        panel("band", _band(layout), 10, 1),
        _rollers(layout),
        line("belt", [layout.rail_start, rail_end], colour="$wire", width=6),
        line("lit belt", [layout.rail_start, layout.rail(0)], colour="$c", width=6),
        lines(
            "axes",
            [[layout.place(t, at) for t in edges] for at in (layout.zero, layout.one)],
            colour="$faint",
            width=1.5,
        ),
        line("now", [layout.now(0, 0), layout.now(0, 1)], colour="$wire", width=2),
        clickable(_blocks("sockets", layout, grid), steps),
        clickable(_numbered("trail", layout, grid), steps),
        _numbered("parcels", layout, grid[:UNITS]),
        line("carrier", layout.carrier(0), colour="$ink", width=2),
        _lamps("forget gates", layout, layout.gate, "×"),
        _values("forget values", layout, layout.gate_value, "$text_f"),
        _lamps("input gates", layout, layout.input, "" if layout.upright else "+"),
        _values("input values", layout, layout.input_value, "$text_i"),
        line("left line", [layout.share(0, 1.0)] * STEPS, colour="$c", width=3),
        _marks("whole", layout, 15, "$paper", "$h"),
        _marks("left", layout, 7, "$c", "$c"),
        texts(
            "heads",
            [point for _, point, _ in layout.heads],
            [text for text, _, _ in layout.heads],
            size=14 if layout.wide else SMALLEST_TEXT,
            colour=[colour for _, _, colour in layout.heads],
            side="right",
        ),
        _chart_words(layout),
    ]


def _band(layout: BeltLayout) -> Rect:
    half = layout.cell[0 if layout.upright else 1] / 2 + 4
    near, far = layout.lane - half, layout.lane + layout.lane_pitch * (UNITS - 1) + half
    return (*layout.place(-0.5, near), *layout.place(STEPS - 0.5, far))


def _rollers(layout: BeltLayout) -> PlotlyTrace:
    away = -5 if layout.upright else 6
    points = [layout.place(n - 0.5, layout.rail_at + away) for n in range(STEPS + 1)]
    return markers("rollers", points, size=7, colour="$paper", edge="$wire", edge_width=2)


def _blocks(name: str, layout: BeltLayout, points: Sequence[Point]) -> PlotlyTrace:
    width, height = layout.cell
    return bars(
        name,
        points,
        length=width,
        thick=height,
        colour=["$off"] * len(points),
        opacity=[1.0] * len(points),
        scale=VALUES,
    )


def _numbered(name: str, layout: BeltLayout, points: Sequence[Point]) -> PlotlyTrace:
    blocks, inks = _blocks(name, layout, points), ["$ink"] * len(points)
    return lettered(blocks, size=layout.type_size, colour=inks, family=MONO)


def _lamps(name: str, layout: BeltLayout, across: float, sign: str) -> PlotlyTrace:
    """A gate at each step, lit while it works; one without a sign is not seen."""
    lamps = markers(
        name,
        [layout.place(t, across) for t in range(STEPS)],
        size=2 * layout.lamp,
        colour=["$paper"] * STEPS,
        opacity=1.0 if sign else 0.0,
        edge=["$wire"] * STEPS,
        edge_width=2,
    )
    text = [f"<b>{sign}</b>" if sign else NO_TEXT] * STEPS
    return lettered(lamps, text, size=16, colour=["$muted"] * STEPS)


def _values(name: str, layout: BeltLayout, across: float, colour: str) -> PlotlyTrace:
    points = [layout.place(t, across) for t in range(STEPS)]
    return texts(name, points, size=layout.type_size, colour=[colour] * STEPS, family=MONO)


def _marks(name: str, layout: BeltLayout, size: float, fill: str, ring: str) -> PlotlyTrace:
    points = [layout.share(t, 0.0) for t in range(STEPS)]
    return markers(
        name, points, size=size, colour=fill, opacity=[0.0] * STEPS, edge=ring, edge_width=2.5
    )


def _chart_words(layout: BeltLayout) -> PlotlyTrace:
    """The numbers of the steps, the scale of what is left, and what its marks are."""
    wide = layout.wide
    steps = [(str(t + 1), layout.place(t, layout.step_at), "$muted") for t in range(STEPS)]
    beside = layout.time(-0.72) if wide else 42
    scale = [
        (text, layout.at(beside, at), "$muted")
        for text, at in (("0", layout.zero), ("1", layout.one))
    ]
    legend = (
        [("●  along the belt alone: f × f × f …", (640, 292), "$text_c"),
         ("○  by all paths, through h and the gates too", (980, 292), "$text_h")]
        if wide
        else [("● along the belt alone", (96, 8), "$text_c"),
              ("○ by all paths", (270, 8), "$text_h")]
    )  # fmt: skip
    items = [*steps, *scale, *legend]
    return texts(
        "words",
        [point for _, point, _ in items],
        [text for text, _, _ in items],
        size=13 if wide else SMALLEST_TEXT,
        colour=[colour for _, _, colour in items],
    )
