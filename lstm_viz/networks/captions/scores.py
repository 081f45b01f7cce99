"""How well captions fit: on pictures never seen, and on things never seen, beside a plain rival."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from lstm_viz.networks.captions.scenes import (
    WORDS,
    Scene,
    Set,
    held_out_scene,
    training_scene,
    varied,
)
from lstm_viz.trace import Array

PICTURES = 1_000
"""Of each set."""
SEED = 7_000
SETS: Mapping[Set, str] = MappingProxyType(
    {
        "new": "new pictures of what it learned",
        "placed": "a known colour and form at a new place",
        "combined": "colour and form never together before",
        "form": "a new form (heart, hook)",
        "colour": "a new colour (black, pink)",
    }
)
RIVAL_PICTURES = 10_000
"""Training pictures that the rival knows."""
RIVAL_SEED = 6_000

Caption = tuple[str, ...]
Captions = Callable[[Array], list[Caption]]


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1.  ``words`` counts the words that can be right: the caption's own that the
    network has at all, each at its place."""

    exact: float
    words: float


@lru_cache(maxsize=len(SETS))
def held_out(name: Set, count: int = PICTURES) -> tuple[tuple[Scene, ...], Array]:
    """Scenes of a set and their pictures, always the same."""
    rng = np.random.default_rng([SEED, list(SETS).index(name)])
    scenes = tuple(held_out_scene(rng, name) for _ in range(count))
    return scenes, varied(np.array([scene.picture for scene in scenes]), rng)


def score(captions: Captions, name: Set, count: int = PICTURES) -> Score:
    scenes, pictures = held_out(name, count)
    said = captions(pictures)
    right = [scene.caption for scene in scenes]
    exact = float(np.mean([a == b for a, b in zip(said, right, strict=True)]))
    return Score(exact, words_right(said, right))


def words_right(said: Sequence[Caption], right: Sequence[Caption]) -> float:
    """Of the words that there are, the share that stands at its place."""
    hits = [
        k < len(one) and one[k] == word
        for one, caption in zip(said, right, strict=True)
        for k, word in enumerate(caption)
        if word in WORDS
    ]
    return float(np.mean(hits))


# ---- the rival ---------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def known(count: int) -> tuple[tuple[Scene, ...], Array]:
    """Training pictures, (count, SIDE · SIDE · 3)."""
    rng = np.random.default_rng(RIVAL_SEED)
    scenes = tuple(training_scene(rng) for _ in range(count))
    pictures = varied(np.array([scene.picture for scene in scenes]), rng)
    return scenes, pictures.reshape(count, -1)


def nearest(pictures: Array) -> list[Caption]:
    """The caption of the training picture whose pixels differ least (squared, summed)."""
    scenes, pixels = known(RIVAL_PICTURES)
    rows = np.asarray(pictures, pixels.dtype).reshape(len(pictures), -1)
    distances = (pixels**2).sum(axis=1) - 2 * rows @ pixels.T  # without what is the same for all
    return [scenes[k].caption for k in distances.argmin(axis=1)]
