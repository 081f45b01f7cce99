"""The bars of the costs at rest: everything drawn, before a frame says how long the bars are."""

from __future__ import annotations

from lstm_viz.figures.shapes import PlotlyTrace, lettered, markers, stroke, texts
from lstm_viz.scenes.costs.picture.layout import BarsLayout
from lstm_viz.scenes.costs.record import KINDS, MAPS

MARKS = 6
"""Lines behind the bars, at 1 × to 6 × the RNN."""


def at_rest(layout: BarsLayout) -> list[PlotlyTrace]:
    names, small, labels = layout.name_size, layout.formula_size, layout.label_size
    kinds = [f"<b>{kind}</b>" for kind in KINDS]
    after, foot = "middle right", (layout.units[0], layout.foot)
    traces = [
        _marks(layout),
        _bars(layout),
        texts(
            "names", layout.beside(*layout.names), kinds, size=names, colour="$ink", position=after
        ),
        texts("units", layout.beside(*layout.units), size=small, position=after),
        texts("formulas", layout.beside(layout.left, layout.formula), size=small, position=after),
        texts(
            "amounts",
            layout.beside(layout.share[0], layout.amount),
            size=layout.amount_size,
            colour="$ink",
            position=after if layout.wide else "middle left",
        ),
        texts("mark text", [(layout.left, layout.foot)] * MARKS, size=labels),
    ]
    if layout.wide:
        traces += [
            texts("shares", layout.beside(*layout.share), size=small, position=after),
            texts("foot", [foot], ["times the RNN"], size=labels, position=after),
        ]
    return traces


def _marks(layout: BarsLayout) -> PlotlyTrace:
    top, bottom = layout.rows[0] - layout.thick / 2 - 4, layout.rows[2] + layout.thick / 2 + 4
    return markers(
        "marks",
        [(layout.left, (top + bottom) / 2)] * MARKS,
        symbol="line-ns-open",
        size=stroke(bottom - top),
        edge_width=1.5,
        colour="$faint",
        opacity=[1.0] * MARKS,
    )


def _bars(layout: BarsLayout) -> PlotlyTrace:
    """A bar for each map of each cell, and one for the rest."""
    points = [
        (layout.left, y)
        for y, kind in zip(layout.rows, KINDS, strict=True)
        for _ in range(len(MAPS[kind]) + 1)
    ]
    bars = markers(
        "bars",
        points,
        symbol="line-ew-open",
        size=[0.0] * len(points),
        edge_width=layout.thick,
        colour=["$wire"] * len(points),
        opacity=1.0,
    )
    return lettered(bars, size=layout.label_size, colour=["$ink"] * len(points))
