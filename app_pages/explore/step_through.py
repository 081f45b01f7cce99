"""Step through one cell on a sequence of your own."""

import streamlit as st

from lstm_viz.figures.film import film
from lstm_viz.player import payload
from lstm_viz.scenes.step_through.controls import export, messages, picture, row, state
from lstm_viz.scenes.step_through.controls.params import setup_of
from lstm_viz.scenes.step_through.record import perform
from lstm_viz.ui import look, terms

look.apply()
terms.listen()
screen = state.open_screen()
experiment = perform(setup_of(screen))
inputs, trace = experiment.inputs, experiment.trace
data = payload(
    film(trace, tokens=inputs.tokens, columns=inputs.columns),
    weights=experiment.cell.parameters,
    unit_labels=experiment.network.unit_labels(inputs, trace.hidden_size),
    answers=experiment.network.answers(trace) if experiment.network.answers else (),
)
with st.container(key="heading"):
    title, words, save = st.columns([2.2, 8.6, 1.6], vertical_alignment="center")
with title:
    st.title("Step through a cell", anchor=False)
with words:
    messages.line(screen, experiment)
with save:
    export.menu(screen, experiment, data)
with st.container(key="controls"):
    row.row(screen)
picture.show(screen, data)
messages.about(experiment.network)
