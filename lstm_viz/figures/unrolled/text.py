"""The words, letters and signs of the unrolled row."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lstm_viz.figures.diagram import Diagram
from lstm_viz.figures.shapes import NO_TEXT, PlotlyTrace, short, texts
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.figures.unrolled.layout import Placement
from lstm_viz.signals import LSTM_SIGNALS, Signal, gates, signal


def letters(first: Diagram, row: Placement) -> PlotlyTrace:
    """The symbol of each gate."""
    boxes = list(first.gates.values()) * row.steps
    trace = texts(
        "letters",
        [gate.centre for gate in boxes],
        [_letter(signal(LSTM_SIGNALS, gate.name)) for gate in boxes],
        size=12,
        colour=[f"$text_{gate.name}" for gate in boxes],
    )
    return row.spread(trace)


def signs(first: Diagram, row: Placement) -> PlotlyTrace:
    """× and + of every cell; there is no room for "tanh"."""
    ops = list(first.ops.values()) * row.steps
    trace = texts(
        "signs",
        [op.centre for op in ops],
        [NO_TEXT if op.text == "tanh" else op.text for op in ops],
        size=12,
        colour=["$muted"] * len(ops),
    )
    return row.spread(trace)


def states(first: Diagram, row: Placement) -> PlotlyTrace:
    """c and h beside the strips between the cells."""
    strips = [first.strips[name] for name in ("c", "h")]
    points = [
        (strip.edge("right")[0] + 8, strip.centre[1])
        if row.upright
        else (strip.centre[0], strip.edge("top")[1] - 9)
        for strip in strips
    ]
    trace = texts(
        "states",
        points * row.steps,
        ["<i>c</i>", "<i>h</i>"] * row.steps,
        size=14,
        colour=["$text_c", "$text_h"] * row.steps,
    )
    return row.spread(trace)


def tokens(first: Diagram, row: Placement, read: Sequence[str]) -> PlotlyTrace:
    """The word each cell reads: under it in the row, beside it in the column."""
    x, (left, _, right, _) = first.strips["x"], first.frame
    point = (
        (left - 8, x.centre[1]) if row.upright else ((left + right) / 2, x.edge("bottom")[1] + 16)
    )
    longest = 11 if row.upright else max(4, int(row.shift[0] / 9))
    trace = texts(
        "tokens",
        [point] * row.steps,
        [f"“{escape(short(token, longest), quote=False)}”" for token in read],
        size=13 if row.upright else 17,
        colour=["$muted"] * row.steps,
        side="left" if row.upright else "center",
    )
    return row.spread(trace)


def legend(row: Placement) -> PlotlyTrace:
    """What the letters mean, over the row."""
    rows = [signal(LSTM_SIGNALS, name) for name in gates(LSTM_SIGNALS)]
    meanings = [(f"{_letter(gate)} {gate.label}", f"$text_{gate.color}") for gate in rows]
    meanings += [("<i>c</i> cell state", "$text_c"), ("<i>h</i> hidden state", "$text_h")]
    per_row = 3 if row.upright else len(meanings)
    pitch = row.width / per_row if row.upright else 150
    return texts(
        "legend",
        [(8 + pitch * (n % per_row), 12.0 + 18 * (n // per_row)) for n in range(len(meanings))],
        [text for text, _ in meanings],
        size=SMALLEST_TEXT if row.upright else 14,
        colour=[colour for _, colour in meanings],
        side="right",
    )


def _letter(gate: Signal) -> str:
    """The symbol without its index."""
    return f"<b>{gate.symbol.partition('<')[0]}</b>"
