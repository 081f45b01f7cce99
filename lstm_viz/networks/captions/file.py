"""The network that ships, and the file that it is in: encoder and LSTM side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from lstm_viz.networks.captions.captioner import Captioner
from lstm_viz.networks.captions.look import Look
from lstm_viz.networks.captions.scenes import Set
from lstm_viz.networks.captions.scores import SETS, Score
from lstm_viz.networks.stored import ENDING, packed, unpacked

NAME = "captions"
FOLDER = resources.files("lstm_viz.networks.captions") / "files"
FILE = FOLDER / f"{NAME}{ENDING}"


@dataclass(frozen=True, eq=False)
class Shipped:
    """``captioner`` in float64; ``scores`` and ``rival`` as its file says they were measured."""

    captioner: Captioner
    metadata: Mapping[str, str]
    scores: Mapping[Set, Score]
    rival: Mapping[Set, Score]
    look: Look


def to_bytes(captioner: Captioner, metadata: Mapping[str, str]) -> bytes:
    """The same bytes for the same network."""
    return packed(captioner.parameters, metadata)


def from_bytes(data: bytes) -> Shipped:
    """``ValueError`` for a file that is none of these."""
    arrays, metadata = unpacked(data)
    captioner = Captioner.from_parameters(arrays).astype(np.float64)
    return Shipped(
        captioner,
        metadata,
        _scores(metadata["scores"]),
        _scores(metadata["rival"]),
        Look(**json.loads(metadata["look"])),
    )


def _scores(text: str) -> dict[Set, Score]:
    found = json.loads(text)
    return {name: Score(*found[name]) for name in SETS}


@cache
def shipped() -> Shipped:
    return from_bytes(FILE.read_bytes())
