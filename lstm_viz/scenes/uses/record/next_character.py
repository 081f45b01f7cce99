"""A few letters, and what comes next."""

from __future__ import annotations

from lstm_viz.networks import metadata, stored
from lstm_viz.reading.read import read
from lstm_viz.reading.words.phrases import visible
from lstm_viz.scenes.uses.record.use import STEPS, Moment, Use, moved_most
from lstm_viz.tasks import Alphabet

TEXT = "The king"
"""As many letters as there are moments."""


def next_character() -> Use:
    network = stored.load("plays")
    found = read(network.model, Alphabet(metadata.alphabet(network.metadata)), TEXT)
    moments = tuple(
        Moment(visible(letter), visible(guesses[0].character))
        for letter, guesses in zip(TEXT, found.predictions, strict=True)
    )
    gate = moved_most((found.trace, range(STEPS)))
    return Use("next-character", "Next character", moments, gate)
