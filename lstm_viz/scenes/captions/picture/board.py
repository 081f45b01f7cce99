"""The page's picture as a board: the picture, its features, a frame a word, and the gate."""

from __future__ import annotations

from lstm_viz.figures.bar_list import bar_list_patches
from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import filled
from lstm_viz.figures.shapes import NO_TEXT, NOWHERE, Patch, patch
from lstm_viz.lesson.caption import Caption
from lstm_viz.networks.captions.describe import BLOCKS
from lstm_viz.networks.captions.scenes import COLOURS, END, SIDE, UNKNOWN_COLOURS
from lstm_viz.notation import number, percent
from lstm_viz.player.contract import Painting, PaintingColour, PaintingPlace
from lstm_viz.scenes.captions import words
from lstm_viz.scenes.captions.picture.at_rest import FIRST_WORD, at_rest, colours, row_at
from lstm_viz.scenes.captions.picture.layout import LAYOUTS, SIGNALS, WEIGHED, CaptionsLayout
from lstm_viz.scenes.captions.record import Told

ALT = (
    "On the left the picture of 16 by 16 pixels; beside it its features; then a column for each "
    "step: what the network reads, the gates and the cell state of one unit, the word that it "
    "says; on the right the words that it weighed at this step, the likeliest first"
)
VEILED = 0.85
"""How much of a pixel is hidden on which the word does not hang."""
LONGEST_BAR = 0.6
"""As a share of the room for a row."""
END_SIGN = "(end)"
FULL = "In full colour: the word hangs on it."


def shown(word: str) -> str:
    return END_SIGN if word == END else word


def captions_board(told: Told) -> Board:
    count = len(told)
    said: list[Caption] = [words.picture(told), words.features(told)]
    said += [words.word(told, t) for t in range(count)]
    said.append(words.look(told))
    labels = ["picture", "features", *map(shown, told.described.said), "look here"]
    return Board(
        steps=tuple(labels),
        frames=stills(
            Frame({layout.name: _patches(layout, told, n) for layout in LAYOUTS}, one)
            for n, one in enumerate(said)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout, told)) for layout in LAYOUTS},
        tables=tuple(_table(told, done_at(told, n)) for n in range(len(said))),
        alt=ALT,
        step_word="picture",
    )


def step_of(told: Told, frame: int) -> int | None:
    """The step of the network that a frame is about: of the picture the one that it is least sure
    of, none of the features."""
    if not frame:
        return words.least_sure(told)
    return min(frame - FIRST_WORD, len(told) - 1) if frame >= FIRST_WORD else None


def done_at(told: Told, frame: int) -> int:
    """Steps whose words and gates a frame shows: the first and the last one show all."""
    return min(frame - 1, len(told)) if frame else len(told)


def painting_of(told: Told) -> Painting:
    """What the reader can paint on in the first frame."""
    named = {"white": (1.0, 1.0, 1.0), **COLOURS, **UNKNOWN_COLOURS}
    palette: list[PaintingColour] = [
        {"name": name, "colour": "".join(f"{round(15 * level):x}" for level in colour)}
        for name, colour in named.items()
    ]
    places: dict[str, PaintingPlace] = {
        layout.name: {
            "left": layout.square[0],
            "top": layout.square[1],
            "size": layout.square[2],
            "strip": layout.strip[0],
            "height": layout.strip[1],
        }
        for layout in LAYOUTS
    }
    return {
        "name": "The picture",
        "side": SIDE,
        "cells": told.pixels,
        "palette": [palette[1], *palette[2:], palette[0]],
        "places": places,
    }


# ---- frames ------------------------------------------------------------------------------------


