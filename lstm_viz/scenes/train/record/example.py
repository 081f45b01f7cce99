"""The one example that is looked at again and again, and what a network does with it."""

from __future__ import annotations

from typing import TypedDict

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.scenes.train.record.training_record import Checkpoint
from lstm_viz.tasks import Examples, Task

DRAWN = 16
"""Sequences that the one to look at is chosen from."""


def telling_example(task: Task, rng: np.random.Generator, size: int) -> Examples:
    """One sequence to look at, of a few drawn: one whose last answer is not what it reads there.

    A network that only says its input again would look right.  Of the others the one with the most
    different right answers; among equals the longest, then the first.  They are drawn like those
    that the score is measured on: of a text, not from the part that is trained on.
    """
    drawn = task.test_examples(DRAWN, rng, size)

    def tells(b: int) -> tuple[bool, int, int]:
        tokens, wanted = drawn.tokens[b], task.wanted(drawn, b)
        asked = [pair for pair in zip(tokens, wanted, strict=True) if pair[1]]
        return asked[-1][0] != asked[-1][1], len(set(wanted)), len(tokens)

    best = max(range(DRAWN), key=tells)
    steps = slice(len(drawn.tokens[best]))
    one = slice(best, best + 1)
    return Examples(
        drawn.x[steps, one],
        drawn.targets[steps, one],
        drawn.mask[steps, one],
        (drawn.tokens[best],),
    )


class TaskFacts(TypedDict):
    measure: str
    chance: float
    answers: tuple[str, ...]


def task_facts(task: Task, size: int) -> TaskFacts:
    """What a record says of its task."""
    chosen = task.outputs if task.loss == "cross_entropy" else ()
    return {"measure": task.scores, "chance": task.chance(size), "answers": chosen}


def checkpoint_of(
    model: Model, task: Task, example: Examples, *, step: int = 0, score: float = 0.0
) -> Checkpoint:
    """A network at the first sequence of some examples, run in float64."""
    forward = model.astype(np.float64).run(example.x[:, 0])
    says = task.answers(forward.outputs, example, 0)
    wanted = task.wanted(example, 0)
    right = tuple(
        task.agrees(said, asked) if asked else None
        for said, asked in zip(says, wanted, strict=True)
    )
    return Checkpoint(step, score, forward.traces[0], says, right)
