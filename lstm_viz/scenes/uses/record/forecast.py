"""A wave, and how an LSTM goes on with it."""

from __future__ import annotations

import numpy as np

from lstm_viz.networks import wave
from lstm_viz.notation import number
from lstm_viz.scenes.uses.record.use import STEPS, Moment, Use, moved_most

OWN = 4
"""Steps at which it reads its own last answer."""
BEFORE = 8
"""Steps that it has read before the ones that are shown."""
SEED = 1
LOW, HIGH = -1.5, 1.5


def forecast() -> Use:
    given = wave.wave(BEFORE + STEPS - OWN, np.random.default_rng(SEED), 1)[:, 0]
    read, said = wave.free_run(given, OWN)
    moments = tuple(
        Moment(
            number(float(x), sign=True),
            number(float(y), sign=True),
            own=n >= STEPS - OWN,
            reads_at=(_height(x),),
            answers_at=(_height(y),),
        )
        for n, (x, y) in enumerate(zip(read[BEFORE:, 0], said[BEFORE:, 0], strict=True))
    )
    (trace,) = wave.model().run(read).traces
    gate = moved_most((trace, range(BEFORE, BEFORE + STEPS)))
    return Use("forecast", "Forecast", moments, gate)


def _height(value: float) -> float:
    return round((float(value) - LOW) / (HIGH - LOW), 4)
