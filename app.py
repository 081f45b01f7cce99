"""LSTM Viz. Start: `streamlit run app.py`."""

from streamlit.starlette import App

app = App("lstm_viz/app/main.py")
