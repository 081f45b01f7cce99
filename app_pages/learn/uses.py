"""What it is used for: five tasks, what goes in, what comes out, and when."""

import streamlit as st

from lstm_viz.scenes.uses.controls import film
from lstm_viz.scenes.uses.record import USES
from lstm_viz.scenes.uses.words import DOOR, OPENING, ending
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.navigation import page_of

KEY = "uses"

screen = lesson_page.begin(KEY, OPENING, steps=len(USES), stages=1)
lesson_page.play(KEY, made(film), screen)
st.page_link(page_of("forecast").file, label=DOOR)
lesson_page.end(KEY, ending())
