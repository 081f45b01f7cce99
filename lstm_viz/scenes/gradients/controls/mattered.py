"""The second part: a story and a line of the reader’s."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lstm_viz.inputs import InputError
from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.gradients.controls.params import KEY, LINE, STORY
from lstm_viz.scenes.gradients.picture.mattered import mattered_board
from lstm_viz.scenes.gradients.record.mattered import Mattered, of_line, of_story
from lstm_viz.ui import scene_state
from lstm_viz.ui.params import Text
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.text_field import text_field

READS: dict[Text, tuple[str, Callable[[str], Mattered], int]] = {
    STORY: ("A story that ends with a question", of_story, 0),
    LINE: ("The beginning of a line", of_line, 1),
}
"""The label of a text, what reads it, and the frame that shows it."""


def film(story: str, line: str) -> Board:
    return board_payload(mattered_board(of_story(story), of_line(line)))


def fit() -> None:
    """A link may hold texts that cannot be read."""
    for param, (_, reads, _) in READS.items():
        screen = scene_state.current(KEY)
        if screen[param.name] == param.default:
            continue
        try:
            reads(screen[param.name])
        except InputError as error:
            note = f"The link’s {param.name} cannot be read here. {error}"
            values = {**screen.values, param.name: param.default}
            scene_state.correct(KEY, note, values=values)


def fields(screen: SceneScreen) -> None:
    with st.container(key="gradients_texts"):
        columns = st.columns([8, 4])
    for column, param in zip(columns, READS, strict=True):
        with column:
            _field(screen, param)


def _field(screen: SceneScreen, param: Text) -> None:
    label, reads, frame = READS[param]

    def take(text: str) -> None:
        reads(text)
        if text != screen[param.name]:
            scene_state.change(KEY, **{param.name: text})
            scene_state.jump(KEY, t=frame, stage=0)

    if problem := text_field(label, screen[param.name], key=f"{KEY}_{param.name}", take=take):
        st.error(plain(f"{problem} The picture shows the last one that could be read."))
