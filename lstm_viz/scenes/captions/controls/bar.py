"""The row below the picture: which one, a blank page, and a file."""

from __future__ import annotations

import streamlit as st

from lstm_viz.inputs import InputError
from lstm_viz.inputs.picture import MOST_BYTES, shrunk
from lstm_viz.networks.captions.pixels import WHITE, from_text, to_text
from lstm_viz.networks.captions.scenes import SIDE
from lstm_viz.notation import clipped
from lstm_viz.scenes.captions.controls.params import KEY, PICTURE, PIXELS, VIEW
from lstm_viz.scenes.captions.record import OWN
from lstm_viz.scenes.captions.words import TITLES
from lstm_viz.ui import scene_state, widgets
from lstm_viz.ui.into_cell import PICTURE as ON_PICTURE
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

PROBLEM = "captions_problem"
"""In the session: why the file that was put in last could not be read."""
FILE = "captions_file"


def bar(screen: SceneScreen) -> None:
    with st.container(key="captions_bar", horizontal=True, vertical_alignment="center"):
        widgets.dropdown(
            KEY, screen, PICTURE, "Picture", TITLES.__getitem__,
            labelled=False, width=310, take=choose,
        )  # fmt: skip
        st.button("Blank page", key="captions_blank", on_click=lambda: put_in(WHITE, t=0))
        with st.popover("A file of yours", width="content"):
            st.file_uploader(
                f"A PNG or JPEG of at most {MOST_BYTES // 1_000_000} MB: its middle is shrunk to "
                f"{SIDE} × {SIDE} pixels",
                type=["png", "jpg", "jpeg"],
                key=FILE,
                on_change=_dropped,
            )
            if problem := st.session_state.get(PROBLEM):
                st.error(plain(problem))
    if problem := st.session_state.get(PROBLEM):
        st.warning(plain(f"{problem} The picture from before is still there."))


def choose(picture: str) -> None:
    st.session_state.pop(PROBLEM, None)
    scene_state.restart(KEY, **{PICTURE.name: picture, VIEW.name: ON_PICTURE})


def put_in(pixels: str, t: int | None = None) -> None:
    """One's own picture, if it is one; with ``t`` the reader is taken to that frame."""
    try:
        from_text(pixels)
    except ValueError:
        return
    st.session_state.pop(PROBLEM, None)
    values = {PICTURE.name: OWN, PIXELS.name: pixels, VIEW.name: ON_PICTURE}
    scene_state.change(KEY, **values)
    if t is not None:
        scene_state.jump(KEY, t=t, stage=0)


def _dropped() -> None:
    file = st.session_state[FILE]
    if file is None:
        return
    try:
        picture = shrunk(file.getvalue(), SIDE)
    except InputError as error:
        st.session_state[PROBLEM] = f"{clipped(file.name)}: {error}"
        return
    put_in(to_text(picture), t=0)
