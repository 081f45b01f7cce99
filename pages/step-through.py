"""Step through one cell on a sequence of your own."""

from dataclasses import replace

import streamlit as st

from lstm_viz.scenes.step_through.controls import export, messages, row, state
from lstm_viz.scenes.step_through.controls.film import film
from lstm_viz.scenes.step_through.record import perform, with_edits
from lstm_viz.ui import every_page, player
from lstm_viz.ui.films import made

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


every_page.begin()
screen = state.open_screen()
experiment = perform(screen)
packed = made(film, replace(screen, t=0, stage=0, unit=0))
with st.container(key="heading"):
    title, words, save = st.columns([2.2, 8.6, 1.6], vertical_alignment="center")
with title:
    st.title("Step through a cell", anchor=False)
with words:
    messages.line(screen, experiment)
with save:
    export.menu(screen, experiment, packed)
with st.container(key="controls"):
    row.row(screen)
player.show(
    packed,
    state.player_data(screen),
    key=KEY,
    on_at=_rested,
    on_edit=_edited,
    on_action=_acted,
)
messages.about(experiment.network)
