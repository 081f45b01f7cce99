"""Five tasks as a board: the chosen one as a row of cells, and all five as cards that move along.

It shows when something is read and when something is answered, and nothing of what a network
computes: there are no activations in it.
"""

from __future__ import annotations

from html import escape

from lstm_viz.figures.board import Board, Frame, Table
from lstm_viz.figures.lighting import Patch
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.lesson.glossary import linked_html
from lstm_viz.scenes.uses.picture.at_rest import picture
from lstm_viz.scenes.uses.picture.layout import LAYOUTS, Layout
from lstm_viz.scenes.uses.record import STEPS, USES, Use
from lstm_viz.scenes.uses.words import STAGES, sentence, title

UNSEEN = "rgba(0,0,0,0)"
PENDING = 0.3
"""Opacity of a small dot whose step has not come."""


def board() -> Board:
    """A step for each use, a stage for what it is about, each time step, and all of it."""
    return Board(
        steps=tuple(task.title for task in USES),
        frames=tuple(tuple(_frame(t, k) for k in range(STAGES)) for t in range(len(USES))),
        pictures={layout.name: picture(layout) for layout in LAYOUTS},
        tables=tuple(_table(task) for task in USES),
        alt="A task as a row of cells, with what each step reads below and answers above; under "
        "it five cards, one for each task",
        step_word="task",
    )


def _frame(t: int, k: int) -> Frame:
    task = USES[t]
    equation = numbers = ""
    if 0 < k <= STEPS:
        moment = task.moments[k - 1]
        equation = f"x<sub>{k}</sub> = “{escape(moment.reads)}”"
        answer = f"“{escape(moment.answers)}”" if moment.answers else "no answer"
        numbers = f"h<sub>{k}</sub> → {answer}"
    return Frame(
        patches={layout.name: _patches(layout, t, k) for layout in LAYOUTS},
        title=title(k),
        sentence=linked_html(sentence(task, k)),
        equation=equation,
        numbers=numbers,
    )


def _state(n: int, k: int) -> str:
    """Of moment ``n`` (from 0) at stage ``k``, which is step k: "done", "now" or "pending"."""
    return "now" if n == k - 1 else "done" if n < k else "pending"


def _patches(layout: Layout, t: int, k: int) -> dict[str, Patch]:
    task = USES[t]
    states = [_state(n, k) for n in range(STEPS)]
    reached = [state != "pending" for state in states]
    fed = [n > 0 and task.moments[n].own for n in range(STEPS)]
    carried = [reached[n + 1] for n in range(STEPS - 1)]
    into = ["$x" if there else "$wire" for there in reached]
    out = ["$h" if there else "$wire" for there in reached]
    answers = [float(bool(moment.answers)) for moment in task.moments]
    loops = [float(fed[n + 1]) for n in range(STEPS - 1)]
    return {
        **{
            f"card {n}": {
                "fillcolor": "$panel" if n == t else "$paper",
                "line": {"color": "$muted" if n == t else "$faint"},
            }
            for n in range(len(USES))
        },
        **{
            f"loop {n}": {
                "opacity": loops[n],
                "line": {"color": "$x" if carried[n] else "$wire"},
            }
            for n in range(STEPS - 1)
        },
        "carried c": {"marker": {"color": ["$c" if there else "$wire" for there in carried]}},
        "carried h": {"marker": {"color": ["$h" if there else "$wire" for there in carried]}},
        "into": {"marker": {"color": into}},
        "out of": {"marker": {"color": out, "opacity": answers}},
        "heads": {
            "marker": {
                "color": into + out + ["$x" if there else "$wire" for there in carried],
                "opacity": [1.0] * STEPS + answers + loops,
            }
        },
        "input chips": {"marker": {"color": ["$x" if s == "now" else "$off" for s in states]}},
        "answer chips": {
            "marker": {
                "color": ["$h" if s == "now" else "$off" for s in states],
                "opacity": answers,
            }
        },
        "cells": _cells(layout, task, states),
        "inputs": _inputs(layout, task, states, fed),
        "answers": {
            "text": [escape(m.answers, quote=False) or NO_TEXT for m in task.moments],
            "textfont": {"color": [_ink(state) for state in states]},
        },
        "rows": {"text": _rows(layout, task)},
        **_smalls(k),
    }


def _ink(state: str) -> str:
    """Of a token in its chip."""
    return {"now": "$on_signal", "done": "$ink", "pending": UNSEEN}[state]


def _cells(layout: Layout, task: Use, states: list[str]) -> Patch:
    looks = {
        "now": ("$ink", "$ink", "$paper"),
        "done": ("$panel", "$muted", "$ink"),
        "pending": ("$paper", "$wire", "$muted"),
    }
    fills, edges, inks = zip(*(looks[state] for state in states), strict=True)
    second = "LSTM 2" if layout.name == "wide" else "LSTM<br>2"
    return {
        "text": ["LSTM" if n < task.second else second for n in range(STEPS)],
        "textfont": {"color": list(inks)},
        "marker": {"color": list(fills), "line": {"color": list(edges)}},
    }


def _inputs(layout: Layout, task: Use, states: list[str], fed: list[bool]) -> Patch:
    """What is given stands there from the start; an own answer comes over from its place."""
    out, _, into = layout.heights
    waits = [own and state == "pending" for own, state in zip(fed, states, strict=True)]
    return {
        "x": [layout.x(n - 1) if wait else layout.x(n) for n, wait in enumerate(waits)],
        "y": [out if wait else into for wait in waits],
        "text": [escape(moment.reads, quote=False) for moment in task.moments],
        "textfont": {
            "color": [
                "$muted" if state == "pending" and not wait else _ink(state)
                for state, wait in zip(states, waits, strict=True)
            ]
        },
    }


def _rows(layout: Layout, task: Use) -> list[str]:
    one = task.second == STEPS
    cells = "the same cell,<br>step by step" if one else "one cell reads,<br>one answers"
    out, into = f"out: {task.comes_out}", f"in: {task.goes_in}"
    return ["comes out", cells, "goes in"] if layout.name == "wide" else [out, into]


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
        "small cells": {"marker": {"color": cells}},
        "small inputs": {"marker": {"color": ["$x"] * len(cells), "opacity": inputs}},
        "small answers": {"marker": {"color": ["$h"] * len(cells), "opacity": answers}},
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
