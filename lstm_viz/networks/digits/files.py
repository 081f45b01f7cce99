"""What ships: the network, a held-out sample that it is measured on, and a few recordings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from typing import Final

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.networks.digits.mfcc import COEFFICIENTS, Array
from lstm_viz.networks.stored import ENDING, packed, unpacked

FOLDER: Final = resources.files("lstm_viz.networks.digits") / "files"
NAME: Final = "digits"
DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
OTHER: Final = len(DIGITS)
"""The last output: it is none of the digits."""
OUTPUTS: Final = (*DIGITS, "something else")


@dataclass(frozen=True)
class Scores:
    """Measured when the network was made, on what training never heard.

    ``digits``: share of ``people`` held-out recordings of the six known people named rightly;
    ``without_order``: the same for the digit whose average frame in the training data is nearest to
    that of the recording; ``refused``: share of them that get "I don't know".  ``voice_out``: for
    each of the six people, the share named rightly by a network that never heard them.
    ``new_voices``: of voices that are in no training, by voice, how many of ten digits are named
    rightly; ``new_refused``: share of all those refused.  ``caught``: share of ``other_words``
    other words that get "I don't know".
    """

    people: int
    digits: float
    without_order: float
    refused: float
    voice_out: tuple[float, ...]
    new_voices: Mapping[str, int]
    new_refused: float
    other_words: int
    caught: float

    @property
    def json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, text: str) -> Scores:
        told = json.loads(text)
        return cls(**{**told, "voice_out": tuple(told["voice_out"])})


@dataclass(frozen=True, eq=False)
class DigitsNetwork:
    """``mean`` and ``scale``, (13,): what the coefficients of the training data were on average,
    and how far they spread; the network reads them centred and scaled by these.  ``threshold``:
    below it the belief in a digit is no answer."""

    model: Model
    mean: Array
    scale: Array
    threshold: float
    metadata: Mapping[str, str]

    @property
    def scores(self) -> Scores:
        return Scores.of(self.metadata["scores"])

    @property
    def steps(self) -> int:
        """Of training."""
        return int(self.metadata["steps"])

    @property
    def steps_without_a_voice(self) -> int:
        """Of those networks that ``Scores.voice_out`` is of."""
        return int(json.loads(self.metadata["settings"])["without_one"]["steps"])

    def to_bytes(self) -> bytes:
        tensors = {**self.model.parameters, "mean": self.mean, "scale": self.scale}
        return packed(tensors, {**self.metadata, "threshold": repr(self.threshold)})


def from_bytes(data: bytes) -> DigitsNetwork:
    """A file of our own making."""
    tensors, metadata = unpacked(data)
    mean, scale = tensors.pop("mean"), tensors.pop("scale")
    model = Model.from_parameters("lstm", tensors)
    assert model.input_size == COEFFICIENTS and model.output_size == len(OUTPUTS)
    return DigitsNetwork(model, mean, scale, float(metadata["threshold"]), metadata)


@cache
def load() -> DigitsNetwork:
    """In float64, since people look at what it does."""
    network = from_bytes((FOLDER / f"{NAME}{ENDING}").read_bytes())
    return DigitsNetwork(
        network.model.astype(np.float64),
        network.mean.astype(np.float64),
        network.scale.astype(np.float64),
        network.threshold,
        network.metadata,
    )
