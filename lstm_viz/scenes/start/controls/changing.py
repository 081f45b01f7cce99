"""The row in which the story is changed: sentences are put in by touch or typed, and taken out."""

from __future__ import annotations

import streamlit as st

from lstm_viz.scenes.start.controls.params import CHANGE, KEY, TOLD
from lstm_viz.scenes.start.record.story import MOST, SENTENCES, STORY, code, put_in, taken_out
from lstm_viz.scenes.start.record.typed import UnknownSentenceError, sentences
from lstm_viz.ui import scene_state
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

PUT, TYPED = f"{KEY}_put", f"{KEY}_typed"
PROBLEM = f"{KEY}_problem"
"""What is wrong with what was typed last, in a sentence."""


def show(screen: SceneScreen) -> None:
    changing = screen[CHANGE.name] == "yes"
    with st.container(key=f"{KEY}_row", horizontal=True, vertical_alignment="center"):
        _switch(changing)
        if changing:
            _taking_out(screen)
            _typing()
    if changing:
        if problem := st.session_state.get(PROBLEM):
            st.warning(plain(problem))
        _putting_in()


def _switch(changing: bool) -> None:
    key = f"{KEY}_switch"
    st.session_state[key] = changing

    def switched() -> None:
        scene_state.change(KEY, change="yes" if st.session_state[key] else "no")
        st.session_state.pop(PROBLEM, None)

    st.toggle("Change the story", key=key, on_change=switched)


def _taking_out(screen: SceneScreen) -> None:
    story = screen[TOLD.name]
    st.button(
        "Take this sentence out",
        key=f"{KEY}_out",
        disabled=len(story) == 1,
        on_click=_take_out,
    )
    st.button("Mia’s first day again", key=f"{KEY}_again", disabled=story == STORY, on_click=_reset)


def _typing() -> None:
    with st.container(key=f"{KEY}_field"):
        st.text_input(
            "Or type what comes next",
            key=TYPED,
            placeholder="Or type: Mia eats an apple. How many apples?",
            label_visibility="collapsed",
            on_change=_type,
        )


def _putting_in() -> None:
    """A button for each sentence there is: unlike a choice, it leaves the arrows to the player."""
    with st.container(key=PUT, horizontal=True, vertical_alignment="center"):
        st.markdown("Put in next:")
        for one in SENTENCES:
            st.button(one, key=f"{PUT}_{code(one)}", on_click=_put, args=(one,))


def _take_out() -> None:
    screen = scene_state.current(KEY)
    scene_state.change(KEY, story=taken_out(screen[TOLD.name], screen.t))
    scene_state.jump(KEY, t=max(screen.t - 1, 0), stage=0)


def _reset() -> None:
    scene_state.change(KEY, story=STORY)
    scene_state.jump(KEY, t=0, stage=0)


def _put(sentence: str) -> None:
    _insert((sentence,))


def _type() -> None:
    """What was typed stays in the field unless it could be read."""
    text = st.session_state[TYPED]
    if not text:
        st.session_state.pop(PROBLEM, None)
        return
    try:
        found = sentences(text)
    except UnknownSentenceError as problem:
        st.session_state[PROBLEM] = str(problem)
        return
    if _insert(found):
        st.session_state[TYPED] = ""


def _insert(new: tuple[str, ...]) -> bool:
    """Whether there was room for them."""
    screen = scene_state.current(KEY)
    story, there = put_in(screen[TOLD.name], screen.t, new)
    if len(story) > MOST:
        st.session_state[PROBLEM] = (
            f"A story has at most {MOST} sentences; with {len(new)} more this one would have "
            f"{len(story)}."
        )
        return False
    st.session_state.pop(PROBLEM, None)
    scene_state.change(KEY, story=story)
    scene_state.jump(KEY, t=there, stage=0)
    return True
