"""Step through one cell on a sequence of your own."""

import streamlit as st

from lstm_viz.figures.film import film
from lstm_viz.player import payload
from lstm_viz.scenes.step_through.controls import export, messages, row, state
from lstm_viz.scenes.step_through.record import perform, with_edits
from lstm_viz.ui import look, player, terms

KEY = "cell"


def _rested() -> None:
    at = st.session_state[KEY].at
    state.moved(at["t"], at["stage"], at["unit"])


def _edited() -> None:
    edits, problem = player.read_edits(st.session_state[KEY].edit)
    if problem:
        state.refuse(problem)
    else:
        state.change(with_edits(state.open_screen(), edits))


def _acted() -> None:
    actions = {"undo": state.undo, "reset": state.reset}
    actions.get(st.session_state[KEY].action, lambda: player.needs_plotly(KEY))()


look.apply()
terms.listen()
screen = state.open_screen()
experiment = perform(screen)
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
player.show(
    data,
    state.player_data(screen),
    key=KEY,
    on_at=_rested,
    on_edit=_edited,
    on_action=_acted,
)
messages.about(experiment.network)
