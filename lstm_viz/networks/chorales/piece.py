"""A network reads a beginning and goes on, chord after chord.

Step 0 reads silence and says what comes first; step t reads the chord of quarter t and says what
comes after it.  What it says is one number z for each pitch; σ(z) is the probability that this
pitch sounds.  Given the past, the notes of one chord do not know of each other: so it is trained,
and so it may draw, each note by itself.  Or it draws a chord as a whole, one of those that are
built like a chord that it learned from, with the same probabilities, made to sum to 1 over these.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.learn.forward import Forward
from lstm_viz.learn.losses import log_softmax, softmax
from lstm_viz.networks.chorales.notes import HIGH, LOW, Chords, chords_of, roll_of
from lstm_viz.networks.stored import load
from lstm_viz.trace import Array, Trace

BY_CELL = {"lstm": "chorales", "gru": "chorales-gru", "rnn": "chorales-rnn"}
"""The shipped networks; that of the LSTM is the one that draws."""
NAME = BY_CELL["lstm"]
WHOLE, NOTES = "whole", "notes"


@dataclass(frozen=True, eq=False)
class Piece:
    """Quarters, the first ``given`` of them from elsewhere, and what the network made of them.

    z: (T + 1, pitches), row t what was said of quarter t before it came; trace: of T + 1 steps,
    the first of which reads silence.
    """

    chords: Chords
    given: int
    z: Array
    trace: Trace

    def __len__(self) -> int:
        return len(self.chords)

    @cached_property
    def expected(self) -> Array:
        """(T + 1, pitches): the probability of each pitch at each quarter, before it came."""
        return sigmoid(self.z)

    @cached_property
    def nats(self) -> Array:
        """(T,): how surprising each quarter was."""
        return nats(self.z[:-1], roll_of(self.chords))


@cache
def network() -> Model:
    """The shipped one, to be looked at: in float64."""
    return load(NAME).model.astype(np.float64)


def sigmoid(z: Array) -> Array:
    """1 / (1 + e^−z), as exact far out as near 0."""
    return np.asarray(np.exp(-np.logaddexp(0, -z)))


@cache
def known_chords() -> Array:
    """(N, pitches): all chords that the shipped network may draw as a whole."""
    return in_all_places(read_shapes(load(NAME).metadata["shapes"])).astype(np.float32)


def in_all_places(shapes: Chords) -> Array:
    """The rolls of chords of these shapes (semitones above the bass), on every bass that fits."""
    return roll_of(
        [
            tuple(bass + step for step in shape)
            for shape in shapes
            for bass in range(LOW, HIGH - shape[-1] + 1)
        ]
    )


def read_shapes(text: str) -> Chords:
    return tuple(tuple(map(int, word.split("."))) for word in text.split())


def write_shapes(shapes: Chords) -> str:
    return " ".join(".".join(map(str, shape)) for shape in shapes)


def nats(z: Array, came: Array) -> Array:
    """−log of the probability of each chord: the sum over its pitches, those that are silent too.

    z and came: (…, pitches); the result: (…).
    """
    each: Array = np.logaddexp(0, z) - came * z
    return np.asarray(each.sum(axis=-1))


def shifted(roll: Array) -> Array:
    """What is read: silence, and every chord but what would come after the end."""
    return np.concatenate([np.zeros((1, roll.shape[1]), roll.dtype), roll])


def read(model: Model, chords: Chords, given: int | None = None) -> Piece:
    """A piece that is known, all of it unless ``given`` says how much."""
    forward: Forward = model.run(shifted(roll_of(chords)).astype(model.dtype))
    count = len(chords) if given is None else given
    return Piece(chords, count, forward.outputs, forward.traces[0])


def go_on(
    model: Model,
    chords: Chords,
    quarters: int,
    *,
    temperature: float,
    seed: int,
    known: Array | None = None,
) -> Piece:
    """``chords``, and so many quarters more that the network draws: as wholes if it is said which
    chords are ``known`` (N, pitches), else note by note.

    z is divided by ``temperature``: below 1 what is likely becomes more so.  Of every quarter the
    same random numbers are taken, so that a longer continuation begins as a shorter one.
    """
    chances = np.random.default_rng(seed).random((quarters, model.output_size))
    forward = model.run(shifted(roll_of(chords)).astype(model.dtype))
    z, state = forward.outputs[-1], forward.state
    written = list(chords)
    for chance in chances:
        drawn = (
            _notes(z / temperature, chance)
            if known is None
            else _whole(z / temperature, known, float(chance[0]))
        )
        written += chords_of(drawn[np.newaxis])
        forward = model.run(drawn[np.newaxis].astype(model.dtype), state)
        z, state = forward.outputs[-1], forward.state
    return read(model, tuple(written), len(chords))


def _notes(z: Array, chance: Array) -> Array:
    return np.asarray(chance < sigmoid(z))


def _whole(z: Array, known: Array, chance: float) -> Array:
    ends = np.cumsum(softmax(known @ z.astype(known.dtype)), dtype=np.float64)
    place = min(chance * ends[-1], np.nextafter(ends[-1], 0))
    return np.asarray(known[np.searchsorted(ends, place, side="right")])


def nats_as_wholes(z: Array, came: Array, known: Array) -> Array:
    """−log of the probability of each chord that is one of the known; ∞ for the others: (T,).

    ``z`` has T rows, or one for all.
    """
    numbers = {tuple(row): n for n, row in enumerate(known.astype(int).tolist())}
    logs = np.broadcast_to(log_softmax(z @ known.T), (len(came), len(known)))
    at = [numbers.get(tuple(row)) for row in came.astype(int).tolist()]
    return np.array([np.inf if n is None else -logs[t, n] for t, n in enumerate(at)])
