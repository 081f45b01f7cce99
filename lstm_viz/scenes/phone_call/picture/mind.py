"""The mind: bubbles are the cell state.  A thought grows with |c| and has the colour of its value,
one that was there and is not any more sinks below the line, one that is said gets a ring."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.shapes import (
    UNSEEN,
    VALUES,
    Patch,
    PlotlyTrace,
    ink_on,
    lettered,
    line,
    markers,
    panel,
    patch,
    texts,
)
from lstm_viz.scenes.phone_call.picture.layout import CallLayout
from lstm_viz.scenes.phone_call.picture.ledger import SCALE
from lstm_viz.trace import Array, Trace

ON_YOUR_MIND = 0.1
"""From this |c| on a thought is on your mind; below, it is put aside or has not come yet."""
SAID = 0.3


def at_rest(layout: CallLayout, units: Sequence[str]) -> list[PlotlyTrace]:
    """The panel, the line below which lies what is put aside, and a bubble for each unit."""
    left, top, right, _ = layout.panel
    wide, count = layout.wide, len(units)
    return [
        panel("mind", layout.panel, 44 if wide else 26, 2),
        line(
            "line",
            [(left + 22, layout.line), (right - 22, layout.line)],
            colour="$f",
            width=2,
            simplify=True,
        ),
        texts(
            "room text",
            [(left + 24, top + 20), (right - 24, layout.line - 11)],
            ["on your mind", "put aside ↓"],
            size=15 if wide else 12,
            colour=["$text_c", "$text_f"],
            side=["right", "left"],
        ),
        markers(
            "before",
            layout.homes,
            size=[10.0] * count,
            colour=["$panel"] * count,
            opacity=[0.0] * count,
            edge=["$wire"] * count,
            edge_width=2,
        ),
        lettered(
            markers(
                "bubbles",
                layout.homes,
                size=[10.0] * count,
                colour=["$off"] * count,
                opacity=[1.0] * count,
                edge=["$paper"] * count,
                edge_width=4,
                scale=VALUES,
            ),
            [name.replace(" ", "<br>", 1) for name in units],
            size=layout.name_size,
            colour=["$muted"] * count,
        ),
    ]


def frame(layout: CallLayout, trace: Trace, t: int, k: int, *, last: bool) -> dict[str, Patch]:
    """The bubbles at stage ``k`` of moment ``t``, at the first one with what they were before; at
    the ``last`` stage something is said."""
    values, before = _held(trace, t, k), np.abs(trace.c_prev[t])
    known = np.maximum(np.abs(trace.c_prev[: t + 1]).max(axis=0), np.abs(values)) > ON_YOUR_MIND
    bubbles = [
        _bubble(layout, unit, float(value), been=bool(known[unit]))
        for unit, value in enumerate(values)
    ]
    points, sizes, colours, opacities, inks = zip(*bubbles, strict=True)
    return {
        "before": patch(
            size=[_size(layout, float(was)) for was in before],
            opacity=[float(k == 0 and was > ON_YOUR_MIND) for was in before],
        ),
        "bubbles": patch(
            points,
            size=sizes,
            colour=colours,
            opacity=opacities,
            edge=["$h" if last and abs(h) > SAID else "$paper" for h in trace.h[t]],
            ink=inks,
        ),
    }


def _size(layout: CallLayout, weight: float) -> float:
    return max(layout.least, round(layout.bubble * float(np.sqrt(weight)), 1))


def _bubble(
    layout: CallLayout, unit: int, value: float, *, been: bool
) -> tuple[tuple[float, float], float, float | str, float, str]:
    """Place, size, colour, opacity and colour of the name; ``been``: it was on your mind by now."""
    share = value / SCALE
    if abs(value) > ON_YOUR_MIND:
        ink = ink_on("values", share)
        return layout.homes[unit], _size(layout, abs(value)), round(share, 4), 1.0, ink
    if been:
        return layout.aside[unit], layout.least, "$off", 1.0, "$muted"
    return layout.homes[unit], layout.least, "$off", 0.0, UNSEEN


def _held(trace: Trace, t: int, k: int) -> Array:
    """What the cell holds at a stage: after forgetting, after writing."""
    held: Array = (trace.kept, trace.c, trace.c)[k][t]
    return held
