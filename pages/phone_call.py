"""The phone call: what the gates of an LSTM do, told as a story on a real run."""

import streamlit as st

from lstm_viz.figures.story import STAGES
from lstm_viz.lesson.phone_call import PHONE_CALL as STORY
from lstm_viz.lesson.retell import difference
from lstm_viz.networks import NETWORKS
from lstm_viz.ui import look, player, story_state
from lstm_viz.ui.story_run import run, told

KEY, SCREEN = "call", "call_screen"


def _rested() -> None:
    story_state.change(SCREEN, **st.session_state[KEY].at)


def _what_if() -> None:
    moment = story_state.open_screen(SCREEN, **size).t
    story_state.change(SCREEN, held=moment if st.session_state.what_if else None)


size = {"steps": len(STORY.beats), "stages": len(STAGES), "units": len(STORY.units)}
look.apply()
screen = story_state.open_screen(SCREEN, **size)
with st.container(key="heading"):
    title, words = st.columns([2.2, 10.2], vertical_alignment="center")
with title:
    st.title(STORY.title, anchor=False)
with words:
    st.markdown(STORY.opening)
for note in st.session_state[f"{SCREEN}_notes"]:
    st.warning(note)
film, trace = told(STORY, NETWORKS["call"], screen.held)
player.show(
    film,
    story_state.player_data(screen),
    key=KEY,
    on_at=_rested,
    on_edit=lambda: None,
    on_action=lambda: player.needs_plotly(KEY),
)
moment = screen.t if screen.held is None else screen.held
st.session_state.what_if = screen.held is not None
st.toggle(
    f"What if the forget gate stayed open at “{STORY.beats[moment].label.strip('“”')}”?",
    key="what_if",
    on_change=_what_if,
)
if screen.held is not None:
    st.markdown(difference(STORY, run(STORY, NETWORKS["call"])[2], trace, screen.held))
st.markdown(STORY.ending)
st.page_link(
    "pages/step_through.py",
    label="Open this network in the full cell",
    query_params={"net": "call", "text": " ".join(STORY.words), "h": str(len(STORY.units))},
)
