"""The player as a Streamlit component: data in, where the reader is and what they change out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from lstm_viz.player import script, template
from lstm_viz.player.contract import PlayerData, PlayerSettings
from lstm_viz.ui import recorded, scene_state
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import Packed
from lstm_viz.ui.served import needs_plotly, plotly_sources, served_script

__all__ = ["needs_plotly", "play", "show"]

_mount = st.components.v2.component(
    "lstm_viz_player",
    html=template(),
    js=asset(__package__, "fetching.js"),
    isolate_styles=False,  # Plotly writes its own style into the page
)


def show(
    film: Packed,
    settings: PlayerSettings,
    *,
    key: str,
    on_at: Callable[[], None],
    on_edit: Callable[[], None],
    on_action: Callable[[], None],
) -> None:
    """Mount the player with a film and what the page says."""
    data: PlayerData = {
        "film": film.sent(f"{key}_film"),
        "version": film.version,
        "plotly": plotly_sources(key),
        "script": served_script(script(), "lstm_viz_player"),
        **settings,
    }
    _mount(
        key=key,
        data=data,
        on_at_change=on_at,
        on_edit_change=on_edit,
        on_action_change=on_action,
    )


def play(
    key: str,
    film: Packed,
    settings: PlayerSettings,
    act: Callable[[str], None],
    rests: Callable[[Mapping[str, int]], None] | None = None,
) -> None:
    """The player of page ``key``, in which nothing is edited: the place where the reader rests is
    kept, or handed to ``rests``, and ``act`` is told what they do."""
    rests = rests or partial(scene_state.rests, key)

    def acted() -> None:
        action = str(st.session_state[key].action)
        if action == "need-plotly":
            needs_plotly(key)
        else:
            act(action)

    if action := recorded.pressed():
        act(action)
        st.rerun()
    show(
        film,
        settings,
        key=key,
        on_at=lambda: rests(st.session_state[key].at),
        on_edit=lambda: None,
        on_action=acted,
    )
