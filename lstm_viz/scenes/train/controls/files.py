"""Taking a trained network along, and opening one again."""

from __future__ import annotations

import json
from dataclasses import asdict

import streamlit as st

from lstm_viz.networks.stored import Stored, from_bytes, to_bytes
from lstm_viz.scenes.train.controls.kept import TRAININGS
from lstm_viz.scenes.train.controls.params import KEY
from lstm_viz.scenes.train.controls.state import set_to
from lstm_viz.scenes.train.record.opened import OpenedNetwork, data_entries
from lstm_viz.scenes.train.record.training import ShownNetwork
from lstm_viz.scenes.train.record.training_record import TrainingRecord
from lstm_viz.ui import scene_state
from lstm_viz.ui.plain_text import plain


def files(now: ShownNetwork, record: TrainingRecord, *, going: bool) -> None:
    """The two of them, side by side; while it trains they only keep their places."""
    if "train_file" not in st.session_state:  # the reader comes to the page: no file, no refusal
        st.session_state.train_refused = None
    with st.container(key="train_files", horizontal=True, vertical_alignment="bottom"):
        st.download_button(
            "Save the network (.safetensors)",
            lambda: to_bytes(stored(now, record)),
            f"{now.settings.task}-{now.settings.cell}.safetensors",
            "application/octet-stream",
            on_click="ignore",
            disabled=going or not record.checkpoints[-1].step,
        )
        with st.popover("Open a network from a file", disabled=going):
            st.file_uploader(
                # Streamlit leaves a larger one out without a word on why.
                "A .safetensors file that was saved here, of at most "
                f"{st.get_option('server.maxUploadSize')} MB",
                type=["safetensors"],
                key="train_file",
                on_change=_dropped,
            )
            if st.session_state.get("train_refused"):
                st.error(plain(st.session_state.train_refused))


def stored(now: ShownNetwork, record: TrainingRecord) -> Stored:
    """The network at the newest checkpoint of ``record``, and how it came to be.

    One from a file as the file told it.
    """
    if isinstance(now, OpenedNetwork):
        return now.stored
    settings = now.settings
    return Stored(
        # Not the newest there is: the training may have gone on in another window since.
        now.models[len(record.checkpoints) - 1],
        {
            "name": f"{settings.task} trained here",
            "task": settings.task,
            "size": str(settings.size),
            "seed": str(settings.seed),
            "steps": str(record.checkpoints[-1].step),
            "score": f"{record.checkpoints[-1].score:.4f}",
            "score_name": now.task.scores,
            "chance": f"{record.chance:.4f}",
            "licence": "whoever trained it says",
            "settings": json.dumps(asdict(settings), sort_keys=True),
            "made_by": "LSTM Viz, the page Train one yourself",
            **data_entries(now.task),
        },
    )


def _dropped() -> None:
    """Open the file in place of what is shown; if it is no good, everything stays."""
    file = st.session_state.train_file
    st.session_state.train_refused = None
    if file is None:
        return
    try:
        opened = OpenedNetwork(from_bytes(file.getvalue()))
    except ValueError as problem:
        st.session_state.train_refused = f"{problem} Nothing was opened."
        return
    set_to(opened.settings)
    scene_state.change(KEY, run=TRAININGS.keep(opened))
