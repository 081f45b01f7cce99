"""What a reader sets is taken whole and once, however soon they press something else.

Two things that Streamlit does would lose or undo it:

- It breaks a callback off at its next look into the session when the browser asks for another run
  meanwhile.  Of a number that was typed and a button pressed at once, one would be lost.
- The browser reports all widgets with every run.  It reports the old value of one that was set by
  code until it has been told of that, which would be taken for a change by the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.state import SafeSessionState

SETTLES = 0.5
"""Seconds after a run in which the browser may not know yet what came of it.  Nobody sees what
came, and sets again what was there before, in less."""
_YIELD = "_yield_callback"
"""What the session calls before each access, to break off the run; Streamlit's own."""
_REPORTED, _ENDED = "widgets_reported", "run_ended"
"""In the session: what the browser reported last, by widget; when the last run was over."""


def take_whole() -> None:
    """From now on callbacks run to their end, and what the browser repeats is no change."""
    plain, finished = SafeSessionState.on_script_will_rerun, SafeSessionState.on_script_finished
    if plain.__module__ == __name__:
        return  # done before

    def on_script_will_rerun(
        state: SafeSessionState, fresh: WidgetStates | None, **named: Any
    ) -> None:
        breaks_off: Callable[[], None] = getattr(state, _YIELD)
        breaks_off()  # before any callback has begun
        object.__setattr__(state, _YIELD, lambda: None)
        try:
            plain(state, None if fresh is None else _news(state, fresh), **named)
        finally:
            object.__setattr__(state, _YIELD, breaks_off)

    def on_script_finished(state: SafeSessionState, *args: Any, **named: Any) -> None:
        finished(state, *args, **named)
        state[_ENDED] = monotonic()

    for name, patched in (
        ("on_script_will_rerun", on_script_will_rerun),
        ("on_script_finished", on_script_finished),
    ):
        setattr(SafeSessionState, name, patched)


def _news(state: SafeSessionState, fresh: WidgetStates) -> WidgetStates:
    """What the browser reports, without what it only repeats: right after a run, or, however slow
    the way to it is, together with a press, which is then what is new."""
    before: dict[str, bytes] = dict(state[_REPORTED]) if _REPORTED in state else {}
    reported = {one.id: one.SerializeToString() for one in fresh.widgets}
    state[_REPORTED] = reported
    settled = _ENDED not in state or monotonic() - state[_ENDED] > SETTLES
    if settled and not any("trigger" in _kind(one) for one in fresh.widgets):
        return fresh
    return WidgetStates(
        widgets=[
            one
            for one in fresh.widgets
            if _is_pressed(one) or reported[one.id] != before.get(one.id)
        ]
    )


def _is_pressed(widget: WidgetState) -> bool:
    """A press, or what a component tells: the same may well come twice."""
    return "trigger" in _kind(widget) or _kind(widget) == "json_value"


def _kind(widget: WidgetState) -> str:
    return widget.WhichOneof("value") or ""
