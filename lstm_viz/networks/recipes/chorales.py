"""How the network that goes on with chorales is made: one layer of LSTM units, next chord.

At every step of training it reads chorales, each in a key drawn at random as far as its notes stay
between the lowest and the highest pitch.  The learning rate falls; what ships is the network as it
was when it did best on the chorales that choose.  Takes about six minutes, one of them to
read the package.  A GRU and an RNN with tanh are trained alike, to stand beside it.
"""

import json
from dataclasses import asdict, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn import Adam, Batch, Model, clip
from lstm_viz.learn.bptt import forward_and_backward
from lstm_viz.learn.losses import Loss
from lstm_viz.networks.chorales.beginnings import beginnings
from lstm_viz.networks.chorales.notes import PITCHES, Chords, roll_of
from lstm_viz.networks.chorales.piece import (
    BY_CELL,
    in_all_places,
    nats,
    read_shapes,
    shifted,
    write_shapes,
)
from lstm_viz.networks.jobs import NEXT_CHORD
from lstm_viz.networks.recipes import chorales_data, chorales_measures
from lstm_viz.networks.recipes.recipe import Measured, Recipe, Report
from lstm_viz.networks.stored import Stored
from lstm_viz.trace import Array
from lstm_viz.workspace import Workspace

HIDDEN_SIZE = 128
SEED = 1
STEPS = 4_000
BATCH_SIZE = 16
LEARNING_RATE = 0.005
LAST_RATE = 0.02
"""As a share of the first."""
KEYS = 5
"""Semitones up or down, at most."""
CLIP = 5.0
CHOOSE_EVERY = 250


def train(tell: Report, seed: int = SEED, steps: int = STEPS, cell: str = "lstm") -> Stored:
    """The network after all its training.  Raises ``MissingDataError`` without the chorales."""
    split = chorales_data.split()
    rolls = [roll_of(chorale.chords).astype(np.float32) for chorale in split.training]
    rng = np.random.default_rng(seed)
    size = len(PITCHES)
    model = Model.init(
        cell=cell, input_size=size, hidden_size=HIDDEN_SIZE, output_size=size, rng=rng
    )
    adam, workspace = Adam(LEARNING_RATE), Workspace()
    best, least, losses = model, np.inf, []
    for step in range(1, steps + 1):
        fallen = (1 + np.cos(np.pi * step / steps)) / 2
        adam.learning_rate = LEARNING_RATE * (LAST_RATE + (1 - LAST_RATE) * fallen)
        drawn = [in_some_key(rolls[rng.integers(len(rolls))], rng) for _ in range(BATCH_SIZE)]
        passed = forward_and_backward(model, together(drawn), notes_loss, workspace=workspace)
        clip(passed.gradients, CLIP)
        model = Model.from_parameters(cell, adam.moved(model.parameters, passed.gradients))
        losses.append(passed.loss)
        if step % CHOOSE_EVERY == 0:
            found = nats_a_quarter(model, [chorale.chords for chorale in split.choosing])
            best, least = (model, found) if found < least else (best, least)
            learned = np.mean(losses[-CHOOSE_EVERY:])
            tell(f"step {step:6,}  {learned:.3f} nats a quarter, on others {found:.3f}")
    return Stored(best, metadata(seed, steps, cell))


def in_some_key(roll: Array, rng: np.random.Generator) -> Array:
    """The chorale some semitones higher or lower, as far as all its notes stay there."""
    used = np.flatnonzero(roll.any(axis=0))
    down = min(KEYS, int(used[0]))
    up = min(KEYS, roll.shape[1] - 1 - int(used[-1]))
    return np.roll(roll, rng.integers(-down, up, endpoint=True), axis=1)


