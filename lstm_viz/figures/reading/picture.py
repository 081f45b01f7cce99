"""The aligned picture as Plotly sees it, without its values: the browser puts those in.

Two figures that share their columns: the *score* (everything that belongs to a character) and the
*ledger* (what is left, in one cell state, of each earlier write), which changes at every step.
Both are as wide as the stretch of columns that is drawn; x counts characters, y is pixels in the
score.

The score is one row of bars and two heatmaps.  Their rows mean different things and have different
colours, so each heatmap's colour scale is put together from several (``scales``), side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from lstm_viz.figures.reading.rows import FINE, GAP, GATES, SAYS, TERMS, Row, rows
from lstm_viz.figures.shapes import PlotlyTrace
from lstm_viz.figures.style import SANS
from lstm_viz.lesson.glossary import entry

LEDGER, NUMBERS = 50, 17
"""Heights of the ledger's bars and of the numbers of the characters under them, in pixels."""
TINT = 0.6
"""How strongly the ground of a letter is coloured: letters in ink stay readable on it."""
SMALLEST_COLUMN = 9
"""Below this width in pixels a column has colour alone: no letter fits."""
BITS = 10
"""What a full surprise bar stands for; one that is off the scale goes on to the picture's edge, and
a sign there says so."""
FAINT = 0.2
"""Of the scale of surprise: on it ``surprise_faint`` stands, which can be seen on any ground."""
CAP = 7
"""Size of the sign on a bar that is off the scale, in pixels."""

ZERO = {"zeroline": True, "zerolinecolor": "$wire", "zerolinewidth": 1}

Colorscale = str | list[list[float | str]]
"""The name of a scale from −1 to 1, or colours at places from 0 to 1."""


class RowOfPicture(TypedDict):
    """A row of the score (``rows.Row``), heights in pixels."""

    name: str
    top: int
    height: int
    drawn: int
    """Of the height, what is not left empty."""
    fine: int
    """The height of the heatmap's even rows here."""
    group: str
    label: str
    symbol: str
    color: str
    scale: str
    unit: int | None
    rank: int
    range: str
    says: str
    term: str


class Account(TypedDict):
    says: str
    term: str


class Figure(TypedDict):
    """As Plotly has it, without values."""

    data: list[PlotlyTrace]
    layout: dict[str, Any]


class AlignedPicture(TypedDict):
    rows: list[RowOfPicture]
    height: float
    tint: float
    smallest: float
    bits: float
    numbers: float
    account: Account
    score: Figure
    ledger: Figure


def colorscale(name: str) -> Colorscale:
    """The colours of a scale: diverging for what has a sign, else from pale or nothing to full."""
    if name in GATES:
        return [[0, f"$pale_{name}"], [1, f"${name}"]]
    if name == "surprise":
        return [[0, "$paper"], [FAINT, "$surprise_faint"], [1, "$surprise"]]
    if name == "guess":
        return [[0, "$paper"], [1, "$h"]]
    return "$values"


def picture(units: Sequence[int], *, paint: str) -> AlignedPicture:
    """Rows, and both figures as ``{"data": [...], "layout": {...}}`` with roles for colours.

    ``units`` from 0, the chosen one first; ``paint`` is what colours the letters: ``"surprise"`` or
    the name of a signal.  Raises ``ValueError`` for units that cannot be shown.
    """
    placed = rows(units)
    height = placed[-1].bottom
    text = {"paint": colorscale(paint), "guess": colorscale("guess")}
    signals = {name: colorscale(name) for name in (*GATES, "values")}
    return {
        "rows": [_described(row) for row in placed],
        "height": height,
        "tint": TINT,
        "smallest": SMALLEST_COLUMN,
        "bits": BITS,
        "numbers": NUMBERS,
        "account": {"says": SAYS["ledger"], "term": entry(TERMS["ledger"]).id},
        "score": {
            "data": [
                _bars("surprise", {"color": "$surprise"}) | {"base": placed[0].bottom},
                _heatmap("text", placed, text),
                _heatmap("signals", placed, signals),
                _caps(),
            ],
            "layout": _layout(height),
        },
        "ledger": {
            "data": [_bars("ledger", {})],
            "layout": _layout(LEDGER) | {"yaxis": _axis(range=[-1, 1], **ZERO)},
        },
    }


def _described(row: Row) -> RowOfPicture:
    return {
        "name": row.name,
        "top": row.top,
        "height": row.height,
        "drawn": row.height - GAP,
        "fine": FINE.get(row.group, row.height),
        "group": row.group,
        "label": row.label,
        "symbol": row.symbol,
        "color": row.color,
        "scale": row.scale,
        "unit": row.unit,
        "rank": row.rank,
        "range": row.range,
        "says": row.says,
        "term": row.term,
    }


def _bars(name: str, marker: dict[str, Any]) -> PlotlyTrace:
    return {"type": "bar", "name": name, "width": 0.76, "marker": {"line": {"width": 0}} | marker}


def _caps() -> PlotlyTrace:
    """Signs at the top of the bars that are off the scale."""
    return {
        "type": "scatter",
        "name": "caps",
        "mode": "markers",
        "marker": {"symbol": "triangle-up", "size": CAP, "color": "$ink", "line": {"width": 0}},
    }


def _heatmap(name: str, placed: Sequence[Row], scales: dict[str, Colorscale]) -> PlotlyTrace:
    """A heatmap over the rows that have one of these scales; its own rows are even."""
    inside = [row for row in placed if row.scale in scales]
    fine = FINE[inside[0].group]
    first, last = inside[0].top, inside[-1].bottom
    return {
        "type": "heatmap",
        "name": name,
        "y0": first + fine / 2,
        "dy": fine,
        "count": (last - first) // fine,
        "top": first,
        "scales": scales,
        "zmin": 0,
        "zmax": 1,
        "showscale": False,
    }


def _axis(**more: Any) -> dict[str, Any]:
    return {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "ticks": "",
        **more,
    }


def _layout(height: float) -> dict[str, Any]:
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": "$paper",
        "plot_bgcolor": "$paper",
        "font": {"family": SANS, "color": "$muted", "size": 12},
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "bargap": 0,
        "xaxis": _axis(),
        "yaxis": _axis(range=[height, 0]),
    }
