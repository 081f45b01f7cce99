"""The cell at one character: a few units whole, the rest as colours, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from lstm_viz.notation import percent
from lstm_viz.player import settings
from lstm_viz.player.contract import Network
from lstm_viz.player.units import units_payload, window
from lstm_viz.reading.record import Reading
from lstm_viz.reading.words.phrases import visible
from lstm_viz.scenes.read_along.controls import state
from lstm_viz.scenes.read_along.controls.settings import KEY, MOST_OTHERS, PAGE
from lstm_viz.scenes.read_along.record import Holds, network, reading
from lstm_viz.ui import player
from lstm_viz.ui.films import made
from lstm_viz.ui.scene_state import SceneScreen, moved, out_of_date

CELL = f"{KEY}_cell"
NAMED = 3


def show(screen: SceneScreen) -> None:
    """The player on this text's run, at the character where the reader is."""
    text, holds = state.text_of(screen), screen["hold"]
    read = reading(text, holds)
    part = _Part(window(len(read), read.hidden_size, screen.t), screen.t)
    units = tuple(sorted(state.units_of(screen)))  # strips stay where they are
    player.show(
        made(_film, "".join(read.text), holds, units, part),  # half a pair has no bytes
        settings(
            state.place(screen),
            query=state.query(screen)[0],
            page=PAGE,
            scene=KEY,
            back="Back to the text",
        ),
        key=CELL,
        on_at=lambda: _at(st.session_state[CELL]["at"]),
        on_edit=lambda: None,
        on_action=_acted,
    )


@dataclass(frozen=True)
class _Part:
    """What is sent of a run; it is the same for many steps ``at``."""

    steps: tuple[int, int]
    at: int = field(compare=False)


def _film(text: str, holds: Holds, units: tuple[int, ...], part: _Part) -> Network:
    there, read = network(), reading(text, holds)
    (layer,) = there.model.layers
    return units_payload(
        read.trace,
        tokens=tokens(read),
        columns=[visible(character) for character in there.alphabet.characters],
        weights=layer.parameters,
        units=units,
        at=part.at,
        answers=answers(read.predictions),
    )


def _at(at: dict[str, int]) -> None:
    """The unit chosen there is the one chosen here."""
    if out_of_date(KEY, at):
        return
    if at["unit"] in state.units_of(state.open_screen()):
        state.choose(at["unit"])
    moved(KEY, at)


def _acted() -> None:
    action = st.session_state[CELL]["action"]
    if action == "back":
        state.go(state.open_screen().t, level="text")
    elif action.startswith("unit:"):
        _take_in(int(action.removeprefix("unit:")))
    elif action == "need-plotly":
        player.needs_plotly(CELL)


def _take_in(unit: int) -> None:
    """Draw this unit, in place of the last of the others if there are as many as there may be."""
    screen = state.open_screen()
    if unit not in state.units_of(screen):
        others: Sequence[int] = screen["others"][: MOST_OTHERS - 1]
        state.change(others=(*others, screen.unit))
        state.choose(unit)


def tokens(read: Reading) -> list[str]:
    """What was typed at each step, and behind an arrow what it was read as, where it is another."""
    came = zip(read.text, read.read_as, read.mapped, strict=True)
    return [
        f"{visible(typed)}→{visible(known)}" if strange else visible(typed)
        for typed, known, strange in came
    ]


def answers(said: Sequence[Sequence[tuple[str, float]]]) -> tuple[str, ...]:
    """After each character, the next ones that the network thinks most probable."""
    return tuple(
        ", ".join(f"{visible(char)} {percent(p)}" for char, p in best[:NAMED]) for best in said
    )
