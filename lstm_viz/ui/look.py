"""What every page shares in looks: the room Streamlit's header takes, given back."""

from functools import cache
from importlib.resources import files

import streamlit as st


@cache
def _style() -> str:
    return (files("lstm_viz.ui") / "look.css").read_text("utf-8")


def apply() -> None:
    """Put the style into the page; once per run, before anything is shown."""
    st.html(f"<style>{_style()}</style>")
