"""The text with its picture: what the component is handed, and what it reports."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lstm_viz.player.reading import Paint, reading_payload
from lstm_viz.reading.read import LONGEST
from lstm_viz.reading.record import Reading
from lstm_viz.scenes.read_along.controls import component, state
from lstm_viz.scenes.read_along.controls.find import paint_if_well
from lstm_viz.scenes.read_along.controls.settings import KEY, MARKED, PAGE
from lstm_viz.scenes.read_along.controls.state import units_of
from lstm_viz.scenes.read_along.controls.write import writing_data
from lstm_viz.scenes.read_along.record import reading
from lstm_viz.ui.scene_state import SceneScreen

_ANSWERED, _PROBLEM = f"{KEY}_answered", f"{KEY}_problem"


def show(screen: SceneScreen, read: Reading) -> None:
    paint: Paint = "surprise"
    if screen["paint"] != "surprise":
        paint = (screen["paint"], screen.unit)
    # What is held must not change the colours of what is as it was.
    scale_of = reading(state.text_of(screen)) if screen["hold"] else None
    place = state.place(screen)
    component.show(
        reading_payload(read, units=units_of(screen), paint=paint, scale_of=scale_of),
        {
            "at": {"id": place["id"], "t": place["t"]},
            "answered": st.session_state.get(_ANSWERED, 0),
            "query": state.query(screen)[0],
            "page": PAGE,
            "marks": [list(mark) for mark in screen["marks"]],
            "writing": writing_data(screen, read, paint=paint, scale_of=scale_of),
            "look": state.looks(),
            "scene": KEY,
            "problem": st.session_state.pop(_PROBLEM, None),
        },
        key=KEY,
        on_text=_typed,
        on_enter=lambda: state.go(_event("enter")["t"], level="cell"),
        on_unit=lambda: state.choose(_event("unit")["unit"]),
        on_marks=_marked,
        on_action=_acted,
    )


def _event(name: str) -> Any:
    return st.session_state[KEY][name]


def _typed() -> None:
    event = _event("text")
    st.session_state[_ANSWERED] = event["id"]
    if len(event["text"]) > LONGEST:
        st.session_state[_PROBLEM] = (
            f"A text may have up to {LONGEST:,} characters here, this one has "
            f"{len(event['text']):,}; the one before stays."
        )
        return
    state.put_away()
    state.typed(event["text"], event["t"])


def _marked() -> None:
    """Who marks something wants to know which unit follows it."""
    marks = tuple((int(start), int(end)) for start, end in _event("marks")["marks"])
    state.change(marks=marks)
    if marks:
        state.change(rule=MARKED, panel="find")
        paint_if_well()


def _acted() -> None:
    if _event("action") == "need-plotly":
        component.needs_plotly(KEY)
    elif _event("action") == "discarded":
        state.put_away()
