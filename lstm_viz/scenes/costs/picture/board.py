"""What the three cells cost, as a board: a bar a cell, split into its maps, stage by stage.

A bar is made of a cell's maps (parameters, multiply-adds) or of what belongs to no map.  Bars of
one measure share a scale over both steps, so that they can be compared; the lines behind each bar
stand at once, twice, … the RNN's amount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, stroke
from lstm_viz.notation import counted
from lstm_viz.scenes.costs.picture.at_rest import MARKS, MIDDLE, at_rest
from lstm_viz.scenes.costs.picture.layout import LAYOUTS, BarsLayout
from lstm_viz.scenes.costs.record.formulas import KINDS, MAPS, Cost, Costs
from lstm_viz.scenes.costs.words.captions import (
    MEASURES,
    SAME,
    SHOWN,
    amount,
    costs_caption,
    formula,
    times,
    where_from,
)

REST = {"hidden_size": "$h", "seconds": "$muted"}
"""Colour of what belongs to no map."""


def costs_board(costs: Costs) -> Board:
    """The bars of ``costs``, a step for what is held the same, a stage for each measure."""
    return Board(
        steps=SAME,
        frames=tuple(
            tuple(
                Frame(
                    {layout.name: _patches(layout, costs, same, measure.id) for layout in LAYOUTS},
                    costs_caption(costs, same, measure),
                    where_from(costs, same, measure.id),
                )
                for measure in SHOWN[same]
            )
            for same in range(len(SAME))
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout)) for layout in LAYOUTS},
        tables=tuple(_table(costs, same) for same in range(len(SAME))),
        alt="Three bars, for an RNN, a GRU and an LSTM: how much of something each of them takes",
        step_word="case",
    )


def scale(layout: BarsLayout, costs: Costs, measure: str) -> float:
    """Pixels for each one of a measure, the same in both steps."""
    most: float = max(getattr(cost, measure) for row in costs.compared for cost in row)
    return layout.longest / most


def _patches(layout: BarsLayout, costs: Costs, same: int, measure: str) -> dict[str, Patch]:
    cells = costs.compared[same]
    unit = scale(layout, costs, measure)
    lengths = [getattr(cost, measure) * unit for cost in cells]
    after = [layout.left + length + 14 for length in lengths]
    amounts = [f"<b>{amount(measure, getattr(cost, measure))}</b>" for cost in cells]
    shares = [times(costs.ratio(kind, measure, same=same)) for kind in KINDS]
    marks = [layout.left + lengths[0] * (n + 1) for n in range(MARKS)]
    shown = [mark <= layout.left + layout.longest + 1 for mark in marks]
    seen = [mark for mark, is_so in zip(marks, shown, strict=True) if is_so]
    places = [mark if is_so else layout.left for mark, is_so in zip(marks, shown, strict=True)]
    patches = {
        "bars": _bars(layout, cells, measure, unit),
        "units": patch(text=[counted(cost.hidden_size, "unit") for cost in cells]),
        "formulas": patch(text=[_formula(cost, measure, costs) for cost in cells]),
        "marks": {"x": places * len(KINDS)}
        | patch(opacity=[float(is_so) for is_so in shown] * len(KINDS)),
        "mark text": {"x": places}
        | patch(text=[f"{n + 1} ×" if is_so else NO_TEXT for n, is_so in enumerate(shown)]),
    }
    if layout.wide:
        others = [NO_TEXT, *(f"{share} the RNN" for share in shares[1:])]
        after = [
            _beyond(x, layout, (told, other), seen)
            for x, told, other in zip(after, amounts, others, strict=True)
        ]
        middle = [x + MIDDLE for x in after]
        return patches | {
            "amount places": {"x": middle},
            "share places": {"x": middle},
            "amounts": {"x": after} | patch(text=amounts),
            "shares": {"x": after} | patch(text=others),
        }
    # One line, to the right edge.
    amounts[1:] = [f"{a} · {b} RNN" for a, b in zip(amounts[1:], shares[1:], strict=True)]
    return patches | {"amounts": {"x": [layout.share[0]] * len(cells)} | patch(text=amounts)}


def _beyond(x: float, layout: BarsLayout, told: tuple[str, str], marks: Sequence[float]) -> float:
    """Where words that would begin at ``x`` stand, so that no line behind the bars strikes them."""
    amount_, share = (re.sub("<[^>]*>", "", text) for text in told)
    width = 0.56 * max(layout.amount_size * len(amount_), layout.formula_size * len(share))
    for mark in marks:
        if x - 4 < mark < x + width + 4:
            x = mark + 10
    return x


def _formula(cost: Cost, measure: str, costs: Costs) -> str:
    symbols, numbers = formula(cost, measure, costs)
    return f"{symbols} = {numbers}" if numbers else symbols


def _bars(layout: BarsLayout, cells: tuple[Cost, ...], measure: str, unit: float) -> Patch:
    """The maps of each cell from the left, then the rest."""
    x, sizes, colours, labels, inks = [], [], [], [], []
    rest = (REST.get(measure, "$wire"), "", "$ink")
    for cost in cells:
        start = layout.left
        parts = cost.parts(measure)
        looks = [(f"${m.color or 'x'}", m.label, "$on_signal") for m in MAPS[cost.kind]]
        for share, (colour, label, ink) in zip(
            (*parts.maps, parts.rest), (*looks, rest), strict=True
        ):
            length = share * unit
            room = length > 0.56 * layout.label_size * len(label) + 8
            x.append(round(start + length / 2, 2))
            sizes.append(stroke(max(0.0, length - 1.5)))
            colours.append(colour)
            labels.append(label if label and room else NO_TEXT)
            inks.append(ink)
            start += length
    return {"x": x} | patch(text=labels, size=sizes, colour=colours, ink=inks)


def _table(costs: Costs, same: int) -> Table:
    def cell(cost: Cost, measure: str) -> str:
        share = times(costs.ratio(cost.kind, measure, same=same))
        return f"{amount(measure, getattr(cost, measure))} ({share})"

    return Table(
        caption=f"With the {SAME[same]}; in brackets: times the RNN",
        head=("", *KINDS),
        rows=tuple(
            (measure.title, *(cell(cost, measure.id) for cost in costs.compared[same]))
            for measure in MEASURES
        ),
    )