def _patches(layout: CaptionsLayout, told: Told, frame: int) -> dict[str, Patch]:
    found, t, done = told.described, step_of(told, frame), done_at(told, frame)
    is_word = FIRST_WORD <= frame < len(told) + FIRST_WORD
    features = filled([float(value) for value in found.features])
    features.pop("text"), features.pop("textfont")
    veil = _veil(told, t if is_word else None)
    return {
        "pixels": patch(colour=colours(told)),
        "features": features,
        "veil": {"marker": {"opacity": veil}},
        "hint": patch(text=[FULL if any(veil) else NO_TEXT]),
        "now": _now(layout, told, frame),
        **_signals(told, done),
        "says": patch(text=[shown(w) if k < done else NO_TEXT
                            for k, w in enumerate(found.said)]),
        "reads": patch(text=[_read(told, k) if k < done else NO_TEXT
                             for k in range(len(told))]),
        **_weighed(layout, told, t),
    }  # fmt: skip


def _read(told: Told, t: int) -> str:
    return told.described.read(t) or "picture"


def _veil(told: Told, t: int | None) -> list[float]:
    """By block: 0 where the word hangs on it most, or where none matters."""
    if t is None or float(told.described.falls[t].max()) < words.LEAST_FALL:
        return [0.0] * BLOCKS**2
    falls = told.described.falls[t].ravel().clip(0)
    return [round(VEILED * (1 - float(fall / falls.max())), 3) for fall in falls]


def _now(layout: CaptionsLayout, told: Told, frame: int) -> Patch:
    """A frame round the step that is shown, or at the end round the gate to look at."""
    (first, last), room = layout.track, 20 if layout.wide else 32
    low, high = sorted((layout.lanes[0], layout.lanes[-1]))
    t = step_of(told, frame)
    if t is None:
        return patch([NOWHERE] * 5) | {"opacity": 0.0}
    half, middle = (last - first) / told.columns / 2 - 1, layout.step(t, told.columns)
    along, across = (middle - half, middle + half), (low - room, high + room)
    if frame == len(told) + FIRST_WORD:
        lane = layout.lanes[1 + SIGNALS.index(told.look.gate)]
        edge = layout.cell[1 if layout.wide else 0] / 2 + 2
        along, across = (first, last), (lane - edge, lane + edge)
    corners = [(along[k], across[n]) for k, n in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]
    return patch(corners if layout.wide else [(y, x) for x, y in corners]) | {"opacity": 1.0}


def _signals(told: Told, done: int) -> dict[str, Patch]:
    trace, unit = told.described.trace, told.look.unit
    found = {}
    for name in SIGNALS:
        values = [
            float(value) if k < done else None
            for k, value in enumerate(getattr(trace, name)[:, unit])
        ]
        found[name] = filled(values, gate="" if name == "c" else name)
    return found


def _weighed(layout: CaptionsLayout, told: Told, t: int | None) -> dict[str, Patch]:
    there = () if t is None else told.described.weighed(t, WEIGHED)
    left, _, right, _ = layout.weighed
    rest = [NO_TEXT] * (WEIGHED - len(there))
    return {
        "names": patch(text=[shown(word) for word, _ in there] + rest),
        **bar_list_patches(
            ("bars", "shares"),
            [(left + 14, row_at(layout, k)[1]) for k in range(WEIGHED)],
            LONGEST_BAR * (right - left - 28),
            [share for _, share in there],
            ["$wire" if k else "$h" for k in range(len(there))],
            [percent(share) for _, share in there],
        ),
    }


def _table(told: Told, done: int) -> Table:
    """What was said so far; before that, the features."""
    found, unit = told.described, told.look.unit
    if not done:
        return Table(
            "The features",
            ("", "value"),
            tuple((str(k + 1), number(float(v))) for k, v in enumerate(found.features)),
        )
    head = ("step", "reads", "says", "probability", *(f"{s} of unit {unit + 1}" for s in SIGNALS))
    rows = tuple(
        (
            str(k + 1),
            _read(told, k),
            shown(found.said[k]),
            percent(found.sure(k)),
            *(number(float(getattr(found.trace, name)[k, unit])) for name in SIGNALS),
        )
        for k in range(done)
    )
    return Table("What it read and said", head, rows)
