"""The player on the run: what it is handed, and what the reader does in it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lstm_viz.figures.film import film as draw
from lstm_viz.networks import NETWORKS
from lstm_viz.player import payload
from lstm_viz.player.contract import AnyFilm
from lstm_viz.scenes.step_through.controls import state
from lstm_viz.scenes.step_through.controls.params import KEY, PARAMS, setup_of
from lstm_viz.scenes.step_through.edits import in_full, reported
from lstm_viz.scenes.step_through.record import Setup, is_as_opened, perform, with_edits
from lstm_viz.ui import player, scene_state
from lstm_viz.ui.films import Packed, made
from lstm_viz.ui.scene_state import SceneScreen


def film(setup: Setup) -> Packed:
    """The steps of it that are shown; the presets, as they open, are the same for everybody."""
    return made(_film, replace(setup, preset=""), state.shown_steps())


def _film(setup: Setup, steps: tuple[int, int]) -> AnyFilm:
    experiment = perform(setup)
    inputs, trace, network = experiment.inputs, experiment.trace, experiment.network
    return payload(
        draw(trace, tokens=inputs.tokens, columns=inputs.columns, stretch=steps),
        weights=experiment.cell.parameters,
        unit_labels=network.unit_labels(inputs, trace.hidden_size),
        answers=network.answers(trace)[slice(*steps)] if network.answers else (),
    )


def show(screen: SceneScreen, film: Packed) -> None:
    player.show(
        film,
        {
            **scene_state.player_data(KEY, screen, PARAMS),
            "editable": True,
            "edited": in_full(setup_of(screen).edits),
            "canUndo": bool(st.session_state.history),
            "canReset": not is_as_opened(setup_of(screen)),
            "problem": st.session_state.refused,
        },
        key=KEY,
        on_at=lambda: state.rests(st.session_state[KEY].at),
        on_edit=_edited,
        on_action=_acted,
    )


def _edited() -> None:
    edits, problem = reported(st.session_state[KEY].edit, NETWORKS[state.setup_now().network].cell)
    if problem:
        state.refuse(problem)
    else:
        state.change(with_edits(state.setup_now(), edits))


def _acted() -> None:
    actions = {"undo": state.undo, "reset": state.reset}
    actions.get(st.session_state[KEY].action, lambda: player.needs_plotly(KEY))()
