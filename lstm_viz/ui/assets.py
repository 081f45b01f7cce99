"""The styles and scripts that lie beside the modules of ``lstm_viz.ui``."""

from functools import cache
from importlib.resources import files


@cache
def asset(name: str) -> str:
    return (files("lstm_viz.ui") / name).read_text("utf-8")
