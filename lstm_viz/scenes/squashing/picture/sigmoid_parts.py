"""Where the product and the curve of σ stand, and what of them never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes, cells, dots, heading, ticks
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    VALUES,
    PlotlyTrace,
    Text,
    bars,
    clickable,
    derived,
    gate_scale,
    line,
    lines,
    panel,
    words,
)
from lstm_viz.scenes.squashing.record.sigmoid import GateValue

MOST = 1.25
"""The bars of the cell state reach this far."""
GATES = gate_scale("f")


@dataclass(frozen=True, kw_only=True)
class SigmoidLayout(Layout):
    """The product, as cells and as bars, then the curve."""

    curve_box: Rect
    curve: Axes
    values: tuple[Point, Point, Point]
    """Where z, σ(z) and the slope stand."""
    value_cell: tuple[float, float]
    product_box: Rect
    heading: float
    """Height of what the product is called."""
    product: tuple[Point, Point, Point]
    product_cell: tuple[float, float]
    bars: Axes
    was: float
    stays: float
    """Heights of the bars."""
    thick: float
    title_size: float
    small_size: float
    product_size: float


WIDE = SigmoidLayout(
    name="wide", size=(1240, 400), curve_box=(640, 4, 1232, 396),
    curve=Axes(left=724, top=46, right=1208, bottom=306, x=(-6, 6), y=(-0.04, 1.04)),
    values=((812, 366), (984, 366), (1148, 366)), value_cell=(80, 28),
    product_box=(8, 4, 616, 396), heading=26,
    product=((110, 138), (312, 138), (514, 138)), product_cell=(136, 50),
    bars=Axes(left=44, top=0, right=580, bottom=1, x=(0, MOST)), was=226, stays=306, thick=34,
    title_size=17, small_size=13, product_size=20,
)  # fmt: skip
TALL = SigmoidLayout(
    name="tall", size=(366, 580), curve_box=(2, 282, 364, 578),
    curve=Axes(left=64, top=318, right=350, bottom=498, x=(-6, 6), y=(-0.04, 1.04)),
    values=((76, 552), (188, 552), (304, 552)), value_cell=(58, 24),
    product_box=(2, 2, 364, 274), heading=22,
    product=((70, 106), (184, 106), (298, 106)), product_cell=(84, 34),
    bars=Axes(left=28, top=0, right=338, bottom=1, x=(0, MOST)), was=162, stays=218, thick=24,
    title_size=14, small_size=11, product_size=14,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)


def at_rest(layout: SigmoidLayout, gates: Sequence[GateValue]) -> list[PlotlyTrace]:
    """What never changes, and over it what comes with each frame."""
    return [*_still(layout, gates), *_moving(layout)]


def _still(layout: SigmoidLayout, gates: Sequence[GateValue]) -> list[PlotlyTrace]:
    curve = layout.curve
    points = [curve.at(z, 1 / (1 + np.exp(-z))) for z in np.linspace(*curve.x, 121)]
    others = [curve.at(gate.z, gate.gate) for gate in gates if not gate.own]
    seen = dots("others", others, size=9, colour="$panel", edge="$f")
    rims = [*(curve.level(y) for y in (0, 0.5, 1)), (curve.at(0, 0), curve.at(0, 1))]
    return [
        panel("curve room", layout.curve_box),
        lines("curve rims", rims, colour="$wire", width=1.5),
        line("curve", points, colour="$f", width=3),
        clickable(seen, [(t, 0) for t in range(len(others))]),
        words("curve words", _curve_words(layout)),
        panel("product room", layout.product_box),
        words("product words", _product_words(layout)),
    ]


def _curve_words(layout: SigmoidLayout) -> list[Text]:
    curve, small = layout.curve, layout.small_size
    head = curve.top - (20 if layout.wide else 18)
    named = zip(layout.values, ("z", "σ(z)", "slope"), strict=True)
    beside = layout.value_cell[0] / 2 + 6
    return [
        heading(layout.curve_box, head, "What makes the share: σ(z)", layout.title_size, "$text_f"),
        *ticks(curve, range(-6, 7, 2), [(0, "0 forget"), (0.5, "½"), (1, "1 keep")], small),
        *(Text(x - beside, y, name, "left", small + 1) for (x, y), name in named),
    ]


def _product_words(layout: SigmoidLayout) -> list[Text]:
    bars, small, half = layout.bars, layout.small_size, layout.thick / 2
    (before, y), (gate, _), (after, _) = layout.product
    above = y - layout.product_cell[1] / 2 - layout.title_size * 0.62
    named = (
        (before, "before", "c<sub>t−1</sub>", "$text_c"),
        (gate, "gate", "f<sub>t</sub>", "$text_f"),
        (after, "after", "f<sub>t</sub> ⊙ c<sub>t−1</sub>", "$text_c"),
    )
    name_size, sign_size = max(12, layout.title_size - 2), layout.product_size + 4
    under = layout.stays + half + small
    return [
        heading(layout.product_box, layout.heading, "A unit that holds 1", layout.title_size),
        *(
            Text(x, above, f"<b>{word}</b>&nbsp; <i>{symbol}</i>", "center", name_size, ink)
            for x, word, symbol, ink in named
        ),
        Text((before + gate) / 2, y, "×", "center", sign_size, "$ink"),
        Text(bars.left, layout.was - half - 10, "in the cell state", "right", small),
        *(
            Text(bars.across(c), under, told, "center", small)
            for c, told in ((0, "0"), (0.5, "½"), (1, "1"))
        ),
    ]


def _moving(layout: SigmoidLayout) -> list[PlotlyTrace]:
    """At rest; where they are and what they say comes with each frame."""
    axes, small = layout.bars, layout.small_size
    nowhere = [layout.curve.at(0, 0)] * 2
    z, squashed, (slope_x, slope_y) = layout.values
    before, gate, after = layout.product
    equals = Text(
        (gate[0] + after[0]) / 2, gate[1], NO_TEXT, "center", layout.product_size + 4, "$ink"
    )
    above_stays = layout.stays - layout.thick / 2 - 10
    return [
        line("rise", nowhere, colour="$wire", width=2),
        line("reading", nowhere, colour="$f", width=2),
        line("tangent", nowhere, colour="$ink", width=2),
        dots("rider", [NOWHERE], size=17, scale=GATES),
        cells("z", [z], size=layout.value_cell, text_size=small + 1),
        derived(
            cells("squashed", [squashed], size=layout.value_cell, text_size=small + 1, scale=GATES),
            "gate",
        ),
        derived(
            words("slope", [Text(slope_x, slope_y, NO_TEXT, "center", small + 2, "$ink")]), "slope"
        ),
        derived(
            cells(
                "states",
                [before, after],
                size=layout.product_cell,
                text_size=layout.product_size,
            ),
            "kept",
            -1,
        ),
        derived(
            cells(
                "gate",
                [gate],
                size=layout.product_cell,
                text_size=layout.product_size,
                scale=GATES,
            ),
            "gate",
        ),
        words("equals", [equals]),
        *(
            bars(
                name,
                [(0.0, y)],
                length=[0.0],
                thick=layout.thick,
                colour=["$off"],
                opacity=[1.0],
                scale=VALUES,
            )
            for name, y in (("was", layout.was), ("lost", layout.stays), ("stays", layout.stays))
        ),
        words("stays text", [Text(axes.left, above_stays, NO_TEXT, "right", small)]),
    ]
