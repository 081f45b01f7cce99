"""The page: the story with the row that changes it, or the cell; below, what was measured."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.word_row import word_row
from lstm_viz.scenes.start.controls.films import cell_film, story_film
from lstm_viz.scenes.start.controls.params import KEY, OWN, PARAMS, PART
from lstm_viz.scenes.start.picture.cell import STAGES
from lstm_viz.scenes.start.record.story import MOST, where_each_acts
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
from lstm_viz.ui.own_story import CHANGE
from lstm_viz.ui.scene_state import SceneScreen


def page() -> None:
    screen = _begin()
    in_cell = screen[PART.name] == "cell"
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        if not in_cell:
            OWN.show(screen)
    with picture, st.container(key=f"{KEY}_player"):
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
    screen = OWN.fit()
    if opened and screen.stage and screen[PART.name] == "story":  # a link from before the story
        scene_state.correct(KEY, values={**screen.values, PART.name: "cell"})
    in_cell = scene_state.current(KEY)[PART.name] == "cell"
    scene_state.within(
        KEY,
        {
            "t": _steps(screen) if in_cell else (len(screen["story"]), "sentence"),
            "stage": (len(STAGES) if in_cell else 1, "stage"),
        },
    )
    opening = CELL_OPENING if in_cell else OPENING
    return lesson_page.begin(KEY, opening, PARAMS, steps=MOST, stages=len(STAGES), units=len(KINDS))


def _steps(screen: SceneScreen) -> tuple[int, str]:
    """Words at which the cell is looked at."""
    if screen["word"] is not None:
        return (1, "step")
    return (len(where_each_acts(word_row(screen["story"])).sentences), "step")


def _show_story(screen: SceneScreen) -> None:
    lesson_page.play(
        KEY,
        made(story_film, screen["story"]),
        screen,
        PARAMS,
        tells=screen[CHANGE.name] == "yes",
        into="Look inside",
        part=("story", PART.options),
        act=_act,
    )


def _show_cell(screen: SceneScreen) -> None:
    packed = made(cell_film, screen["story"], screen["word"])
    part = ("cell", PART.options)
    lesson_page.play(KEY, packed, screen, PARAMS, back="The story", part=part, act=_act)


def _act(action: str) -> None:
    """Into the cell at the word on screen, and back to that word."""
    if action.startswith("into:"):
        OWN.into_cell(int(action.removeprefix("into:")), part="cell")
    elif action == "back":
        OWN.back(part="story")
