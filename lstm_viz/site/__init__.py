"""The lesson as static pages: a recording of the app's own, which needs no server and no Python."""

import logging

# Where pages are recorded no browser asks for them, which Streamlit would say again and again.
log = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
log.addFilter(lambda said: False)
