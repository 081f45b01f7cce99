"""A story's network, run as told or with the forget gate kept open at one moment."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.figures.film import Film
from lstm_viz.inputs import Inputs, from_sentence
from lstm_viz.networks import Network
from lstm_viz.player import asked, payload
from lstm_viz.scenes.phone_call.picture import story as draw
from lstm_viz.scenes.phone_call.questions import QUESTIONS
from lstm_viz.scenes.phone_call.words.retold import retold, spoken_of
from lstm_viz.scenes.phone_call.words.story import Story
from lstm_viz.trace import Trace

OPEN = 6.0
"""A weight that opens a forget gate to σ(6), over 99 %."""


def run(story: Story, network: Network, held: int | None = None) -> tuple[LSTM, Inputs, Trace]:
    """The story's run; at moment ``held`` the forget gate of every unit stays open."""
    inputs = from_sentence(" ".join(story.words))
    cell = network.build(inputs, len(story.units), 0)
    if held is not None:
        weight_ih = np.array(cell.weight_ih)
        forget_rows = slice(cell.hidden_size, 2 * cell.hidden_size)
        weight_ih[forget_rows, inputs.columns.index(story.words[held])] = OPEN
        cell = replace(cell, weight_ih=weight_ih)
    return cell, inputs, cell.run(inputs.x)


def film_of(story: Story, trace: Trace, held: int | None = None) -> Film:
    """The story's film, told as written or, from moment ``held`` on, from the run alone."""
    beats = story.beats
    return draw(
        trace,
        units=story.units,
        moments=[beat.label for beat in beats],
        heard=[beat.heard for beat in beats],
        said=[beat.said for beat in beats],
        told=story.templates() if held is None else retold(story, trace, held),
        speaks=story.speaks if held is None else spoken_of(story, trace, held),
    )


def told(story: Story, network: Network, held: int | None = None) -> tuple[dict[str, Any], Trace]:
    """(what the player is handed, the run behind it)."""
    cell, _, trace = run(story, network, held)
    weights = {"weight_ih": cell.weight_ih, "weight_hh": cell.weight_hh, "bias": cell.bias}
    film = payload(
        film_of(story, trace, held),
        weights=weights,
        unit_labels=story.units,
        questions=asked(QUESTIONS, trace),
    )
    return film, trace
