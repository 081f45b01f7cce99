"""Six trained networks side by side, as a board: a frame shows how far each has come.

All that stands in it was read, answered or computed in a run of each network on its example.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import filled
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, short
from lstm_viz.notation import number
from lstm_viz.scenes.uses.picture.at_rest import at_rest, drawn
from lstm_viz.scenes.uses.picture.layout import LAYOUTS, CardsLayout
from lstm_viz.scenes.uses.record import STEPS, Moment, Use
from lstm_viz.scenes.uses.words import told
from lstm_viz.signals import LSTM_SIGNALS, signal

LONGEST = 7
"""Letters of a word in a card."""


def uses_board(tasks: Sequence[Use]) -> Board:
    """A step for each moment."""
    return Board(
        steps=tuple(f"step {n + 1}" for n in range(STEPS)),
        frames=stills(
            Frame({layout.name: _patches(layout, tasks, n) for layout in LAYOUTS}, told(tasks, n))
            for n in range(STEPS)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout, tasks)) for layout in LAYOUTS},
        tables=tuple(_table(tasks, n) for n in range(STEPS)),
        alt="Six cards, each with a row of steps: below what the network reads, above what it "
        "answers, between them how far one of its gates is open",
    )


def _patches(layout: CardsLayout, tasks: Sequence[Use], n: int) -> dict[str, Patch]:
    found: dict[str, Patch] = {
        "inputs": patch(
            text=[
                NO_TEXT if m.reads_at or (task.image and not k) else _word(m.reads, k <= n)
                for task, k, m in _moments(tasks)
            ],
            ink=["$text_h" if m.own else "$text_x" for _, _, m in _moments(tasks)],
        ),
        "answers": patch(
            text=[
                NO_TEXT if m.answers_at else _word(m.answers, k <= n) for _, k, m in _moments(tasks)
            ],
            ink=["$text_h"] * (STEPS * len(tasks)),
        ),
        "drawn inputs": patch(
            colour=[
                "$h" if tasks[card].moments[k].own else "$x"
                for card, k, _ in drawn(layout, tasks, "reads")
            ],
            opacity=[float(k <= n) for _, k, _ in drawn(layout, tasks, "reads")],
        ),
        "drawn answers": patch(
            colour=["$h" for _ in drawn(layout, tasks, "answers")],
            opacity=[float(k <= n) for _, k, _ in drawn(layout, tasks, "answers")],
        ),
    }
    for card, task in enumerate(tasks):
        key = signal(LSTM_SIGNALS, task.gate.name).color
        values = [value if k <= n else None for k, value in enumerate(task.gate.values)]
        found[f"gates {card}"] = filled(values, gate=key)
    return found


def _moments(tasks: Sequence[Use]) -> list[tuple[Use, int, Moment]]:
    """All moments of all tasks, each with its step."""
    return [(task, k, moment) for task in tasks for k, moment in enumerate(task.moments)]


def _word(text: str, there: bool) -> str:
    return escape(short(text, LONGEST), quote=False) if there and text else NO_TEXT


def _table(tasks: Sequence[Use], n: int) -> Table:
    return Table(
        caption=f"Step {n + 1} of {STEPS}",
        head=("task", "reads", "answers", "gate"),
        rows=tuple(
            (
                task.title,
                task.moments[n].reads + (" (its own last answer)" if task.moments[n].own else ""),
                task.moments[n].answers or "–",
                f"{signal(LSTM_SIGNALS, task.gate.name).symbol} of unit {task.gate.unit + 1}: "
                f"{number(task.gate.values[n])}",
            )
            for task in tasks
        ),
    )
