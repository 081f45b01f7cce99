"""Streamlit's widgets, each for one of a page's params: it shows what the screen says of it, and
hands another value to ``take``, or else keeps it in the screen and the link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

from lstm_viz.ui import scene_state
from lstm_viz.ui.params import Number, Param, Pick, Value
from lstm_viz.ui.scene_state import SceneScreen

Take = Callable[[Any], object]


def slider(
    id: str,
    screen: SceneScreen,
    param: Number,
    label: str,
    step: float,
    *,
    at: tuple[int, int] | None = None,
) -> Any:
    """``at`` is the frame (t, stage) that shows what it changes, if not all do: there it leads."""
    kind: type = int if param.whole else float

    def take(value: float) -> None:
        scene_state.change(id, **{param.name: value})
        if at is not None:
            scene_state.jump(id, t=at[0], stage=at[1])

    return st.slider(
        label,
        kind(param.low),
        kind(param.high),
        step=kind(step),
        **_kept(id, param, kind(screen[param.name]), take),
    )


def pick(
    id: str,
    screen: SceneScreen,
    param: Pick,
    label: str,
    words: Callable[[str], str] = str,
    *,
    take: Take | None = None,
    labelled: bool = True,
) -> None:
    """A row of buttons for one of the choices; without ``take`` the first frame follows."""
    st.segmented_control(
        label,
        param.options,
        format_func=words,
        label_visibility="visible" if labelled else "collapsed",
        required=True,
        **_kept(id, param, screen[param.name], take),
    )


def dropdown(
    id: str,
    screen: SceneScreen,
    param: Pick,
    label: str,
    words: Callable[[str], str] = str,
    *,
    take: Take | None = None,
    labelled: bool = True,
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """A list for one of the choices; without ``take`` the first frame follows."""
    st.selectbox(
        label,
        param.options,
        format_func=words,
        label_visibility="visible" if labelled else "collapsed",
        width=width,
        **_kept(id, param, screen[param.name], take),
    )


def _kept(id: str, param: Param, value: Value, take: Take | None) -> dict[str, Any]:
    """Under which key the widget has the value, and what is done with another one."""
    key = f"{id}_{param.name}"
    st.session_state[key] = value

    def changed() -> None:
        if take:
            take(st.session_state[key])
        else:
            scene_state.restart(id, **{param.name: st.session_state[key]})

    return {"key": key, "on_change": changed}
