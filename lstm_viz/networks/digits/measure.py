"""How well the network does on recordings that it never heard; a sample of them ships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn import softmax
from lstm_viz.networks.digits.files import FOLDER, OTHER, DigitsNetwork, Scores
from lstm_viz.networks.digits.mfcc import COEFFICIENTS, Array, levelled

REFUSED: Final = 0.03
"""The threshold is set so that this share of recordings of digits gets "I don't know"."""
AT_ONCE: Final = 100
FILE: Final = "heldout.npz"
PEOPLE, WORDS = "people", "words"
"""In the file; the other groups are the voices that training never heard."""


@dataclass(frozen=True, eq=False)
class Group:
    """Recordings as coefficients (T, 13), and the digit of each (10: none)."""

    coefficients: tuple[Array, ...]
    outputs: NDArray[np.intp]


@dataclass(frozen=True)
class Score:
    """Of N recordings: how many are named rightly, and how many get "I don't know"."""

    count: int
    right: int
    refused: int


def final(network: DigitsNetwork, coefficients: Sequence[Array]) -> Array:
    """(N, 11): the belief after the last frame of each."""
    found: list[Array] = []
    for first in range(0, len(coefficients), AT_ONCE):
        some = coefficients[first : first + AT_ONCE]
        x = np.zeros((max(map(len, some)), len(some), COEFFICIENTS))
        for k, one in enumerate(some):
            x[: len(one), k] = (levelled(one) - network.mean) / network.scale
        outputs = network.model.run(x.astype(network.model.dtype)).outputs
        found += [outputs[len(one) - 1, k] for k, one in enumerate(some)]
    return np.asarray(softmax(np.array(found)))


def score(network: DigitsNetwork, group: Group) -> Score:
    """``right`` is whether the likeliest of the ten digits is the one, refused or not."""
    digits = final(network, group.coefficients)[:, :OTHER]
    right = int((digits.argmax(axis=1) == group.outputs).sum())
    refused = int((digits.max(axis=1) < network.threshold).sum())
    return Score(len(group.outputs), right, refused)


def scores_of(
    network: DigitsNetwork,
    groups: Mapping[str, Group],
    without_order: float,
    voice_out: tuple[float, ...],
) -> Scores:
    """The last two are measured on other networks, or on none."""
    known, words = score(network, groups[PEOPLE]), score(network, groups[WORDS])
    others = {name: score(network, group) for name, group in new_voices(groups).items()}
    count = sum(one.count for one in others.values())
    return Scores(
        people=known.count,
        digits=known.right / known.count,
        without_order=without_order,
        refused=known.refused / known.count,
        voice_out=voice_out,
        new_voices={name: one.right for name, one in others.items()},
        new_refused=sum(one.refused for one in others.values()) / count,
        other_words=words.count,
        caught=words.refused / words.count,
    )


def threshold_of(network: DigitsNetwork, digits: Sequence[Array]) -> float:
    """The belief below which ``REFUSED`` of these lie, in whole percent."""
    best = final(network, digits)[:, :OTHER].max(axis=1)
    return round(float(np.quantile(best, REFUSED)), 2)


def to_file(groups: Mapping[str, Group]) -> dict[str, NDArray[Any]]:
    """As arrays of a .npz: all frames one after the other, as float16."""
    arrays: dict[str, NDArray[Any]] = {}
    for name, group in groups.items():
        arrays[f"{name} frames"] = np.concatenate(group.coefficients).astype(np.float16)
        arrays[f"{name} lengths"] = np.array([len(one) for one in group.coefficients], np.int16)
        arrays[f"{name} outputs"] = group.outputs.astype(np.int8)
    return arrays


@cache
def held_out() -> Mapping[str, Group]:
    """What ships."""
    with (FOLDER / FILE).open("rb") as file:
        arrays = dict(np.load(file))
    names = [name.removesuffix(" outputs") for name in arrays if name.endswith(" outputs")]
    return {name: _group(arrays, name) for name in names}


def _group(arrays: Mapping[str, NDArray[Any]], name: str) -> Group:
    ends = np.cumsum(arrays[f"{name} lengths"].astype(int))
    rows = np.split(arrays[f"{name} frames"].astype(float), ends[:-1])
    return Group(tuple(rows), arrays[f"{name} outputs"].astype(np.intp))


def new_voices(groups: Mapping[str, Group]) -> dict[str, Group]:
    return {name: group for name, group in groups.items() if name not in (PEOPLE, WORDS)}
