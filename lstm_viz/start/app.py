"""LSTM Viz. Start: `streamlit run app.py`."""

from streamlit.starlette import App

from lstm_viz.app.serving import SCRIPT, middleware
from lstm_viz.app.welcome import welcome

app = App(SCRIPT, middleware=middleware(), lifespan=welcome)
