"""The costs that the page shows: measured once for each pair of sizes, until asked for again."""

from __future__ import annotations

import streamlit as st

from lstm_viz.scenes.costs.record import timing as timed
from lstm_viz.scenes.costs.record.formulas import Costs


@st.cache_data(show_spinner=False, max_entries=200)
def measured(hidden_size: int, input_size: int) -> Costs:
    """As last measured on this machine, so that the picture stays as it is when the page reruns."""
    return timed.measured(hidden_size, input_size)


def measure_again(hidden_size: int, input_size: int) -> None:
    measured.clear(hidden_size, input_size)
