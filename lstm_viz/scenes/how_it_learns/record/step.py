"""One step in slow motion: an answer, its loss, the gradient of one weight, and the gate after it.

It is a step of plain gradient descent on one answer, of one weight: few enough numbers to follow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.networks.basket_run import Checkpoint
from lstm_viz.scenes.how_it_learns.record.story import (
    AT,
    EMPTIED,
    RIGHT,
    STORY,
    fruit,
    read,
)
from lstm_viz.tasks.basket import QUESTIONS, WORDS
from lstm_viz.trace import Array

AFTER = 75
"""Steps of the training that the network of the slow motion has behind it."""
GATE, UNIT = "f", 0
ASKED = STORY.index(QUESTIONS[UNIT], EMPTIED)
"""The question after the basket was emptied."""
WEIGHTS = "layers.0.weight_ih"
STEP_SIZE = 1.0


@dataclass(frozen=True, eq=False)
class Slow:
    """The weight of the word (a sentence's) on a gate of a unit, and all that depends on it.

    What is called ``new_`` is so after the step of this weight alone.
    """

    step: int
    before: Model
    after: Model
    state: float
    """The cell state of what is asked for, at the question."""
    answer: float
    right: int
    loss: float
    weight: float
    gradient: float
    rest: float
    """What the sum of the gate has beside this weight: what h adds, and the bias."""
    gate: float
    new_weight: float
    new_gate: float
    new_state: float
    """The cell state at the word of the weight."""
    new_answer: float
    new_loss: float
    numbers: int
    """Of the network."""


def slow(checkpoint: Checkpoint) -> Slow:
    model = checkpoint.model
    forward = read(model)
    at, unit = AT[ASKED], fruit(ASKED)
    right = int(RIGHT[ASKED, unit])
    answer, loss, by_output = _loss(forward.outputs, at, unit, right)
    gradients = model.backward(forward, by_output)
    row = _row(model)
    word = WORDS.index(STORY[EMPTIED])
    weight = float(model.parameters[WEIGHTS][row, word])
    gradient = float(gradients[WEIGHTS][row, word])
    new_weight = weight - STEP_SIZE * gradient
    moved = model.parameters[WEIGHTS].copy()
    moved[row, word] = new_weight
    after = Model.from_parameters(model.kind, model.parameters | {WEIGHTS: moved})
    new = read(after)
    t = AT[EMPTIED]
    trace = forward.traces[0]
    return Slow(
        step=checkpoint.step,
        before=model,
        after=after,
        state=float(trace.c[at, unit]),
        answer=answer,
        right=right,
        loss=loss,
        weight=weight,
        gradient=gradient,
        rest=float(getattr(trace, f"z_{GATE}")[t, UNIT]) - weight,
        gate=float(getattr(trace, GATE)[t, UNIT]),
        new_weight=new_weight,
        new_gate=float(getattr(new.traces[0], GATE)[t, UNIT]),
        new_state=float(new.traces[0].c[t, UNIT]),
        new_answer=float(new.outputs[at, unit]),
        new_loss=_loss(new.outputs, at, unit, right)[1],
        numbers=sum(array.size for array in model.parameters.values()),
    )


def _loss(outputs: Array, at: int, unit: int, right: int) -> tuple[float, float, Array]:
    """(the answer, its squared error, d that/d outputs)."""
    answer = float(outputs[at, unit])
    by_output = np.zeros_like(outputs)
    by_output[at, unit] = 2 * (answer - right)
    return answer, (answer - right) ** 2, by_output


def _row(model: Model) -> int:
    """The row of the weights that makes this gate of this unit."""
    cell = model.layers[0]
    return int(np.arange(len(cell.weight_hh))[cell.rows(GATE)][UNIT])
