"""The lesson as static pages: a recording of the app's own, which needs no server and no Python."""

import logging

# Streamlit says of each of its functions that no browser called it, as is so where pages are recorded.
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel("ERROR")
