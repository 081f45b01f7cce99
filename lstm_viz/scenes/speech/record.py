"""What the picture shows: a word as it was heard, the unit that speaks for it, the gates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

import numpy as np

from lstm_viz.inputs.sound import Samples
from lstm_viz.networks.digits.files import DigitsNetwork, load
from lstm_viz.networks.digits.hear import Heard, hear
from lstm_viz.networks.digits.mfcc import Array
from lstm_viz.networks.digits.recordings import RECORDINGS, word_of
from lstm_viz.networks.digits.spoken import with_noise
from lstm_viz.signals import LSTM_SIGNALS, shares

GATES: Final = shares(LSTM_SIGNALS)
NOISES: Final[tuple[float | None, ...]] = (None, 30, 20, 15, 10, 5, 0)
"""Decibels that the noise is quieter than the word; None for no noise."""
MOST_STEPS: Final = 36
"""Frames of the board in which a word is heard; of a long word each takes several of its frames."""


@dataclass(frozen=True)
class Look:
    """The unit that does most to put the answer before the runner-up, and its liveliest gate.

    ``pull``: what it adds to the lead of the output ``answer`` over the output ``second``, in the
    end; ``lead``: all of that lead.  ``open``: how far the gate is open on average; ``before``: the
    same without the noise.
    """

    unit: int
    gate: str
    answer: int
    second: int
    pull: float
    lead: float
    open: float
    before: float


@dataclass(frozen=True)
class GateMeans:
    """How far all gates of a kind are open on average over the word; ``before``: without noise."""

    gate: str
    open: float
    before: float


@dataclass(frozen=True, eq=False)
class Shown:
    """``heard`` is with the noise, ``clean`` without; ``digit`` is what was said, if that is
    known and a digit."""

    title: str
    digit: int | None
    own: bool
    noise: float | None
    heard: Heard
    clean: Heard
    network: DigitsNetwork

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The frame up to which each step of the board goes."""
        count = len(self.heard)
        stride = -(-count // MOST_STEPS)
        return (*range(stride - 1, count - 1, stride), count - 1)

    @cached_property
    def decided_step(self) -> int:
        """The first step of the board at which the decision has fallen."""
        return next(k for k, end in enumerate(self.ends) if end >= self.heard.decided)

    @cached_property
    def look(self) -> Look:
        clean, head = self.clean, self.network.model.head
        second, answer = np.argsort(clean.beliefs[-1])[-2:]
        towards = (head.weight[answer] - head.weight[second]) * clean.trace.h[-1]
        unit = int(np.argmax(towards))
        gate = max(GATES, key=lambda one: float(np.std(gate_of(clean, one)[:, unit])))
        return Look(
            unit,
            gate,
            int(answer),
            int(second),
            float(towards[unit]),
            float(clean.outputs[-1, answer] - clean.outputs[-1, second]),
            float(gate_of(self.heard, gate)[:, unit].mean()),
            float(gate_of(clean, gate)[:, unit].mean()),
        )

    @cached_property
    def gates(self) -> tuple[GateMeans, ...]:
        return tuple(
            GateMeans(
                gate,
                float(gate_of(self.heard, gate).mean()),
                float(gate_of(self.clean, gate).mean()),
            )
            for gate in GATES
        )


def gate_of(heard: Heard, gate: str) -> Array:
    """(T, H)"""
    return np.asarray(getattr(heard.trace, gate))


def shown_of(
    word: Samples, noise: float | None, *, title: str, digit: int | None = None, own: bool = False
) -> Shown:
    network = load()
    clean = hear(network, word)
    heard = clean if noise is None else hear(network, with_noise(word, noise))
    return Shown(title, digit, own, noise, heard, clean, network)


def shipped(name: str, noise: float | None) -> Shown:
    """One of the recordings that ship."""
    recording = RECORDINGS[name]
    return shown_of(word_of(name), noise, title=recording.title, digit=recording.digit)


@cache
def right_with(noise: float | None) -> tuple[int, int]:
    """Of all shipped recordings of digits with this noise: how many are answered rightly, and how
    many there are."""
    network = load()
    digits = {name: one for name, one in RECORDINGS.items() if one.digit is not None}
    right = 0
    for name, one in digits.items():
        found = hear(network, with_noise(word_of(name), noise))
        right += found.known and found.digit == one.digit
    return right, len(digits)
