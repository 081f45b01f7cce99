"""LSTM Viz. Start: `streamlit run app.py`."""

from streamlit.starlette import App

from lstm_viz.app.serving import SCRIPT, lifespan, middleware

app = App(SCRIPT, middleware=middleware(), lifespan=lifespan)
