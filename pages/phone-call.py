"""The phone call: what the gates of an LSTM do, told as a story on a real run."""

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.networks import NETWORKS
from lstm_viz.scenes.phone_call.picture import STAGES
from lstm_viz.scenes.phone_call.record import run, told
from lstm_viz.scenes.phone_call.words.call import PHONE_CALL as STORY
from lstm_viz.scenes.phone_call.words.retold import difference
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.params import Number

KEY = "phone-call"
OPEN = Number("open", 1, len(STORY.beats), None, whole=True, from_one=True)
"""The moment at which the forget gate stays open, if any."""


def _what_if() -> None:
    scene_state.change(KEY, open=moment if st.session_state.what_if else None)


screen = lesson_page.begin(
    KEY,
    STORY.opening,
    (OPEN,),
    steps=len(STORY.beats),
    stages=len(STAGES),
    units=len(STORY.units),
)
held = screen["open"]
film, trace = told(STORY, NETWORKS["call"], held)
lesson_page.play(KEY, film, screen, (OPEN,), tells=True)
moment = screen.t if held is None else held
st.session_state.what_if = held is not None
st.toggle(
    f"What if the forget gate stayed open at “{STORY.beats[moment].label.strip('“”')}”?",
    key="what_if",
    on_change=_what_if,
)
if held is not None:
    st.markdown(difference(STORY, run(STORY, NETWORKS["call"])[2], trace, held))
st.markdown(linked(STORY.ending))
st.page_link(
    "pages/step-through.py",
    label="Open this network in the full cell",
    query_params={"net": "call", "text": " ".join(STORY.words), "h": str(len(STORY.units))},
)
lesson_page.end(KEY)