def together(rolls: list[Array]) -> Batch:
    """Chorales side by side, each with its own end."""
    longest = max(map(len, rolls))
    shape = longest, len(rolls), rolls[0].shape[1]
    x, targets, mask = np.zeros(shape, np.float32), np.zeros(shape, np.float32), np.zeros(shape[:2])
    for k, roll in enumerate(rolls):
        targets[: len(roll), k] = roll
        x[: len(roll), k] = shifted(roll)[:-1]
        mask[: len(roll), k] = 1
    return Batch(x, targets, mask.astype(bool))


def notes_loss(outputs: Array, targets: NDArray[Any], mask: NDArray[Any] | None = None) -> Loss:
    """−log probability of a chord, in nats: the sum over its pitches, mean over the quarters."""
    counts = np.ones(outputs.shape[:-1]) if mask is None else mask
    total = counts.sum()
    value = float((nats(outputs, targets) * counts).sum(dtype=np.float64) / total)
    off = 1 / (1 + np.exp(-outputs)) - targets
    return Loss(value, (off * counts[..., np.newaxis] / total).astype(outputs.dtype))


def nats_a_quarter(model: Model, chorales: list[Chords]) -> float:
    """Over all quarters of all of them."""
    batch = together([roll_of(chords).astype(np.float32) for chords in chorales])
    outputs = model.run(batch.x).outputs
    return notes_loss(outputs, batch.targets, batch.mask).value


def nats_of_beginnings(model: Model) -> float:
    """Nats a quarter on what ships of held-out chorales: measured without the package, too."""
    return nats_a_quarter(model, [one.chords for one in beginnings().values()])


def measured(stored: Stored) -> Measured:
    """Nats a quarter on the held-out chorales."""
    split = chorales_data.split()
    return Measured(
        nats_a_quarter(stored.model, [chorale.chords for chorale in split.held_out]),
        "nats a quarter",
        chorales_measures.rivals(split).each_goes_on,
        "each note as the quarter before",
        {"beginnings": repr(round(nats_of_beginnings(stored.model), 6))},
    )


def measured_to_draw(stored: Stored) -> Measured:
    """And what else the page says of the network."""
    split, found = chorales_data.split(), measured(stored)
    on_held_out = stored.model, split.held_out
    known = in_all_places(read_shapes(stored.metadata["shapes"]))
    return replace(
        found,
        also={
            **found.also,
            "rivals": json.dumps(asdict(chorales_measures.rivals(split))),
            "wholes": json.dumps(asdict(chorales_measures.as_wholes(*on_held_out, known))),
            "look": json.dumps(asdict(chorales_measures.look(*on_held_out))),
            "form": json.dumps(asdict(chorales_measures.form(*on_held_out, known))),
        },
    )


def metadata(seed: int = SEED, steps: int = STEPS, cell: str = "lstm") -> dict[str, str]:
    split = chorales_data.split()
    settings = {
        "hidden_size": HIDDEN_SIZE,
        "batch_size": BATCH_SIZE,
        "learning_rate": LEARNING_RATE,
        "last_rate_share": LAST_RATE,
        "keys": KEYS,
        "clip": CLIP,
    }
    return {
        "name": BY_CELL[cell],
        "task": NEXT_CHORD.id,
        "size": str(max(len(chorale.chords) for chorale in split.training)),
        "seed": str(seed),
        "steps": str(steps),
        "settings": json.dumps(settings),
        "data": f"{len(split.training)} four-part chorales by J. S. Bach, from the package "
        f"{chorales_data.PACKAGE} {chorales_data.VERSION}",
        "held_out": f"{len(split.held_out)} others",
        "licence": "compositions in the public domain; weights MIT, as this package",
    }


def _train_to_draw(tell: Report) -> Stored:
    """With the chords that may be drawn as a whole."""
    made = train(tell)
    shapes = chorales_measures.shapes(chorales_data.split().training)
    return Stored(made.model, {**made.metadata, "shapes": write_shapes(shapes)})


CHORALES = (
    Recipe(BY_CELL["lstm"], _train_to_draw, measured_to_draw),
    *(Recipe(BY_CELL[cell], partial(train, cell=cell), measured) for cell in ("gru", "rnn")),
)
