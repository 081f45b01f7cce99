"""Page set-up and navigation, in every run of a page; nothing is shown here."""

import streamlit as st

from lstm_viz.learn import one_thread
from lstm_viz.scenes.how_it_learns import ahead
from lstm_viz.ui import coming_back
from lstm_viz.ui.ahead import once_ahead
from lstm_viz.ui.callbacks import take_whole
from lstm_viz.ui.navigation import groups

one_thread()
take_whole()
page = st.navigation(groups(), position="top")
st.set_page_config(page_title=f"{page.title} · LSTM Viz", layout="wide")
page.run()
coming_back.end()
once_ahead(ahead.make)  # after the page: its first reader waits for nothing else
