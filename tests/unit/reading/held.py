"""A text read again with gates held."""

from collections.abc import Sequence

from lstm_viz.learn.model import Model
from lstm_viz.reading.effect import Effect, Hold, clamps, effect
from lstm_viz.reading.read import read
from lstm_viz.reading.record import Reading
from lstm_viz.tasks.alphabet import Alphabet


def read_held(model: Model, alphabet: Alphabet, before: Reading, holds: Sequence[Hold]) -> Effect:
    """The text of ``before``, which was read with nothing held."""
    held = clamps(holds, model.hidden_size)
    return effect(before, read(model, alphabet, "".join(before.text), clamp=held), holds)
