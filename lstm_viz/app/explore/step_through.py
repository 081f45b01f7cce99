"""Step through one cell on a sequence of your own."""

import streamlit as st

from lstm_viz.scenes.step_through.controls import export, messages, picture, row, state
from lstm_viz.scenes.step_through.controls.params import setup_of
from lstm_viz.scenes.step_through.record import perform
from lstm_viz.ui import every_page, lesson_page

every_page.begin()
screen = state.open_screen()
setup = setup_of(screen)
experiment = perform(setup)
film = picture.film(setup)
with st.container(key="heading"):
    title, words, save = st.columns([2.2, 8.6, 1.6], vertical_alignment="center")
with title:
    st.title("Step through a cell", anchor=False)
with words:
    messages.line(screen, experiment)
with save:
    export.menu(screen, experiment, film)
above, below = lesson_page.picture_and_controls()
with below, st.container(key="controls"):
    row.row(screen)
with above:
    picture.show(screen, film)
messages.about(experiment.network)
