"""A page whose picture leads into the cell: the board, the cell at one of its steps, the way back.

Which of them is on screen stands in the link: the page has a ``Pick`` called ``view``, whose first
option is ``PICTURE``; each other one names a run that can be looked into.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from lstm_viz.player.contract import Network
from lstm_viz.player.units import units_payload, window
from lstm_viz.trace import Array, Trace
from lstm_viz.ui import player, scene_state
from lstm_viz.ui.films import Packed, once
from lstm_viz.ui.params import ParamOf
from lstm_viz.ui.scene_state import SceneScreen

PICTURE = "picture"
INTO = "Into the cell"
CHOSEN = 4
"""Units with numbers: beside them there is room for the field of all."""


@dataclass(frozen=True)
class CellRun:
    """What a layer did with one sequence of T steps.

    ``parameters`` are the layer's; ``tokens`` T labels of steps, ``columns`` labels of the inputs,
    ``answers`` T words on what the network says (or none); ``look`` is the unit to look at.
    """

    trace: Trace
    parameters: Mapping[str, Array]
    tokens: Sequence[str]
    columns: Sequence[str]
    answers: Sequence[str]
    look: int

    @property
    def hidden_size(self) -> int:
        return self.trace.hidden_size


def play_picture(
    key: str,
    film: Packed,
    screen: SceneScreen,
    params: Sequence[ParamOf],
    act: Callable[[str], None],
) -> None:
    """The board.  ``act`` is told ``"into:3"`` when the reader goes in at frame 3 (from 0), or what
    else of the picture they pressed."""
    steps, stages, of_last = film.size
    stages = of_last if screen.t >= steps - 1 else stages
    sizes = {"t": (steps, "step"), "stage": (stages, "stage")}
    scene_state.fit_link(key, lambda: scene_state.within(key, sizes))
    screen = scene_state.within(key, sizes)
    player.play(
        key,
        film,
        {**scene_state.player_data(key, screen, params), "tells": False, "into": INTO},
        act,
    )


def play_cell(
    key: str, run: CellRun, screen: SceneScreen, params: Sequence[ParamOf], *, back: str, to: int
) -> None:
    """The cell at the step where the reader is.

    ``back`` is what the way out is called; it leads to the frame that the cell was entered from,
    for who came by a link to frame ``to``.
    """
    sizes = {"t": (len(run.trace), "step"), "unit": (run.hidden_size, "unit")}
    scene_state.fit_link(key, lambda: scene_state.within(key, sizes))
    screen = scene_state.within(key, sizes)
    whole = window(len(run.trace), run.hidden_size, screen.t) == (0, len(run.trace))

    def act(action: str) -> None:
        kind, _, number = action.partition(":")
        if kind == "back":
            leave(key, to)
        elif kind == "unit" and number.isdecimal():
            st.session_state[f"{key}_unit"] = int(number)

    film = once(_film(run, units(key, run), screen.t))
    player.play(
        key,
        film,
        {**scene_state.player_data(key, screen, params), "tells": not whole, "back": back},
        act,
    )


def enter(key: str, view: str, frame: int, *, t: int, unit: int = 0) -> None:
    """Go from a frame of the board into a run at step ``t``; the frame is kept for the way back."""
    st.session_state[f"{key}_frame"] = frame
    scene_state.change(key, view=view)
    scene_state.jump(key, t=t, stage=0, unit=unit)


def leave(key: str, otherwise: int) -> None:
    scene_state.change(key, view=PICTURE)
    scene_state.jump(key, t=st.session_state.pop(f"{key}_frame", otherwise), stage=0)


def units(key: str, run: CellRun) -> tuple[int, ...]:
    """The one to look at, then the one that the reader clicked, then the first ones."""
    clicked = st.session_state.get(f"{key}_unit", run.look)
    wanted = dict.fromkeys((run.look, clicked, *range(run.hidden_size)))
    there = [unit for unit in wanted if unit < run.hidden_size]
    return tuple(sorted(there[:CHOSEN]))


def _film(run: CellRun, chosen: tuple[int, ...], t: int) -> Network:
    return units_payload(
        run.trace,
        weights=run.parameters,
        units=chosen,
        at=t,
        tokens=run.tokens,
        columns=run.columns,
        answers=run.answers,
    )
