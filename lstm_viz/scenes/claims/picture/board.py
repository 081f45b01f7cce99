"""A claim as a board of two frames: what will be tested, and what came out."""

from __future__ import annotations

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.shapes import Patch, PlotlyTrace
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.claims.picture import bars, curves
from lstm_viz.scenes.claims.picture.layout import LAYOUTS, ChartLayout
from lstm_viz.scenes.claims.record import Bars, Claim, Curves, Evidence
from lstm_viz.scenes.claims.words import VERDICTS, claimed, shown

ROWS = 12
"""Of curves, as many steps stand in the table."""


def claim_board(claim: Claim, evidence: Evidence) -> Board:
    chart = evidence.chart
    told = (claimed(claim), shown(claim, evidence))
    return Board(
        steps=("the claim", "the test"),
        frames=stills(
            Frame({layout.name: _patches(layout, chart, bool(t)) for layout in LAYOUTS}, told[t])
            for t in range(len(told))
        ),
        pictures={
            layout.name: Picture(*layout.size, _at_rest(layout, chart)) for layout in LAYOUTS
        },
        tables=(
            Table("Nothing has run yet", ("", ""), (("the claim", claim.says),)),
            _table(evidence),
        ),
        alt=f"A chart of {chart.y_label}, empty until the test runs",
    )


def _at_rest(layout: ChartLayout, chart: Bars | Curves) -> list[PlotlyTrace]:
    if isinstance(chart, Curves):
        return curves.at_rest(layout, chart)
    return bars.at_rest(layout, chart)


def _patches(layout: ChartLayout, chart: Bars | Curves, there: bool) -> dict[str, Patch]:
    if isinstance(chart, Curves):
        return curves.patches(layout, chart, there=there)
    return bars.patches(layout, chart, there=there)


def _table(evidence: Evidence) -> Table:
    chart = evidence.chart
    title = f"{VERDICTS[evidence.verdict]}: {chart.y_label}"
    if isinstance(chart, Bars):
        return Table(title, ("", chart.y_label), tuple((b.name, b.written) for b in chart.bars))
    write = in_powers if chart.log else number
    steps = chart.curves[0].x
    every = max(1, -(-len(steps) // ROWS))
    return Table(
        title,
        (chart.x_label, *(curve.name for curve in chart.curves)),
        tuple(
            (f"{steps[k]:g}", *(write(curve.y[k]) for curve in chart.curves))
            for k in range(0, len(steps), every)
        ),
    )
