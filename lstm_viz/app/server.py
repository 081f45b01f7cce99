"""The app that an ASGI server is handed; ``app.py`` is the same for a clone."""

from streamlit.starlette import App

from lstm_viz.app.ready import ready
from lstm_viz.app.serving import SCRIPT, middleware

app = App(SCRIPT, middleware=middleware(), lifespan=ready)
