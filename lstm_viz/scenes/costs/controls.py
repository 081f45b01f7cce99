"""The controls of the page: the two sizes, measuring again, and the verdict below the picture."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.costs.picture import costs_board
from lstm_viz.scenes.costs.questions import QUESTIONS
from lstm_viz.scenes.costs.record import timing
from lstm_viz.scenes.costs.record.formulas import Costs
from lstm_viz.scenes.costs.words.verdict import CLAIM, finding, verdict
from lstm_viz.ui import widgets
from lstm_viz.ui.params import Number
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.worker import compute

KEY = "costs"
HIDDEN = Number("h", 4, 256, 64, whole=True)
INPUTS = Number("inputs", 1, 256, 32, whole=True)
PARAMS = (HIDDEN, INPUTS)


def costs_of(screen: SceneScreen) -> Costs:
    """Show the two sizes and the button; the costs of cells of these sizes."""
    with st.container(key="controls"):
        hidden, inputs, again = st.columns([5, 5, 2], gap="medium", vertical_alignment="bottom")
    with hidden:
        H = widgets.slider(KEY, screen, HIDDEN, "Hidden size H of the LSTM", 1)
    with inputs:
        I = widgets.slider(KEY, screen, INPUTS, "Input size I", 1)  # noqa: E741
    with again:
        st.button("Measure again", key="costs_again", on_click=measure_again, args=(H, I))
    return measured(H, I)


@st.cache_data(show_spinner=False, max_entries=200)
def measured(hidden_size: int, input_size: int) -> Costs:
    """As last measured on this machine, so that the picture stays as it is when the page reruns."""
    return compute(timing.measured, hidden_size, input_size, urgent=True)


def measure_again(hidden_size: int, input_size: int) -> None:
    measured.clear(hidden_size, input_size)


def film(costs: Costs) -> Board:
    """What the player is handed."""
    return board_payload(costs_board(costs), questions=questions_payload(QUESTIONS, costs))


def show_verdict(costs: Costs) -> None:
    """The claim, the run, the verdict: closed at first, since it answers what is asked above."""
    words = {"The claim": CLAIM, "The run": finding(costs), "The verdict": verdict(costs)}
    with st.expander("The claim, the run, the verdict"):
        for column, (name, text) in zip(st.columns(3), words.items(), strict=True):
            column.markdown(f"**{name}**\n\n{linked(text)}")
