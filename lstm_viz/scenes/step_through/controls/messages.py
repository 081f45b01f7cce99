"""The line under the controls: what to look at, or what went wrong, in the same place."""

from __future__ import annotations

import streamlit as st

from lstm_viz.networks import Network
from lstm_viz.scenes.step_through.controls import state
from lstm_viz.scenes.step_through.link import Screen
from lstm_viz.scenes.step_through.record import Experiment, preset_of
from lstm_viz.ui.plain_text import plain


def line(screen: Screen, experiment: Experiment) -> None:
    problem, notes = state.messages(experiment)
    if problem:
        st.error(plain(f"{problem} The picture shows the last sequence that could be read."))
        return
    if notes:
        st.warning(plain(" ".join(notes)))
        return
    preset = preset_of(screen)
    same = (screen.network, screen.text) == (preset.network, preset.text)
    st.markdown(plain(preset.watch if same else experiment.network.teaches))


def about(network: Network) -> None:
    """How a trained network was made and how well it does."""
    if network.about:
        with st.expander("About this network", expanded=True):
            st.markdown(network.about())
