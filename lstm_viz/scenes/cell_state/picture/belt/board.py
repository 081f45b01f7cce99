"""The conveyor belt: the units of one cell state as parcels that ride past a gate at every step."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.shapes import NO_TEXT, UNSEEN, Patch, patch
from lstm_viz.figures.style import STRONG
from lstm_viz.lesson.caption import Caption
from lstm_viz.notation import number
from lstm_viz.scenes.cell_state.picture.belt.at_rest import at_rest
from lstm_viz.scenes.cell_state.picture.belt.layout import LAYOUTS, BeltLayout
from lstm_viz.trace import Array, Trace

PAST = 0.5
"""Opacity of what the belt carried at earlier steps."""


def belt_board(trace: Trace, left: Array, whole: Array, told: Sequence[Caption]) -> Board:
    """The belt as a board, a frame a step.

    ``trace`` is an unbatched LSTM run (T, H) with T = 20 and H = 4, all units under one forget
    gate value.  ``left`` and ``whole`` (T,) are what is left of the first load's influence, along
    the belt alone and by all paths.  ``told`` is what is said of each step.
    """
    steps = range(len(trace))
    frames = [
        Frame({layout.name: _patches(layout, trace, left, whole, t) for layout in LAYOUTS}, told[t])
        for t in steps
    ]
    return Board(
        steps=tuple(str(t + 1) for t in steps),
        frames=tuple((frame,) for frame in frames),
        pictures={layout.name: Picture(*layout.size, at_rest(layout)) for layout in LAYOUTS},
        tables=tuple(_table(trace, left, whole, t) for t in steps),
        alt="A conveyor belt: the four numbers of the cell state ride past a forget gate and an "
        "input gate at each of twenty steps; beside them, what is left of the first load.",
    )


def _patches(
    layout: BeltLayout, trace: Trace, left: Array, whole: Array, t: int
) -> dict[str, Patch]:
    steps = range(len(trace))
    scale = max(1.0, float(np.abs(trace.c).max()))
    here = [layout.parcel(t, unit) for unit in range(trace.hidden_size)]
    open_now = [float(trace.i[s].max()) > 0.5 for s in steps]
    return {
        "lit belt": patch([layout.rail_start, layout.rail(t)]),
        "trail": _trail(trace, scale, t),
        "parcels": patch(
            here,
            text=_numbers(trace.c[t]),
            colour=_shares(trace.c[t], scale),
            ink=["$on_value" if abs(c / scale) > STRONG else "$ink" for c in trace.c[t]],
        ),
        "carrier": patch(layout.carrier(t)),
        "forget gates": _lamps([s == t for s in steps], "f"),
        "forget values": patch(
            text=[number(trace.f[s, 0]) for s in steps],
            ink=["$text_f" if s <= t else "$muted" for s in steps],
        ),
        "input gates": _lamps([s == t and open_now[s] for s in steps], "i"),
        "input values": patch(
            text=[number(trace.i[s, 0]) if s <= t else NO_TEXT for s in steps],
            ink=["$text_i" if s <= t else "$muted" for s in steps],
        ),
        "left line": patch([layout.share(min(s, t), float(left[min(s, t)])) for s in steps]),
        "left": _points(layout, left, t),
        "whole": _points(layout, whole, t),
        "now": patch([layout.now(t, end) for end in (0, 1)]),
    }


def _trail(trace: Trace, scale: float, t: int) -> Patch:
    """The belt as it was at every earlier step; nothing at those to come."""
    values = trace.c.reshape(-1)
    seen = [s < t for s in range(len(trace)) for _ in range(trace.hidden_size)]
    return patch(
        text=[text if s else NO_TEXT for text, s in zip(_numbers(values), seen, strict=True)],
        colour=_shares(values, scale),
        opacity=[PAST if s else 0.0 for s in seen],
        ink=["$ink" if s else UNSEEN for s in seen],
    )


def _numbers(values: Array) -> list[str]:
    return [number(value, sign=True) for value in values]


def _shares(values: Array, scale: float) -> list[float]:
    return [round(float(share), 4) for share in values / scale]


def _lamps(lit: Sequence[bool], signal: str) -> Patch:
    return patch(
        colour=[f"${signal}" if on else "$paper" for on in lit],
        edge=[f"${signal}" if on else "$wire" for on in lit],
        ink=["$on_signal" if on else "$muted" for on in lit],
    )


def _points(layout: BeltLayout, values: Array, t: int) -> Patch:
    points = [layout.share(s, float(value)) for s, value in enumerate(values)]
    return patch(points, opacity=[1.0 if s <= t else 0.0 for s in range(len(points))])


def _table(trace: Trace, left: Array, whole: Array, t: int) -> Table:
    def row(name: str, values: Sequence[float], sign: bool = True) -> tuple[str, ...]:
        return (name, *(number(value, sign=sign) for value in values))

    empty = [NO_TEXT] * (trace.hidden_size - 1)
    return Table(
        f"The belt at step {t + 1}",
        ("", *(f"unit {unit + 1}" for unit in range(trace.hidden_size))),
        (
            row("carried in", trace.c_prev[t]),
            row("forget gate", trace.f[t], False),
            row("input gate", trace.i[t], False),
            row("written", trace.written[t]),
            row("carried on", trace.c[t]),
            ("left of the first load, along the belt", number(left[t]), *empty),
            ("by all paths", number(whole[t]), *empty),
        ),
    )
