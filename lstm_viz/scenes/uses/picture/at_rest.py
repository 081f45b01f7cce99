"""The tasks at rest, before a frame says which task it is.  The cards are in ``cards``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import PlotlyTrace, bars, lettered, line, texts
from lstm_viz.scenes.uses.picture import cards
from lstm_viz.scenes.uses.picture.cards import marks
from lstm_viz.scenes.uses.picture.layout import TasksLayout
from lstm_viz.scenes.uses.record import STEPS

FLOW = 4
"""Pixels: how thick the lines are along which values go."""


def at_rest(layout: TasksLayout) -> list[PlotlyTrace]:
    chip = layout.chip
    between = [x + layout.pitch / 2 for x in layout.x[:-1]]
    carry = layout.pitch - layout.cell
    apart = 8 if layout.wide else 5
    into = (layout.cells + layout.inputs + layout.cell / 2 - chip[1] / 2) / 2
    out_of = (layout.cells + layout.answers - layout.cell / 2 + chip[1] / 2) / 2
    leg = (layout.inputs - layout.cells) - chip[1] / 2 - layout.cell / 2
    row = _row(layout, layout.cells)
    cells = marks("cells", row, "square", layout.cell, "$panel", edge="$muted", edge_width=2)
    return [
        *cards.frames(layout),
        *_loops(layout),
        _bars("carried c", [(x, layout.cells - apart) for x in between], carry, look="$c"),
        _bars("carried h", [(x, layout.cells + apart) for x in between], carry, look="$h"),
        _bars("into", _row(layout, into), leg, upright=True, look="$x"),
        _bars("out of", _row(layout, out_of), leg, upright=True, look="$h"),
        _heads(layout),
        _bars("input chips", _row(layout, layout.inputs), *chip, look="$off"),
        _bars("answer chips", _row(layout, layout.answers), *chip, look="$off"),
        lettered(cells, size=layout.word_size, colour=["$ink"] * STEPS),
        *(
            texts(name, _row(layout, y), size=layout.token_size, colour=["$ink"] * STEPS)
            for name, y in (("inputs", layout.inputs), ("answers", layout.answers))
        ),
        texts("rows", layout.labels, size=layout.word_size, side="right"),
        _line_names(layout),
        *cards.contents(layout),
    ]


def _row(layout: TasksLayout, y: float) -> list[Point]:
    """The middle of each step at a height."""
    return [(x, y) for x in layout.x]


def _loops(layout: TasksLayout) -> list[PlotlyTrace]:
    """From each answer down to the next input."""
    half, (high, low) = layout.chip[0] / 2, (layout.answers, layout.inputs)
    found = []
    for n, (x, after) in enumerate(pairwise(layout.x)):
        turn = x + layout.turn
        path = [(x + half, high), (turn, high), (turn, low), (after - half - 4, low)]
        width = 3 if layout.wide else 2
        found.append(line(f"loop {n}", path, colour="$x", width=width, opacity=0.0, simplify=True))
    return found


def _heads(layout: TasksLayout) -> PlotlyTrace:
    """The heads of the arrows into cells, into answers and into inputs."""
    tip = 6 if layout.wide else 4
    width, height = layout.chip
    into_cells = _row(layout, layout.cells + layout.cell / 2 + tip)
    into_answers = _row(layout, layout.answers + height / 2 + tip)
    into_inputs = [(x - width / 2 - tip, layout.inputs) for x in layout.x[1:]]
    symbols = ["triangle-up"] * 2 * STEPS + ["triangle-right"] * (STEPS - 1)
    colours = ["$x"] * STEPS + ["$h"] * STEPS + ["$x"] * (STEPS - 1)
    points = [*into_cells, *into_answers, *into_inputs]
    return marks("heads", points, symbols, 12 if layout.wide else 9, colours)


def _bars(
    name: str,
    points: Sequence[Point],
    length: float,
    thick: float = FLOW,
    *,
    upright: bool = False,
    look: str,
) -> PlotlyTrace:
    colour, opacity = [look] * len(points), [1.0] * len(points)
    return bars(
        name, points, length=length, thick=thick, colour=colour, opacity=opacity, upright=upright
    )


def _line_names(layout: TasksLayout) -> PlotlyTrace:
    """Which of the two lines between the cells is c, and which h."""
    away, right = (19, 17) if layout.wide else (14, 5)  # left of the loops
    between = layout.first + layout.cell / 2 + right
    return texts(
        "line names",
        [(between, layout.cells - away), (between, layout.cells + away)],
        ["c", "h"],
        size=layout.word_size,
        colour=["$text_c", "$text_h"],
    )
