"""The words, letters and signs of the unrolled row, and what repeats a trace in every cell."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from lstm_viz.figures.diagram import Diagram
from lstm_viz.figures.shapes import NO_TEXT, QUIET
from lstm_viz.figures.style import SANS, SMALLEST_TEXT
from lstm_viz.figures.unrolled.layout import Placement
from lstm_viz.signals import LSTM_SIGNALS, Signal, gates, signal

Trace = dict[str, Any]


def repeated(trace: Trace, there: Placement, name: str) -> Trace:
    """Markers or texts of one cell, in every cell."""

    def times(values: Any) -> Any:
        return list(values) * there.steps if isinstance(values, list) else values

    def deep(node: Any) -> Any:
        return (
            {key: deep(value) for key, value in node.items()}
            if isinstance(node, dict)
            else times(node)
        )

    every = range(there.steps)
    return {
        key: deep(value) if key in ("text", "textfont", "marker") else value
        for key, value in trace.items()
    } | {
        "name": name,
        "x": [x + t * there.shift[0] for t in every for x in trace["x"]],
        "y": [y + t * there.shift[1] for t in every for y in trace["y"]],
    }


def letters(small: Diagram, there: Placement) -> Trace:
    boxes = list(small.gates.values())
    text = QUIET | {
        "name": "letters",
        "mode": "text",
        "x": [gate.centre[0] for gate in boxes],
        "y": [gate.centre[1] for gate in boxes],
        "text": [_letter(signal(LSTM_SIGNALS, gate.name)) for gate in boxes],
        "textfont": {
            "family": SANS,
            "size": 12,
            "color": [f"$text_{gate.name}" for gate in boxes],
        },
    }
    return repeated(text, there, "letters")


def signs(small: Diagram, there: Placement) -> Trace:
    """× and + of every cell; there is no room for "tanh"."""
    ops = list(small.ops.values())
    text = QUIET | {
        "name": "signs",
        "mode": "text",
        "x": [op.centre[0] for op in ops],
        "y": [op.centre[1] for op in ops],
        "text": [NO_TEXT if op.text == "tanh" else op.text for op in ops],
        "textfont": {"family": SANS, "size": 12, "color": ["$muted"] * len(ops)},
    }
    return repeated(text, there, "signs")


def states(small: Diagram, there: Placement) -> Trace:
    """c and h beside the strips between the cells."""
    places = [small.strips[name] for name in ("c", "h")]
    at = [
        (strip.edge("right")[0] + 8, strip.centre[1])
        if there.upright
        else (strip.centre[0], strip.edge("top")[1] - 9)
        for strip in places
    ]
    text = QUIET | {
        "name": "states",
        "mode": "text",
        "x": [x for x, _ in at],
        "y": [y for _, y in at],
        "text": ["<i>c</i>", "<i>h</i>"],
        "textfont": {"family": SANS, "size": 14, "color": ["$text_c", "$text_h"]},
    }
    return repeated(text, there, "states")


def tokens(small: Diagram, there: Placement, words: Sequence[str]) -> Trace:
    """The word each cell reads: under it in the row, beside it in the column."""
    strip = small.strips["x"]
    x, y = (small.frame[0] - 8, strip.centre[1]) if there.upright else (
        (small.frame[0] + small.frame[2]) / 2, strip.edge("bottom")[1] + 16)  # fmt: skip
    longest = 11 if there.upright else max(4, int(there.shift[0] / 9))
    return QUIET | {
        "name": "tokens",
        "mode": "text",
        "x": [x + t * there.shift[0] for t in range(there.steps)],
        "y": [y + t * there.shift[1] for t in range(there.steps)],
        "text": [f"“{escape(_short(token, longest), quote=False)}”" for token in words],
        "textposition": "middle left" if there.upright else "middle center",
        "textfont": {
            "family": SANS,
            "size": 13 if there.upright else 17,
            "color": ["$muted"] * there.steps,
        },
    }


def legend(there: Placement) -> Trace:
    """What the letters mean, over the row."""
    size = SMALLEST_TEXT if there.upright else 14
    gates_of = [signal(LSTM_SIGNALS, name) for name in gates(LSTM_SIGNALS)]
    words = [(f"{_letter(gate)} {gate.label}", f"$text_{gate.color}") for gate in gates_of]
    words += [("<i>c</i> cell state", "$text_c"), ("<i>h</i> hidden state", "$text_h")]
    per_row = 3 if there.upright else len(words)
    pitch = there.width / per_row if there.upright else 150
    return QUIET | {
        "name": "legend",
        "mode": "text",
        "x": [8 + pitch * (n % per_row) for n in range(len(words))],
        "y": [12.0 + 18 * (n // per_row) for n in range(len(words))],
        "text": [text for text, _ in words],
        "textposition": "middle right",
        "textfont": {"family": SANS, "size": size, "color": [colour for _, colour in words]},
    }


def _letter(gate: Signal) -> str:
    """The symbol without its index."""
    return f"<b>{gate.symbol.partition('<')[0]}</b>"


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
