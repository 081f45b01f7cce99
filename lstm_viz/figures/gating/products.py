"""What is there × how far the gate is open = what passes: a row a unit."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.diagram import Point
from lstm_viz.figures.gating.layout import GatingLayout, corners
from lstm_viz.figures.gating.strip import FRUIT_COLOURS, MOST_FRUIT, unit_names
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    Text,
    area,
    bars,
    line,
    markers,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.lesson.gating import UNITS, Gated, Product
from lstm_viz.notation import number, percent

PRODUCT_TRACES = (
    "row words", "before", "bar fruit", "outline 0", "outline 1", "after", "gate 0", "gate 1",
    "gate fill", "gate text", "equals", "bar names", "before text", "after text", "after names",
)  # fmt: skip
"""What is there only while products are shown, not sums."""


def products_at_rest(layout: GatingLayout, gated: Gated) -> list[PlotlyTrace]:
    thick = layout.bar[1]
    width, height = layout.gate_size
    gate, before, after = gated.colours
    items: list[Text] = []
    for y in layout.rows:
        items += [
            Text(layout.times, y, "×", "center", layout.text + 9, "$muted"),
        ]
        top = y - height / 2
        items.append(
            Text(layout.gate + width / 2, top - 13, gated.name, "center", layout.text - 1,
                 f"$text_{gate}")
        )  # fmt: skip
    boxes = [
        (layout.gate, y - height / 2, layout.gate + width, y + height / 2) for y in layout.rows
    ]
    gates = [(layout.gate + width / 2, y) for y in layout.rows]
    above = -thick / 2 - 13
    fruit = [layout.bar_fruit_at(u, k) for u in UNITS for k in range(MOST_FRUIT)]
    colours = [FRUIT_COLOURS[u] for u in UNITS for _ in range(MOST_FRUIT)]
    return [
        unit_names(layout),
        words("row words", items),
        bars(
            "before",
            [(layout.before, y) for y in layout.rows],
            length=[1.0, 1.0],
            thick=thick,
            colour=f"${before}",
            opacity=1.0,
        ),
        markers(
            "bar fruit",
            fruit,
            size=layout.bar_fruit,
            colour=colours,
            opacity=[0.0] * len(fruit),
            edge="$paper",
            edge_width=2,
        ),
        *(
            line(name, [(0, 0)] * 5, colour=f"${after}", width=2, dash="dash", opacity=0.0)
            for name in ("outline 0", "outline 1")
        ),
        bars(
            "after",
            [(layout.after, y) for y in layout.rows],
            length=[1.0, 1.0],
            thick=thick,
            colour=f"${after}",
            opacity=1.0,
        ),
        *(
            area(f"gate {n}", box, fill="$paper", edge=f"${gate}", radius=8, width=3)
            for n, box in enumerate(boxes)
        ),
        bars(
            "gate fill",
            gates,
            length=[0.5, 0.5],
            thick=width - 6,
            colour=f"${gate}",
            upright=True,
            opacity=1.0,
        ),
        texts("gate text", gates, ["?", "?"], size=layout.text + 5, colour=["$muted"] * 2),
        texts(
            "equals",
            [(layout.equals, y) for y in layout.rows],
            ["="] * 2,
            size=layout.text + 9,
        ),
        words(
            "bar names",
            [
                Text(layout.before, y + above, gated.before_word, "right", layout.text - 1,
                     f"$text_{before}")
                for y in layout.rows
            ],
        ),
        texts(
            "before text",
            [(layout.before + 4, y + thick / 2 + 14) for y in layout.rows],
            size=layout.text,
            colour=f"$text_{before}",
            side="right",
        ),
        texts(
            "after text",
            [(layout.after + 4, y + thick / 2 + 14) for y in layout.rows],
            size=layout.text,
            colour=f"$text_{after}",
            side="right",
        ),
        texts(
            "after names",
            [(layout.after, y + above) for y in layout.rows],
            [gated.after_word] * 2,
            size=layout.text - 1,
            colour=f"$text_{after}",
            side="right",
        ),
    ]  # fmt: skip


def product_patches(
    layout: GatingLayout, products: Sequence[Product], k: int, largest: float, after_word: str
) -> dict[str, Patch]:
    """Stage 0: what is there; 1: how far the gates are open; 2: what passes.

    Bars of ``largest`` are as long as there is room for.
    """
    opened, passed = k > 0, k > 1
    longest, _ = layout.bar
    lengths = [longest * abs(p.before) / largest for p in products]
    ends = [longest * abs(p.after) / largest for p in products]
    moved = [layout.after if passed else layout.before] * len(UNITS)
    through = ends if passed else lengths
    gates = [p.gate if opened else 0.0 for p in products]
    return {
        "before": _bar(layout, [layout.before] * len(UNITS), lengths),
        "after": _bar(layout, moved, through) | {"opacity": float(passed)},
        **{
            f"outline {unit}": patch(_outline(layout, unit, length)) | {"opacity": float(passed)}
            for unit, length in enumerate(lengths)
        },
        "bar fruit": patch(
            opacity=[float(k < p.fruit) for p in products for k in range(MOST_FRUIT)]
        ),
        "gate fill": _gate_fill(layout, gates),
        "gate text": patch(
            text=[f"<b>{number(p.gate)}</b>" if opened else "?" for p in products],
            ink=[
                "$on_signal" if opened and p.gate > 0.45 else "$ink" if opened else "$muted"
                for p in products
            ],
        ),
        "before text": patch(text=[_exact(p.before) for p in products]),
        "after text": patch(
            text=[
                f"<b>{_exact(p.after)}</b>   {percent(p.gate)}" if passed else NO_TEXT
                for p in products
            ]
        ),
        "after names": patch(text=[after_word if passed else NO_TEXT] * len(UNITS)),
        "equals": patch(text=["=" if passed else NO_TEXT] * len(UNITS)),
    }


def _exact(value: float) -> str:
    """With a third decimal where two would say next to nothing."""
    return number(value) if abs(value) >= 0.095 else f"{value:.3f}".replace("-", "−")


def _bar(layout: GatingLayout, lefts: Sequence[float], lengths: Sequence[float]) -> Patch:
    places = [
        (left + length / 2, y) for left, length, y in zip(lefts, lengths, layout.rows, strict=True)
    ]
    return patch(places, size=[round(stroke(max(length, 0.5)), 2) for length in lengths])


def _outline(layout: GatingLayout, unit: int, length: float) -> list[Point]:
    """What was there, as a dashed box round what is left of it."""
    middle, half = layout.rows[unit], layout.bar[1] / 2
    box = (layout.after, middle - half, layout.after + max(length, 2), middle + half)
    return corners(box)


def _gate_fill(layout: GatingLayout, gates: Sequence[float]) -> Patch:
    width, height = layout.gate_size
    x = layout.gate + width / 2
    places = [
        (x, y + height / 2 - gate * height / 2) for gate, y in zip(gates, layout.rows, strict=True)
    ]
    return patch(places, size=[round(stroke(max(gate * height, 0.5)), 2) for gate in gates])
