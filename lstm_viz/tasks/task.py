"""What a network is asked to do: examples to learn from, and how its answers are scored.

T steps, B sequences, I inputs, O outputs throughout.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn.batch import Batch
from lstm_viz.learn.losses import LOSSES

Numbers = NDArray[Any]
Floats = NDArray[np.float32]
Outputs = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Examples:
    """Sequences with their right answers; read-only.

    x: (T, B, I), 0 past a sequence's own end. targets: (T, B), the number of the right output, or
    (T, B, O), the right values; 0 where there is nothing to answer. mask: (T, B), where there is
    something to answer. tokens: for each sequence, a label for each of its own steps.
    """

    x: Floats
    targets: Numbers
    mask: NDArray[np.bool_]
    tokens: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        steps_and_count = self.x.shape[:2]
        if self.x.ndim != 3 or len(self.tokens) != self.x.shape[1]:
            raise ValueError(
                f"x must be (steps, sequences, inputs) for {len(self.tokens)} sequences, "
                f"got {self.x.shape}"
            )
        if self.mask.shape != steps_and_count or self.targets.shape[:2] != steps_and_count:
            raise ValueError(
                f"mask and targets must begin with {steps_and_count}, "
                f"got {self.mask.shape} and {self.targets.shape}"
            )
        for array in (self.x, self.targets, self.mask):
            array.flags.writeable = False

    @property
    def lengths(self) -> NDArray[np.int64]:
        """(B,): how many steps each sequence has of its own."""
        return np.array([len(labels) for labels in self.tokens])

    def batch(self) -> Batch:
        """The same for training; each sequence starts from the zero state."""
        return Batch(x=self.x, targets=self.targets, mask=self.mask)


Draw = Callable[[int, np.random.Generator, int], Examples]
_OR = " or "
Score = Callable[[Outputs, Examples], float]


@dataclass(frozen=True, eq=False)
class Task:
    """A task with a difficulty, the *size*.

    asks: one sentence, what the network reads and what it must say when. source: the paper, and
    what is different here. loss: a name in `learn.losses.LOSSES`. sizes: lowest, highest and
    default; `examples` takes sizes above the highest too, it is the highest that a page offers.
    examples: draws (count, rng, size). score: of outputs (T, B, O), 0 to 1, higher is better;
    `scores` says of what it is the share. chance: the expected score of the best answers that look
    at the current input alone, with no memory and no clock. good_enough: a score at which training
    may stop. held_out: examples that training never sees, where drawing afresh is not enough.
    legal: (T, B, O) of examples, which answers are right, where more than the target is. tolerance:
    values off by less are right.
    """

    id: str
    title: str
    asks: str
    source: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    loss: str
    sizes: tuple[int, int, int]
    size_name: str
    examples: Draw
    score: Score
    scores: str
    chance: Callable[[int], float]
    good_enough: float
    held_out: Draw | None = None
    legal: Callable[[Examples], NDArray[np.bool_]] | None = None
    tolerance: float = 0.0

    def __post_init__(self) -> None:
        low, high, default = self.sizes
        if not low <= default <= high:
            raise ValueError(f"sizes must be (low, high, default) in range, got {self.sizes}")
        if self.loss not in LOSSES:
            raise ValueError(f"loss must be one of {tuple(LOSSES)}, got {self.loss!r}")

    def __reduce__(self) -> tuple[Callable[[str], Task], tuple[str]]:
        """Pickled by its name: it is made of functions, and there is one of each."""
        return _of_id, (self.id,)

    def test_examples(self, count: int, rng: np.random.Generator, size: int) -> Examples:
        """Examples to score a network on: fresh ones, from a held-out part if the task has one."""
        return (self.held_out or self.examples)(count, rng, size)

    def answers(self, outputs: Outputs, examples: Examples, index: int) -> tuple[str, ...]:
        """What the network says after each of the own steps of sequence `index`, in words.

        outputs: (T, B, O), or (T, O) of that sequence alone. The name of the largest output, or
        the values themselves; also at steps where nothing is asked for.
        """
        of_all = outputs.ndim == 3
        said = (outputs[:, index] if of_all else outputs)[: len(examples.tokens[index])]
        if self.loss == "squared_error":
            return tuple(_values(row) for row in said)
        return tuple(self.outputs[k] for k in said.argmax(axis=-1))

    def wanted(self, examples: Examples, index: int) -> tuple[str, ...]:
        """What is right at each own step of sequence `index`; "" where nothing is asked for.

        Where several answers are right they come with "or" between them.
        """
        own = range(len(examples.tokens[index]))
        asked = examples.mask[:, index]
        if self.loss == "squared_error":
            return tuple(_values(examples.targets[t, index]) if asked[t] else "" for t in own)
        if self.legal is not None:
            may = self.legal(examples)[:, index]
            return tuple(_OR.join(compress(self.outputs, may[t])) for t in own)
        return tuple(self.outputs[examples.targets[t, index]] if asked[t] else "" for t in own)

    def agrees(self, said: str, wanted: str) -> bool:
        """Whether an answer of `answers` is right by `wanted`; where nothing is asked, any is."""
        if self.loss == "squared_error" and wanted:
            pairs = zip(said.split(", "), wanted.split(", "), strict=True)
            return all(abs(float(a) - float(b)) < self.tolerance for a, b in pairs)
        return not wanted or said in wanted.split(_OR)


def _of_id(name: str) -> Task:
    from lstm_viz.tasks import TASKS

    return TASKS[name]


def _values(row: Numbers) -> str:
    return ", ".join(f"{value:.3f}" for value in row)
