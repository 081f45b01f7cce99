"""The story in one row: under each sentence all gates as a heat map, the belt, h, the answer."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.basket.at_rest import FRUIT_COLOURS, UNITS
from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.charts import shade
from lstm_viz.figures.diagram import rounded
from lstm_viz.figures.film import full_value
from lstm_viz.figures.gating.layout import corners
from lstm_viz.figures.shapes import (
    NO_TEXT,
    VALUES,
    Patch,
    PlotlyTrace,
    Side,
    Text,
    area,
    bars,
    clickable,
    gate_scale,
    ink_on,
    line,
    lines,
    markers,
    patch,
    texts,
    words,
    zoomed,
)
from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.caption import Caption
from lstm_viz.notation import number
from lstm_viz.scenes.all_together.picture.layout import LAYOUTS, RowLayout
from lstm_viz.scenes.all_together.record import SENTENCES, values
from lstm_viz.signals import LSTM_SIGNALS, shares, signal
from lstm_viz.tasks.basket import OUTPUTS, QUESTIONS

GATES = shares(LSTM_SIGNALS)
CELLS = ("f", "i", "g", "o", "h")
"""The signals of which each value has a cell."""
SHOWN = ("f", "i", "g", "c", "o", "h")
MOST_FRUIT = 2
SHORT = {"f": "f", "i": "i", "g": "c̃", "c": "cell<br>state", "o": "o", "h": "h"}
PLACES = [(sentence, unit) for sentence in range(SENTENCES) for unit in UNITS]
ALT = (
    "Mia’s day, sentence by sentence; under each what the forget gate, the input gate, the "
    "candidate and the output gate are for apples and for pears, the fruit that the cell state "
    "carries, the hidden state, and what the network answers"
)


def row_board(basket: Basket, told: Sequence[Caption]) -> Board:
    """``told`` has what is said at each sentence."""
    sentences = range(SENTENCES)
    return Board(
        steps=tuple(basket.label(n) for n in sentences),
        frames=tuple(
            (Frame({one.name: patches(one, basket, n) for one in LAYOUTS}, told[n]),)
            for n in sentences
        ),
        pictures={one.name: Picture(*one.size, at_rest(one, basket)) for one in LAYOUTS},
        tables=tuple(_table(basket, n) for n in sentences),
        alt=ALT,
        step_word="sentence",
    )


def at_rest(layout: RowLayout, basket: Basket) -> list[PlotlyTrace]:
    sentences = range(SENTENCES)
    width, height = layout.cell
    fruit = [(n, unit, k) for n, unit in PLACES for k in range(MOST_FRUIT)]
    side: Side = "center" if layout.wide else "right"
    full = full_value(basket.trace)
    found = [
        area("now", layout.box(0), fill="$panel", edge="$ink", radius=10, width=2),
        lines("cells", [rounded(*layout.cell_box(n), 8) for n in sentences], colour="$wire",
              width=1.2),
        line("belt ahead", layout.rail("c", SENTENCES - 0.5), colour="$faint", width=6),
        line("belt", layout.rail("c", 0.5), colour="$c", width=6),
        line("h ahead", layout.rail("h", SENTENCES - 0.5), colour="$faint", width=3),
        line("h way", layout.rail("h", 0.5), colour="$h", width=3),
        words("heads", _heads(layout)),
        texts("words", [layout.words_at(n) for n in sentences],
              [_told(layout, basket.label(n)) for n in sentences], size=layout.text,
              colour=["$muted"] * SENTENCES, side=side),
    ]  # fmt: skip
    for name in CELLS:
        boxes = [layout.value_box(name, n, unit) for n, unit in PLACES]
        middles = [layout.middle(name, n, unit) for n, unit in PLACES]
        largest = 1 if name in GATES else full
        both = [value / largest for n in sentences for value in values(basket, name, n)]
        found += [
            zoomed(bars(name, middles, length=width, thick=height,
                        colour=[shade(v) for v in both], opacity=[0.0] * len(PLACES),
                        scale=gate_scale(name) if name in GATES else VALUES),
                   [n for n, _ in PLACES]),
            lines(f"edges {name}", [corners(box) for box in boxes], colour=f"${name}", width=1),
            texts(f"{name} numbers", [layout.middle(name, 0, unit) for unit in UNITS],
                  size=layout.text - 1, colour=["$ink"] * len(UNITS)),
        ]  # fmt: skip
    return [
        *found,
        markers("fruit", [layout.fruit_at(*one) for one in fruit], size=layout.fruit,
                colour=[FRUIT_COLOURS[unit] for _, unit, _ in fruit], opacity=[0.0] * len(fruit),
                edge="$paper", edge_width=1.5),
        texts("c numbers", [layout.number_at(0, unit) for unit in UNITS], size=layout.text - 1,
              colour="$text_c"),
        texts("says", [layout.at(n, layout.across["says"]) for n in sentences],
              size=layout.text + 6 if layout.wide else 14, colour="$ink"),
        _touch(layout),
    ]  # fmt: skip


def _heads(layout: RowLayout) -> list[Text]:
    side: Side = "left" if layout.wide else "center"
    found = []
    for name in SHOWN:
        label = signal(LSTM_SIGNALS, name).label if layout.wide else SHORT[name]
        colour = f"$text_{name}"
        found.append(Text(*layout.head_at(name), f"<b>{label}</b>", side, layout.head_text, colour))
    answer = "it says" if layout.wide else "says"
    found.append(Text(*layout.head_at("says"), f"<b>{answer}</b>", side, layout.head_text, "$ink"))
    return found


def _told(layout: RowLayout, label: str) -> str:
    first, rest = label.split(" ", 1)
    if not layout.wide:
        verb, *what = rest.split(" ", 1)
        return "<br>".join((f"{first} {verb}", *what))
    if rest.endswith("?"):
        return f"<b>{first} {rest.replace(' ', '<br>', 1)}</b>"
    return f"{first}<br><b>{rest.replace(' ', '<br>', 1)}</b>"


def _touch(layout: RowLayout) -> PlotlyTrace:
    """Unseen, over the words: a click on a sentence goes to it."""
    places = [layout.at(n, layout.across["words"]) for n in range(SENTENCES)]
    trace = markers("touch", places, symbol="square", size=72 if layout.wide else 44,
                    colour="$paper", opacity=0.0)  # fmt: skip
    return clickable(trace, [(n, 0) for n in range(SENTENCES)]) | {"hoverinfo": "none"}


def patches(layout: RowLayout, basket: Basket, now: int) -> dict[str, Patch]:
    """The row while sentence ``now`` is looked at: those after it are not read yet."""
    read = [n <= now for n, _ in PLACES]
    asked = basket.sentences
    found: dict[str, Patch] = {
        "now": patch(rounded(*layout.box(now), 10)),
        "belt": patch(layout.rail("c", now + 0.5)),
        "h way": patch(layout.rail("h", now + 0.5)),
        "words": patch(ink=["$ink" if n <= now else "$muted" for n in range(SENTENCES)]),
        "fruit": patch(
            opacity=[
                float(n <= now and k < basket.fruit(basket.at[n], unit))
                for n, unit in PLACES
                for k in range(MOST_FRUIT)
            ]
        ),
        "c numbers": patch(
            [layout.number_at(now, unit) for unit in UNITS],
            text=_numbers(layout, values(basket, "c", now)),
        ),
        "says": patch(
            text=[
                f"<b>{basket.said(n)[QUESTIONS.index(told)]}</b>"
                if told in QUESTIONS and n <= now
                else NO_TEXT
                for n, told in enumerate(asked)
            ]
        ),
    }
    for name in CELLS:
        found[name] = patch(opacity=[float(seen) for seen in read])
        here, full = values(basket, name, now), full_value(basket.trace)
        found[f"{name} numbers"] = patch(
            [layout.middle(name, now, unit) for unit in UNITS],
            text=_numbers(layout, here),
            ink=[ink_on(name, v) if name in GATES else ink_on("values", v / full) for v in here],
        )
    return found


def _numbers(layout: RowLayout, both: tuple[float, float]) -> list[str]:
    """In the cells of this sentence alone; on a phone there is no room for any."""
    return [number(value) if layout.wide else NO_TEXT for value in both]


def _table(basket: Basket, sentence: int) -> Table:
    rows = [
        (signal(LSTM_SIGNALS, name).label, *map(number, values(basket, name, sentence)))
        for name in SHOWN
    ]
    if basket.sentences[sentence] in QUESTIONS:
        rows.append(("it says", *map(str, basket.said(sentence))))
    return Table(basket.label(sentence), ("", *OUTPUTS), tuple(rows))
