"""The row above the text: what is read, which units are looked at, what the letters show."""

from __future__ import annotations

import streamlit as st

from lstm_viz.reading.passages import PASSAGES
from lstm_viz.scenes.read_along.controls import state
from lstm_viz.scenes.read_along.controls.settings import KEY, MOST_OTHERS, PAINT
from lstm_viz.scenes.read_along.record import network
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.scene_state import SceneScreen

OWN = "own"
WIDGETS = tuple(f"{KEY}_{name}" for name in ("passage", "paint", "others"))
UNIT = f"{KEY}_unit"


def row(screen: SceneScreen) -> None:
    """All widgets show the screen, however it came about (a click in the text, a link)."""
    units = network().model.hidden_size
    shown = dict(
        zip(
            WIDGETS,
            (
                screen["passage"] if screen["text"] is None else OWN,
                screen["paint"],
                list(screen["others"]),
            ),
            strict=True,
        )
    )
    st.session_state.update(shown)
    passage, unit, paint, others = st.columns([2.6, 1.2, 2.2, 3], vertical_alignment="bottom")
    with passage:
        st.selectbox(
            "Passage",
            [*PASSAGES, OWN],
            format_func=lambda id: PASSAGES[id].title if id != OWN else "Your own text",
            key=WIDGETS[0],
            on_change=_passage,
        )
    with unit:
        number_field(
            f"Unit, of {units}",
            screen.unit + 1,
            1,
            units,
            key=UNIT,
            take=lambda unit: state.choose(unit - 1),
        )
    with paint:
        st.selectbox(
            "Letters painted with",
            PAINT.options,
            format_func=lambda name: painted(name, screen.unit),
            key=WIDGETS[1],
            on_change=_paint,
        )
    with others:
        st.multiselect(
            f"Up to {MOST_OTHERS} other units",
            [k for k in range(units) if k != screen.unit],
            format_func=lambda k: str(k + 1),
            max_selections=MOST_OTHERS,
            key=WIDGETS[2],
            on_change=_others,
        )


def painted(name: str, unit: int) -> str:
    """A signal in words, with the unit whose it is."""
    if name == "surprise":
        return "surprise"
    return f"unit {unit + 1}: {signal(LSTM_SIGNALS, name).label}"


def _passage() -> None:
    chosen = st.session_state[WIDGETS[0]]
    state.picked(None if chosen == OWN else chosen)


def _paint() -> None:
    chosen = st.session_state[WIDGETS[1]]
    if chosen in PAINT.options:  # the browser may report words that are no longer offered
        state.change(paint=chosen)


def _others() -> None:
    chosen = st.session_state[WIDGETS[2]]
    state.change(others=tuple(unit for unit in chosen if isinstance(unit, int)))
