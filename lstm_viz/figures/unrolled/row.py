"""The cell unrolled: the same cell once a step, in a row (on a phone in a column), as data.

Each cell of the row is the big picture of the cell (``lstm_diagram``) made smaller, so that going
closer to it ends on that picture. What a stage lights is drawn once and goes with the reader from
cell to cell; the values of a step have three looks (not computed, at work, done) that are said
once. The browser puts frames together (``player/js/film/row.js``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lstm_viz.figures.diagram import Diagram, Point, Rect
from lstm_viz.figures.film import Film
from lstm_viz.figures.shapes import PlotlyTrace
from lstm_viz.figures.unrolled import parts
from lstm_viz.figures.unrolled.layout import placement

OPACITY = {"active": 1.0, "done": 0.6, "empty": 0.0}
"""How much is seen of a value; steps that are over stay readable."""
MOST_STEPS = 12
"""More cells in a row could not be told apart."""


@dataclass(frozen=True)
class Row:
    """The unrolled film drawn for one shape of screen."""

    width: float
    height: float
    window: float
    """How much of the height is seen at once: a column is longer than a screen."""
    data: list[PlotlyTrace]
    shift: Point
    """From a cell to the next."""
    cells: list[Rect]
    """Per step: where in the row its whole picture is (x0, y0, x1, y1)."""
    moving: tuple[str, ...]
    """The traces that are drawn at step 0 and go with the reader."""
    colours: list[list[float]]
    """Per step: the values of all its strips as shares of their scales."""
    looks: list[dict[str, list[float]]]
    """Of the first step, and of a later one: how much is seen of each value when it is "empty",
    "next", "done", or at a stage (its number)."""
    belt: list[Point]
    """Per stage: how far the cell state has come in the cell of step 0."""
    inks: dict[str, list[str]]
    """The colours of the letters and signs of a cell in which nothing is lit."""
    wires: dict[str, dict[str, Any]]
    """As in a view of the cell: the wires of step 0's cell, for the dots that run along."""
    ops: list[list[float]]
    """As there: the centres and radii of step 0's operations."""
    strips: dict[str, dict[str, Any]]
    """As there: the strips of step 0's cell, to mark a unit in."""


def unrolled(film: Film, name: str) -> Row:
    """The row of ``film`` for the shape of screen ``name``, "wide" or "tall".

    Raises ``ValueError`` for more than ``MOST_STEPS`` steps.
    """
    steps = len(film.trace)
    if steps > MOST_STEPS:
        raise ValueError(f"a row has at most {MOST_STEPS} cells, got {steps} steps")
    full = film.views[name].diagram
    there = placement(full, steps)
    small = there.shrunk(full)
    moving = parts.moving(small)
    return Row(
        there.width,
        there.height,
        min(full.height, there.height),
        [_rounded(trace) for trace in parts.everything(small, there, film.tokens, moving)],
        there.shift,
        [there.rect(full, t) for t in range(steps)],
        tuple(trace["name"] for trace in moving),
        [_colours(film, t) for t in range(steps)],
        [_looks(film, first) for first in (True, False)],
        _belt(film, small),
        {
            "gate text": film.quiet["gate text"]["textfont"]["color"][: len(small.gates)],
            "ops": film.quiet["ops"]["textfont"]["color"],
        },
        {
            wire.name: {"color": wire.color, "points": [list(point) for point in wire.points]}
            for wire in small.wires.values()
        },
        [[*op.centre, op.radius] for op in small.ops.values()],
        {
            name: {
                "cells": strip.cells,
                "size": list(strip.cell),
                "at": [list(strip.cell_centre(unit)) for unit in range(strip.cells)],
            }
            for name, strip in small.strips.items()
        },
    )


def states(film: Film, k: int | None, *, first: bool) -> dict[str, str]:
    """What of a step is to be seen at its stage ``k``: not computed, active or done.

    What the cell state and the hidden state were before is the step before's to show, except at
    the first step.
    """
    if k is None:
        found = dict.fromkeys(film.shown, "done")
    elif film.stages[k].carries:
        found = dict.fromkeys(film.shown, "done") | dict.fromkeys(("c", "h"), "active")
    else:
        found = dict(film.states[k])
    if not first:
        for name in ("c_prev", "h_prev"):
            if found[name] != "active":
                found[name] = "empty"
    return found


def _rounded(trace: PlotlyTrace) -> PlotlyTrace:
    """With places to a tenth of a pixel: a row has many."""
    places = {
        axis: [None if place is None else round(place, 1) for place in trace[axis]] for axis in "xy"
    }
    return trace | places


def _looks(film: Film, first: bool) -> dict[str, list[float]]:
    nothing = dict.fromkeys(film.shown, "empty")
    done = states(film, None, first=first)
    looks = {"empty": nothing, "next": nothing | {"x": "active"}, "done": done}
    looks |= {str(k): states(film, k, first=first) for k in range(len(film.stages))}
    return {
        look: [
            OPACITY[state[name]]
            for name in film.shown
            for _ in range(getattr(film.trace, name).shape[1])
        ]
        for look, state in looks.items()
    }


def _colours(film: Film, t: int) -> list[float]:
    return [
        round(float(value) / film.scales[name], 3)
        for name in film.shown
        for value in getattr(film.trace, name)[t]
    ]


def _belt(film: Film, diagram: Diagram) -> list[Point]:
    """How far along its rail the cell state is: before the cell, after ×, after +, at the end."""
    places = {"start": diagram.strips["c_prev"].centre, "end": diagram.strips["c"].centre}
    places |= {name: diagram.ops[name].centre for name in ("forget", "add")}
    come = "start"
    found = []
    for stage in film.stages:
        if "forget" in stage.ops:
            come = "forget"
        if "add" in stage.ops:
            come = "end"
        found.append(places[come])
    return found
