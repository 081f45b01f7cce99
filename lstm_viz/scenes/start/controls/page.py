"""The page: the story with the row that changes it, or the cell; below, what was measured."""

from __future__ import annotations

import streamlit as st

from lstm_viz.scenes.start.controls import changing
from lstm_viz.scenes.start.controls.films import cell_film, story_film
from lstm_viz.scenes.start.controls.params import CHANGE, KEY, PARAMS, PART, TOLD, WORD
from lstm_viz.scenes.start.picture.cell import STAGES
from lstm_viz.scenes.start.record.story import MOST, STORY
from lstm_viz.scenes.start.words.around import (
    CELL_OPENING,
    ENDING,
    MEASURED_TITLE,
    OPENING,
    measured,
)
from lstm_viz.scenes.start.words.story import KINDS
from lstm_viz.ui import lesson_map, lesson_page, scene_state
from lstm_viz.ui.films import made
from lstm_viz.ui.scene_state import SceneScreen


def page() -> None:
    screen = _begin()
    in_cell = screen[PART.name] == "cell"
    with st.container(key=f"{KEY}_change"):  # always, so that the player keeps its place
        if not in_cell:
            changing.show(screen)
    with st.container(key=f"{KEY}_player"):
        if in_cell:
            _show_cell(screen)
        else:
            _show_story(screen)
    with st.expander(MEASURED_TITLE):
        st.markdown(measured())
    st.header("The lesson", anchor="lesson")
    lesson_map.show()
    lesson_page.end(KEY, ENDING)


def _begin() -> SceneScreen:
    """The heading, and the screen with what a link says of it."""
    opened = scene_state.follow(KEY, PARAMS, steps=MOST, stages=len(STAGES), units=len(KINDS))
    screen = scene_state.current(KEY)
    if not screen[TOLD.name]:
        scene_state.correct(KEY, values={**screen.values, TOLD.name: STORY})
    if opened and screen.stage and screen[PART.name] == "story":  # a link from before the story
        scene_state.correct(KEY, values={**screen.values, PART.name: "cell"})
    screen = _fitted(scene_state.current(KEY))
    opening = CELL_OPENING if screen[PART.name] == "cell" else OPENING
    return lesson_page.begin(KEY, opening, PARAMS, steps=MOST, stages=len(STAGES), units=len(KINDS))


def _fitted(screen: SceneScreen) -> SceneScreen:
    """The screen within its story."""
    sentences = len(screen[TOLD.name])
    word = screen[WORD.name]
    if word is not None and word >= sentences:
        note = (
            f"The link says word={word + 1}; the story has {sentences} sentences, so it opens at "
            "the last."
        )
        scene_state.correct(KEY, note, values={**screen.values, WORD.name: None})
    in_cell = screen[PART.name] == "cell"
    return scene_state.within(
        KEY,
        {
            "t": (1, "step") if in_cell else (sentences, "sentence"),
            "stage": (len(STAGES) if in_cell else 1, "stage"),
        },
    )


def _show_story(screen: SceneScreen) -> None:
    lesson_page.play(
        KEY,
        made(story_film, screen[TOLD.name]),
        screen,
        PARAMS,
        tells=screen[CHANGE.name] == "yes",
        into="Look inside",
        part=("story", PART.options),
        act=_act,
    )


def _show_cell(screen: SceneScreen) -> None:
    packed = made(cell_film, screen[TOLD.name], _word(screen))
    part = ("cell", PART.options)
    lesson_page.play(KEY, packed, screen, PARAMS, back="The story", part=part, act=_act)


def _word(screen: SceneScreen) -> int:
    """The number of the sentence whose cell is shown."""
    word = screen[WORD.name]
    return len(screen[TOLD.name]) - 1 if word is None else int(word)


def _act(action: str) -> None:
    """Into the cell at the word on screen, and back to that word."""
    screen = scene_state.current(KEY)
    if action.startswith("into:"):
        number = int(action.removeprefix("into:"))
        last = len(screen[TOLD.name]) - 1
        scene_state.change(KEY, part="cell", word=None if number == last else number)
        scene_state.jump(KEY, t=0, stage=0, unit=_unit(screen, number))
    elif action == "back":
        scene_state.change(KEY, part="story", word=None)
        scene_state.jump(KEY, t=_word(screen), stage=0)


def _unit(screen: SceneScreen, number: int) -> int:
    """That of the fruit that the sentence is about, or else the first."""
    return int("pear" in screen[TOLD.name][number])
