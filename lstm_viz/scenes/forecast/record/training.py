"""The training of one LSTM on the past of a series, a slice at a time; and of a second one, on the
numbers as they are, if that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from lstm_viz.learn import Batch, Model, train
from lstm_viz.scenes.forecast.record.series import Series
from lstm_viz.workspace import Workspace

STEPS = 300
RATE = 0.02
BATCH_SIZE = 16
LONGEST = 48
"""Steps of a stretch of the past that is read in training."""
UNITS = (8, 16)
MOST_SEED = 9999
AVERAGED = 20
"""Steps of training that a loss is averaged over: stretches differ."""

DIVERGED = "The training came to numbers that are too large to go on; another seed may not."


@dataclass(frozen=True)
class Settings:
    series: Series
    units: int = 12
    seed: int = 0


@dataclass(frozen=True)
class Scale:
    """What the network reads is (value − shift) / unit."""

    shift: float
    unit: float


def scale_of(series: Series, *, scaled: bool) -> Scale:
    return Scale(series.mean, series.deviation) if scaled else Scale(0.0, 1.0)


class Stretches(Iterator[Batch]):
    """Of the past, for ever: at every step the value after it is wanted."""

    def __init__(self, series: Series, scale: Scale, rng: np.random.Generator) -> None:
        self._rng = rng
        self._read = ((series.array - scale.shift) / scale.unit)[: series.past]
        self._length = min(LONGEST, series.past // 2)

    def __next__(self) -> Batch:
        read, length = self._read, self._length
        first = self._rng.integers(0, len(read) - length, BATCH_SIZE)
        x = read[first + np.arange(length + 1)[:, np.newaxis], np.newaxis].astype(np.float32)
        return Batch(x[:-1], x[1:])


class OneTraining:
    """Step by step; the same seed gives the same network."""

    def __init__(self, settings: Settings, *, scaled: bool) -> None:
        self.settings = settings
        self.scale = scale_of(settings.series, scaled=scaled)
        weights, stretches = map(
            np.random.default_rng, np.random.SeedSequence(settings.seed).spawn(2)
        )
        self.model = Model.init(
            input_size=1, hidden_size=settings.units, output_size=1, rng=weights
        )
        self.losses: list[float] = []
        self.workspace = Workspace()
        self._training = train(
            self.model,
            Stretches(settings.series, self.scale, stretches),
            loss="squared_error",
            steps=STEPS,
            learning_rate=RATE,
            workspace=self.workspace,
        )

    def go_a_step(self) -> None:
        """``ValueError`` in one sentence if it came to numbers that are no longer finite."""
        try:
            progress = next(self._training, None)
        except ValueError:
            progress = None
        if progress is None:
            raise ValueError(DIVERGED)
        self.losses.append(progress.loss)
        self.model = progress.model

    @property
    def step(self) -> int:
        return len(self.losses)

    @property
    def ended(self) -> bool:
        return self.step >= STEPS

    @property
    def loss(self) -> float:
        """Of the last steps, on average, in squares of what it reads."""
        return float(np.mean(self.losses[-AVERAGED:]))


class Training:
    """Goes on when told to, and never by itself: first on scaled numbers, then on them as they are
    once somebody ``wants_both``."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.scaled = OneTraining(settings, scaled=True)
        self.as_it_is = OneTraining(settings, scaled=False)
        self.wants_both = False

    def go(self, seconds: float) -> None:
        """Train for about so many seconds, one step at least; does nothing once it is over."""
        start = perf_counter()
        for one in (self.scaled, self.as_it_is) if self.wants_both else (self.scaled,):
            try:
                while not one.ended:
                    one.go_a_step()
                    if perf_counter() - start >= seconds:
                        return
            finally:  # who rests keeps no memory to work in
                one.workspace.release()

    def rest(self) -> None:
        """What is there can be looked at."""

    @property
    def ended(self) -> bool:
        return self.scaled.ended and (self.as_it_is.ended or not self.wants_both)

    @property
    def step(self) -> int:
        return self.scaled.step + (self.as_it_is.step if self.wants_both else 0)

    @property
    def steps(self) -> int:
        """All there will be."""
        return STEPS * (1 + self.wants_both)

    @property
    def memory(self) -> int:
        """Bytes: two networks with the two moments of each."""
        return 6 * sum(array.nbytes for array in self.scaled.model.parameters.values())
