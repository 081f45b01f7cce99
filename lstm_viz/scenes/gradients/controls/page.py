"""The page: the picture, the knobs below it, and the trainings that show what it is for."""

from __future__ import annotations

import streamlit as st

from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.gradients.controls import jacobian, mattered
from lstm_viz.scenes.gradients.controls.knobs import clip, fit, knobs, read_row
from lstm_viz.scenes.gradients.controls.params import (
    CLIP,
    KEY,
    LESSON,
    LINE,
    PARAMS,
    PART,
    STEP,
    STORY,
    settings_of,
)
from lstm_viz.scenes.gradients.picture import gradients_board
from lstm_viz.scenes.gradients.picture.mattered import LABELS
from lstm_viz.scenes.gradients.questions import questions
from lstm_viz.scenes.gradients.record.run import run
from lstm_viz.scenes.gradients.record.settings import Settings
from lstm_viz.scenes.gradients.words.around import (
    ENDING,
    MEASURED,
    MEASURED_TITLE,
    OPENING,
    TRAIN_IT,
)
from lstm_viz.scenes.gradients.words.captions import WIDE
from lstm_viz.scenes.gradients.words.jacobian import ENDING as JACOBIAN_ENDING
from lstm_viz.scenes.gradients.words.jacobian import OPENING as JACOBIAN_OPENING
from lstm_viz.scenes.gradients.words.mattered import ENDING as MATTERED_ENDING
from lstm_viz.scenes.gradients.words.mattered import OPENING as MATTERED_OPENING
from lstm_viz.ui import lesson_page, scene_state, widgets
from lstm_viz.ui.films import made
from lstm_viz.ui.navigation import page_of
from lstm_viz.ui.scene_state import SceneScreen

TITLES = {"back": "The way back", "mattered": "What mattered", "jacobian": "Jacobians"}
OPENINGS = {"back": OPENING, "mattered": MATTERED_OPENING, "jacobian": JACOBIAN_OPENING}
GAPS = (5, 30)
"""Steps from the first symbol to the question, in the trainings that are led to."""
TRAINED = (("RNN", "rnn"), ("LSTM", "lstm"))


def page() -> None:
    scene_state.follow(KEY, PARAMS, steps=WIDE + 1, stages=1)
    fit()
    mattered.fit()
    jacobian.fit()
    part = scene_state.current(KEY)[PART.name]
    screen = lesson_page.begin(
        KEY, OPENINGS[part], PARAMS, steps=WIDE + 1, stages=1, sizes=_sizes
    )  # fmt: skip
    {"back": _way_back, "mattered": _mattered, "jacobian": _jacobian}[part](screen)
    lesson_page.end(KEY)


def _sizes(screen: SceneScreen) -> dict[str, tuple[int, str]]:
    way_back = screen[PART.name] == PART.default
    return {"t": (WIDE + 1 if way_back else len(LABELS), "picture")}


def _parts(screen: SceneScreen) -> None:
    widgets.pick(KEY, screen, PART, "Which part", TITLES.__getitem__, labelled=False)


def _way_back(screen: SceneScreen) -> None:
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        knobs(screen, clip)
    with picture:
        lesson_page.play(
            KEY, made(film, settings_of(screen), screen[CLIP.name] == "on"), screen, PARAMS,
            next_part=(TITLES[PART.options[1]], _to_mattered), part=(PART.default, LESSON),
        )  # fmt: skip
    _parts(screen)
    read_row(screen)
    lesson_page.remember(ENDING)
    _trainings()
    with st.expander(MEASURED_TITLE):
        st.markdown(MEASURED)


def _to_mattered() -> None:
    scene_state.restart(KEY, **{PART.name: PART.options[1]})


def _mattered(screen: SceneScreen) -> None:
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        mattered.fields(screen)
    with picture:
        packed = made(mattered.film, screen[STORY.name], screen[LINE.name])
        part = (PART.options[1], LESSON)
        lesson_page.play(KEY, packed, screen, PARAMS, part=part)
    _parts(screen)
    lesson_page.remember(MATTERED_ENDING)


def _jacobian(screen: SceneScreen) -> None:
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        knobs(screen, jacobian.step_slider)
    with picture:
        lesson_page.play(
            KEY, made(jacobian.film, settings_of(screen), int(screen[STEP.name])), screen, PARAMS,
            next_part=(TITLES["mattered"], _to_mattered), part=("jacobian", LESSON),
        )  # fmt: skip
    _parts(screen)
    read_row(screen)
    lesson_page.remember(JACOBIAN_ENDING)


def film(settings: Settings, clip: bool) -> Board:
    """What the player is handed."""
    found = run(settings)
    board = gradients_board(found, clip=clip)
    asked = questions_payload(questions(found), found)
    return board_payload(board, questions=asked, drawing=f"{settings.network} {found.tokens}")


def _trainings() -> None:
    """The first of many symbols is to be remembered over a short gap and over a long one."""
    with st.container(key="gradients_train", horizontal=True):
        for size in GAPS:
            for cell, id in TRAINED:
                st.page_link(
                    page_of("train").file,
                    label=TRAIN_IT.format(cell=cell, size=size),
                    query_params={
                        "task": "first-symbol", "size": str(size), "cell": id, "units": "16",
                        "forget": "4", "steps": "800",
                    },
                )  # fmt: skip
