"""Read along: your own text, read character by character by a trained network."""

import streamlit as st

from lstm_viz.scenes.read_along.controls import cell, find, hold, picture, state, words, write
from lstm_viz.scenes.read_along.controls import row as controls
from lstm_viz.scenes.read_along.controls.settings import KEY, PANEL
from lstm_viz.scenes.read_along.record import effect_of, network, reading
from lstm_viz.ui import lesson_page, look, terms

OUTSIDE = f"{KEY}_outside"
PANELS = {"find": "Find a unit", "hold": "Hold a gate", "write": "Write on"}


@st.fragment
def text_and_panel() -> None:
    """Whoever types has this part rerun alone, as long as nothing changes outside of it."""
    screen = state.open_screen()
    if state.outside(screen) != st.session_state[OUTSIDE]:
        st.rerun()
    text, holds = state.text_of(screen), screen["hold"]
    read = reading(text, holds)
    picture.show(screen, read)
    words.passage(screen, read)
    lesson_page.pick(KEY, screen, PANEL, "Go on", PANELS.__getitem__, labelled=False)
    if screen["panel"] == "find":
        find.panel(screen, read)
    elif screen["panel"] == "hold":
        hold.panel(screen, effect_of(text, holds) if holds else None)
    else:
        write.panel(screen)


look.apply()
terms.listen()
screen = state.open_screen()
text, holds = state.text_of(screen), screen["hold"]
effect = effect_of(text, holds) if holds else None
st.session_state[OUTSIDE] = state.outside(screen)
words.heading(screen, network(), effect)
if state.in_cell(screen):
    cell.show(screen)
else:
    with st.container(key="controls"):
        controls.row(screen)
    text_and_panel()
words.about(network())
