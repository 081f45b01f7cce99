"""Gates and states over the whole sequence: one aligned picture, a row a unit, a column a step."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from operator import index
from typing import Any

import plotly.graph_objects as go

from lstm_viz.figures.film import Film, film
from lstm_viz.figures.style import SANS, palette, resolve
from lstm_viz.signals import signal
from lstm_viz.trace import Trace

ROW, GAP, AXIS, TILTED = 15, 0.6, 34, 62
"""Height of a row in pixels, space between signals in rows, space for level and tilted labels."""

TALLEST = 1_800
"""Pixels: of more units the rows are thinner."""
MOST_ROWS = 8
"""Units that the player shows at a time, a row each for every signal."""
MOST_TOKENS = 40
"""Up to this many steps each column carries its token; beyond, its number now and then."""
MOST_LETTERS = 100
"""The same for the letters of a text, which need less room."""


def description(story: Film, units: int | None = None) -> dict[str, Any]:
    """The picture without its values: one heatmap a signal, and the layout.

    ``units`` are so many of the film's, all of them unless told otherwise.  The values of heatmap
    ``f`` are ``trace.f`` of these transposed, divided by the film's scale of f.
    """
    shown, steps = story.trace.hidden_size if units is None else units, len(story.trace)
    signals = [signal(story.trace.table, name) for name in story.kind.over_time]
    step = shown + GAP
    bottom = len(signals) * step - GAP - 0.5
    height = min(ROW, TALLEST / (bottom + 0.5))
    data = [
        {
            "type": "heatmap",
            "name": row.name,
            "x0": 0,
            "dx": 1,
            "y": [k * step + unit for unit in range(shown)],
            "zmin": -1,
            "zmax": 1,
            "colorscale": "$values",
            "showscale": False,
            "xgap": 1 if steps <= MOST_TOKENS else 0,
            "ygap": 1 if height > 4 else 0,
            "hovertemplate": (
                f"{row.label}, unit %{{customdata[0]}}, "
                "step %{customdata[1]}: %{customdata[2]:.3f}<extra></extra>"
            ),
        }
        for k, row in enumerate(signals)
    ]
    tilted = 14 < steps <= MOST_TOKENS
    below = TILTED if tilted else AXIS
    layout = {
        "height": round(height * (bottom + 0.5)) + below,
        "margin": {"l": 128, "r": 8, "t": 4, "b": below},
        "paper_bgcolor": "$paper",
        "plot_bgcolor": "$paper",
        "font": {"family": SANS, "color": "$muted", "size": 13},
        "hovermode": "closest",
        "dragmode": False,
        "xaxis": {
            "range": [-0.5, steps - 0.5],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "",
            "tickangle": -60 if tilted else 0,
            **_ticks(story),
        },
        "yaxis": {
            "range": [bottom, -0.5],
            "ticklabelstandoff": 4,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "",
            "tickvals": [k * step + (shown - 1) / 2 for k in range(len(signals))],
            "ticktext": [f"{row.label} <i>{row.symbol}</i>" for row in signals],
        },
    }
    return {"data": data, "layout": layout}


def _ticks(story: Film) -> dict[str, Any]:
    tokens = story.tokens
    if story.among and max(map(len, tokens)) <= 1 and len(tokens) <= MOST_LETTERS:
        letters = [escape(token, quote=False) for token in tokens]
        return {"tickvals": list(range(len(tokens))), "ticktext": letters}
    if len(tokens) <= MOST_TOKENS:
        labels = [escape(t if len(t) <= 10 else t[:9] + "…", quote=False) for t in tokens]
        return {"tickvals": list(range(len(tokens))), "ticktext": labels}
    shown = range(0, len(tokens), 20 if len(tokens) > 100 else 10)
    return {"tickvals": list(shown), "ticktext": [str(story.step_number(t)) for t in shown]}


def overview(
    trace: Trace,
    *,
    tokens: Iterable[object] | None = None,
    units: Iterable[int] | None = None,
    theme: str = "light",
) -> go.Figure:
    """All gates and states of an unbatched run, (T, H) each, as aligned heatmap rows.

    ``units`` (from 0) are those that have rows, in this order; all of them unless told otherwise.
    Raises ``ValueError`` for another kind of cell, a batch, tokens that are not T, or units that
    are not there.
    """
    story = film(trace, tokens=tokens, layouts=())
    chosen = _chosen(trace, units)
    picture = description(story, len(chosen))
    for heatmap in picture["data"]:
        name = heatmap["name"]
        values = getattr(trace, name)[:, chosen]
        heatmap["z"] = (values / story.scales[name]).T.tolist()
        heatmap["customdata"] = [
            [[unit + 1, t + 1, float(values[t, row])] for t in range(len(trace))]
            for row, unit in enumerate(chosen)
        ]
    colours = palette(theme)
    return go.Figure(resolve(picture["data"], colours), resolve(picture["layout"], colours))


def _chosen(trace: Trace, units: Iterable[int] | None) -> list[int]:
    """The units that have rows, from 0."""
    size = trace.hidden_size
    if units is None:
        return list(range(size))
    chosen = [index(unit) for unit in units]
    if not chosen or len(set(chosen)) != len(chosen) or not 0 <= min(chosen) <= max(chosen) < size:
        raise ValueError(f"units must be different numbers from 0 to {size - 1}, got {chosen}")
    return chosen
