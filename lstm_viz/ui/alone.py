"""Whether the app runs in the reader's browser, with no server (``lstm_viz.site.in_browser``).

There Streamlit has one reader and one thread, and nothing can be fetched from it: what a server
would have at an address is handed over with the page.
"""

import base64
import os
import sys
from typing import Final

ALONE: Final = sys.platform == "emscripten"


def root() -> str:
    """The path of the app's first page, as the page that started it says."""
    return os.environ.get("LSTM_VIZ_ROOT", "/")


def handed_over(data: bytes, mimetype: str) -> str:
    """The bytes as an address that needs no server."""
    return f"data:{mimetype};base64,{base64.b64encode(data).decode()}"


def _complete_streamlit() -> None:
    """stlite's ``Runtime`` is found by functions; Streamlit's components still ask the class."""
    from streamlit import env_util, runtime

    env_util.is_repl = lambda: False  # it looks through all files of Python for the answer
    for name, function in (("exists", runtime.exists), ("instance", runtime.get_instance)):
        if not hasattr(runtime.Runtime, name):
            setattr(runtime.Runtime, name, staticmethod(function))


if ALONE:
    _complete_streamlit()
