"""The screen of a story: where the reader is, and at which moment the forget gate stays open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from lstm_viz.ui.visits import arrived


@dataclass(frozen=True)
class StoryScreen:
    """``t``, ``stage`` and ``unit`` from 0; ``held`` is the moment of the "what if", if any."""

    t: int = 0
    stage: int = 0
    unit: int = 0
    held: int | None = None


def from_query(
    query: Mapping[str, str], *, steps: int, stages: int, units: int
) -> tuple[StoryScreen, tuple[str, ...]]:
    """The screen a link shows, and a note for each value of it that is not usable."""
    most = {"t": steps, "stage": stages, "unit": units, "open": steps}
    found: dict[str, int] = {}
    notes = []
    for name, last in most.items():
        value = query.get(name)
        if value is None:
            continue
        if value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= last:
            found[name] = int(value) - 1
        else:
            notes.append(
                f"The link says {name}={value[:40]}; expected a number from 1 to {last}, "
                "so it opens without."
            )
    held = found.pop("open", None)
    return StoryScreen(**found, held=held), tuple(notes)


def open_screen(key: str, *, steps: int, stages: int, units: int) -> StoryScreen:
    """The screen of this session; on coming to the page, the one the link describes."""
    query = st.query_params.to_dict()
    followed = arrived(key) and bool(query)
    if followed or key not in st.session_state:
        screen, notes = from_query(query, steps=steps, stages=stages, units=units)
        st.session_state[key] = screen
        st.session_state[f"{key}_notes"] = notes
    screen = st.session_state[key]
    assert isinstance(screen, StoryScreen)
    return screen


def change(key: str, **values: int | None) -> None:
    st.session_state[key] = replace(st.session_state[key], **values)
    st.session_state[f"{key}_notes"] = ()


def player_data(screen: StoryScreen) -> dict[str, object]:
    return {
        "at": {"id": 0, "t": screen.t, "stage": screen.stage, "unit": screen.unit},
        "query": "" if screen.held is None else f"open={screen.held + 1}",
        "editable": False,
    }
