"""The mind: bubbles are the cell state.  A thought grows with |c|, one that was there and is not
any more sinks below the line, one that is said gets a ring."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.shapes import (
    NO_TEXT,
    UNSEEN,
    Patch,
    PlotlyTrace,
    lettered,
    line,
    markers,
    panel,
    patch,
    texts,
)
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.scenes.phone_call.picture.layout import CallLayout
from lstm_viz.trace import Array, Trace

ON_YOUR_MIND = 0.1
"""From this |c| on a thought is on your mind; below, it is put aside or has not come yet."""
SAID = 0.3


def at_rest(layout: CallLayout, units: Sequence[str]) -> list[PlotlyTrace]:
    """The panel, the line below which lies what is put aside, and a bubble for each unit."""
    left, _, right, _ = layout.panel
    wide, count = layout.wide, len(units)
    speech = 18 if wide else 13
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
            [(left + 24, 32 if wide else 24), (right - 24, layout.line + 10)],
            ["on your mind", "put aside"],
            size=15 if wide else 12,
            colour=["$text_c", "$text_f"],
            side=["right", "left"],
        ),
        texts("heard", [layout.heard], size=speech, colour="$text_i", side="left"),
        texts("said", [layout.said], size=speech, colour="$text_h", side="left"),
        lettered(
            markers(
                "bubbles",
                layout.homes,
                size=[10.0] * count,
                colour=["$off"] * count,
                opacity=[1.0] * count,
                edge=["$paper"] * count,
                edge_width=4,
            ),
            [name.replace(" ", "<br>", 1) for name in units],
            size=15 if wide else SMALLEST_TEXT,
            colour=["$muted"] * count,
        ),
    ]


def frame(
    layout: CallLayout, trace: Trace, t: int, k: int, *, last: bool, heard: str, said: str
) -> dict[str, Patch]:
    """The bubbles and the words beside them at stage ``k`` of moment ``t``; at the ``last`` stage
    something is said."""
    weights = _weights(trace, t, k)
    known = np.maximum(np.abs(trace.c_prev[: t + 1]).max(axis=0), weights) > ON_YOUR_MIND
    bubbles = [
        _bubble(layout, unit, float(weight), been=bool(known[unit]))
        for unit, weight in enumerate(weights)
    ]
    points, sizes, colours, opacities, inks = zip(*bubbles, strict=True)
    return {
        "bubbles": patch(
            points,
            size=sizes,
            colour=colours,
            opacity=opacities,
            edge=["$h" if last and abs(h) > SAID else "$paper" for h in trace.h[t]],
            ink=inks,
        ),
        "heard": patch(text=[heard or NO_TEXT]),
        "said": patch(text=[said if last and said else NO_TEXT]),
    }


def _bubble(
    layout: CallLayout, unit: int, weight: float, *, been: bool
) -> tuple[tuple[float, float], float, str, float, str]:
    """Place, size, colour, opacity and colour of the name; ``been``: it was on your mind by now."""
    small = (0.5 if been else 0.2) * layout.bubble
    if weight > ON_YOUR_MIND:
        size = round(max(small, layout.bubble * weight**0.5), 1)
        return layout.homes[unit], size, "$c", 1.0, "$ink"
    if been:
        return layout.aside[unit], small, "$off", 1.0, "$muted"
    return layout.homes[unit], small, "$off", 0.0, UNSEEN


def _weights(trace: Trace, t: int, k: int) -> Array:
    """|what the cell holds| at a stage: before, after forgetting, after writing."""
    held = (trace.c_prev, trace.kept, trace.c, trace.c, trace.c)[k]
    weights: Array = np.abs(held[t])
    return weights
