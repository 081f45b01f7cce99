"""Files that the browser fetches from the app, beside the web socket."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import cast

import plotly
import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import ScriptRunContext, add_script_run_ctx

from lstm_viz.player import zipped
from lstm_viz.player.contract import PlotlySources
from lstm_viz.ui import recorded
from lstm_viz.ui.alone import ALONE, handed_over
from lstm_viz.ui.navigation import root

ZIPPED = "application/gzip"
"""Streamlit does not pack it once more for each who asks."""


def served(data: bytes | str, mimetype: str, place: str) -> str:
    """Where the browser finds these bytes, or this file, as long as the page is open."""
    return root().rstrip("/") + get_instance().media_file_mgr.add(data, mimetype, place)


def keep(data: bytes, mimetype: str, place: str) -> None:
    """Serve these bytes also while no page has them, until others come in their ``place``.

    A browser may fetch what it was told of when its reader is on another page already.  Streamlit
    keeps a file for the session of the thread that brings it: this one is of nobody.
    """
    if ALONE:
        return
    thread = Thread(target=get_instance().media_file_mgr.add, args=(data, mimetype, place))
    add_script_run_ctx(thread, cast(ScriptRunContext, SimpleNamespace(session_id="lstm-viz")))
    thread.start()
    thread.join()


def served_script(script: str, place: str) -> str:
    """Where the browser finds this module; it comes packed (``fetching.js``)."""
    if recorded.is_on():
        return ""
    packed = _packed(script, place)
    if ALONE:
        return handed_over(packed, ZIPPED)
    return served(packed, ZIPPED, place)


@cache
def _packed(script: str, place: str) -> bytes:
    packed = zipped(script)
    keep(packed, ZIPPED, place)
    return packed


def plotly_sources(key: str) -> PlotlySources:
    """Where the browser finds Plotly: Streamlit's own file, or the wheel's once that was missed."""
    if recorded.is_on():
        return {"module": "", "script": ""}
    if ALONE:
        return {"module": "", "script": f"{root()}plotly.js"}  # a file beside the first page
    sources: PlotlySources = {"module": plotly_module(), "script": ""}
    if st.session_state.get(f"{key}_needs_plotly"):
        wheel = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
        sources["script"] = served(str(wheel), "text/javascript", f"{key}_plotly")
    return sources


def needs_plotly(key: str) -> None:
    """From the next run on, offer the wheel's Plotly."""
    st.session_state[f"{key}_needs_plotly"] = True


def plotly_module() -> str:
    """Streamlit's own Plotly, if it has one where it is looked for."""
    name = _plotly_name()
    return f"{root()}static/js/{name}" if name else ""


@cache
def _plotly_name() -> str:
    built = Path(st.__file__).parent / "static" / "static" / "js"
    return next((path.name for path in built.glob("PlotlyChart.*.js")), "")


def playable(data: bytes, mimetype: str) -> bytes | str:
    """A sound as ``st.audio`` takes it."""
    return handed_over(data, mimetype) if ALONE else data
