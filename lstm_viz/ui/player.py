"""The player as a Streamlit component: data in, where the reader is and what they change out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import plotly
import streamlit as st
from streamlit.runtime import get_instance

from lstm_viz.player import compressed, script, style, template
from lstm_viz.ui.navigation import root


def fetching(handle: str) -> str:
    """A component's own script, which Streamlit sends with every run of a page.

    It fetches the real one (``data.script``) once, in order, and hands everything on to it.
    ``handle`` is the property of the root element under which that keeps itself.
    """
    return f"""
let module;
export default (args) => {{
  module ??= import(new URL(args.data.script, document.baseURI).href);
  module.then((loaded) => loaded.default(args));
  const root = args.parentElement.querySelector(".lv");
  return () => setTimeout(() => root.isConnected || root.{handle}?.destroy(), 0);
}};
"""


_mount = st.components.v2.component(
    "lstm_viz_player",
    html=template(),
    css=style(),
    js=fetching("lvPlayer"),
    isolate_styles=False,  # Plotly writes its own style into the page
)


def show(
    film: dict[str, Any],
    data: dict[str, Any],
    *,
    key: str,
    on_at: Callable[[], None],
    on_edit: Callable[[], None],
    on_action: Callable[[], None],
) -> None:
    """Mount the player with a film (``lstm_viz.player.payload``) and what else it is to know."""
    sent = compressed(film)
    version = hashlib.sha256(sent.encode()).hexdigest()[:16]  # another one, another picture
    _mount(
        key=key,
        data={
            "film": sent,
            "version": version,
            "plotly": plotly_sources(key),
            "script": served(script().encode(), "text/javascript", "lstm_viz_player"),
            **data,
        },
        on_at_change=on_at,
        on_edit_change=on_edit,
        on_action_change=on_action,
    )


def served(data: bytes | str, mimetype: str, place: str) -> str:
    """Where the browser finds these bytes, or this file, as long as the page is open."""
    return root().rstrip("/") + get_instance().media_file_mgr.add(data, mimetype, place)


def plotly_sources(key: str) -> dict[str, str]:
    """Where the browser finds Plotly: Streamlit's own file, or the wheel's once that was missed."""
    built = Path(st.__file__).parent / "static" / "static" / "js"
    sources = {
        "module": next((f"{root()}static/js/{p.name}" for p in built.glob("PlotlyChart.*.js")), "")
    }
    if st.session_state.get(f"{key}_needs_plotly"):
        wheel = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
        sources["script"] = served(str(wheel), "text/javascript", f"{key}_plotly")
    return sources


def needs_plotly(key: str) -> None:
    """From the next run on, offer the wheel's Plotly."""
    st.session_state[f"{key}_needs_plotly"] = True
