"""What is there × how far the gate is open = what passes: a row a unit."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.gating.layout import GatingLayout
from lstm_viz.figures.gating.rows import (
    OUTLINES,
    bars_at_rest,
    bars_patches,
    outline_patches,
    rows_at_rest,
    sign_at_rest,
)
from lstm_viz.figures.gating.strip import FRUIT_COLOURS, MOST_FRUIT
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    Text,
    area,
    bars,
    derived,
    ink_on,
    markers,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.lesson.gating import UNITS, Gated, Product, exact
from lstm_viz.notation import number, percent

PRODUCT_TRACES = (
    "times", "before", "bar fruit", *OUTLINES, "after", "gate 0", "gate 1", "gate names",
    "gate fill", "gate text", "equals", "before text", "before names", "after text", "after names",
)  # fmt: skip
"""What is there only while products are shown, not sums."""


def products_at_rest(layout: GatingLayout, gated: Gated) -> list[PlotlyTrace]:
    width, height = layout.gate_size
    gate, before, after = gated.colours
    middle, most = layout.gate + width / 2, range(MOST_FRUIT)
    gates = [(middle, y) for y in layout.rows]
    fruit = [layout.bar_fruit_at(u, k) for u in UNITS for k in most]
    return [
        *rows_at_rest(layout, after),
        sign_at_rest(layout, "times", layout.times, "×"),
        *bars_at_rest(layout, "before", layout.before, before),
        markers("bar fruit", fruit, size=layout.bar_fruit, opacity=[0.0] * len(fruit),
                colour=[FRUIT_COLOURS[u] for u in UNITS for _ in most],
                edge="$paper", edge_width=2),
        *bars_at_rest(layout, "after", layout.after, after),
        *(
            area(f"gate {n}", (layout.gate, y - height / 2, layout.gate + width, y + height / 2),
                 fill="$paper", edge=f"${gate}", radius=8, width=3)
            for n, y in enumerate(layout.rows)
        ),
        words("gate names", [
            Text(middle, y - height / 2 - 13, gated.name, "center", layout.text - 1,
                 f"$text_{gate}")
            for y in layout.rows
        ]),
        bars("gate fill", gates, length=[0.5, 0.5], thick=width - 6, colour=f"${gate}",
             upright=True, opacity=1.0),
        derived(
            texts("gate text", gates, ["?", "?"], size=layout.text + 5, colour=["$muted"] * 2),
            "gate",
        ),
        sign_at_rest(layout, "equals", layout.equals, "="),
    ]  # fmt: skip


def product_patches(
    layout: GatingLayout, gated: Gated, products: Sequence[Product], k: int, largest: float
) -> dict[str, Patch]:
    """Stage 0: what is there; 1: how far the gates are open; 2: what passes.

    Bars of ``largest`` are as long as there is room for.
    """
    opened, passed, gate = k > 0, k > 1, gated.colours[0]
    scale = layout.longest / largest
    lengths = [scale * abs(p.before) for p in products]
    return {
        **bars_patches(
            layout, "before", starts=layout.before, lengths=lengths, shown=True,
            called=gated.before_word, told=[_told(p) for p in products],
        ),
        # What passes comes out of what was there.
        **bars_patches(
            layout, "after", starts=layout.after if passed else layout.before,
            lengths=[scale * abs(p.after) for p in products] if passed else lengths, shown=passed,
            called=gated.after_word,
            told=[
                f"<b>{exact(p.after)}</b>   {percent(p.gate)} of "
                + (exact(p.before) if layout.wide else "it")
                for p in products
            ],
        ),
        **outline_patches(layout, layout.after, lengths, shown=passed),
        "bar fruit": patch(
            opacity=[float(k < p.fruit) for p in products for k in range(MOST_FRUIT)]
        ),
        "gate fill": _gate_fill(layout, [p.gate if opened else 0.0 for p in products]),
        "gate text": patch(
            text=[f"<b>{number(p.gate)}</b>" if opened else "?" for p in products],
            ink=[
                ink_on(gate, 1) if opened and p.gate > 0.5 else "$ink" if opened else "$muted"
                for p in products
            ],
        ),
        "equals": patch(text=["=" if passed else NO_TEXT] * len(UNITS)),
    }  # fmt: skip


def _told(product: Product) -> str:
    """What is multiplied; if it was squashed, of what."""
    if product.held is None:
        return exact(product.before)
    return f"tanh({product.held:.3f}) = {product.before:.3f}".replace("-", "−")


def _gate_fill(layout: GatingLayout, gates: Sequence[float]) -> Patch:
    width, height = layout.gate_size
    x = layout.gate + width / 2
    places = [
        (x, y + height / 2 - gate * height / 2) for gate, y in zip(gates, layout.rows, strict=True)
    ]
    return patch(places, size=[stroke(max(gate * height, 0.5)) for gate in gates])
