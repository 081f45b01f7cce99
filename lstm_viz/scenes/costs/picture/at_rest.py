"""The bars of the costs at rest: everything drawn, before a frame says how long the bars are."""

from __future__ import annotations

from lstm_viz.figures.shapes import (
    UNSEEN,
    PlotlyTrace,
    bars,
    derived,
    lettered,
    markers,
    texts,
)
from lstm_viz.scenes.costs.picture.layout import BarsLayout
from lstm_viz.scenes.costs.record.formulas import KINDS, MAPS

MARKS = 6
"""Lines behind the bars, at 1 × to 6 × the RNN."""
MIDDLE = 24
"""Pixels from the beginning of an amount to about its middle."""


def at_rest(layout: BarsLayout) -> list[PlotlyTrace]:
    names, small, labels = layout.name_size, layout.formula_size, layout.label_size
    kinds = [f"<b>{kind}</b>" for kind in KINDS]
    foot = (layout.units[0], layout.foot)
    traces = [
        _marks(layout),
        _bars(layout),
        texts(
            "names", layout.beside(*layout.names), kinds, size=names, colour="$ink", side="right"
        ),
        texts("units", layout.beside(*layout.units), size=small, side="right"),
        texts("formulas", layout.beside(layout.left, layout.formula), size=small, side="right"),
        texts(
            "amounts",
            layout.beside(layout.share[0], layout.amount),
            size=layout.amount_size,
            colour="$ink",
            side="right" if layout.wide else "left",
        ),
        derived(_places(layout, "amount", layout.amount), "amount"),
        texts("mark text", [(layout.left, layout.foot)] * MARKS, size=labels),
    ]
    if layout.wide:
        traces += [
            texts("shares", layout.beside(*layout.share), size=small, side="right"),
            derived(_places(layout, "share", layout.share[1]), "share"),
            texts("foot", [foot], ["times the RNN"], size=labels, side="right"),
        ]
    return traces


def _places(layout: BarsLayout, name: str, down: float) -> PlotlyTrace:
    """Where the amounts are clicked: on their middle, from which Plotly finds no text."""
    x = layout.share[0] - (0 if layout.wide else MIDDLE)
    points = layout.beside(x, down)
    return markers(f"{name} places", points, size=2 * MIDDLE, colour=UNSEEN)


def _marks(layout: BarsLayout) -> PlotlyTrace:
    """Behind each bar by itself: the formulas stand between them."""
    points = [(layout.left, y) for y in layout.rows for _ in range(MARKS)]
    return bars(
        "marks",
        points,
        upright=True,
        length=layout.thick + 8,
        thick=1.5,
        colour="$wire",
        opacity=[1.0] * len(points),
    )


def _bars(layout: BarsLayout) -> PlotlyTrace:
    """A bar for each map of each cell, and one for the rest."""
    points = [
        (layout.left, y)
        for y, kind in zip(layout.rows, KINDS, strict=True)
        for _ in range(len(MAPS[kind]) + 1)
    ]
    trace = bars(
        "bars",
        points,
        length=[0.0] * len(points),
        thick=layout.thick,
        colour=["$wire"] * len(points),
        opacity=1.0,
    )
    return lettered(trace, size=layout.label_size, colour=["$ink"] * len(points))
