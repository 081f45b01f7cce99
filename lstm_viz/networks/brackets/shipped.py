"""The file that ships: weights, how they were made and how well they do, in one `.npz`."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from lstm_viz.networks.brackets.scores import Score
from lstm_viz.networks.brackets.training import Reader

FILE = resources.files("lstm_viz.networks") / "brackets.npz"


@dataclass(frozen=True, eq=False)
class Shipped:
    """The network, its scores by the name of the test, and how it was made (seed, steps, …)."""

    reader: Reader
    scores: Mapping[str, Score]
    made: Mapping[str, Any]


def save(contents: Shipped, path: str | os.PathLike[str]) -> None:
    scores = {name: asdict(score) for name, score in contents.scores.items()}
    metadata = json.dumps({"made": dict(contents.made), "scores": scores})
    arrays: dict[str, Any] = {"metadata": np.array(metadata), **contents.reader.parameters}
    np.savez(path, **arrays)


def load(path: str | os.PathLike[str]) -> Shipped:
    with np.load(path, allow_pickle=False) as file:
        metadata = json.loads(str(file["metadata"]))
        reader = Reader.of({name: file[name] for name in file.files if name != "metadata"})
    scores = {name: Score(**score) for name, score in metadata["scores"].items()}
    return Shipped(reader, scores, metadata["made"])


@cache
def shipped() -> Shipped:
    """What `brackets.npz` holds."""
    with resources.as_file(FILE) as path:
        return load(path)
