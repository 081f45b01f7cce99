"""The reader's own numbers: a file dropped in, a table or numbers pasted, and which column."""

from __future__ import annotations

import streamlit as st

from lstm_viz.inputs import InputError, decode
from lstm_viz.notation import clipped
from lstm_viz.scenes.forecast.controls.params import COLUMN, KEY, PARAMS, SERIES, TEXT
from lstm_viz.scenes.forecast.controls.state import anew
from lstm_viz.scenes.forecast.record.series import (
    LEAST,
    MOST,
    OWN,
    column_of,
    columns_of,
    series_of,
    table_of,
)
from lstm_viz.ui import keeping, scene_state
from lstm_viz.ui.number_field import show
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

DRAFT, PROBLEM = "forecast_draft", "forecast_problem"
"""In the session: what was put in last and could not be read, and why."""
FIELD = "forecast_text"


def numbers(screen: SceneScreen) -> None:
    """The field, and below it one sentence on what was put in if that cannot be read."""
    with st.popover("Your numbers", width="content"):
        st.file_uploader(
            f"Drop a CSV file ({LEAST} to {MOST:,} rows), a column of dates becomes labels",
            type=["csv", "tsv", "txt"],
            key="forecast_file",
            on_change=_dropped,
        )
        show(FIELD, st.session_state.get(DRAFT, screen[TEXT.name]))
        st.text_area("or paste numbers or a table here", key=FIELD, on_change=_typed, height=150)
        if problem := st.session_state.get(PROBLEM):
            st.error(plain(problem))
        if TEXT.name in scene_state.left_out_of(scene_state.current(KEY), PARAMS):
            st.caption(f"The link leaves these numbers out. {keeping.said()}")
        _column(screen)


def refused() -> None:
    """The same sentence where it is seen when the field is closed again."""
    if problem := st.session_state.get(PROBLEM):
        st.warning(plain(f"{problem} The numbers from before are still there."))


def _column(screen: SceneScreen) -> None:
    """Which one, where there are several."""
    try:
        table = table_of(screen[TEXT.name])
    except InputError:
        return
    if table is None or len(columns := columns_of(table)) < 2:
        return
    st.session_state.forecast_column = column_of(table, screen[COLUMN.name])
    st.selectbox(
        "Column",
        columns,
        format_func=lambda k: plain(table.names[k]),
        key="forecast_column",
        on_change=lambda: put_in(screen[TEXT.name], st.session_state.forecast_column),
    )


def put_in(text: str, column: int | None = None, name: str = "") -> None:
    """Forecast these, if they can be read; else say why not and keep the ones before."""
    try:
        series_of(OWN, text, column)
    except InputError as error:
        st.session_state[PROBLEM] = f"{name}{error}"
        st.session_state[DRAFT] = text
        return
    forget()
    anew(**{SERIES.name: OWN, TEXT.name: text, COLUMN.name: column})


def forget() -> None:
    """What could not be read."""
    for key in (PROBLEM, DRAFT):
        st.session_state.pop(key, None)


def _typed() -> None:
    put_in(st.session_state[FIELD])


def _dropped() -> None:
    file = st.session_state.forecast_file
    if file is None:
        return
    name = f"{clipped(file.name)}: "
    try:
        text = decode(file.getvalue())
    except InputError as error:
        st.session_state[PROBLEM] = f"{name}{error}"
        return
    put_in(text, name=name)
