"""Five tasks as a board: the chosen one as a row of cells, and all five as cards.

It shows when something is read and when something is answered, and nothing of what a network
computes: there are no activations in it.
"""

from __future__ import annotations

from html import escape

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.scenes.uses.picture.at_rest import at_rest
from lstm_viz.scenes.uses.picture.layout import LAYOUTS, TasksLayout
from lstm_viz.scenes.uses.record import STEPS, USES, Use
from lstm_viz.scenes.uses.words import task_caption


def uses_board() -> Board:
    """A step for each use."""
    return Board(
        steps=tuple(task.title for task in USES),
        frames=tuple(
            (Frame({layout.name: _patches(layout, t) for layout in LAYOUTS}, task_caption(task)),)
            for t, task in enumerate(USES)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout)) for layout in LAYOUTS},
        tables=tuple(_table(task) for task in USES),
        alt="A task as a row of cells, with what each step reads below and answers above; under "
        "it five cards, one for each task",
        step_word="task",
    )


def _patches(layout: TasksLayout, t: int) -> dict[str, Patch]:
    task = USES[t]
    answers = [float(bool(moment.answers)) for moment in task.moments]
    loops = [float(moment.own) for moment in task.moments[1:]]
    second = "LSTM 2" if layout.wide else "LSTM<br>2"
    patches: dict[str, Patch] = {
        "out of": patch(opacity=answers),
        "heads": patch(opacity=[1.0] * STEPS + answers + loops),
        "answer chips": patch(opacity=answers),
        "cells": patch(text=["LSTM" if n < task.second else second for n in range(STEPS)]),
        "inputs": patch(text=[escape(moment.reads, quote=False) for moment in task.moments]),
        "answers": patch(text=[escape(m.answers, quote=False) or NO_TEXT for m in task.moments]),
        "rows": patch(text=_rows(layout, task)),
    }
    for n in range(len(USES)):
        fill, edge = ("$panel", "$muted") if n == t else ("$paper", "$faint")
        patches[f"card {n}"] = {"fillcolor": fill, "line": {"color": edge}}
    for n, opacity in enumerate(loops):
        patches[f"loop {n}"] = {"opacity": opacity}
    return patches


def _rows(layout: TasksLayout, task: Use) -> list[str]:
    one = task.second == STEPS
    cells = "the same cell,<br>step by step" if one else "one cell reads,<br>one answers"
    out, into = f"out: {task.comes_out}", f"in: {task.goes_in}"
    return ["comes out", cells, "goes in"] if layout.wide else [out, into]


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
