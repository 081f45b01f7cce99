"""A network reads a text: one run, and the record of it."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from lstm_viz.learn.losses import log_softmax
from lstm_viz.learn.model import Model
from lstm_viz.reading.record import Reading
from lstm_viz.tasks.alphabet import Alphabet
from lstm_viz.trace import Array, Trace

LONGEST = 5_000
"""Characters; each leaves about 14·H numbers in the record."""

START = "\n"
"""What the network reads before the text: in plays, a line begins after a line break."""


def read(
    model: Model,
    alphabet: Alphabet,
    text: str,
    *,
    clamp: Mapping[str, ArrayLike] | None = None,
) -> Reading:
    """What the network does with ``text``, in float64 whatever the model's own dtype.

    ``clamp`` holds gates ("f", "i", "g", "o") at a number or at values (H,), NaN for a unit that
    is free, from the start symbol on. Raises ``ValueError`` for a text longer than ``LONGEST``, and
    for a model that is not one LSTM layer over this alphabet.
    """
    if len(text) > LONGEST:
        raise ValueError(
            f"A text may have up to {LONGEST:,} characters here; this one has {len(text):,}."
        )
    check(model, alphabet)
    taken = alphabet.encode(text)
    start = alphabet.encode(START).indices
    indices = np.concatenate([start, taken.indices])
    forward = in_float64(model).run(
        alphabet.one_hot(indices), clamp=None if clamp is None else {0: clamp}
    )
    return Reading(
        text=tuple(taken.shown),
        indices=indices[len(start) :],
        mapped=tuple(taken.mapped),
        alphabet=tuple(alphabet.characters),
        start="".join(alphabet.characters[k] for k in start),
        log2_before=log2_softmax(forward.outputs),
        trace=_without_first(forward.traces[0]),
        state=forward.state,
    )


def check(model: Model, alphabet: Alphabet) -> None:
    """Refuse a model that is not one LSTM layer reading and predicting this alphabet."""
    if model.kind != "lstm" or len(model.layers) != 1:
        raise ValueError(
            f"reading needs a network of one lstm layer, got {len(model.layers)} of {model.kind}"
        )
    size = len(alphabet.characters)
    if (model.input_size, model.output_size) != (size, size):
        raise ValueError(
            f"the network must read and predict the alphabet’s {size} characters, it reads "
            f"{model.input_size} and predicts {model.output_size}"
        )


def in_float64(model: Model) -> Model:
    """The model itself if it is in float64 already."""
    return model if model.dtype == np.float64 else model.astype(np.float64)


def log2_softmax(outputs: Array) -> Array:
    """log2 of the probabilities, in which even the least stay finite: (…, A)."""
    in_bits: Array = log_softmax(outputs) / np.log(2)
    return in_bits


def _without_first(trace: Trace) -> Trace:
    """The trace from its second step on; its arrays look into the whole one's."""
    later = {name: array[1:] for name, array in trace.arrays.items()}
    return Trace(trace.table, later, trace.clamped)
