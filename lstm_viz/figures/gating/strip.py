"""The story on cards: the gates at each word, the fruit held after it, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.gating.layout import RowsLayout, corners
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    bars,
    line,
    lines,
    markers,
    patch,
    stroke,
    texts,
)
from lstm_viz.lesson.gating import UNITS, Card

MOST_FRUIT = 3
"""Drawn one by one on a card; of more there is one, and how many (on a phone that alone)."""
FRUIT_COLOURS = ("$apple", "$pear")


def strip_at_rest(layout: RowsLayout, cards: Sequence[Card], gate: str) -> list[PlotlyTrace]:
    """``gate`` is the key of its colour."""
    count = range(len(cards))
    doors = [door for n in count for door in layout.doors(n)]
    fruit = [layout.fruit_at(n, u, k) for n in count for u in UNITS for k in range(MOST_FRUIT)]
    colours = [FRUIT_COLOURS[u] for _ in count for u in UNITS for _ in range(MOST_FRUIT)]
    label_at = [(layout.card_box(n)[0] + 10, layout.card_box(n)[1] + layout.label) for n in count]
    return [
        lines("cards", [corners(layout.card_box(n)) for n in count], colour="$faint", width=1.5),
        line("now", corners(layout.card_box(0)), colour="$ink", width=2.5),
        texts(
            "card text",
            label_at,
            [_broken(card.label) for card in cards],
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
        texts(
            "card count",
            [layout.count_at(n, u) for n in count for u in UNITS],
            size=layout.card_text - 1,
            colour=[FRUIT_COLOURS[u] for _ in count for u in UNITS],
            side="center",
        ),
    ]


def _broken(label: str) -> str:
    """In two lines; in the second there is room for an answer."""
    words = label.split(" ")
    first = max(1, len(words) - (2 if len(label) > 20 else 1))
    return f"{' '.join(words[:first])}<br>{' '.join(words[first:])}"


def strip_patches(
    layout: RowsLayout, cards: Sequence[Card], now: int, *, opened: int, passed: int
) -> dict[str, Patch]:
    """Card ``now`` is framed.

    ``opened`` cards show how far the gates were open, ``passed`` what was held and said then.
    """
    places, sizes, opacities, fruit, many, labels = [], [], [], [], [], []
    for n, card in enumerate(cards):
        for gate, (left, top, right, bottom) in zip(card.gates, layout.doors(n), strict=True):
            filled = gate * (bottom - top) if n < opened else 0.0
            places.append(((left + right) / 2, bottom - filled / 2))
            sizes.append(stroke(max(filled, 0.5)))
            opacities.append(float(n < opened))
        for held in card.fruit if n < passed else (0, 0):
            drawn = held if held <= MOST_FRUIT else int(layout.wide)
            fruit += [float(k < drawn) for k in range(MOST_FRUIT)]
            many.append(f"<b>×{held}</b>" if held > MOST_FRUIT else NO_TEXT)
        answer = f" <b>{card.says}</b>" if n < passed and card.says else ""
        labels.append(_broken(card.label) + answer)
    open_doors = [corners(door) for n in range(opened) for door in layout.doors(n)]
    doors = lines("card doors", open_doors, colour="", width=1)
    return {
        "card doors": {axis: doors[axis] for axis in "xy"},
        "card fill": patch(places, size=sizes, opacity=opacities),
        "card fruit": patch(opacity=fruit),
        "card count": patch(text=many),
        "now": patch(corners(layout.card_box(now))),
        "card text": patch(
            text=labels, ink=["$ink" if n == now else "$muted" for n in range(len(cards))]
        ),
    }
