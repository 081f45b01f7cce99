"""The phone call: its player, and what if the forget gate stayed open at one moment."""

from __future__ import annotations

import streamlit as st

from lstm_viz.networks.phone_call import MOMENTS
from lstm_viz.player import payload, questions_payload
from lstm_viz.player.contract import AnyFilm
from lstm_viz.scenes.phone_call.picture import STAGES, call_film
from lstm_viz.scenes.phone_call.questions import QUESTIONS
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.scenes.phone_call.words.retold import difference
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.films import made
from lstm_viz.ui.navigation import page_of
from lstm_viz.ui.params import Number
from lstm_viz.ui.scene_state import SceneScreen

KEY = "phone-call"
OPEN = Number("open", 1, len(STORY.beats), None, whole=True, from_one=True)
"""The moment at which the forget gate stays open, if any."""
PARAMS = (OPEN,)


def film(held: int | None) -> AnyFilm:
    """What the player is handed: the call as told or, with ``held``, told anew."""
    call = run(held)
    return payload(
        call_film(call.trace, held),
        weights=call.cell.parameters,
        unit_labels=STORY.units,
        questions=questions_payload(QUESTIONS, call.trace),
    )


def page() -> None:
    screen = lesson_page.begin(
        KEY,
        STORY.opening,
        PARAMS,
        steps=len(STORY.beats),
        stages=len(STAGES),
        units=len(STORY.units),
    )
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        _what_if(screen)
    with picture:
        lesson_page.play(KEY, made(film, screen[OPEN.name]), screen, PARAMS, tells=True)
    lesson_page.end(KEY, STORY.ending)
    st.page_link(
        page_of("step-through").file,
        label="Open this network in the full cell",
        query_params={"net": "call", "text": " ".join(MOMENTS), "h": str(len(STORY.units))},
    )


def _what_if(screen: SceneScreen) -> None:
    """The "what if" of the moment that is looked at, and beside it what it changes."""
    held = screen[OPEN.name]
    moment = screen.t if held is None else held
    st.session_state.what_if = held is not None
    with st.container(key="dials"):
        left, right = st.columns([5, 8], vertical_alignment="center")
    with left:
        st.toggle(
            f"What if the forget gate stayed open at “{STORY.beats[moment].label.strip('“”?')}”?",
            key="what_if",
            on_change=lambda: scene_state.change(
                KEY, open=moment if st.session_state.what_if else None
            ),
        )
    told = "" if held is None else difference(run(None).trace, run(held).trace, held)
    with right:
        st.markdown(told or "Turn it on, and what is on your mind changes from there on.")
