"""LSTM Viz: page set-up and navigation, nothing else. Start it with `streamlit run app.py`."""

import streamlit as st

from lstm_viz.learn import one_thread
from lstm_viz.ui.navigation import PAGES

one_thread()
st.set_page_config(page_title="LSTM Viz", layout="wide")

groups: dict[str, list[st.Page]] = {}
for page in PAGES:
    groups.setdefault(page.group, []).append(
        st.Page(page.file, title=page.title, url_path=page.id, default=not page.address)
    )
st.navigation(groups, position="top").run()
