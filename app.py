"""LSTM Viz: page set-up and navigation, nothing else. Start it with `streamlit run app.py`."""

import streamlit as st

from lstm_viz.learn import one_thread
from lstm_viz.ui.callbacks import take_whole
from lstm_viz.ui.navigation import groups

one_thread()
take_whole()
st.set_page_config(page_title="LSTM Viz", layout="wide")
st.navigation(groups(), position="top").run()
