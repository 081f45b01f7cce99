"""Hold a gate: what the network loses, or gains, when a unit's gate no longer moves."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.reading.effect import GATES, Effect, Gate, Hold, silence
from lstm_viz.reading.words.effect import (
    MOST_CHANGED,
    change_sentence,
    effect_sentence,
    held_words,
    spot,
)
from lstm_viz.scenes.read_along.controls import state
from lstm_viz.scenes.read_along.controls.settings import KEY, holds_param
from lstm_viz.scenes.read_along.record import Holds
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

_GATE, _VALUE = f"{KEY}_gate", f"{KEY}_value"


def panel(screen: SceneScreen, effect: Effect | None) -> None:
    """``effect`` is None while nothing is held."""
    holds: Holds = screen["hold"]
    most = holds_param().most
    gate: Gate = st.session_state.setdefault(_GATE, "f")
    before = next((hold for hold in holds if (hold.unit, hold.gate) == (screen.unit, gate)), None)
    st.session_state[_VALUE] = before.value if before else st.session_state.get(_VALUE, 0.0)
    settings, told = st.columns([4, 8], gap="medium")
    with settings:
        st.segmented_control(
            f"Of unit {screen.unit + 1}, hold the",
            GATES,
            format_func=lambda name: signal(LSTM_SIGNALS, name).label,
            key=_GATE,
            required=True,
        )
        st.slider("at", 0.0, 1.0, step=0.05, key=_VALUE, on_change=_slid, args=(screen.unit,))
        full = len(holds) >= most and before is None
        with st.container(key=f"{KEY}_hold_buttons", horizontal=True):
            st.button(
                "Hold it", key=f"{KEY}_hold_it", on_click=_hold, args=(screen.unit,), disabled=full
            )
            st.button(
                "Silence the unit",
                key=f"{KEY}_silence",
                on_click=_put,
                args=(silence(screen.unit),),
                disabled=full,
                help="hold its output gate at 0: nothing of it gets out",
            )
    with told:
        if effect is None:
            st.markdown(
                linked(
                    "Nothing is held. To [[clamp]] a [[gate]] is to fix its value: it no longer "
                    "opens or closes, whatever is read. Hold one, or silence the whole [[unit]], "
                    "and the network reads the text again."
                )
            )
            return
        st.markdown(plain(effect_sentence(effect)))
        with st.container(key=f"{KEY}_held", horizontal=True):
            for n, hold in enumerate(holds):
                st.button(
                    f"✕ {held_words((hold,))}",
                    key=f"{KEY}_free_{n}",
                    on_click=_let_go,
                    args=(hold,),
                    help="let it go",
                )
            if len(holds) > 1:
                st.button("Let all go", key=f"{KEY}_free_all", on_click=_let_go)
        _most_changed(effect)


def _most_changed(effect: Effect) -> None:
    changes = effect.most_changed(MOST_CHANGED)
    if not changes:
        return
    st.markdown("The characters that changed most:")
    with st.container(key=f"{KEY}_changes", horizontal=True):
        for n, change in enumerate(changes):
            st.button(
                plain(spot(change)),
                key=f"{KEY}_change_{n}",
                on_click=state.go,
                args=(change.t,),
                help=plain(change_sentence(change)),
            )


def _value(unit: int) -> Hold:
    return Hold(unit, st.session_state[_GATE] or "f", float(st.session_state[_VALUE]))


def _hold(unit: int) -> None:
    _put(_value(unit))


def _slid(unit: int) -> None:
    """What is held follows the slider; what is not is not held by it."""
    hold = _value(unit)
    screen = state.open_screen()
    if any((other.unit, other.gate) == (hold.unit, hold.gate) for other in screen["hold"]):
        _put(hold)


def _put(hold: Hold) -> None:
    """Hold this, in place of what was held there before."""
    holds: Holds = state.open_screen()["hold"]
    by_gate = {(other.unit, other.gate): other for other in holds}
    state.change(hold=tuple({**by_gate, (hold.unit, hold.gate): hold}.values()))


def _let_go(hold: Hold | None = None) -> None:
    """Of this gate, or of all."""
    holds: Holds = state.open_screen()["hold"]
    kept = () if hold is None else tuple(other for other in holds if other != hold)
    state.change(hold=kept)
