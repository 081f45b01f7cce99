"""A network in training, stepped through in the cell scene with all its numbers."""

from __future__ import annotations

import numpy as np
import streamlit as st

from lstm_viz.figures.film import film
from lstm_viz.player import payload
from lstm_viz.player.contract import AnyFilm
from lstm_viz.player.units import units_payload, window
from lstm_viz.scenes.train.controls.params import KEY, PARAMS
from lstm_viz.scenes.train.record.training import ShownNetwork
from lstm_viz.ui import player, scene_state
from lstm_viz.ui.films import once
from lstm_viz.ui.scene_state import SceneScreen

MOST_STRIPS = 6
"""Units that the cell shows with their numbers; of more units the others are a field of colour."""
CHOSEN = 4
"""Of more units, how many have numbers: then there is room for the field."""


def play(now: ShownNetwork, screen: SceneScreen, k: int) -> None:
    """The fixed example in the cell as it was at checkpoint ``k`` (from 0)."""
    trace = now.record.checkpoints[k].trace
    t = min(screen.t, len(trace) - 1)
    # Of a long run of many units only a part is sent: the page has to know where the reader is.
    tells = window(len(trace), trace.hidden_size, t) != (0, len(trace))
    player.play(
        KEY,
        once(_film(now, k, t)),
        {**scene_state.player_data(KEY, screen, PARAMS), "tells": tells},
        lambda action: _asked(action, now.model.hidden_size),
    )


def _film(now: ShownNetwork, k: int, t: int) -> AnyFilm:
    record, cell = now.record, now.models[k].astype(np.float64).layers[0]
    checkpoint = record.checkpoints[k]
    answers = tuple(
        said + (f" (wanted: {wanted})" if wanted else "")
        for said, wanted in zip(checkpoint.says, record.wanted, strict=True)
    )
    if cell.hidden_size > MOST_STRIPS:
        return units_payload(
            checkpoint.trace,
            weights=cell.parameters,
            units=_units(cell.hidden_size),
            at=t,
            answers=answers,
            tokens=record.tokens,
            columns=now.task.inputs,
        )
    story = film(checkpoint.trace, tokens=record.tokens, columns=now.task.inputs)
    return payload(story, weights=cell.parameters, answers=answers)


def _units(hidden_size: int) -> tuple[int, ...]:
    """The ones with numbers: the first, and what was clicked in the field in place of the last."""
    clicked = st.session_state.get("train_unit", CHOSEN - 1)
    last = clicked if CHOSEN <= clicked < hidden_size else CHOSEN - 1
    return (*range(CHOSEN - 1), last)


def choose(unit: int) -> None:
    """Have this unit among those with numbers."""
    if unit >= CHOSEN - 1:
        st.session_state.train_unit = unit


def _asked(action: str, hidden_size: int) -> None:
    """A unit of the field was clicked."""
    kind, _, number = action.partition(":")
    if kind == "unit" and number.isdecimal() and int(number) < hidden_size:
        st.session_state.train_unit = int(number)
