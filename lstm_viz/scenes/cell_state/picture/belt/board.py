"""The conveyor belt: the units of one cell state as parcels that ride past a gate at every step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.lighting import Patch
from lstm_viz.figures.shapes import NO_TEXT, places
from lstm_viz.figures.style import STRONG
from lstm_viz.notation import number
from lstm_viz.scenes.cell_state.picture.belt.layout import LAYOUTS, Layout
from lstm_viz.scenes.cell_state.picture.belt.parts import still
from lstm_viz.trace import Trace

Array = NDArray[np.floating[Any]]

HIDDEN = "rgba(0,0,0,0)"
PAST = 0.5
"""Opacity of what the belt carried at earlier steps."""


@dataclass(frozen=True)
class Said:
    """What is said of one step; HTML."""

    title: str
    sentence: str
    equation: str
    numbers: str


def belt_board(trace: Trace, left: Array, whole: Array, said: Sequence[Said]) -> Board:
    """The belt as a board, a frame a step.

    ``trace`` is an unbatched LSTM run (T, H) with T = 20 and H = 4, all units under one forget
    gate value.  ``left`` and ``whole`` (T,) are what is left of the first load's influence, along
    the belt alone and by all paths.
    """
    scale = max(1.0, float(np.abs(trace.c).max()))
    frames = tuple(
        (
            Frame(
                {
                    name: _patches(layout, trace, left, whole, scale, t)
                    for name, layout in LAYOUTS.items()
                },
                words.title,
                words.sentence,
                words.equation,
                words.numbers,
            ),
        )
        for t, words in enumerate(said)
    )
    return Board(
        steps=tuple(str(t + 1) for t in range(len(trace))),
        frames=frames,
        pictures={
            name: Picture(layout.width, layout.height, still(layout))
            for name, layout in LAYOUTS.items()
        },
        tables=tuple(_table(trace, left, whole, t) for t in range(len(trace))),
        alt="A conveyor belt: the four numbers of the cell state ride past a forget gate and an "
        "input gate at each of twenty steps; beside them, what is left of the first load.",
    )


def _patches(
    layout: Layout, trace: Trace, left: Array, whole: Array, scale: float, t: int
) -> dict[str, Patch]:
    steps = len(trace)
    reached = [min(s, t) for s in range(steps)]
    shown = [1.0 if s <= t else 0.0 for s in range(steps)]
    here = [layout.parcel(t, unit) for unit in range(trace.hidden_size)]
    open_now = [float(trace.i[s].max()) > 0.5 for s in range(steps)]
    return {
        "lit belt": places([layout.rail_start, layout.rail(t)]),
        "trail": _cells(trace, scale, range(steps), t),
        "parcels": places(here) | _values(trace.c[t] / scale, trace.c[t], full=True),
        "carrier": places(layout.carrier(t)),
        "forget gates": _lamps([s == t for s in range(steps)], "f"),
        "forget values": {
            "text": [number(trace.f[s, 0]) for s in range(steps)],
            "textfont": {"color": ["$text_f" if s <= t else "$muted" for s in range(steps)]},
        },
        "input gates": _lamps([s == t and open_now[s] for s in range(steps)], "i"),
        "input values": {
            "text": [number(trace.i[s, 0]) if s <= t else NO_TEXT for s in range(steps)],
            "textfont": {"color": ["$text_i" if s <= t else "$muted" for s in range(steps)]},
        },
        "left line": places([layout.share(s, float(left[s])) for s in reached]),
        "left": _points(layout, left, shown),
        "whole": _points(layout, whole, shown),
        "now": places([layout.now(t, end) for end in (0, 1)]),
    }


def _cells(trace: Trace, scale: float, steps: range, t: int) -> Patch:
    """The belt as it was at every earlier step; nothing at those to come."""
    seen = [s < t for s in steps for _ in range(trace.hidden_size)]
    values = trace.c.reshape(-1)
    patch = _values(values / scale, values, full=False)
    patch["text"] = [text if s else NO_TEXT for text, s in zip(patch["text"], seen, strict=True)]
    patch["marker"]["opacity"] = [PAST if s else 0.0 for s in seen]
    patch["textfont"]["color"] = ["$ink" if s else HIDDEN for s in seen]
    return patch


def _values(shares: Array, values: Array, *, full: bool) -> Patch:
    return {
        "text": [number(value, sign=True) for value in values],
        "marker": {"color": [round(float(share), 4) for share in shares]},
        "textfont": {
            "color": ["$on_value" if full and abs(share) > STRONG else "$ink" for share in shares]
        },
    }


def _lamps(lit: Sequence[bool], signal: str) -> Patch:
    return {
        "marker": {
            "color": [f"${signal}" if on else "$paper" for on in lit],
            "line": {"color": [f"${signal}" if on else "$wire" for on in lit]},
        },
        "textfont": {"color": ["$on_signal" if on else "$muted" for on in lit]},
    }


def _points(layout: Layout, values: Array, shown: Sequence[float]) -> Patch:
    points = [layout.share(s, float(value)) for s, value in enumerate(values)]
    return places(points) | {"marker": {"opacity": list(shown)}}


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
