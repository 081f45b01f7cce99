"""The reader's own step: what they started from, and what they got for each number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from lstm_viz.notation import counted
from lstm_viz.scenes.your_turn.controls.params import (
    INPUTS,
    KEY,
    LARGEST,
    UNITS,
    answers,
)
from lstm_viz.scenes.your_turn.controls.sheet import LARGEST as LARGEST_ANSWER
from lstm_viz.scenes.your_turn.controls.sheet import to_reached
from lstm_viz.scenes.your_turn.record.judge import Kind, judged
from lstm_viz.scenes.your_turn.record.sums import GATES
from lstm_viz.scenes.your_turn.record.task import Task
from lstm_viz.scenes.your_turn.words import LABELS, PARTS, WEIGHTS, said
from lstm_viz.ui import scene_state, widgets
from lstm_viz.ui.number_field import checked, show, written
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import REFUSED, SceneScreen

PAIRS = (("z_f", "f"), ("z_i", "i"), ("z_g", "g"), ("z_o", "o"), ("c", "h"))
MATRIX = ", several numbers with spaces between, a semicolon after each row (a row a unit)"
Shape = tuple[int, int]
"""Rows, and numbers in each."""


def fields(task: Task, screen: SceneScreen) -> None:
    """What the reader started from, and beside it what they got."""
    with st.container(key="turn_own"):
        given, got = st.columns([7, 5], gap="large")
    with given:
        _sizes(screen, "**What you started from**" + (MATRIX if task.units > 1 else ""))
        for column, (name, label) in zip(st.columns(3), PARTS.items(), strict=True):
            with column:
                _part(task, label, name)
        for gate in GATES:
            for column, (name, letter) in zip(st.columns(3), WEIGHTS.items(), strict=True):
                with column:
                    whose = LABELS[gate][0].lower() + LABELS[gate][1:]
                    _part(task, f"{letter} of the {whose}", name, gate)
    with got:
        st.markdown("**What you got**" + (", unit by unit" if task.units > 1 else ""))
        _answers(task, screen)


def _sizes(screen: SceneScreen, heading: str) -> None:
    with st.container(key="turn_sides", horizontal=True, vertical_alignment="center"):
        st.markdown(heading)
        for pick in (UNITS, INPUTS):
            widgets.pick(
                KEY, screen, pick, pick.name.capitalize(), take=partial(_resize, pick.name)
            )


def _resize(name: str, size: str) -> None:
    """Another size has other numbers: an example stands there until the reader's own do."""
    scene_state.change(KEY, **{name: size}, own=())
    _reached()


def _part(task: Task, label: str, name: str, gate: str = "") -> None:
    there = task.part(name, gate)
    rows = there if there.ndim == 2 else there.reshape(1, -1)
    most = 1.0 if name == "h" else LARGEST

    def take(values: tuple[float, ...]) -> None:
        scene_state.change(KEY, own=task.with_part(values, name, gate).numbers)
        _reached()

    values_field(
        label, [float(value) for value in rows.ravel()], rows.shape, most,
        key=f"turn_own_{name}_{gate}", take=take,
    )  # fmt: skip


def _answers(task: Task, screen: SceneScreen) -> None:
    """A field for each number of the step, and what is said of what stands there."""
    typed = answers(screen)
    found = judged(task, typed)

    def field(step: str) -> None:
        def take(values: tuple[float, ...]) -> None:
            typed[step] = values
            scene_state.change(KEY)
            _reached()

        values_field(
            LABELS[step], typed.get(step, ()), (1, task.units), LARGEST_ANSWER,
            key=f"turn_got_{step}", take=take,
        )  # fmt: skip

    for pair in PAIRS:
        for column, step in zip(st.columns(2), pair, strict=False):
            with column:
                field(step)
        told = [
            f"{LABELS[step]}, unit {k + 1}: {said(verdict, step)}"
            if task.units > 1
            else f"{LABELS[step]}: {said(verdict, step)}"
            for step in pair
            for k, verdict in enumerate(found.get(step, ()))
        ]
        if told:
            right = all(v.kind is Kind.RIGHT for step in pair for v in found.get(step, ()))
            st.caption((" · " if right else "  \n").join(map(plain, told)))


def _reached() -> None:
    to_reached(scene_state.current(KEY))


def values_field(
    label: str,
    values: Sequence[float],
    shape: Shape,
    most: float,
    *,
    key: str,
    take: Callable[[tuple[float, ...]], object],
) -> None:
    """Like ``number_field``, for rows of numbers: all are read, or the field is refused."""
    show(key, rows_written(values, shape))

    def typed() -> None:
        came = st.session_state[key]
        st.session_state.pop(REFUSED, None)
        try:
            read = read_rows(came, shape, most)
        except ValueError as problem:
            stays = rows_written(values, shape)
            st.session_state[REFUSED] = key, f"{problem}; it stays {stays or 'empty'}."
            return
        if read != tuple(values):
            take(read)

    with st.container(key=f"values_{key}"):
        st.text_input(label, key=key, on_change=typed, placeholder=_wanted(shape))
        refused, problem = st.session_state.get(REFUSED, ("", ""))
        if refused == key:
            st.error(plain(problem))


def rows_written(values: Sequence[float], shape: Shape) -> str:
    """Numbers with a space between them, rows with a semicolon."""
    if not values:
        return ""
    _, width = shape
    rows = [values[n : n + width] for n in range(0, len(values), width)]
    return "; ".join(" ".join(map(written, row)) for row in rows)


def read_rows(text: str, shape: Shape, most: float) -> tuple[float, ...]:
    """The numbers, row by row; ``ValueError`` with what was expected, and what came."""
    height, width = shape
    rows = [row.split() for row in text.strip().rstrip(";").split(";")]
    if shape == (1, 1):
        return (checked(text, -most, most, whole=False),)
    if [len(row) for row in rows] != [width] * height:
        raise ValueError(f"Expected {_wanted(shape)}, got {_got(rows)}")
    return tuple(checked(one.rstrip(","), -most, most, whole=False) for row in rows for one in row)


def _wanted(shape: Shape) -> str:
    height, width = shape
    row = counted(width, "number")
    parted = " with spaces between" if width > 1 else ""
    if height == 1:
        return row + parted
    return f"{height} rows of {row}{parted}, a semicolon after each row"


def _got(rows: Sequence[Sequence[str]]) -> str:
    counts = [len(row) for row in rows]
    if not any(counts):
        return "nothing"
    if len(rows) == 1:
        return f"{counts[0]}"
    return f"{len(rows)} rows with {', '.join(map(str, counts[:5]))} numbers"
