"""The first row of "Train one yourself": what to train, the button, how far it is, what to see."""

from __future__ import annotations

import streamlit as st

from lstm_viz.notation import counted, percent
from lstm_viz.scenes.train.controls import dials
from lstm_viz.scenes.train.controls.params import KEY, VIEW
from lstm_viz.scenes.train.controls.state import OngoingTraining, ask_for, ask_to_train, stop
from lstm_viz.scenes.train.record.settings import BATCH_SIZE
from lstm_viz.scenes.train.record.training_record import Checkpoint, TrainingRecord
from lstm_viz.ui import scene_state
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.trainings import in_line

VIEWS = {"training": "While it trained", "cell": "In the cell"}
BUTTON = 86
"""Its width in pixels, whatever it says: nothing beside it moves."""
AGAIN = "Another seed or setting trains anew."
ELSEWHERE = "it trained a moment ago, here or in another window"
"""After the page was loaded anew nobody knows yet whether another one asks for the next slice."""
HEARD = 4
"""How often in a training a screen reader is told how far it is."""


def bar(
    record: TrainingRecord,
    going: OngoingTraining | None,
    inside: Checkpoint | None,
    *,
    elsewhere: bool,
) -> None:
    """The same things in the same places before, while and after it trains.

    ``inside``: the reader is in the cell, of the network at this checkpoint.  ``elsewhere``:
    another session asks for slices, or did so until a moment ago.
    """
    with st.container(key="train_bar", horizontal=True, vertical_alignment="center"):
        dials.presets(scene_state.current(KEY))
        if going:
            st.button("Stop", key="train_stop", on_click=stop, width=BUTTON)
        else:
            st.button(
                "Go on" if record.step and not record.ended else "Train",
                key="train_start",
                type="primary",
                on_click=ask_to_train,
                disabled=bool(record.ended),
                width=BUTTON,
            )
        done = 1.0 if record.ended else _step(record, going) / record.settings.steps
        if inside is not None:
            done *= inside.step / max(1, record.checkpoints[-1].step)
        st.progress(min(1.0, done), text=plain(_progress_text(record, going, inside, elsewhere)))
        _views(disabled=going is not None)


def _views(*, disabled: bool) -> None:
    """A row of buttons: the training, or the cell as it was at the checkpoint on screen."""
    key = f"{KEY}_{VIEW.name}"
    st.session_state[key] = "training" if disabled else scene_state.current(KEY)[VIEW.name]

    st.segmented_control(
        "What to look at",
        VIEW.options,
        format_func=VIEWS.__getitem__,
        key=key,
        label_visibility="collapsed",
        disabled=disabled,
        required=True,
        on_change=lambda: ask_for(st.session_state[key]),
    )


def _step(record: TrainingRecord, going: OngoingTraining | None) -> int:
    """How far it is; if it does not go on here, that is how far what is shown of it is."""
    return record.step if going else record.checkpoints[-1].step


def announcement(
    record: TrainingRecord, going: OngoingTraining | None, *, elsewhere: bool = False
) -> str:
    """What a screen reader hears of it: a few times while it trains, and how it ended."""
    if record.ended:
        return record.ended
    if not going and not record.step:
        return ""
    if not going:
        done = f"{_step(record, going):,}"
        return f"Step {done}; {ELSEWHERE}." if elsewhere else f"Stopped after {done} steps."
    if going.in_line:
        return in_line(going.in_line)
    part = HEARD * record.step // record.settings.steps
    words = f"{100 * part // HEARD} % of the steps are done" if part else "It trains"
    step = record.settings.steps * part // HEARD
    score = next((c.score for c in reversed(record.checkpoints) if c.step <= step), 0.0)
    return f"{words}; the score is {percent(score)}."


def _progress_text(
    record: TrainingRecord,
    going: OngoingTraining | None,
    inside: Checkpoint | None,
    elsewhere: bool,
) -> str:
    if inside is not None and not record.opened:
        when = f"after {counted(inside.step, 'step')} of" if inside.step else "before"
        return f"The network {when} training, at the same example."
    if record.ended:
        return f"{record.ended} {AGAIN}"
    if going and going.in_line:
        return in_line(going.in_line)
    steps = record.settings.steps
    if not record.step:
        return f"Not trained yet: up to {steps:,} steps of {BATCH_SIZE} sequences."
    words = f"Step {_step(record, going):,} of {steps:,}"
    if not going:
        return f"{words}; {ELSEWHERE}." if elsewhere else f"{words}, stopped."
    return f"{words} · {_pace(record)}{_left(going.seconds_left(record))}"


def _pace(record: TrainingRecord) -> str:
    return f"{record.examples_per_second:,.0f} sequences a second"


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    left = f"{max(1.0, seconds):.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
    return f" · at most {left} left"
