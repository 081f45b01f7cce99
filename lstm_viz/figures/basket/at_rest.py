"""The row of words at rest: what never changes, and the traces that frames fill in."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.basket.layout import MOST_FRUIT, SAYERS, RowLayout
from lstm_viz.figures.basket.why import opened
from lstm_viz.figures.diagram import Rect
from lstm_viz.figures.gating.layout import corners
from lstm_viz.figures.shapes import (
    PlotlyTrace,
    Side,
    Text,
    area,
    bars,
    clickable,
    line,
    lines,
    markers,
    texts,
    words,
)
from lstm_viz.signals import LSTM_SIGNALS, shares

GATES = shares(LSTM_SIGNALS)
UNITS = (0, 1)
FRUIT_COLOURS = ("$apple", "$pear")
HEADS = {
    "f": ("forget gate", "what stays"),
    "i": ("input gate", "what comes in"),
    "c": ("cell state", "the memory"),
    "o": ("output gate", "what is let out"),
    "lstm": ("the LSTM says", ""),
    "rnn": ("this RNN says", "without gates"),
}
"""The name of a row, and in a few words what it is."""


def at_rest(layout: RowLayout, sentences: int, *, steps: bool = True) -> list[PlotlyTrace]:
    """The picture of a story of so many ``sentences``; as ``steps``, a click goes to one."""
    slots, whole = range(layout.slots), sentences == layout.slots
    doors = [
        [(slot, unit, layout.door(gate, slot, unit)) for slot in slots for unit in UNITS]
        for gate in GATES
    ]
    fruit = [(slot, unit) for slot in slots for unit in UNITS for _ in range(MOST_FRUIT)]
    side: Side = "center" if layout.wide else "right"
    found = [
        area("now", layout.box(0), fill="$panel", edge="$ink", radius=10, width=2),
        line("belt ahead", layout.belt(layout.slots - 1), colour="$faint", width=6, simplify=True),
        line("belt", layout.belt(0), colour="$c", width=6),
        words("heads", _heads(layout)),
        texts(
            "words",
            [layout.word_at(slot) for slot in slots],
            size=layout.word_text,
            side=side,
            colour=["$muted"] * layout.slots,
        ),
    ]
    for gate, of_gate in zip(GATES, doors, strict=True):
        found += [
            lines(
                f"doors {gate}", [corners(box) for *_, box in of_gate], colour=f"${gate}", width=1.2
            ),
            _opened(layout, gate, [box for *_, box in of_gate]),
        ]
    if layout.wide:
        found.append(
            markers(
                "whose",
                [((box[0] + box[2]) / 2, box[3] + 8) for of_gate in doors for *_, box in of_gate],
                size=6,
                colour=[FRUIT_COLOURS[unit] for of_gate in doors for _, unit, _ in of_gate],
                opacity=[0.0] * len(doors) * 2 * layout.slots,
            )
        )
    found += [
        markers(
            "fruit",
            [layout.fruit_at(slot, unit, 0, 1) for slot, unit in fruit],
            size=layout.fruit,
            colour=[FRUIT_COLOURS[unit] for _, unit in fruit],
            opacity=[0.0] * len(fruit),
            edge=["$paper"] * len(fruit),
            edge_width=1.5,
        ),
        texts(
            "numbers",
            [layout.number_at(0, unit) for unit in UNITS],
            size=layout.number_text,
            colour="$text_c",
        ),
        *(
            texts(
                f"{sayer} says",
                [layout.said_at(sayer, slot) for slot in slots],
                size=layout.said_text,
                colour="$ink" if sayer == "lstm" else "$muted",
            )
            for sayer in SAYERS
        ),
    ]
    if steps and whole:
        found.append(_touch(layout))
    return [opened(trace) for trace in found]


def _opened(layout: RowLayout, gate: str, doors: Sequence[Rect]) -> PlotlyTrace:
    """How far the doors are open."""
    return bars(
        f"open {gate}",
        [((x0 + x1) / 2, y1) for x0, _, x1, y1 in doors],
        length=[0.5] * len(doors),
        thick=layout.door_size[0],
        colour=f"${gate}",
        opacity=[0.0] * len(doors),
        upright=True,
    )


def _heads(layout: RowLayout) -> list[Text]:
    side: Side = "left" if layout.wide else "center"
    found = []
    for name, (label, role) in HEADS.items():
        x, y = layout.head_at(name)
        colour = "$ink" if name == "lstm" else "$muted" if name == "rnn" else f"$text_{name}"
        if not layout.wide:
            short = {"lstm": "LSTM", "rnn": "RNN"}.get(name, label.replace(" ", "<br>"))
            found.append(Text(x, y, f"<b>{short}</b>", side, layout.head_text, colour))
            continue
        found.append(Text(x, y, f"<b>{label}</b>", side, layout.head_text, colour))
        if role:
            found.append(Text(x, y + 20, role, side, layout.head_text - 3))
    return found


def _touch(layout: RowLayout) -> PlotlyTrace:
    """Unseen, over the words: a click on a sentence goes to it."""
    places = [layout.word_at(slot) for slot in range(layout.slots)]
    shift = 0 if layout.wide else 44
    trace = markers(
        "touch",
        [(x + shift, y) for x, y in places],
        symbol="square",
        size=72 if layout.wide else 44,
        colour="$paper",
        opacity=0.0,
    )
    return clickable(trace, [(slot, 0) for slot in range(layout.slots)]) | {"hoverinfo": "none"}
