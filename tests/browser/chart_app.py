"""A page with one chart of Streamlit's own: the floor for opening a page with a picture.

Not the first page of its app, as most of ours: Streamlit looks for its server below such a page.
"""

import plotly.graph_objects as go
import streamlit as st


def start() -> None:
    st.write("start")


def chart() -> None:
    st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[2, 1, 3])), key="chart")


st.navigation([st.Page(start, default=True), st.Page(chart, url_path="chart")]).run()
