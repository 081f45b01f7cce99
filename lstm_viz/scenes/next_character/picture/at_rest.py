"""What is the same for every text and every frame: grounds, headings, and room for the rest."""

from __future__ import annotations

from itertools import pairwise

from lstm_viz.figures.bar_list import bar_list
from lstm_viz.figures.charts import heading, ticks
from lstm_viz.figures.diagram import Rect
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    PlotlyTrace,
    Text,
    bars,
    gate_scale,
    line,
    lines,
    panel,
    texts,
    words,
)
from lstm_viz.figures.style import MONO
from lstm_viz.reading.typing_aid import Look
from lstm_viz.scenes.next_character.picture.layout import KEYS, NEXT, OFFERS, TypingLayout
from lstm_viz.scenes.next_character.words import SHAPE, lane_words


def at_rest(layout: TypingLayout, look: Look) -> list[PlotlyTrace]:
    size = layout.title
    titles = {
        "What is typed": layout.ribbon,
        "What comes next?": layout.next,
        "Offered, to the next word’s end": layout.offers,
        "Keys saved if every right offer is taken": layout.keys,
    }
    boxes = ("ribbon", "next", "offers", "keys")
    return [
        *(panel(f"{name} room", getattr(layout, name)) for name in boxes),
        words("titles", [heading(box, box[1] + 18, text, size) for text, box in titles.items()]),
        *_legend(layout),
        *_shape(layout),
        *_ribbon(layout, look),
        *_next(layout),
        *_rows(layout, "offers", layout.offers, OFFERS),
        *_rows(layout, "keys", layout.keys, KEYS),
    ]


def _legend(layout: TypingLayout) -> list[PlotlyTrace]:
    """The line above letters, and what it means."""
    left, top, _, _ = layout.ribbon
    x, y = left + 26 + 7 * layout.title, top + 18
    said = "put in by one key" if layout.wide else "by one key"
    meaning = Text(x + 34, y, said, "right", layout.small, "$text_h")
    return [
        line("legend", [(x, y), (x + 26, y)], colour="$h", width=3, simplify=True),
        words("legend words", [meaning]),
    ]


def _shape(layout: TypingLayout) -> list[PlotlyTrace]:
    """Many to many: each step has an input and an output of its own."""
    right, top = layout.ribbon[2] - 14, layout.ribbon[1]
    middle, side, pitch = top + 18, 5.0, 18.0
    places = [right - side - k * pitch for k in (2, 1, 0)]
    boxes = [
        [(x - side, middle - side), (x + side, middle - side), (x + side, middle + side),
         (x - side, middle + side), (x - side, middle - side)] for x in places
    ]  # fmt: skip
    wires = [[(x, middle - 12), (x, middle - side)] for x in places]
    wires += [[(x, middle + side), (x, middle + 12)] for x in places]
    wires += [[(a + side, middle), (b - side, middle)] for a, b in pairwise(places)]
    said = SHAPE if layout.wide else SHAPE.split(":")[0]
    return [
        lines("shape", [*boxes, *wires], colour="$muted", width=1.3, simplify=True),
        words("shape words", [Text(places[0] - 10, middle, said, "left", layout.small)]),
    ]


def _ribbon(layout: TypingLayout, look: Look) -> list[PlotlyTrace]:
    columns = [layout.across(k) for k in range(layout.columns)]
    count = len(columns)
    lane = layout.lane
    said = [
        Text(
            lane.left,
            lane.top - 14,
            lane_words(look, brief=not layout.wide),
            "right",
            layout.small,
            f"$text_{look.gate}",
        ),
        *ticks(lane, (), [(0, "0"), (1, "1")], layout.small),
    ]
    return [
        lines("lane grid", [lane.level(0), lane.level(1)], colour="$faint", width=1),
        words("lane words", said),
        line("here", [NOWHERE] * 5, colour="$ink", width=1.8, fill="$paper"),
        bars(
            "by key",
            [(x, layout.by_key) for x in columns],
            length=layout.column,
            thick=3,
            colour="$h",
            opacity=[0.0] * count,
        ),
        texts(
            "letters",
            [(x, layout.letter) for x in columns],
            [NO_TEXT] * count,
            size=layout.size_of_letter,
            colour=["$ink"] * count,
            side="center",
            family=MONO,
        ),
        bars(
            "gate",
            [(x, lane.bottom) for x in columns],
            length=[0.0] * count,
            thick=round(layout.column * 0.62),
            colour=[0.0] * count,
            opacity=[1.0] * count,
            upright=True,
            scale=gate_scale(look.gate),
        ),
        texts(
            "gate now",
            [NOWHERE],
            size=layout.small,
            colour=f"$text_{look.gate}",
            side="center",
        ),
    ]  # fmt: skip


def _next(layout: TypingLayout) -> list[PlotlyTrace]:
    rows = [layout.next_at(k) for k in range(NEXT)]
    size = layout.small + 2
    return [
        texts(
            "next letters",
            [(x + 8, y) for x, y in rows],
            [NO_TEXT] * NEXT,
            size=size,
            colour=["$ink"] * NEXT,
            side="center",
            family=MONO,
        ),
        *bar_list(("next bars", "next shares"), rows, thick=11, size=layout.small),
    ]


def _rows(layout: TypingLayout, name: str, box: Rect, rows: int) -> list[PlotlyTrace]:
    """Words, a bar under them, and a number at its end."""
    places = [layout.row_at(box, k, rows) for k in range(rows)]
    below = [(x, y + layout.under) for x, y in places]
    return [
        texts(
            f"{name} words",
            places,
            [NO_TEXT] * rows,
            size=layout.small + 1,
            colour=["$ink"] * rows,
            side="right",
        ),
        *bar_list((f"{name} bars", f"{name} shares"), below, thick=9, size=layout.small),
    ]
