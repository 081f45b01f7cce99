"""Where a gate comes from: the word's weight, what h adds, the bias, their sum, and σ of it.

Its box has the colour of the value; so has that of the candidate, tanh of a sum of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.gating.layout import GatingLayout
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, Text, bars, patch, texts, words
from lstm_viz.lesson.gating import Sum
from lstm_viz.signals import LSTM_SIGNALS, signal

BOXES = 5
PARTS = ("this word’s weight", "what h adds", "bias", "z")
SHORT_PARTS = ("word", "h adds", "bias", "z")
COLOURS = ("$text_x", "$text_h", "$muted", "$ink")
SUM_TRACES = ("sum boxes", "sum numbers", "sum signs", "sum names")


def sums_at_rest(layout: GatingLayout) -> list[PlotlyTrace]:
    places = [(x, y) for y in layout.rows for x in layout.sums]
    width, height = layout.sum_box
    gaps = [
        ((a + b) / 2, y)
        for y in layout.rows
        for a, b in zip(layout.sums, layout.sums[1:], strict=False)
    ]
    above = -height / 2 - 14
    return [
        bars(
            "sum boxes",
            places,
            length=width,
            thick=height,
            colour=["$panel"] * len(places),
        ),
        texts("sum numbers", places, size=layout.text + 3, colour=["$ink"] * len(places)),
        texts("sum signs", gaps, size=layout.text + 3),
        words(
            "sum names",
            [
                Text(x, y + above, NO_TEXT, "center", layout.text - 2)
                for y in layout.rows
                for x in layout.sums
            ],
        ),
    ]


def sum_patches(layout: GatingLayout, sums: Sequence[Sum], name: str, k: int) -> dict[str, Patch]:
    """Of the gate ``name``, or the candidate.

    Stage 0: the three parts; 1: their sum; 2: the sum squashed.
    """
    shown, row = (3, 4, 5)[k], signal(LSTM_SIGNALS, name)
    numbers = [
        (f"<b>{one.written(value)}</b>" if n >= BOXES - 1 else one.written(value, sign=n != 3))
        if n < shown
        else NO_TEXT
        for one in sums
        for n, value in enumerate(one.numbers)
    ]
    # On a phone there is no room for "tanh": the equation above says it.
    arrow = f"{row.squash} →" if layout.wide or len(row.squash) == 1 else "→"
    signs = [
        sign if n < shown - 1 else NO_TEXT
        for one in sums
        for n, sign in enumerate(("+", "+", "≈" if "≈" in one.adds_up else "=", arrow))
    ]
    scale = row.color if row.squash == "σ" else "values"
    made = [f"{scale}@{round(one.gate, 4)}" if shown == BOXES else None for one in sums]
    squashed = row.label if layout.wide or scale == "values" else "gate"
    parts = (*(PARTS if layout.wide else SHORT_PARTS), squashed)
    return {
        "sum boxes": patch(
            colour=[
                colour
                for one in made
                for colour in (*["$panel"] * (BOXES - 1), f"${one}" if one else "$off")
            ]
        ),
        "sum numbers": patch(
            text=numbers,
            ink=[
                ink
                for one in made
                for ink in (*["$ink"] * (BOXES - 1), f"$on {one}" if one else "$ink")
            ],
        ),
        "sum signs": patch(text=signs),
        "sum names": patch(
            text=parts * len(sums), ink=(*COLOURS, f"$text_{row.color}") * len(sums)
        ),
    }
