"""The story in one row: under each sentence all gates as a heat map, the belt, h, the answer."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.basket.at_rest import FRUIT_COLOURS, UNITS
from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import shade
from lstm_viz.figures.diagram import rounded
from lstm_viz.figures.film import full_value
from lstm_viz.figures.gating.layout import corners
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    VALUES,
    Patch,
    PlotlyTrace,
    Side,
    Text,
    area,
    bars,
    clickable,
    derived,
    gate_scale,
    ink_on,
    line,
    lines,
    markers,
    patch,
    texts,
    words,
)
from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.caption import Caption
from lstm_viz.lesson.story_lines import story_lines, story_read
from lstm_viz.notation import number
from lstm_viz.scenes.all_together.picture.layout import RowLayout, layouts
from lstm_viz.scenes.all_together.record import values
from lstm_viz.signals import LSTM_SIGNALS, shares, signal
from lstm_viz.tasks.basket import OUTPUTS, QUESTIONS

GATES = shares(LSTM_SIGNALS)
CELLS = ("f", "i", "g", "o", "h")
"""The signals of which each value has a cell."""
SHOWN = ("f", "i", "g", "c", "o", "h")
MOST_FRUIT = 6
"""Of a kind that are drawn."""
SHORT = {"f": "f", "i": "i", "g": "c̃", "c": "cell<br>state", "o": "o", "h": "h"}
ALT = (
    "Mia’s day, sentence by sentence; under each what the forget gate, the input gate, the "
    "candidate and the output gate are for apples and for pears, the fruit that the cell state "
    "carries, the hidden state, and what the network answers"
)


def row_board(basket: Basket, told: Sequence[Caption]) -> Board:
    """``told`` has what is said at each sentence."""
    sentences = range(len(basket.sentences))
    drawn = layouts(len(sentences))
    lines = story_lines(story_read(basket), SHOWN)
    return Board(
        steps=tuple(basket.label(n) for n in sentences),
        frames=stills(
            Frame(
                {one.name: patches(one, basket, n) for one in drawn},
                told[n],
                {"now": lines.listed[n]},
                lines.up_to(n),
            )
            for n in sentences
        ),
        pictures={one.name: Picture(*one.size, at_rest(one, basket)) for one in drawn},
        tables=tuple(_table(basket, n) for n in sentences),
        alt=ALT,
        step_word="sentence",
    )


def _places(basket: Basket) -> list[tuple[int, int]]:
    """(sentence, unit)"""
    return [(n, unit) for n in range(len(basket.sentences)) for unit in UNITS]


def _fruit(basket: Basket) -> list[tuple[int, int, int, int]]:
    """(sentence, unit, number of the fruit, of how many); there may be less than none."""
    found = []
    for n, unit in _places(basket):
        held = min(max(basket.fruit(basket.at[n], unit), 0), MOST_FRUIT)
        found += [(n, unit, k, held) for k in range(held)]
    return found


def at_rest(layout: RowLayout, basket: Basket) -> list[PlotlyTrace]:
    count = len(basket.sentences)
    sentences = range(count)
    width, height = layout.cell
    places, fruit = _places(basket), _fruit(basket)
    side: Side = "center" if layout.wide else "right"
    full = full_value(basket.trace)
    found = [
        area("now", layout.box(0), fill="$panel", edge="$ink", radius=10, width=2),
        lines("cells", [rounded(*layout.cell_box(n), 8) for n in sentences], colour="$wire",
              width=1.2),
        line("belt ahead", layout.rail("c", count - 0.5), colour="$faint", width=6),
        line("belt", layout.rail("c", 0.5), colour="$c", width=6),
        line("h ahead", layout.rail("h", count - 0.5), colour="$faint", width=3),
        line("h way", layout.rail("h", 0.5), colour="$h", width=3),
        words("heads", _heads(layout)),
        texts("words", [layout.words_at(n) for n in sentences],
              [_told(layout, basket.label(n)) for n in sentences], size=layout.text,
              colour=["$muted"] * count, side=side),
    ]  # fmt: skip
    for name in CELLS:
        boxes = [layout.value_box(name, n, unit) for n, unit in places]
        middles = [layout.middle(name, n, unit) for n, unit in places]
        largest = 1 if name in GATES else full
        both = [value / largest for n in sentences for value in values(basket, name, n)]
        found += [
            derived(bars(name, middles, length=width, thick=height,
                         colour=[shade(v) for v in both], opacity=[0.0] * len(places),
                         scale=gate_scale(name) if name in GATES else VALUES), name),
            lines(f"edges {name}", [corners(box) for box in boxes], colour=f"${name}", width=1),
            texts(f"{name} numbers", [layout.middle(name, 0, unit) for unit in UNITS],
                  size=layout.text - 1, colour=["$ink"] * len(UNITS)),
        ]  # fmt: skip
    return [
        *found,
        _of_c(basket, markers(
            "fruit", [layout.fruit_at(*one) for one in fruit] or [NOWHERE], size=layout.fruit,
            colour=[FRUIT_COLOURS[unit] for _, unit, *_ in fruit] or ["$ink"],
            opacity=[0.0] * max(len(fruit), 1), edge="$paper", edge_width=1.5,
        )),
        derived(texts(
            "c numbers", [layout.number_at(0, unit) for unit in UNITS], size=layout.text - 1,
            colour="$text_c",
        ), "c"),
        derived(texts(
            "says", [layout.at(n, layout.across["says"]) for n in sentences],
            size=layout.text + 6 if layout.wide else 14, colour="$ink",
        ), "says"),
        _touch(layout, count),
    ]  # fmt: skip


def _of_c(basket: Basket, fruit: PlotlyTrace) -> PlotlyTrace:
    """Fruit that open where the cell state comes from that they stand for."""
    values = [["c", len(UNITS) * n + unit] for n, unit, *_ in _fruit(basket)]
    return fruit | {"customdata": values or [["c", 0]], "hoverinfo": "none"}


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


def _touch(layout: RowLayout, count: int) -> PlotlyTrace:
    """Unseen, over the words: a click on a sentence goes to it."""
    places = [layout.at(n, layout.across["words"]) for n in range(count)]
    size = min(layout.pitch, 72 if layout.wide else 44)
    trace = markers("touch", places, symbol="square", size=size, colour="$paper", opacity=0.0)
    return clickable(trace, [(n, 0) for n in range(count)]) | {"hoverinfo": "none"}


def patches(layout: RowLayout, basket: Basket, now: int) -> dict[str, Patch]:
    """The row while sentence ``now`` is looked at: those after it are not read yet."""
    asked = basket.sentences
    count, read = len(asked), [n <= now for n, _ in _places(basket)]
    found: dict[str, Patch] = {
        "now": patch(rounded(*layout.box(now), 10)),
        "belt": patch(layout.rail("c", now + 0.5)),
        "h way": patch(layout.rail("h", now + 0.5)),
        "words": patch(ink=["$ink" if n <= now else "$muted" for n in range(count)]),
        "fruit": patch(opacity=[float(n <= now) for n, *_ in _fruit(basket)] or [0.0]),
        "c numbers": patch(
            [layout.number_at(now, unit) for unit in UNITS],
            text=_numbers(layout, values(basket, "c", now)),
        )
        | {"customdata": [["c", len(UNITS) * now + unit] for unit in UNITS]},
        "says": patch(text=[_said(basket, n) if n <= now else NO_TEXT for n in range(count)]),
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


def _said(basket: Basket, n: int) -> str:
    """What it says, as a person writes it; nothing where it is silent."""
    said = basket.told(n).replace("-", "−")
    return f"<b>{said}</b>" if said else NO_TEXT


def _numbers(layout: RowLayout, both: tuple[float, float]) -> list[str]:
    """In the cells of this sentence alone; on a phone there is no room for any."""
    return [number(value) if layout.wide else NO_TEXT for value in both]


def _table(basket: Basket, sentence: int) -> Table:
    rows = [
        (signal(LSTM_SIGNALS, name).label, *map(number, values(basket, name, sentence)))
        for name in SHOWN
    ]
    if basket.sentences[sentence] in QUESTIONS:
        rows.append(("it says", *(str(n).replace("-", "−") for n in basket.said(sentence))))
    return Table(basket.label(sentence), ("", *OUTPUTS), tuple(rows))
