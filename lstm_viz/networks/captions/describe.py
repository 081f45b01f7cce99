"""What the network says of one picture, with all that went on in it, in float64."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn import softmax
from lstm_viz.networks.captions.captioner import INDEX, MOST, READ, Captioner
from lstm_viz.networks.captions.scenes import END, SIDE, WORDS
from lstm_viz.trace import Array, Trace

COVER, BLOCK = 4, 2
"""Pixels across of what is covered, and how far it goes on each time."""
BLOCKS = SIDE // BLOCK
"""Places of the cover, across and down: in the middle of each lies a block."""


@dataclass(frozen=True, eq=False)
class Described:
    """``said`` are T words, the end among them if it came; ``probabilities``: (T, V), what the
    network gave to each word of ``WORDS`` at each step; ``trace``: the run, (T, H).

    ``falls``: (T, BLOCKS, BLOCKS), by how much the probability of the word that was said falls when
    the pixels round a block are covered with white and the words before it stay as they are.
    """

    picture: Array
    features: Array
    trace: Trace
    said: tuple[str, ...]
    probabilities: Array
    falls: Array

    def __len__(self) -> int:
        return len(self.said)

    @property
    def ended(self) -> bool:
        return self.said[-1] == END

    @property
    def caption(self) -> tuple[str, ...]:
        return self.said[:-1] if self.ended else self.said

    def read(self, t: int) -> str:
        """The word that is the input at step t; nothing at the first, which is the picture."""
        return self.said[t - 1] if t else ""

    def weighed(self, t: int, most: int) -> tuple[tuple[str, float], ...]:
        """The likeliest words at step t and their probabilities, the likeliest first."""
        order = np.argsort(-self.probabilities[t], kind="stable")[:most]
        return tuple((WORDS[k], float(self.probabilities[t, k])) for k in order)

    def sure(self, t: int) -> float:
        """The probability of the word that was said."""
        return float(self.probabilities[t, INDEX[self.said[t]]])


def describe(captioner: Captioner, picture: Array) -> Described:
    """``captioner`` in float64; ``picture``: (SIDE, SIDE, 3) from 0 to 1."""
    features = captioner.encoder.run(picture[np.newaxis]).features
    said: list[int] = []
    while len(said) < MOST and (not said or said[-1] < READ):
        words = np.array(said, np.int64)[:, np.newaxis]
        run = captioner.model.run(captioner.inputs(features, words)[:, 0])
        said.append(int(run.outputs[-1].argmax()))
    probabilities = softmax(run.outputs)
    return Described(
        picture=picture,
        features=features[0],
        trace=run.traces[0],
        said=tuple(WORDS[k] for k in said),
        probabilities=probabilities,
        falls=_falls(captioner, picture, np.array(said), probabilities),
    )


def covered(picture: Array) -> Array:
    """The picture with each block covered in turn: (BLOCKS · BLOCKS, SIDE, SIDE, 3)."""
    found = np.repeat(picture[np.newaxis], BLOCKS * BLOCKS, axis=0)
    beyond = (COVER - BLOCK) // 2
    for k, one in enumerate(found):
        row, column = divmod(k, BLOCKS)
        down, across = (
            slice(max(0, n * BLOCK - beyond), n * BLOCK - beyond + COVER) for n in (row, column)
        )
        one[down, across] = 1.0
    return found


def _falls(
    captioner: Captioner, picture: Array, said: NDArray[np.int64], probabilities: Array
) -> Array:
    features = captioner.encoder.run(covered(picture)).features
    words = np.repeat(said[:-1, np.newaxis], len(features), axis=1)
    outputs = captioner.model.run(captioner.inputs(features, words)).outputs
    steps = np.arange(len(said))
    left = softmax(outputs)[steps, :, said]  # (T, BLOCKS · BLOCKS)
    falls = probabilities[steps, said][:, np.newaxis] - left
    found: Array = falls.reshape(len(said), BLOCKS, BLOCKS)
    return found
