"""Where a gate comes from: the word's weight, what h adds, the bias, their sum, and σ of it."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.gating.layout import GatingLayout
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, Text, bars, patch, texts, words
from lstm_viz.lesson.gating import Gated, Sum
from lstm_viz.notation import number

SIGNS = ("+", "+", "=", "σ →")
BOXES = 5
SUM_TRACES = ("sum boxes", "sum numbers", "sum signs", "sum names")


def sums_at_rest(layout: GatingLayout, gated: Gated) -> list[PlotlyTrace]:
    places = [(x, y) for y in layout.rows for x in layout.sums]
    width, height = layout.sum_box
    gaps = [
        ((a + b) / 2, y)
        for y in layout.rows
        for a, b in zip(layout.sums, layout.sums[1:], strict=False)
    ]
    parts = ("this word’s weight", "what h adds", "bias", "z", gated.name)
    if not layout.wide:
        parts = ("word", "h adds", "bias", "z", "gate")
    colours = ("$text_x", "$text_h", "$muted", "$ink", f"$text_{gated.gate}")
    above = -height / 2 - 14
    return [
        bars(
            "sum boxes",
            places,
            length=width,
            thick=height,
            colour=[*["$panel"] * (BOXES - 1), "$off"] * len(layout.rows),
        ),
        texts("sum numbers", places, size=layout.text + 3, colour=["$ink"] * len(places)),
        texts("sum signs", gaps, size=layout.text + 3),
        words(
            "sum names",
            [
                Text(x, y + above, part, "center", layout.text - 2, colour)
                for y in layout.rows
                for x, part, colour in zip(layout.sums, parts, colours, strict=True)
            ],
        ),
    ]


def sum_patches(layout: GatingLayout, sums: Sequence[Sum], k: int) -> dict[str, Patch]:
    """Stage 0: the three parts; 1: their sum; 2: the gate that σ makes of it."""
    shown = (3, 4, 5)[k]
    numbers = [
        (f"<b>{number(value)}</b>" if n >= BOXES - 1 else number(value, sign=n != 3))
        if n < shown
        else NO_TEXT
        for one in sums
        for n, value in enumerate(one.numbers)
    ]
    signs = [sign if n < shown - 1 else NO_TEXT for _ in sums for n, sign in enumerate(SIGNS)]
    return {"sum numbers": patch(text=numbers), "sum signs": patch(text=signs)}
