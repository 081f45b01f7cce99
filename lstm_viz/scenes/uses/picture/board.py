"""Five tasks as a board: the chosen one as a row of cells, and all five as cards that move along.

It shows when something is read and when something is answered, and nothing of what a network
computes: there are no activations in it.
"""

from __future__ import annotations

from html import escape

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.shapes import NO_TEXT, UNSEEN, Patch, patch
from lstm_viz.scenes.uses.picture.at_rest import at_rest
from lstm_viz.scenes.uses.picture.layout import LAYOUTS, TasksLayout
from lstm_viz.scenes.uses.record import STEPS, USES, Use
from lstm_viz.scenes.uses.words import STAGES, task_caption

PENDING = 0.3
"""Opacity of a small dot while nothing has been read."""


def uses_board() -> Board:
    """A step for each use; first what goes in, then all that comes out."""
    return Board(
        steps=tuple(task.title for task in USES),
        frames=tuple(
            tuple(
                Frame(
                    {layout.name: _patches(layout, t, k) for layout in LAYOUTS},
                    task_caption(task, k),
                )
                for k in range(STAGES)
            )
            for t, task in enumerate(USES)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout)) for layout in LAYOUTS},
        tables=tuple(_table(task) for task in USES),
        alt="A task as a row of cells, with what each step reads below and answers above; under "
        "it five cards, one for each task",
        step_word="task",
    )


def _patches(layout: TasksLayout, t: int, read: int) -> dict[str, Patch]:
    """``read`` is 1 once the network has read all that goes in, else 0."""
    task = USES[t]
    fed = [n > 0 and task.moments[n].own for n in range(STEPS)]
    into, out = (["$x"] * STEPS, ["$h"] * STEPS) if read else (["$wire"] * STEPS,) * 2
    answers = [float(bool(moment.answers)) for moment in task.moments]
    loops = [float(own) for own in fed[1:]]
    patches: dict[str, Patch] = {
        "carried c": patch(colour=["$c" if read else "$wire"] * (STEPS - 1)),
        "carried h": patch(colour=out[1:]),
        "into": patch(colour=into),
        "out of": patch(colour=out, opacity=answers),
        "heads": patch(colour=into + out + into[1:], opacity=[1.0] * STEPS + answers + loops),
        "answer chips": patch(opacity=answers),
        "cells": _cells(layout, task, read),
        "inputs": _inputs(layout, task, fed, read),
        "answers": patch(
            text=[escape(m.answers, quote=False) or NO_TEXT for m in task.moments],
            ink=["$ink" if read else UNSEEN] * STEPS,
        ),
        "rows": patch(text=_rows(layout, task)),
        **_smalls(read),
    }
    for n in range(len(USES)):
        fill, edge = ("$panel", "$muted") if n == t else ("$paper", "$faint")
        patches[f"card {n}"] = {"fillcolor": fill, "line": {"color": edge}}
    for n, (opacity, colour) in enumerate(zip(loops, into[1:], strict=True)):
        patches[f"loop {n}"] = {"opacity": opacity, "line": {"color": colour}}
    return patches


def _cells(layout: TasksLayout, task: Use, read: int) -> Patch:
    fill, edge, ink = ("$panel", "$muted", "$ink") if read else ("$paper", "$wire", "$muted")
    second = "LSTM 2" if layout.wide else "LSTM<br>2"
    names = ["LSTM" if n < task.second else second for n in range(STEPS)]
    return patch(text=names, colour=[fill] * STEPS, edge=[edge] * STEPS, ink=[ink] * STEPS)


def _inputs(layout: TasksLayout, task: Use, fed: list[bool], read: int) -> Patch:
    """What is given stands there from the start; an own answer comes over from its place."""
    waits = [own and not read for own in fed]
    return patch(
        [
            (layout.x[n - 1], layout.answers) if wait else (layout.x[n], layout.inputs)
            for n, wait in enumerate(waits)
        ],
        text=[escape(moment.reads, quote=False) for moment in task.moments],
        ink=["$ink" if read else UNSEEN if wait else "$muted" for wait in waits],
    )


def _rows(layout: TasksLayout, task: Use) -> list[str]:
    one = task.second == STEPS
    cells = "the same cell,<br>step by step" if one else "one cell reads,<br>one answers"
    out, into = f"out: {task.comes_out}", f"in: {task.goes_in}"
    return ["comes out", cells, "goes in"] if layout.wide else [out, into]


def _smalls(read: int) -> dict[str, Patch]:
    """The rows on the cards."""
    moments = [moment for task in USES for moment in task.moments]
    seen = 1.0 if read else PENDING
    return {
        "small cells": patch(colour=["$muted" if read else "$faint"] * len(moments)),
        "small inputs": patch(colour=["$x"] * len(moments), opacity=[seen] * len(moments)),
        "small answers": patch(
            colour=["$h"] * len(moments),
            opacity=[seen if moment.answers else 0.0 for moment in moments],
        ),
    }


def _table(task: Use) -> Table:
    return Table(
        caption=f"{task.title}: {task.pattern}",
        head=("step", "reads", "answers"),
        rows=tuple(
            (
                str(n + 1),
                moment.reads + (" (its own last answer)" if moment.own else ""),
                moment.answers or "–",
            )
            for n, moment in enumerate(task.moments)
        ),
    )
