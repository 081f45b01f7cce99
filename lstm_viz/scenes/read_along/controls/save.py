"""Taking the gates along: the units on screen, or all of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lstm_viz.notation import listed
from lstm_viz.reading.record import Reading
from lstm_viz.scenes.read_along.controls.state import units_of
from lstm_viz.scenes.read_along.export import as_csv, as_npz
from lstm_viz.ui.scene_state import SceneScreen


def menu(screen: SceneScreen, read: Reading) -> None:
    """A popover with the downloads; each file is made when it is asked for."""
    size = read.hidden_size
    shown = sorted(units_of(screen))
    names = listed([str(unit + 1) for unit in shown])
    with st.popover("Save the gates", width="content", disabled=not len(read)):
        _buttons(read, shown, f"Unit{'s' * (len(shown) > 1)} {names}", "units")
        _buttons(read, range(size), f"All {size} units", "all")
        st.caption(
            "At every character: the gates f, i and o, the candidate g, the cell state c and the "
            "hidden state h of these units, and the surprise in bits. In the files steps and units "
            "count from 0, as in Python."
        )


def _buttons(read: Reading, units: Sequence[int], words: str, name: str) -> None:
    st.download_button(
        f"{words}, NumPy (.npz)",
        lambda: as_npz(read, units),
        f"lstm-reading-{name}.npz",
        on_click="ignore",
    )
    st.download_button(
        f"{words}, table, opens in Excel (.csv)",
        lambda: as_csv(read, units),
        f"lstm-reading-{name}.csv",
        "text/csv",
        on_click="ignore",
    )
