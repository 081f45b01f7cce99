"""Who speaks in which recording: the data does not say, but each voice sounds like itself.

Six people spoke every digit 50 times.  Recordings of one digit are compared by what they are like
on the whole (means, spreads, beginnings, ends), and sorted into six groups of like ones: k-means
first, then a linear discriminant that is fitted to its own answer until nothing changes, with
50 recordings of each digit to each voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.networks.digits.mfcc import Array

VOICES = 6
STARTS = 10
RIDGE = 0.05
"""Added to each variance, as a share of it, so that the discriminant stands on firm ground."""
ROUNDS = 60

Labels = NDArray[np.intp]


def voices(recordings: Sequence[Array], digits: NDArray[Any]) -> Labels:
    """(N,): a number from 0 to 5 for each recording; numbered as they first come up."""
    features = _features(recordings, digits)
    starts = [_grouped(features, np.random.default_rng(seed)) for seed in range(STARTS)]
    labels = min(starts, key=lambda start: start[1])[0]
    for _ in range(ROUNDS):
        better = _shared_out(_discriminant(features, labels), digits)
        if np.array_equal(better, labels):
            break
        labels = better
    _, first = np.unique(labels, return_index=True)
    order = np.argsort(np.argsort(first))
    return np.asarray(order[labels])


def _features(recordings: Sequence[Array], digits: NDArray[Any]) -> Array:
    """(N, F): each centred and scaled among the recordings of its digit."""
    rows = np.array([_whole(one) for one in recordings])
    for digit in np.unique(digits):
        same = digits == digit
        rows[same] = (rows[same] - rows[same].mean(axis=0)) / (rows[same].std(axis=0) + 1e-9)
    return rows


def _whole(one: Array) -> Array:
    parts = (one.mean(axis=0), one.std(axis=0), np.median(one, axis=0), one.min(axis=0))
    ends = (one.max(axis=0), one[:2].mean(axis=0), one[-2:].mean(axis=0))
    return np.concatenate([*parts, *ends, [np.log(len(one))]])


def _grouped(features: Array, rng: np.random.Generator) -> tuple[Labels, float]:
    """k-means from chosen recordings far apart; the groups, and how far they are spread."""
    centres = features[[rng.integers(len(features))]]
    while len(centres) < VOICES:
        nearest = _distances(features, centres).min(axis=1)
        chosen = rng.choice(len(features), p=nearest / nearest.sum())
        centres = np.vstack([centres, features[chosen]])
    for _ in range(ROUNDS):
        labels = _distances(features, centres).argmin(axis=1)
        kept = [labels == k if (labels == k).any() else slice(None) for k in range(VOICES)]
        centres = np.array([features[rows].mean(axis=0) for rows in kept])
    distances = _distances(features, centres)
    return distances.argmin(axis=1), float(distances.min(axis=1).sum())


def _distances(features: Array, centres: Array) -> Array:
    squared = ((features[:, np.newaxis] - centres) ** 2).sum(axis=2)
    return np.asarray(squared)


def _discriminant(features: Array, labels: Labels) -> Array:
    """(N, 6): how far each is from each group, where what varies within groups counts less."""
    centres = np.array([features[labels == k].mean(axis=0) for k in range(VOICES)])
    within = features - centres[labels]
    covariance = within.T @ within / len(within)
    covariance += RIDGE * np.diag(np.diag(covariance))
    whitened = np.linalg.cholesky(np.linalg.inv(covariance))
    return _distances(features @ whitened, centres @ whitened)


def _shared_out(distances: Array, digits: NDArray[Any]) -> Labels:
    """The nearest group that has room: as many recordings of each digit to each; the clearest
    cases first."""
    nearest = np.sort(distances, axis=1)
    clearest = np.argsort(nearest[:, 0] - nearest[:, 1], kind="stable")
    room = {digit: np.full(VOICES, (digits == digit).sum() // VOICES) for digit in set(digits)}
    labels = np.zeros(len(distances), np.intp)
    for k in clearest:
        left = room[digits[k]]
        labels[k] = min(np.flatnonzero(left), key=lambda voice: distances[k, voice])
        left[labels[k]] -= 1
    return labels
