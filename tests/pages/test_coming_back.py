"""A browser that was connected before says where its reader is to a session that is new."""

from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lstm_viz.ui import coming_back, every_page, keeping
from tests.pages.helpers import open_at, screen_of, set_on, sound, visit

STALE = {"preset": "friend", "h": "3", "t": "5", "stage": "7"}
"""What the page was loaded with: Streamlit's frontend goes on saying it."""
WHERE = "?preset=friend&h=4&seed=31&t=3&stage=2"


@pytest.fixture
def back(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the browser tells in each run, if it holds anything."""
    told: dict[str, Any] = {}
    monkeypatch.setattr(
        every_page, "_mount", lambda **_: SimpleNamespace(share=None, back=dict(told))
    )
    return told


def place(at: AppTest) -> tuple[int, int]:
    return screen_of(at).t, screen_of(at).stage


def test_a_new_session_opens_what_the_address_bar_says(back: dict[str, Any]) -> None:
    at = open_at(page="uses")
    back |= {"session": "the one before", "search": WHERE, "asked": 1}
    visit(at, "step-through", **STALE)
    assert place(at) == (2, 1)
    assert (set_on(at).seed, set_on(at).hidden_size) == (31, 4)

    at.text_input(key="seed").set_value("32")
    sound(at.run())
    assert (set_on(at).seed, place(at)) == (32, (2, 1)), "it is told once"
    visit(at, "uses")
    visit(at, "step-through", **STALE)
    assert place(at) == (4, 6), "and a link that is followed later is followed"


def test_an_address_that_says_nothing_is_one_too(back: dict[str, Any]) -> None:
    at = open_at(page="uses")
    back |= {"session": "the one before", "search": "", "asked": 1}
    visit(at, "forget-gate", t="5")
    assert at.session_state["forget-gate_screen"].t == 0


def test_the_same_session_keeps_what_it_has(back: dict[str, Any]) -> None:
    at = open_at(page="step-through", **STALE)
    back |= {"session": at.session_state[coming_back._SESSION], "search": WHERE, "asked": 1}
    sound(at.run())
    assert place(at) == (4, 6) and set_on(at).hidden_size == 3


def test_a_run_that_is_cut_short_opens_it_when_it_begins_again(
    back: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_at(page="uses")
    to_send, cut = keeping.to_send, []

    def cut_short(left_out: dict[str, Any]) -> dict[str, Any]:
        if coming_back._TOLD in st.session_state and not cut:
            cut.append(True)
            st.rerun()
        return to_send(left_out)

    monkeypatch.setattr(keeping, "to_send", cut_short)
    back |= {"session": "the one before", "search": WHERE, "asked": 1}
    visit(at, "step-through", **STALE)
    assert cut and place(at) == (2, 1) and set_on(at).hidden_size == 4


def test_it_says_what_it_has_heard(back: dict[str, Any]) -> None:
    at = open_at(page="uses")
    assert heard(at) == 0
    back |= {"session": "the one before", "search": WHERE, "asked": 3}
    sound(at.run())
    assert heard(at) == 3


def heard(at: AppTest) -> int:
    """As the browser is told in the next run."""
    key = coming_back._HEARD
    return int(at.session_state[key]) if key in at.session_state else 0
