"""The line under the controls: what to look at, or what went wrong, in the same place."""

from __future__ import annotations

import re

import streamlit as st

from lstm_viz.networks import Network
from lstm_viz.ui import state
from lstm_viz.ui.experiment import Experiment, preset_of
from lstm_viz.ui.links import Screen


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


_LINKS = re.compile(r"://|www(?=\.)|@", re.IGNORECASE)
_JOINER = "\u2060"
"""Takes no room, and parts what Markdown would take for an address."""


def plain(text: str) -> str:
    """Text as it is, whatever a person typed into it: no Markdown, LaTeX, emoji codes or links."""
    text = _LINKS.sub(lambda found: found[0][:1] + _JOINER + found[0][1:], text)
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]()<>#+-.!|$:~" else mark for mark in text)
