"""What is too long for a link: named in it, kept by the browser, asked for when it is opened."""

from __future__ import annotations

from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.ui import keeping, scene_state
from lstm_viz.ui.params import Text

LONG = "".join(Random(7).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=40_000))
WRITTEN = Text("text", 99_999).write(LONG)
NAME = keeping.name_of(WRITTEN)


def _page() -> None:
    import streamlit as st

    from lstm_viz.ui import keeping, scene_state
    from lstm_viz.ui.params import Text

    params = (Text("text", 99_999, "short"),)
    if "set" in st.session_state:
        scene_state.change("one", text=st.session_state.pop("set"))
    if "answer" in st.session_state:
        keeping.answered(st.session_state.pop("answer"))
    st.session_state.sent = keeping.to_send(scene_state.left_out_now())
    scene_state.follow("one", params, steps=9, stages=1)
    scene_state.keep_with("one", params)
    st.session_state.sent = keeping.to_send(scene_state.left_out_now())
    st.session_state.shown = scene_state.current("one")["text"]
    st.session_state.place = scene_state.current("one").t
    st.session_state.told = scene_state.notes("one")


def opened(**query: str) -> AppTest:
    at = AppTest.from_function(_page)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_what_the_link_leaves_out_is_sent_to_the_browser_by_its_name() -> None:
    at = opened()
    assert at.session_state.sent == {"keep": {}, "want": []}
    at.session_state["set"] = LONG
    at.run()
    assert at.session_state.sent == {"keep": {NAME: WRITTEN}, "want": []}


@pytest.mark.parametrize("there", [True, False], ids=["there", "not there"])
def test_a_link_that_names_it_has_the_browser_look_for_it(there: bool) -> None:
    at = opened(text=NAME, t="3")
    assert at.session_state.sent["want"] == [NAME]
    assert at.session_state.shown == "short" and at.session_state.told == ()
    at.query_params.clear()  # the player has written its own meanwhile
    at.session_state["answer"] = {NAME: WRITTEN if there else None}
    at.run()
    assert at.session_state.shown == (LONG if there else "short")
    assert at.session_state.place == 2
    assert at.session_state.told == (() if there else (keeping.LOST.format("text"),))
    assert at.session_state.sent["want"] == []


def test_what_has_another_hash_is_not_taken() -> None:
    at = opened(text=NAME)
    at.session_state["answer"] = {NAME: "something else"}
    at.run()
    assert at.session_state.shown == "short"
    assert at.session_state.told == (keeping.LOST.format("text"),)


def test_a_link_that_is_long_is_short_with_a_name_in_it() -> None:
    screen = scene_state.SceneScreen(values={"text": LONG})
    query, _ = scene_state.link(screen, (Text("text", 99_999, "short"),))
    assert query == f"text={NAME}" and keeping.is_name(NAME)
    assert keeping.named({"text": NAME, "t": "3"}) == ["text"]
