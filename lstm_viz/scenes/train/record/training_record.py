"""What is kept of a training, for people to look at: curves, and one example again and again.

Knows no cell and no task, so that figures can draw it.
"""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.trace import Trace

CHECKPOINTS = 24
"""How often the fixed example is looked at, at most."""


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """The network after ``step`` steps of training (0: before the first), at the fixed example.

    ``trace`` is its run in float64, (T, H), of the first layer; ``says`` has what it answers after
    each token, in words, ``right`` whether that is so (None where nothing was asked).  ``score`` is
    on sequences that it never saw, from 0 to 1.
    """

    step: int
    score: float
    trace: Trace
    says: tuple[str, ...]
    right: tuple[bool | None, ...]


@dataclass(frozen=True)
class EarlierTraining:
    """Another training of the same task and size: what it is called, and (step, score) of it."""

    name: str
    scores: tuple[tuple[int, float], ...]


@dataclass(frozen=True, eq=False)
class TrainingRecord:
    """A training so far.  ``losses`` and ``scores`` are (step, value) of the curves, in order.

    ``checkpoints`` are at planned steps, at the last one, and where somebody stopped it.
    """

    settings: Settings
    measure: str
    """What the score is the share of."""
    chance: float
    """The expected score of the best answers that look at the current input alone."""
    answers: tuple[str, ...]
    """All that the network can say, if it chooses among a few; empty if it says numbers."""
    tokens: tuple[str, ...]
    wanted: tuple[str, ...]
    """What should be answered after each token of the fixed example; "" where nothing is asked."""
    planned: tuple[int, ...]
    """After which steps the example is looked at."""
    checkpoints: tuple[Checkpoint, ...]
    losses: tuple[tuple[int, float], ...]
    scores: tuple[tuple[int, float], ...]
    examples_per_second: float
    ended: str
    """Why it is over, in a sentence; "" while it is not."""

    @property
    def step(self) -> int:
        """Steps of training done."""
        return self.losses[-1][0] if self.losses else 0

    @property
    def opened(self) -> bool:
        """It was trained elsewhere: there is the network as it is, and nothing of its training."""
        return bool(self.ended) and not self.losses


def planned(steps: int) -> tuple[int, ...]:
    """0, then denser at the beginning, where most changes, then the last step."""
    share = [(k / (CHECKPOINTS - 1)) ** 2 for k in range(CHECKPOINTS)]
    return tuple(sorted({round(steps * part) for part in share}))
