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
"""Opacity of a small dot whose step has not come."""


def uses_board() -> Board:
    """A step for each use, a stage for what it is about, each time step, and all of it."""
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


def _state(n: int, k: int) -> str:
    """Of moment ``n`` (from 0) at stage ``k``, which is step k: "done", "now" or "pending"."""
    return "now" if n == k - 1 else "done" if n < k else "pending"


def _patches(layout: TasksLayout, t: int, k: int) -> dict[str, Patch]:
    task = USES[t]
    states = [_state(n, k) for n in range(STEPS)]
    fed = [n > 0 and task.moments[n].own for n in range(STEPS)]
    into, out = _flow("$x", states), _flow("$h", states)
    answers = [float(bool(moment.answers)) for moment in task.moments]
    loops = [float(own) for own in fed[1:]]
    patches: dict[str, Patch] = {
        "carried c": patch(colour=_flow("$c", states[1:])),
        "carried h": patch(colour=out[1:]),
        "into": patch(colour=into),
        "out of": patch(colour=out, opacity=answers),
        "heads": patch(colour=into + out + into[1:], opacity=[1.0] * STEPS + answers + loops),
        "input chips": patch(colour=["$x" if s == "now" else "$off" for s in states]),
        "answer chips": patch(
            colour=["$h" if s == "now" else "$off" for s in states], opacity=answers
        ),
        "cells": _cells(layout, task, states),
        "inputs": _inputs(layout, task, states, fed),
        "answers": patch(
            text=[escape(m.answers, quote=False) or NO_TEXT for m in task.moments],
            ink=[_ink(state) for state in states],
        ),
        "rows": patch(text=_rows(layout, task)),
        **_smalls(k),
    }
    for n in range(len(USES)):
        fill, edge = ("$panel", "$muted") if n == t else ("$paper", "$faint")
        patches[f"card {n}"] = {"fillcolor": fill, "line": {"color": edge}}
    for n, (opacity, colour) in enumerate(zip(loops, into[1:], strict=True)):
        patches[f"loop {n}"] = {"opacity": opacity, "line": {"color": colour}}
    return patches


def _flow(role: str, states: list[str]) -> list[str]:
    """The colour of what values come along, at each step."""
    return ["$wire" if state == "pending" else role for state in states]


def _ink(state: str) -> str:
    """Of a token in its chip."""
    return {"now": "$on_signal", "done": "$ink", "pending": UNSEEN}[state]


def _cells(layout: TasksLayout, task: Use, states: list[str]) -> Patch:
    looks = {
        "now": ("$ink", "$ink", "$paper"),
        "done": ("$panel", "$muted", "$ink"),
        "pending": ("$paper", "$wire", "$muted"),
    }
    fills, edges, inks = zip(*(looks[state] for state in states), strict=True)
    second = "LSTM 2" if layout.wide else "LSTM<br>2"
    names = ["LSTM" if n < task.second else second for n in range(STEPS)]
    return patch(text=names, colour=fills, edge=edges, ink=inks)


def _inputs(layout: TasksLayout, task: Use, states: list[str], fed: list[bool]) -> Patch:
    """What is given stands there from the start; an own answer comes over from its place."""
    waits = [own and state == "pending" for own, state in zip(fed, states, strict=True)]
    return patch(
        [
            (layout.x[n - 1], layout.answers) if wait else (layout.x[n], layout.inputs)
            for n, wait in enumerate(waits)
        ],
        text=[escape(moment.reads, quote=False) for moment in task.moments],
        ink=[
            "$muted" if state == "pending" and not wait else _ink(state)
            for state, wait in zip(states, waits, strict=True)
        ],
    )


def _rows(layout: TasksLayout, task: Use) -> list[str]:
    one = task.second == STEPS
    cells = "the same cell,<br>step by step" if one else "one cell reads,<br>one answers"
    out, into = f"out: {task.comes_out}", f"in: {task.goes_in}"
    return ["comes out", cells, "goes in"] if layout.wide else [out, into]


def _smalls(k: int) -> dict[str, Patch]:
    """The rows on the cards, all at the same step."""
    cells, inputs, answers = [], [], []
    for task in USES:
        for n, moment in enumerate(task.moments):
            state = _state(n, k)
            seen = PENDING if state == "pending" else 1.0
            cells.append({"now": "$ink", "done": "$muted", "pending": "$faint"}[state])
            inputs.append(seen)
            answers.append(seen if moment.answers else 0.0)
    return {
        "small cells": patch(colour=cells),
        "small inputs": patch(colour=["$x"] * len(cells), opacity=inputs),
        "small answers": patch(colour=["$h"] * len(cells), opacity=answers),
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
