"""The controls of "Train one yourself": a choice of presets, and a row with every setting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.train.controls.params import (
    CELL,
    FORGET,
    KEY,
    MOST_STEPS,
    RATE,
    SEED,
    SIZE,
    TASK,
    UNITS,
    settings_of,
    sizes_of,
)
from lstm_viz.scenes.train.controls.state import set_to
from lstm_viz.scenes.train.record.settings import (
    CELLS,
    FORGET_BIASES,
    MOST_SEED,
    MOST_UNITS,
    STEPS,
)
from lstm_viz.scenes.train.words.presets import PRESETS, TrainingPreset
from lstm_viz.tasks import TASKS
from lstm_viz.ui import scene_state
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.params import Param
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

NAMES = {"lstm": "LSTM", "gru": "GRU", "rnn": "RNN"}


def _preset(screen: SceneScreen) -> TrainingPreset | None:
    """The one that is set, if nothing was changed."""
    now = settings_of(screen)
    return next((preset for preset in PRESETS if preset.settings == now), None)


def presets(screen: SceneScreen) -> None:
    """A choice of settings that show something."""
    found = _preset(screen)
    names = {preset.id: preset.title for preset in PRESETS}
    st.session_state.train_preset = found.id if found else None

    def chosen() -> None:
        wanted = st.session_state.train_preset
        set_to(next(preset.settings for preset in PRESETS if preset.id == wanted))

    st.selectbox(
        "Something to train",
        list(names),
        format_func=names.__getitem__,
        key="train_preset",
        placeholder="settings of your own",
        label_visibility="collapsed",
        width=330,
        on_change=chosen,
    )


def words(screen: SceneScreen) -> None:
    """What to look for; with settings of one's own, what the task is."""
    found = _preset(screen)
    st.markdown(linked(found.watch) if found else plain(TASKS[screen["task"]].asks))


def row(screen: SceneScreen) -> None:
    """A row with every setting; whoever turns one begins anew."""
    with st.container(key="train_settings"):
        columns = st.columns([2.6, 1.3, 1.1, 1.1, 1.4, 1.3, 1.2, 1.3])
    task = TASKS[screen["task"]]
    now = settings_of(screen)
    with columns[0]:
        _choice(TASK, "Task", now.task, TASK.options, lambda id: TASKS[id].title)
    with columns[1]:
        _number(SIZE, task.size_name.capitalize(), now.size, *sizes_of(now.task))
    with columns[2]:
        _choice(CELL, "Cell", now.cell, CELLS, NAMES.__getitem__)
    with columns[3]:
        _number(UNITS, "Units", now.hidden_size, 1, MOST_UNITS)
    with columns[4]:
        _choice(RATE, "Learning rate", screen["rate"], RATE.options, str)
    with columns[5]:
        _number(
            FORGET, "Forget bias", now.forget_bias, *FORGET_BIASES, whole=False, step=0.5,
            disabled=now.cell != "lstm",
        )  # fmt: skip
    with columns[6]:
        _number(SEED, "Seed", now.seed, 0, MOST_SEED)
    with columns[7]:
        _number(MOST_STEPS, "Steps", now.steps, *STEPS, step=50)


def _turned(**values: Any) -> None:
    screen = scene_state.current(KEY)
    task = values.get("task")
    if task is not None:
        values["size"] = TASKS[task].sizes[2]
    set_to(settings_of(replace(screen, values={**screen.values, **values})))


def _choice(
    param: Param, label: str, value: str, options: Sequence[str], words: Callable[[str], str]
) -> None:
    key = f"train_{param.name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        options,
        format_func=words,
        key=key,
        on_change=lambda: _turned(**{param.name: st.session_state[key]}),
    )


def _number(
    param: Param,
    label: str,
    value: float,
    low: float,
    high: float,
    *,
    whole: bool = True,
    step: float = 1,
    disabled: bool = False,
) -> None:
    number_field(
        label,
        value,
        low,
        high,
        key=f"train_{param.name}",
        take=lambda number: _turned(**{param.name: number}),
        whole=whole,
        step=step,
        disabled=disabled,
    )
