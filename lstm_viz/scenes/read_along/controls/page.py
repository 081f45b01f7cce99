"""The whole page "Read along": its parts in order, and which of them a change reruns."""

from __future__ import annotations

import streamlit as st

from lstm_viz.scenes.read_along.controls import (
    around,
    cell,
    find,
    hold,
    picture,
    save,
    state,
    write,
)
from lstm_viz.scenes.read_along.controls.row import row
from lstm_viz.scenes.read_along.controls.settings import KEY, PANEL, params
from lstm_viz.scenes.read_along.record import effect_of, network, reading
from lstm_viz.ui import every_page, lesson_page, scene_state, widgets

OUTSIDE = f"{KEY}_outside"
PANELS = {"find": "Find a unit", "hold": "Hold a gate", "write": "Write on"}


def page() -> None:
    every_page.begin()
    screen = state.open_screen()
    scene_state.keep_with(KEY, params())
    holds = screen["hold"]
    effect = effect_of(state.text_of(screen), holds) if holds else None
    st.session_state[OUTSIDE] = state.outside(screen)
    around.heading(screen, network(), effect)
    if state.in_cell(screen):
        cell.show(screen)
    else:
        text, controls = lesson_page.picture_and_controls()
        with controls, st.container(key="controls"):
            row(screen)
        with text:
            text_and_panel()
    around.about(network())


@st.fragment
def text_and_panel() -> None:
    """Whoever types has this part rerun alone, as long as nothing changes outside of it."""
    screen = state.open_screen()
    if state.outside(screen) != st.session_state[OUTSIDE]:
        st.rerun()
    text, holds = state.text_of(screen), screen["hold"]
    read = reading(text, holds)
    picture.show(screen, read)
    around.passage(screen, read)
    with st.container(key=f"{KEY}_go_on", horizontal=True, horizontal_alignment="distribute"):
        widgets.pick(
            KEY,
            screen,
            PANEL,
            "Go on",
            PANELS.__getitem__,
            labelled=False,
            take=lambda panel: state.change(panel=panel),
        )
        save.menu(screen, read)
    if screen["panel"] == "find":
        find.panel(screen, read)
    elif screen["panel"] == "hold":
        hold.panel(screen, effect_of(text, holds) if holds else None)
    else:
        write.panel(screen)
