"""Where the curve of σ and the product stand, and what of them never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_viz.figures.charts import Axes, Words, cells, dots, strokes, ticks, words
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, area, line, places
from lstm_viz.scenes.squashing.record.sigmoid import GateValue

Box = tuple[float, float, float, float]

MOST = 2.0
"""The bars of the cell state reach this far."""


@dataclass(frozen=True)
class Layout:
    """On one shape of screen: the curve, then the product, as cells and as bars."""

    name: str
    size: tuple[float, float]
    curve_box: Box
    curve: Axes
    values: tuple[tuple[float, float], ...]
    """Where z, σ(z) and the slope stand."""
    small: tuple[float, float]
    product_box: Box
    heading: tuple[float, float]
    """Heights of the thought and of the word that is read."""
    cells: tuple[Point, ...]
    cell: tuple[float, float]
    bars: Axes
    rows: tuple[float, float]
    """Heights of the bars: what was, what stays."""
    thick: float
    type: tuple[float, float, float]
    """Sizes of titles, of what stands beside things, of the numbers of the product."""


WIDE = Layout(
    "wide", (1240, 400), (8, 4, 600, 396), Axes(92, 46, 576, 306, (-6, 6), (-0.04, 1.04)),
    ((180, 366), (352, 366), (516, 366)), (80, 28), (624, 4, 1232, 396), (26, 50),
    ((726, 138), (928, 138), (1130, 138)), (136, 50), Axes(660, 0, 1196, 1, (0, MOST), (0, 1)),
    (226, 306), 34, (17, 13, 20),
)  # fmt: skip
TALL = Layout(
    "tall", (366, 580), (2, 2, 364, 298), Axes(64, 38, 350, 218, (-6, 6), (-0.04, 1.04)),
    ((76, 272), (188, 272), (304, 272)), (58, 24), (2, 306, 364, 578), (326, 346),
    ((70, 410), (184, 410), (298, 410)), (84, 34), Axes(28, 0, 338, 1, (0, MOST), (0, 1)),
    (466, 522), 24, (14, 11, 14),
)  # fmt: skip


def still(layout: Layout, gates: Sequence[GateValue]) -> list[dict[str, Any]]:
    curve = layout.curve
    z = np.linspace(*curve.x, 121)
    others = [curve.at(gate.z, gate.gate) for gate in gates if not gate.own]
    seen = dots("others", len(others), 9, edge="$f") | places(others)
    seen["customdata"] = [["@", t, 0] for t in range(len(others))]
    seen["marker"]["color"] = "$panel"
    rims = [(curve.at(curve.x[0], y), curve.at(curve.x[1], y)) for y in (0, 0.5, 1)]
    middle = [(curve.at(0, 0), curve.at(0, 1))]
    return [
        area("curve room", layout.curve_box, "$panel", "$faint", 14),
        strokes("curve rims", "$wire", 1.5, [*rims, *middle]),
        line("curve", "$f", 3, [curve.at(v, 1 / (1 + np.exp(-v))) for v in z]),
        seen,
        words("curve words", _curve_words(layout)),
        area("product room", layout.product_box, "$panel", "$faint", 14),
        words("product words", _product_words(layout)),
    ]


def _curve_words(layout: Layout) -> list[Words]:
    curve, (title, beside, _) = layout.curve, layout.type
    head = curve.top - (20 if layout.name == "wide" else 18)
    named = zip(layout.values, ("z", "σ(z)", "slope"), strict=True)
    return [
        (layout.curve_box[0] + 14, head, "<b>σ(z)</b>", "middle right", title, "$text_f"),
        *ticks(curve, range(-6, 7, 2), [(0, "0 forget"), (0.5, "½"), (1, "1 keep")], beside),
        *(
            (x - layout.small[0] / 2 - 6, y, name, "middle left", beside + 1, "$muted")
            for (x, y), name in named
        ),
    ]  # fmt: skip


def _product_words(layout: Layout) -> list[Words]:
    (title, beside, size), half = layout.type, layout.cell[1] / 2
    (left, y), (middle, _), (right, _) = layout.cells
    named = (
        (left, "before", "c<sub>t−1</sub>", "c"),
        (middle, "gate", "f<sub>t</sub>", "f"),
        (right, "after", "f<sub>t</sub> ⊙ c<sub>t−1</sub>", "c"),
    )
    step = title * 0.62
    bars, was = layout.bars, layout.rows[0] - layout.thick / 2
    return [
        *(
            (x, y - half - step, f"<b>{word}</b>&nbsp; <i>{symbol}</i>", "middle center",
             max(12, title - 2), f"$text_{colour}")
            for x, word, symbol, colour in named
        ),
        *(
            ((a + b) / 2, y, sign, "middle center", size + 4, "$ink")
            for a, b, sign in ((left, middle, "×"), (middle, right, "="))
        ),
        (bars.left, was - 10, "in the cell state", "middle right", beside, "$muted"),
        *(
            (bars.across(value), layout.rows[1] + layout.thick / 2 + beside, f"{value}",
             "middle center", beside, "$muted")
            for value in (0, 1, 2)
        ),
    ]  # fmt: skip


def moving(layout: Layout) -> list[dict[str, Any]]:
    """At rest; where they are and what they say comes with each frame."""
    curve, bars, (title, beside, size) = layout.curve, layout.bars, layout.type
    nowhere = [curve.at(0, 0)] * 2
    rows = [[(bars.left, row)] * 2 for row in layout.rows]
    axis = layout.product_box[0] + 14
    whose: list[Words] = [
        (axis, layout.heading[0], NO_TEXT, "middle right", title, "$ink"),
        (axis, layout.heading[1], NO_TEXT, "middle right", beside + 1, "$muted"),
    ]
    under = layout.rows[1] - layout.thick / 2 - 10
    slope = [(*layout.values[2], NO_TEXT, "middle center", beside + 2, "$ink")]
    return [
        line("rise", "$wire", 2, nowhere),
        line("reading", "$f", 2, nowhere),
        line("tangent", "$ink", 2, nowhere),
        dots("rider", 1, 17),
        cells("squashed", layout.values[:2], layout.small, beside + 1),
        words("slope", slope),
        words("whose", whose),
        cells("product", layout.cells, layout.cell, size),
        line("was", "$c", layout.thick, rows[0]),
        line("lost", "$off", layout.thick, rows[0]),
        line("stays", "$c", layout.thick, rows[0]),
        words("stays text", [(bars.left, under, NO_TEXT, "middle right", beside, "$muted")]),
    ]
