"""The line under the controls: what to look at, or what went wrong, in the same place."""

from __future__ import annotations

import streamlit as st

from lstm_viz.networks import Network
from lstm_viz.scenes.step_through.controls.params import KEY, setup_of
from lstm_viz.scenes.step_through.record import Experiment, preset_of
from lstm_viz.ui import scene_state
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen


def line(screen: SceneScreen, experiment: Experiment) -> None:
    if problem := st.session_state.problem:
        st.error(plain(f"{problem} The picture shows the last sequence that could be read."))
        return
    notes = scene_state.notes(KEY)
    if left_out := len(experiment.left_out):
        notes += (f"Changes in the link that do not fit these inputs are left out: {left_out}.",)
    if notes:
        st.warning(plain(" ".join((*notes, *experiment.inputs.notes))))
        return
    setup = setup_of(screen)
    preset = preset_of(setup)
    same = (setup.network, setup.text) == (preset.network, preset.text)
    words = preset.watch if same else experiment.network.teaches
    if watch := experiment.network.watch:
        words = f"{words} {watch(experiment.inputs, experiment.trace)}".rstrip()
    st.markdown(plain(" ".join(experiment.inputs.notes) or words))


def about(network: Network) -> None:
    """How a trained network was made and how well it does."""
    if network.about:
        with st.expander("About this network", expanded=True):
            st.markdown(network.about())
