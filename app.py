"""LSTM Viz. Start: `streamlit run app.py`."""

from streamlit.starlette import App

from lstm_viz.app.ready import ready

app = App("lstm_viz/app/main.py", lifespan=ready)
