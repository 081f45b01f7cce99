"""A story of the basket, sentence by sentence: a board with one frame a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.basket.at_rest import FRUIT_COLOURS, GATES, HEADS, UNITS, at_rest
from lstm_viz.figures.basket.layout import (
    MOST_FRUIT,
    SAYERS,
    RowLayout,
    layouts,
    window,
)
from lstm_viz.figures.basket.why import places
from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.diagram import Point, rounded
from lstm_viz.figures.gating.layout import corners
from lstm_viz.figures.shapes import NO_TEXT, Patch, lines, patch, stroke
from lstm_viz.lesson.caption import Caption
from lstm_viz.lesson.column import Answer, Column
from lstm_viz.lesson.gating import StoryLines
from lstm_viz.notation import number


def word_row_board(
    columns: Sequence[Column], captions: Sequence[Caption], lines: StoryLines, *, alt: str
) -> Board:
    """The board of a story: ``captions`` has what is said at each sentence, ``lines`` where its
    values come from.  What is held is there as fruit alone."""
    sizes = layouts(len(columns))
    return Board(
        steps=tuple(column.label for column in columns),
        frames=stills(
            Frame(
                {layout.name: patches(layout, columns, now, numbers=False) for layout in sizes},
                caption,
                {"now": lines.listed[now]},
                lines.up_to(now),
            )
            for now, caption in enumerate(captions)
        ),
        pictures={
            layout.name: Picture(*layout.size, at_rest(layout, len(columns))) for layout in sizes
        },
        tables=tuple(_table(column) for column in columns),
        alt=alt,
        step_word="sentence",
    )


def patches(
    layout: RowLayout,
    columns: Sequence[Column],
    now: int,
    *,
    whole: bool = False,
    numbers: bool = True,
) -> dict[str, Patch]:
    """The row while sentence ``now`` is looked at: those after it are not read yet.

    With ``whole`` all of them are, and all answers are there; without ``numbers`` what is held is
    fruit alone.
    """
    last = len(columns) - 1 if whole else now
    seen = window(now, len(columns), layout.slots)
    here = seen.index(now)
    read = [columns[n] for n in seen if n <= last]
    found: dict[str, Patch] = {
        "now": patch(rounded(*layout.box(here), 10)),
        "belt": patch(layout.belt(len(read) - 1)),
        "words": patch(
            text=[_told(layout, columns[n].label) for n in seen],
            ink=["$ink" if n <= last else "$muted" for n in seen],
        ),
        "fruit": _fruit(layout, read),
        "numbers": _numbers(layout, here, columns[now] if numbers else None),
    }
    for gate in GATES:
        doors = [
            (layout.door(gate, slot, unit), column.gates[gate][unit])
            for slot, column in enumerate(read)
            for unit in UNITS
        ]
        outlines = lines("", [corners(box) for box, _ in doors], colour="", width=1)
        found[f"doors {gate}"] = {axis: outlines[axis] for axis in "xy"}
        filled = [max(share * (bottom - top), 0.5) for (_, top, _, bottom), share in doors]
        missing = 2 * layout.slots - len(doors)
        found[f"open {gate}"] = patch(
            [
                (round((left + right) / 2, 2), round(bottom - height / 2, 2))
                for ((left, _, right, bottom), _), height in zip(doors, filled, strict=True)
            ]
            + [_foot(layout, gate, len(read) + k // 2, k % 2) for k in range(missing)],
            size=[stroke(height) for height in filled] + [stroke(0.5)] * missing,
            opacity=[1.0] * len(doors) + [0.0] * missing,
        )
    if layout.wide:
        found["whose"] = patch(
            opacity=[float(slot < len(read)) for _ in GATES for slot in range(layout.slots)
                     for _ in UNITS]
        )  # fmt: skip
    for sayer in SAYERS:
        found[f"{sayer} says"] = patch(
            text=[
                _said(columns[n].answer, sayer, whole=whole or n == now) if n <= last else NO_TEXT
                for n in seen
            ]
        )
    for name, of_values in places(layout, now, len(columns)).items():
        found[name] |= of_values
    return found


def _told(layout: RowLayout, label: str) -> str:
    """Broken into short lines, bold what is one word to the network."""
    first, rest = label.split(" ", 1)
    if not layout.wide:
        verb, *what = rest.split(" ", 1)
        if rest.endswith("?"):
            return f"<b>{'<br>'.join((f'{first} {verb}', *what))}</b>"
        return f"{first} <b>{'<br>'.join((verb, *what))}</b>"
    if rest.endswith("?"):
        return f"<b>{first} {rest.replace(' ', '<br>', 1)}</b>"
    return f"{first}<br><b>{rest.replace(' ', '<br>', 1)}</b>"


def _foot(layout: RowLayout, gate: str, slot: int, unit: int) -> Point:
    left, _, right, bottom = layout.door(gate, slot, unit)
    return ((left + right) / 2, bottom)


def _fruit(layout: RowLayout, read: Sequence[Column]) -> Patch:
    """The fruit that is held; what is owed (a number below 0) is hollow."""
    points, seen, colours, edges = [], [], [], []
    for slot in range(layout.slots):
        for unit in UNITS:
            held = read[slot].fruit[unit] if slot < len(read) else 0
            shown = min(abs(held), MOST_FRUIT)
            points += [layout.fruit_at(slot, unit, k, shown) for k in range(MOST_FRUIT)]
            seen += [float(k < shown) for k in range(MOST_FRUIT)]
            inside = ("$paper", FRUIT_COLOURS[unit])
            fill, edge = inside if held < 0 else reversed(inside)
            colours += [fill] * MOST_FRUIT
            edges += [edge] * MOST_FRUIT
    return patch(points, opacity=seen, colour=colours, edge=edges)


def _numbers(layout: RowLayout, here: int, column: Column | None) -> Patch:
    """The cell state as numbers, at this sentence alone; at a question that which is asked."""
    asked = column.answer if column else None
    return patch(
        [layout.number_at(here, unit) for unit in UNITS],
        text=[
            number(column.state[unit])
            if column and (asked is None or asked.fruit == unit)
            else NO_TEXT
            for unit in UNITS
        ],
    )


def _said(answer: Answer | None, sayer: str, *, whole: bool) -> str:
    """What is said, and whether it is so; of an earlier question only that."""
    if answer is None:
        return NO_TEXT
    said = getattr(answer, sayer)
    mark = "✓" if said == answer.so else "✗"
    return f"<b>{_whole(said)}</b> {mark}" if whole else mark


def _whole(value: int) -> str:
    return str(value).replace("-", "−")


def _table(column: Column) -> Table:
    """All the numbers of a sentence, for who asks for them."""
    rows = [(HEADS[gate][0], *(number(value) for value in column.gates[gate])) for gate in GATES]
    rows.append((HEADS["c"][0], *(number(value) for value in column.state)))
    rows.append(("as fruit", *(_whole(held) for held in column.fruit)))
    if asked := column.answer:
        for name, value in (
            (HEADS["lstm"][0], asked.lstm),
            (HEADS["rnn"][0], asked.rnn),
            ("in the basket", asked.so),
        ):
            rows.append(
                (name, *(_whole(value) if unit == asked.fruit else NO_TEXT for unit in UNITS))
            )
    return Table(column.label, ("", "apples", "pears"), tuple(rows))
