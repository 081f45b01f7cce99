"""The story on cards: the gates at each word, the fruit held after it, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.gating.layout import StripLayout, corners, outlines
from lstm_viz.figures.shapes import (
    Patch,
    PlotlyTrace,
    Side,
    Text,
    bars,
    line,
    lines,
    markers,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.lesson.gating import FRUIT, UNITS, Card

MOST_FRUIT = 3
FRUIT_COLOURS = ("$apple", "$pear")


def strip_at_rest(layout: StripLayout, cards: Sequence[Card], gate: str) -> list[PlotlyTrace]:
    """``gate`` is the key of its colour."""
    count = range(len(cards))
    doors = [door for n in count for door in layout.doors(n)]
    fruit = [layout.fruit_at(n, u, k) for n in count for u in UNITS for k in range(MOST_FRUIT)]
    colours = [FRUIT_COLOURS[u] for _ in count for u in UNITS for _ in range(MOST_FRUIT)]
    label_at = [(layout.card_box(n)[0] + 10, layout.card_box(n)[1] + 16) for n in count]
    return [
        lines("cards", [corners(layout.card_box(n)) for n in count], colour="$faint", width=1.5),
        line("now", corners(layout.card_box(0)), colour="$ink", width=2.5),
        texts(
            "card text",
            label_at,
            [_broken(card.label, layout) for card in cards],
            size=layout.card_text,
            colour=["$muted"] * len(cards),
            side="right",
        ),
        lines("card doors", [corners(door) for door in doors], colour=f"${gate}", width=1),
        bars(
            "card fill",
            [((x0 + x1) / 2, y1) for x0, _, x1, y1 in doors],
            length=[0.5] * len(doors),
            thick=layout.door[0],
            colour=f"${gate}",
            opacity=[0.0] * len(doors),
            upright=True,
        ),
        markers("card fruit", fruit, size=layout.fruit, colour=colours, opacity=[0.0] * len(fruit)),
    ]


def unit_names(layout: StripLayout) -> PlotlyTrace:
    """What each row below the cards is about: left of it, on a phone above it."""
    x, dy = layout.name_at
    side: Side = "left" if layout.wide else "right"
    across, down, size = (0, 24, layout.text - 3) if layout.wide else (72, 1, layout.text - 1)
    return words(
        "unit names",
        [
            item
            for unit, (name, y) in enumerate(zip(FRUIT, layout.rows, strict=True))
            for item in (
                Text(x, y + dy, f"<b>{name}</b>", side, layout.name_text, FRUIT_COLOURS[unit]),
                Text(x + across, y + dy + down, f"unit {unit + 1}", side, size),
            )
        ],
    )


def _broken(label: str, layout: StripLayout) -> str:
    """On a phone in two lines, three where two are too long."""
    if layout.wide:
        return label
    first, rest = label.split(" ", 1)
    return f"{first} {rest.replace(' ', '<br>', 1)}" if len(rest) > 14 else f"{first}<br>{rest}"


def strip_patches(
    layout: StripLayout, cards: Sequence[Card], now: int, *, opened: int, passed: int
) -> dict[str, Patch]:
    """Card ``now`` is framed.

    ``opened`` cards show how far the gates were open, ``passed`` what was held and said then.
    """
    places, sizes, opacities, fruit, labels = [], [], [], [], []
    for n, card in enumerate(cards):
        for gate, (left, top, right, bottom) in zip(card.gates, layout.doors(n), strict=True):
            filled = gate * (bottom - top) if n < opened else 0.0
            places.append(((left + right) / 2, bottom - filled / 2))
            sizes.append(round(stroke(max(filled, 0.5)), 2))
            opacities.append(float(n < opened))
        fruit += [float(n < passed and k < card.fruit[u]) for u in UNITS for k in range(MOST_FRUIT)]
        answer = f" <b>{card.says}</b>" if n < passed and card.says else ""
        labels.append(_broken(card.label, layout) + answer)
    return {
        "card doors": outlines([door for n in range(opened) for door in layout.doors(n)]),
        "card fill": patch(places, size=sizes, opacity=opacities),
        "card fruit": patch(opacity=fruit),
        "now": patch(corners(layout.card_box(now))),
        "card text": patch(
            text=labels, ink=["$ink" if n == now else "$muted" for n in range(len(cards))]
        ),
    }
