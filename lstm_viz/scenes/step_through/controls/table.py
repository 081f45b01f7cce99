"""The table of numbers: a file dropped in or text typed, and which of its columns are read."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lstm_viz.inputs import MAX_COLUMNS, MAX_STEPS, InputError, Table, decode, read_table
from lstm_viz.notation import clipped
from lstm_viz.scenes.step_through.controls import state
from lstm_viz.scenes.step_through.controls.params import KEY, PARAMS
from lstm_viz.scenes.step_through.record import Setup, with_text
from lstm_viz.ui import keeping, scene_state
from lstm_viz.ui.number_field import show
from lstm_viz.ui.plain_text import plain

MOST_NAMES = 20
"""Files whose names are known when their tables come back."""


def popover(setup: Setup) -> None:
    rows = setup.text.strip().count("\n") + 1
    label = st.session_state.csv_names.get(setup.text) or f"table of {rows} lines"
    with st.popover(f"CSV: {plain(label)}", width="stretch"):
        st.file_uploader(
            "Drop a CSV file: rows are time steps, columns are inputs "
            f"(up to {MAX_STEPS:,} × {MAX_COLUMNS})",
            type=["csv", "tsv", "txt"],
            key="csv_file",
            on_change=_file_dropped,
        )
        if "text" in scene_state.left_out_of(scene_state.current(KEY), PARAMS):
            st.caption(f"The link leaves this table out. {keeping.said()}")
        _choice(setup)
        key = _key_of_table(st.session_state.text)
        with st.container(key="table"):
            st.text_area(
                "or edit it here", key=key, on_change=lambda: state.text_changed(key), height=220
            )


# ---- columns -----------------------------------------------------------------------------------


def _choice(setup: Setup) -> None:
    """A tick for each column of numbers, and what of the table is not read as numbers."""
    text = st.session_state.text
    try:
        table = read_table(text)
    except InputError:
        return  # the line under the controls says what is wrong with it
    ticked = st.session_state.get("draft_columns")
    if ticked is None:
        own = setup.table_columns if text == setup.text else ()
        ticked = own or table.chosen
    if len(table.numbers) > 1:
        _ticks(text, table, ticked)
    if table.notes:
        st.caption(plain(" ".join(table.notes)))


def _ticks(text: str, table: Table, ticked: Sequence[int]) -> None:
    st.caption(f"Ticked columns are read, up to {MAX_COLUMNS}:")
    keys = _keys_of_ticks(table, ticked)
    with st.container(horizontal=True, key="ticks"):
        for column, key in keys.items():
            st.checkbox(plain(table.names[column]), key=key, on_change=lambda: _ticked(text, keys))


def _keys_of_ticks(table: Table, ticked: Sequence[int]) -> dict[int, str]:
    """The key of each column's tick: others when they were not set there (``_key_of_table``)."""
    number = st.session_state.setdefault("ticks_number", 0)
    shows = {column: column in ticked for column in table.numbers}

    def key(column: int) -> str:
        return f"tick_{number}_{column}"

    if any(st.session_state.get(key(column), shown) != shown for column, shown in shows.items()):
        number = st.session_state.ticks_number = number + 1
    for column, shown in shows.items():
        st.session_state[key(column)] = shown
    return {column: key(column) for column in shows}


def _ticked(text: str, keys: dict[int, str]) -> None:
    columns = tuple(column for column, key in keys.items() if st.session_state[key])
    if not columns:
        state.say("Expected at least one ticked column, got none.")
        return
    if columns == read_table(text).chosen:
        columns = ()
    if not state.change(with_text(state.setup_now(), "csv", text, columns), restart=True):
        st.session_state.draft = text
        st.session_state.draft_columns = columns or None


# ---- the text ----------------------------------------------------------------------------------


def _key_of_table(text: str) -> str:
    """The key of the field that shows this table: another one when it was not typed there.

    What is in a closed popover is not told what is to stand in it: the browser would report what
    stood there before, and that would be taken for a change by the reader.
    """
    key: str = st.session_state.setdefault("table_key", "text_0")
    if st.session_state.get(key, text) != text:
        key = st.session_state.table_key = f"text_{int(key[5:]) + 1}"
    show(key, text)
    return key


def _file_dropped() -> None:
    file = st.session_state.csv_file
    if file is None:
        return
    name = clipped(file.name)
    try:
        text = decode(file.getvalue())
    except InputError as error:
        state.say(f"{name}: {error}")
        return
    names = st.session_state.csv_names
    if state.change(with_text(state.setup_now(), "csv", text), restart=True):
        st.session_state.csv_names = dict([*names.items(), (text, name)][-MOST_NAMES:])
        return
    state.say(f"{name}: {st.session_state.problem}")
    try:
        read_table(text)
    except InputError:
        return
    st.session_state.draft = text  # a table, of which other columns may be ticked
