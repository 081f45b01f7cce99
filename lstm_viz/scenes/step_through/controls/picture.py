"""The player on the run: what it is handed, and what the reader does in it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lstm_viz.scenes.step_through.controls import state
from lstm_viz.scenes.step_through.controls.params import KEY, PARAMS, setup_of
from lstm_viz.scenes.step_through.edits import reported
from lstm_viz.scenes.step_through.record import is_as_opened, with_edits
from lstm_viz.ui import player, scene_state
from lstm_viz.ui.scene_state import SceneScreen


def show(screen: SceneScreen, film: dict[str, Any]) -> None:
    player.show(
        film,
        {
            **scene_state.player_data(KEY, screen, PARAMS),
            "editable": True,
            "canUndo": bool(st.session_state.history),
            "canReset": not is_as_opened(setup_of(screen)),
            "problem": st.session_state.refused,
        },
        key=KEY,
        on_at=lambda: scene_state.moved(KEY, st.session_state[KEY].at),
        on_edit=_edited,
        on_action=_acted,
    )


def _edited() -> None:
    edits, problem = reported(st.session_state[KEY].edit)
    if problem:
        state.refuse(problem)
    else:
        state.change(with_edits(state.setup_now(), edits))


def _acted() -> None:
    actions = {"undo": state.undo, "reset": state.reset}
    actions.get(st.session_state[KEY].action, lambda: player.needs_plotly(KEY))()
