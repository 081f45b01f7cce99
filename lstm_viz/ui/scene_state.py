"""The screen of a scene: where the reader is, and what they set. Opened from a link once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from lstm_viz.player import settings
from lstm_viz.player.contract import PlayerSettings
from lstm_viz.ui.params import Number, Param, Value
from lstm_viz.ui.visits import arrived


@dataclass(frozen=True)
class SceneScreen:
    """``t``, ``stage`` and ``unit`` from 0; ``values`` are the scene's own params by name."""

    t: int = 0
    stage: int = 0
    unit: int = 0
    values: Mapping[str, Value] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


def from_query(
    query: Mapping[str, str],
    params: Sequence[Param] = (),
    *,
    steps: int,
    stages: int,
    units: int = 1,
    unit: int = 0,
) -> tuple[SceneScreen, tuple[str, ...]]:
    """The screen a link shows, and a note for each value of it that is not usable.

    ``unit`` is the one that is chosen unless the link says another.
    """
    places = [
        Number(name, 1, most, whole=True, from_one=True)
        for name, most in (("t", steps), ("stage", stages), ("unit", units))
    ]
    found: dict[str, Value] = {}
    notes = []
    for param in (*places, *params):
        if param.name not in query:
            continue
        text = query[param.name]
        try:
            found[param.name] = param.read(text)
        except ValueError:
            notes.append(
                f"The link says {param.name}={text[:40]}; expected {param.wanted}, "
                "so it opens without."
            )
    first = {"t": 0, "stage": 0, "unit": unit}
    at = {name: _whole(found.pop(name, begun)) for name, begun in first.items()}
    values = {param.name: found.get(param.name, param.default) for param in params}
    return SceneScreen(**at, values=values), tuple(notes)


def _whole(value: Value) -> int:
    assert isinstance(value, int)
    return value


def open_screen(
    key: str,
    params: Sequence[Param] = (),
    *,
    steps: int,
    stages: int,
    units: int = 1,
    unit: int = 0,
) -> SceneScreen:
    """The screen of this session; on coming to the page, the one the link describes.

    ``steps``, ``stages`` and ``units`` are the most there can be, whatever the params; ``unit`` is
    the one chosen at first.
    """
    query = st.query_params.to_dict()
    followed = arrived(key) and bool(query)
    if followed or _at(key) not in st.session_state:
        screen, notes = from_query(
            query, params, steps=steps, stages=stages, units=units, unit=unit
        )
        st.session_state[_at(key)] = screen
        st.session_state[f"{key}_notes"] = notes
        st.session_state[f"{key}_jumps"] = st.session_state.get(f"{key}_jumps", -1) + 1
    screen = st.session_state[_at(key)]
    assert isinstance(screen, SceneScreen)
    return screen


def _at(key: str) -> str:
    return f"{key}_screen"


def current(key: str) -> SceneScreen:
    """The screen as it is now, for what acts on a click; it has been opened before."""
    screen = st.session_state[_at(key)]
    assert isinstance(screen, SceneScreen)
    return screen


def notes(key: str) -> tuple[str, ...]:
    found: tuple[str, ...] = st.session_state.get(f"{key}_notes", ())
    return found


def within(key: str, steps: int) -> SceneScreen:
    """The screen, its place inside a text of so many steps; a note if a link said a later one."""
    screen = st.session_state[_at(key)]
    assert isinstance(screen, SceneScreen)
    if screen.t < max(steps, 1):
        return screen
    note = (
        f"The link says t={screen.t + 1}; there {'is' if steps == 1 else 'are'} {steps:,} "
        f"character{'s' * (steps != 1)}, so it opens at the last."
    )
    st.session_state[f"{key}_notes"] = (*notes(key), note)
    st.session_state[_at(key)] = screen = replace(screen, t=max(steps, 1) - 1)
    return screen


def moved(key: str, at: Mapping[str, int]) -> None:
    """The reader rests at another place."""
    screen = st.session_state[_at(key)]
    st.session_state[_at(key)] = replace(screen, **{n: at[n] for n in ("t", "stage", "unit")})
    st.session_state[f"{key}_notes"] = ()


def jump(key: str, *, t: int, stage: int, unit: int = 0) -> None:
    """Take the reader to another place."""
    moved(key, {"t": t, "stage": stage, "unit": unit})
    st.session_state[f"{key}_jumps"] += 1


def change(key: str, **values: Value) -> None:
    """The reader sets some of the params."""
    screen = st.session_state[_at(key)]
    st.session_state[_at(key)] = replace(screen, values={**screen.values, **values})
    st.session_state[f"{key}_notes"] = ()


def query(screen: SceneScreen, params: Sequence[Param]) -> str:
    """The link's part that says the params, without the place (the player adds that)."""
    asked = {
        param.name: param.write(screen.values[param.name])
        for param in params
        if screen.values[param.name] != param.default
    }
    return urlencode(asked)


def player_data(key: str, screen: SceneScreen, params: Sequence[Param] = ()) -> PlayerSettings:
    """What the player needs to know of the session."""
    jumps = st.session_state.get(f"{key}_jumps", 0)
    return settings(
        {"id": jumps, "t": screen.t, "stage": screen.stage, "unit": screen.unit},
        query=query(screen, params),
        scene=key,
    )
