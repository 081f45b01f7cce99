"""A board of the page in the player."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lstm_viz.player.contract import InLesson
from lstm_viz.scenes.three_cells.controls.params import KEY, PARAMS
from lstm_viz.ui import player, scene_state
from lstm_viz.ui.films import Packed
from lstm_viz.ui.scene_state import SceneScreen


def play(
    film: Packed,
    screen: SceneScreen,
    act: Callable[[str], None],
    *,
    into: str | None = None,
    then: str = "",
    lesson: InLesson | None = None,
) -> None:
    """``then`` is what comes after its last frame, if anything does."""
    data = scene_state.player_data(KEY, screen, PARAMS)
    data = {**data, "tells": False, "into": into, "lesson": lesson}
    data["next"] = {"title": then, "page": None} if then else None

    def acted() -> None:
        action = str(st.session_state[KEY].action)
        if action == "need-plotly":
            player.needs_plotly(KEY)
        else:
            act(action)

    player.show(
        film,
        data,
        key=KEY,
        on_at=lambda: scene_state.rests(KEY, st.session_state[KEY].at),
        on_edit=lambda: None,
        on_action=acted,
    )
