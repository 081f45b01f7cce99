"""What an answer hangs on: a tile an input, a bar for its gradient and one for its effect."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np

from lstm_viz.figures.board import Board, Frame, Layout, Picture, Table, stills
from lstm_viz.figures.charts import cells, shade
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    VALUES,
    Patch,
    PlotlyTrace,
    Text,
    bars,
    ink_on,
    lettered,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.gradients.record.mattered import MOST_LETTERS, Mattered
from lstm_viz.scenes.gradients.words.mattered import captions, largest
from lstm_viz.tasks.alphabet import visible
from lstm_viz.trace import Array

LABELS = ("a story", "a line of a play")
COUNT = MOST_LETTERS
"""Tiles that are drawn; those that nothing is read at are hidden."""
BARS = ("by gradient", "by replacing")
WORD_PITCH = 42
"""With less room a tile shows no number."""


@dataclass(frozen=True, kw_only=True)
class MatteredLayout(Layout):
    """Wide: a column an input.  Tall: a row."""

    first: float
    last: float
    """Along the inputs: where the first tile begins at the earliest, and where the last ends."""
    pitch: float
    """At most."""
    tile: tuple[float, float]
    """Across: where a tile begins and ends."""
    up: tuple[float, float]
    down: tuple[float, float]
    """Across: where the bars begin, and where the longest ends."""
    apart: float
    """Across: where ≠ stands."""
    titles: tuple[Point, Point]
    text: float

    def step(self, count: int) -> float:
        return min(self.pitch, (self.last - self.first) / count)

    def place(self, t: int, count: int, across: float) -> Point:
        step = self.step(count)
        start = (self.first + self.last - step * count) / 2 if self.wide else self.first
        along = start + step * (t + 0.5)
        return (round(along, 2), across) if self.wide else (across, round(along, 2))


LAYOUTS = (
    MatteredLayout(
        name="wide", size=(1240, 400), first=20, last=1220, pitch=62, tile=(174, 232),
        up=(170, 62), down=(236, 344), apart=44, titles=((20, 18), (20, 384)), text=12,
    ),
    MatteredLayout(
        name="tall", size=(366, 560), first=30, last=556, pitch=22, tile=(22, 128),
        up=(134, 240), down=(250, 356), apart=10, titles=((134, 14), (250, 14)), text=12,
    ),
)  # fmt: skip


def mattered_board(story: Mattered, line: Mattered) -> Board:
    both = (story, line)
    return Board(
        steps=LABELS,
        frames=stills(
            Frame({layout.name: _patches(layout, one) for layout in LAYOUTS}, told)
            for one, told in zip(both, captions(story, line), strict=True)
        ),
        pictures={layout.name: Picture(*layout.size, _at_rest(layout)) for layout in LAYOUTS},
        tables=tuple(_table(one) for one in both),
        alt="The words or letters that were read; for each a bar for its gradient, and one for how "
        "much the answer changes when it is replaced",
        step_word="picture",
    )


def _at_rest(layout: MatteredLayout) -> list[PlotlyTrace]:
    places = [NOWHERE] * COUNT
    width, height = layout.tile[1] - layout.tile[0], 20
    size = (10.0, width) if layout.wide else (width, 10.0)
    tiles = cells("tiles", places, size=(size[0], size[1] if layout.wide else height))
    return [
        tiles | {"marker": tiles["marker"] | {"size": [1.0] * COUNT}},
        texts("inputs", places, size=layout.text, colour=["$ink"] * COUNT),
        *(
            bars(name, places, length=[0.0] * COUNT, thick=18 if layout.wide else 10,
                 colour=[0.0] * COUNT, opacity=[0.0] * COUNT, upright=layout.wide, scale=VALUES)
            for name in BARS
        ),
        texts("disagree", places, size=layout.text + 4, colour="$ink"),
        lettered(texts("bar numbers", places * 2, size=layout.text), size=layout.text,
                 colour="$ink") | {"mode": "text"},
        words("titles", [Text(x, y, NO_TEXT, "right", layout.text + (2 if layout.wide else 0))
                         for x, y in layout.titles]),
    ]  # fmt: skip


def _patches(layout: MatteredLayout, one: Mattered) -> dict[str, Patch]:
    count, step = len(one), layout.step(len(one))
    gradient, effect = one.shares
    signed = np.sign(one.effect) * effect
    middle = sum(layout.tile) / 2
    hidden = COUNT - count
    here = [layout.place(t, count, middle) for t in range(count)]
    rest = [here[-1]] * hidden
    shown = [visible(name) for name in one.inputs]
    labels = [_label(layout, escape(text, quote=False)) for text in shown]
    found = {
        "tiles": patch(
            here + rest,
            colour=[shade(v) for v in gradient] + ["$panel"] * hidden,
            size=[stroke(step - 3) if layout.wide else stroke(106)] * COUNT,
            opacity=[1.0] * count + [0.0] * hidden,
        ),
        "inputs": patch(
            here + rest,
            text=labels + [NO_TEXT] * hidden,
            ink=[ink_on("values", float(v)) for v in gradient] + ["$ink"] * hidden,
        ),
        "disagree": patch(
            [layout.place(t, count, layout.apart) for t in range(count)] + rest,
            text=["≠" if t in one.disagree else NO_TEXT for t in range(count)] + [NO_TEXT] * hidden,
        ),
        "titles": patch(text=_titles(layout, one)),
    }
    ends: list[Point] = []
    for name, (start, far), values in zip(
        BARS, (layout.up, layout.down), (gradient, effect), strict=True
    ):
        length = abs(far - start)
        towards = 1 if far > start else -1
        found[name] = patch(
            [layout.place(t, count, round(start + towards * length * float(values[t]) / 2, 2))
             for t in range(count)] + rest,
            size=[stroke(length * float(v)) for v in values] + [0.0] * hidden,
            colour=_bar_colours(name, signed) + [0.0] * hidden,
            opacity=[1.0] * count + [0.0] * hidden,
        )  # fmt: skip
        beyond = 12 * towards if layout.wide else 0
        ends += [
            layout.place(t, count, round(start + towards * length * float(values[t]) + beyond, 2))
            for t in range(count)
        ] + rest
    found["bar numbers"] = patch(ends, text=_numbers(layout, one, step))
    return found


def _bar_colours(name: str, signed: Array) -> list[float | str]:
    """A gradient’s length has no sign; a change has the colour of its own."""
    if name == BARS[0]:
        return ["$muted"] * len(signed)
    return [shade(v) for v in signed]


def _label(layout: MatteredLayout, text: str) -> str:
    return text.replace(" ", "<br>") if layout.wide else text


def _titles(layout: MatteredLayout, one: Mattered) -> list[str]:
    most, change = largest(one, effect=False), largest(one, effect=True)
    if layout.wide:
        return [
            f"<b>By its gradient</b>: the longest bar and the darkest tile are {most}",
            f"<b>By replacing it</b>: the longest bar is a change of the answer by {change} "
            "(plum: it falls, ochre: it rises)",
        ]
    return [f"<b>gradient</b> ≤ {most}", f"<b>replaced</b> ≤ {change}"]


def _numbers(layout: MatteredLayout, one: Mattered, step: float) -> list[str]:
    """Of the longer bars, where there is room."""
    hidden = [NO_TEXT] * (COUNT - len(one))
    if not layout.wide or step < WORD_PITCH:
        return [NO_TEXT] * (2 * COUNT)
    gradient, effect = one.shares
    return [
        *(in_powers(float(v)) if s >= 0.1 else NO_TEXT
          for v, s in zip(one.gradient, gradient, strict=True)),
        *hidden,
        *(number(float(v), sign=True) if s >= 0.1 else NO_TEXT
          for v, s in zip(one.effect, effect, strict=True)),
        *hidden,
    ]  # fmt: skip


def _table(one: Mattered) -> Table:
    rows = zip(one.inputs, one.gradient, one.effect, strict=True)
    return Table(
        "What the answer hangs on",
        ("", "reads", "gradient", "change when replaced", ""),
        tuple(
            (
                str(t + 1), visible(reads), in_powers(float(slope)),
                number(float(change), sign=True), "they disagree" if t in one.disagree else "",
            )
            for t, (reads, slope, change) in enumerate(rows)
        ),
    )  # fmt: skip
