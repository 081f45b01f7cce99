"""How the networks that read Mia's basket came to be: each at a row of checkpoints of its training.

What is told of a checkpoint is measured when it is looked at; the file holds the weights alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import numpy as np

from lstm_viz.learn import Model, squared_error
from lstm_viz.networks.recipes import basket as recipe
from lstm_viz.networks.stored import ENDING, packed, unpacked
from lstm_viz.signals import LSTM_SIGNALS, shares
from lstm_viz.tasks.basket import BASKET, WORDS, asked_at, columns, examples_of
from lstm_viz.tasks.sampling import Columns
from lstm_viz.tasks.task import Examples
from lstm_viz.trace import Array

FILE = resources.files("lstm_viz.networks") / "runs" / f"basket{ENDING}"
COMMAND = "python -m lstm_viz.networks record"
GATES = shares(LSTM_SIGNALS)
STEPS = (*range(0, 1_000, 25), *range(1_000, recipe.STEPS + 1, 250))
"""Those at which a training is looked at: often while much happens."""
HELD_OUT, HELD_OUT_SEED = 100, 77
"""Stories that no training reads, on which checkpoints are measured."""
OTHER_BIAS = -2.0
"""The forget bias of the LSTM that is trained to compare, all else alike."""


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A network after ``step`` steps of training, measured on stories that it never read.

    loss: squared error of both answers, mean over all questions.  right: share of the questions
    answered rightly.  gates: of an LSTM, by gate (words, 2), its mean at each word.
    """

    step: int
    model: Model
    loss: float
    right: float
    gates: Mapping[str, Array]


@cache
def _held_out() -> tuple[Examples, Columns]:
    stories = recipe.stories(HELD_OUT, HELD_OUT_SEED)
    return examples_of(stories), columns(stories)


def look(step: int, model: Model) -> Checkpoint:
    """Measure a network as it is after ``step`` steps."""
    examples, numbers = _held_out()
    forward = model.run(examples.x)
    trace = forward.traces[0]
    gates = {
        gate: np.array([getattr(trace, gate)[numbers == k].mean(axis=0) for k in range(len(WORDS))])
        for gate in (GATES if model.kind == "lstm" else ())
    }
    loss = squared_error(forward.outputs, examples.targets, asked_at(numbers)).value
    return Checkpoint(step, model, loss, BASKET.score(forward.outputs, examples), gates)


@dataclass(frozen=True, eq=False)
class BasketRun:
    """A training: its checkpoints from step 0 on, units arranged as the fruit they keep at its end.

    ``forget_bias`` is where an LSTM began; an RNN has none.
    """

    cell: str
    seed: int
    forget_bias: float | None
    checkpoints: tuple[Checkpoint, ...]

    def at(self, step: int) -> Checkpoint:
        """The last checkpoint that is not after ``step``."""
        return [one for one in self.checkpoints if one.step <= step][-1]


def run_of(
    seed: int, checkpoints: Sequence[Checkpoint], forget_bias: float | None = None
) -> BasketRun:
    """The run with these checkpoints, all arranged as the last of them."""
    last = checkpoints[-1].model
    found = tuple(checkpoints)
    if last.kind == "lstm":
        order, sign = recipe.arrangement(last)
        found = tuple(
            replace(
                one,
                model=recipe.arranged(one.model, order, sign),
                gates={gate: values[:, order] for gate, values in one.gates.items()},
            )
            for one in found
        )
    return BasketRun(last.kind, seed, forget_bias, found)


# ---- the file ----------------------------------------------------------------------------------

LSTM, OTHER, NO_PENALTY, RNN = "lstm", "lstm-other-bias", "lstm-no-toll", "rnn"


def to_bytes(runs: Mapping[str, Iterable[Model]], metadata: Mapping[str, str]) -> bytes:
    """The weights of each run's networks at ``STEPS``, a row a network."""
    rows = {
        name: np.array([_flat(model) for model in models], np.float32)
        for name, models in runs.items()
    }
    return packed(rows, {"checkpoints": json.dumps(STEPS), **metadata})


@cache
def metadata() -> Mapping[str, str]:
    """What the file tells of how it was made."""
    return unpacked(FILE.read_bytes())[1]


@cache
def recorded(name: str) -> BasketRun:
    """A run of the file: how the shipped networks came to be (``LSTM``, ``RNN``), or the LSTM from
    another forget bias (``OTHER``) or without the recipe's penalty (``NO_PENALTY``)."""
    rows = unpacked(FILE.read_bytes())[0][name]
    cell = RNN if name == RNN else LSTM
    bias = {RNN: None, OTHER: OTHER_BIAS}.get(name, recipe.FORGET_BIAS)
    seed = int(json.loads(metadata()["seeds"])[name])
    steps = json.loads(metadata()["checkpoints"])
    checkpoints = [
        look(step, _unflattened(cell, row)) for step, row in zip(steps, rows, strict=True)
    ]
    return run_of(seed, checkpoints, bias)


def _flat(model: Model) -> Array:
    return np.concatenate([array.ravel() for array in model.parameters.values()])


def _unflattened(cell: str, row: Array) -> Model:
    like = recipe.untrained(cell, 0).parameters
    ends = np.cumsum([array.size for array in like.values()])[:-1]
    parts = np.split(row.astype(np.float64), ends)
    return Model.from_parameters(
        cell,
        {
            name: part.reshape(array.shape)
            for (name, array), part in zip(like.items(), parts, strict=True)
        },
    )
