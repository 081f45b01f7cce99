"""The picture of a gate at work at rest: what never changes, and the traces that frames fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lstm_viz.figures.gating.layout import GatingLayout, corners
from lstm_viz.figures.gating.sums import sums_at_rest
from lstm_viz.figures.shapes import (
    PlotlyTrace,
    Side,
    Text,
    area,
    bars,
    line,
    lines,
    markers,
    texts,
    words,
)

if TYPE_CHECKING:
    from lstm_viz.figures.gating.board import Names

MOST_FRUIT = 3
PRODUCT_TRACES = (
    "row words", "before", "bar fruit", "outline 0", "outline 1", "after", "gate 0", "gate 1",
    "gate fill", "gate text", "equals", "bar names", "before text", "after text", "after names",
)  # fmt: skip
"""What is there only while products are shown, not sums."""
FRUIT_COLOURS = ("$apple", "$pear")


def at_rest(layout: GatingLayout, labels: Sequence[str], names: Names) -> list[PlotlyTrace]:
    return [*_strip(layout, labels, names), *_rows(layout, names), *sums_at_rest(layout, names)]


def _strip(layout: GatingLayout, labels: Sequence[str], names: Names) -> list[PlotlyTrace]:
    count = range(len(labels))
    doors = [door for n in count for door in layout.doors(n)]
    fruit = [layout.fruit_at(n, u, k) for n in count for u in (0, 1) for k in range(MOST_FRUIT)]
    colours = [FRUIT_COLOURS[u] for _ in count for u in (0, 1) for _ in range(MOST_FRUIT)]
    gate = f"${names.gate_colour}"
    label_at = [(layout.card_box(n)[0] + 10, layout.card_box(n)[1] + 16) for n in count]
    return [
        lines("cards", [corners(layout.card_box(n)) for n in count], colour="$faint", width=1.5),
        line("now", corners(layout.card_box(0)), colour="$ink", width=2.5),
        texts(
            "card text",
            label_at,
            [_broken(label, layout) for label in labels],
            size=layout.card_text,
            colour=["$muted"] * len(labels),
            side="right",
        ),
        lines("card doors", [corners(door) for door in doors], colour=gate, width=1),
        bars(
            "card fill",
            [((x0 + x1) / 2, y1) for x0, _, x1, y1 in doors],
            length=[0.5] * len(doors),
            thick=layout.door[0],
            colour=gate,
            opacity=[0.0] * len(doors),
            upright=True,
        ),
        markers("card fruit", fruit, size=layout.fruit, colour=colours, opacity=[0.0] * len(fruit)),
    ]


def _broken(label: str, layout: GatingLayout) -> str:
    """On a phone in two lines, three where two are too long."""
    if layout.wide:
        return label
    first, rest = label.split(" ", 1)
    return f"{first} {rest.replace(' ', '<br>', 1)}" if len(rest) > 14 else f"{first}<br>{rest}"


def _rows(layout: GatingLayout, names: Names) -> list[PlotlyTrace]:
    thick = layout.bar[1]
    width, height = layout.gate_size
    gate, before, after = (
        f"${key}" for key in (names.gate_colour, names.before_colour, names.after_colour)
    )
    side: Side = "left" if layout.wide else "right"
    small = layout.text - 1
    named: list[Text] = []
    items: list[Text] = []
    for unit, (name, y) in enumerate(zip(names.units, layout.rows, strict=True)):
        x, dy = layout.name_at
        named += [
            Text(x, y + dy, f"<b>{name}</b>", side, layout.name_text, FRUIT_COLOURS[unit]),
            Text(
                x if layout.wide else x + 72,
                y + dy + (24 if layout.wide else 1),
                f"unit {unit + 1}",
                side,
                small - 2 if layout.wide else small,
            ),
        ]
        items += [
            Text(layout.times, y, "×", "center", layout.text + 9, "$muted"),
        ]
        top = y - height / 2
        items.append(
            Text(layout.gate + width / 2, top - 13, names.gate, "center", layout.text - 1,
                 f"$text_{names.gate_colour}")
        )  # fmt: skip
    boxes = [
        (layout.gate, y - height / 2, layout.gate + width, y + height / 2) for y in layout.rows
    ]
    gates = [(layout.gate + width / 2, y) for y in layout.rows]
    above = -thick / 2 - 13
    fruit = [layout.bar_fruit_at(u, k) for u in (0, 1) for k in range(MOST_FRUIT)]
    colours = [FRUIT_COLOURS[u] for u in (0, 1) for _ in range(MOST_FRUIT)]
    return [
        words("unit names", named),
        words("row words", items),
        bars(
            "before",
            [(layout.before, y) for y in layout.rows],
            length=[1.0, 1.0],
            thick=thick,
            colour=before,
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
            line(f"outline {unit}", [(0, 0)] * 5, colour=after, width=2, dash="dash", opacity=0.0)
            for unit in range(len(layout.rows))
        ),
        bars(
            "after",
            [(layout.after, y) for y in layout.rows],
            length=[1.0, 1.0],
            thick=thick,
            colour=after,
            opacity=1.0,
        ),
        *(
            area(f"gate {n}", box, fill="$paper", edge=gate, radius=8, width=3)
            for n, box in enumerate(boxes)
        ),
        bars(
            "gate fill",
            gates,
            length=[0.5, 0.5],
            thick=width - 6,
            colour=gate,
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
                Text(layout.before, y + above, names.before, "right", layout.text - 1,
                     f"$text_{names.before_colour}")
                for y in layout.rows
            ],
        ),
        texts(
            "before text",
            [(layout.before + 4, y + thick / 2 + 14) for y in layout.rows],
            size=layout.text,
            colour=f"$text_{names.before_colour}",
            side="right",
        ),
        texts(
            "after text",
            [(layout.after + 4, y + thick / 2 + 14) for y in layout.rows],
            size=layout.text,
            colour=f"$text_{names.after_colour}",
            side="right",
        ),
        texts(
            "after names",
            [(layout.after, y + above) for y in layout.rows],
            [names.after] * 2,
            size=layout.text - 1,
            colour=f"$text_{names.after_colour}",
            side="right",
        ),
    ]  # fmt: skip
