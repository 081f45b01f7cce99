"""The costs that the page shows: measured once for each pair of sizes, until asked for again."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lstm_viz.player import asked, board_payload
from lstm_viz.scenes.costs import timed
from lstm_viz.scenes.costs.picture import costs_board
from lstm_viz.scenes.costs.questions import QUESTIONS
from lstm_viz.scenes.costs.record import Costs


@st.cache_data(show_spinner=False, max_entries=200)
def measured(hidden_size: int, input_size: int) -> Costs:
    """As last measured on this machine, so that the picture stays as it is when the page reruns."""
    return timed.measured(hidden_size, input_size)


def measure_again(hidden_size: int, input_size: int) -> None:
    measured.clear(hidden_size, input_size)


def film(costs: Costs) -> dict[str, Any]:
    """What the player is handed."""
    return board_payload(costs_board(costs), questions=asked(QUESTIONS, costs))
