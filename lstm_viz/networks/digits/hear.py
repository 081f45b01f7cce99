"""What the network does with one word: its belief after every frame, and when it was decided."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.inputs.sound import Samples
from lstm_viz.learn import softmax
from lstm_viz.networks.digits.files import DIGITS, OTHER, DigitsNetwork
from lstm_viz.networks.digits.mfcc import Array, levelled, mfcc
from lstm_viz.trace import Trace


@dataclass(frozen=True, eq=False)
class Heard:
    """``coefficients``: (T, 13), as if equally loud; ``beliefs``: (T, 11), the ten digits and
    "something else", after each frame."""

    samples: Samples
    coefficients: Array
    trace: Trace
    outputs: Array
    beliefs: Array
    threshold: float

    def __len__(self) -> int:
        return len(self.beliefs)

    @property
    def digit(self) -> int:
        """The likeliest of the ten in the end."""
        return int(self.beliefs[-1, :OTHER].argmax())

    @property
    def belief(self) -> float:
        return float(self.beliefs[-1, self.digit])

    @property
    def known(self) -> bool:
        """Whether that is an answer; else it is "I don't know"."""
        return self.belief >= self.threshold

    @property
    def answer(self) -> str:
        return DIGITS[self.digit] if self.known else "I don’t know"

    @property
    def decided(self) -> int:
        """The first frame from which on the likeliest output does not change any more."""
        top = self.beliefs.argmax(axis=1)
        others = np.flatnonzero(top != top[-1])
        return int(others[-1]) + 1 if len(others) else 0


def hear(network: DigitsNetwork, samples: Samples) -> Heard:
    """``samples`` hold one word (``spoken``)."""
    coefficients = levelled(mfcc(samples))
    forward = network.model.run((coefficients - network.mean) / network.scale)
    return Heard(
        samples,
        coefficients,
        forward.traces[0],
        forward.outputs,
        np.asarray(softmax(forward.outputs)),
        network.threshold,
    )
