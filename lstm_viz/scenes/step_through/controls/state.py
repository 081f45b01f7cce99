"""The screen in the session: opened from the link once, then changed only through here.

The session holds a frozen ``Screen`` and the ones before it (for undo): a few short texts, no
arrays.  The address bar belongs to the player, which writes ``query()`` and the place into it.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from lstm_viz.figures.stages import LSTM_STAGES
from lstm_viz.inputs import InputError
from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.player import settings
from lstm_viz.player.contract import PlayerSettings
from lstm_viz.scenes.step_through import link as links
from lstm_viz.scenes.step_through.link import Screen
from lstm_viz.scenes.step_through.record import Experiment, is_as_opened, opened, perform, preset_of
from lstm_viz.ui.visits import arrived

MOST_UNDO = 100


def open_screen() -> Screen:
    """The screen of this session; on coming to the page, the one the link describes."""
    asked = st.query_params.to_dict()
    followed = arrived("cell") and bool(asked)
    if followed or "screen" not in st.session_state:
        screen, notes = links.from_query(asked, PRESETS, NETWORKS)
        try:
            experiment = perform(screen)
        except InputError as error:
            screen = opened(preset_of(screen))
            notes = (*notes, f"The link's text cannot be read here. {error}")
            experiment = perform(screen)
        steps = len(experiment.trace)
        stages = len(LSTM_STAGES) - (screen.t >= steps - 1)  # after the last step comes no next one
        screen, places = links.within(screen, steps, stages)
        st.session_state.screen = screen
        st.session_state.notes = (*notes, *places)
        st.session_state.history = []
        st.session_state.problem = None
        st.session_state.pop("draft", None)
        st.session_state.jumps = st.session_state.get("jumps", -1) + 1
    screen = st.session_state.screen
    assert isinstance(screen, Screen)
    return screen


def change(screen: Screen, *, jump: bool = False) -> bool:
    """Make ``screen`` the screen; if it cannot be run, say why and leave everything as it was."""
    try:
        perform(screen)
    except InputError as error:
        st.session_state.problem = str(error)
        return False
    before = open_screen()
    clear_messages()
    if screen != before:
        st.session_state.history = [*st.session_state.history, before][-MOST_UNDO:]
        _show(screen, jump)
    return True


def undo() -> None:
    if st.session_state.history:
        *st.session_state.history, before = st.session_state.history
        clear_messages()
        now = open_screen()
        _show(before, jump=(before.preset, before.text) != (now.preset, now.text))


def reset() -> None:
    """Back to how the preset opens, at the place where the reader is."""
    now = open_screen()
    change(replace(opened(preset_of(now)), t=now.t, stage=now.stage, unit=now.unit))


def moved(t: int, stage: int, unit: int) -> None:
    """The player reports where the reader rests; not a change to undo."""
    st.session_state.screen = replace(open_screen(), t=t, stage=stage, unit=unit)


def _show(screen: Screen, jump: bool) -> None:
    now = open_screen()
    if not jump:  # the place is the player's; the session's copy may be a moment behind
        screen = replace(screen, t=now.t, stage=now.stage)
    st.session_state.screen = screen
    st.session_state.jumps += jump


def clear_messages() -> None:
    st.session_state.notes = ()
    st.session_state.problem = None
    st.session_state.refused = None
    st.session_state.pop("draft", None)


def say(problem: str) -> None:
    """Something typed or dropped in could not be read."""
    st.session_state.problem = problem


def refuse(problem: str) -> None:
    """A number changed in the player cannot be used; the player says so beside it."""
    st.session_state.refused = problem


def messages(experiment: Experiment) -> tuple[str | None, tuple[str, ...]]:
    """(what went wrong just now, notes on the link)."""
    notes = tuple(st.session_state.get("notes", ()))
    left_out = len(experiment.left_out)
    if left_out:
        notes += (f"Changes in the link that do not fit these inputs are left out: {left_out}.",)
    return st.session_state.get("problem"), notes


def query(screen: Screen) -> str:
    """The query string of the screen, without the place (the player adds that)."""
    return urlencode(
        links.shortened(links.to_query(replace(screen, t=0, stage=0, unit=0), PRESETS))
    )


def player_data(screen: Screen) -> PlayerSettings:
    """What the player needs to know of the session."""
    jumps = st.session_state.jumps
    return settings(
        {"id": jumps, "t": screen.t, "stage": screen.stage, "unit": screen.unit},
        query=query(screen),
        can_undo=bool(st.session_state.history),
        can_reset=not is_as_opened(screen),
        editable=True,
        problem=st.session_state.get("refused"),
    )
