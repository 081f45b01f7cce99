"""The page and what of it runs again while the reader's network trains."""

from __future__ import annotations

from functools import cache

import streamlit as st

from lstm_viz.figures.style import palette
from lstm_viz.player.board import GLIDE, board_payload
from lstm_viz.player.contract import Board
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.how_it_learns.controls.own import (
    left,
    one_slice,
    progress,
    shots_of,
    start,
    stop,
    training_of,
    under_way,
)
from lstm_viz.scenes.how_it_learns.controls.params import (
    BIAS,
    GAIN,
    KEY,
    MOST_SHOTS,
    PARAMS,
    WHICH,
)
from lstm_viz.scenes.how_it_learns.picture import gradient_board, learning_board
from lstm_viz.scenes.how_it_learns.questions.gradient import GRADIENT_QUESTIONS
from lstm_viz.scenes.how_it_learns.record.gradient import gradient_runs
from lstm_viz.scenes.how_it_learns.record.shots import Shots, newest, own
from lstm_viz.scenes.how_it_learns.shipped import shipped_film
from lstm_viz.scenes.how_it_learns.words.around import ENDING, MEASURED_TITLE, OPENING, measured
from lstm_viz.scenes.how_it_learns.words.gradient import VERDICT
from lstm_viz.ui import lesson_page, scene_state, widgets
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import Packed, made, once
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.ticker import tick
from lstm_viz.ui.trainings import asks_in
from lstm_viz.ui.worker import compute

TITLES = {
    "shipped": "The training that made it",
    "own": "Your own",
    "gradient": "tanh and gradients",
}
PARTS = (WHICH.default, "gradient")
"""What counts as the scene: one's own training is as long as one likes."""
STYLE = (
    f":root {{ --learns-button: {palette('light')['text_o']}; }}{asset(__package__, 'learns.css')}"
)
BUTTON = 130
"""Its width in pixels, whatever it says: nothing beside it moves."""
GAIN_WIDTH = 300
"""All films are drawn alike: the player moves from one to the other."""


def page() -> None:
    lesson_page.begin(KEY, OPENING, PARAMS, steps=MOST_SHOTS, stages=1, sizes=_sizes)
    _stage()
    with st.expander(MEASURED_TITLE):
        lesson_page.remember(measured_words())
    lesson_page.end(KEY, ENDING)


def recorded_film() -> Packed:
    """The shipped film, as all who open the page get it."""
    return made(_shipped_film)


def _shipped_film() -> Board:
    return compute(shipped_film, urgent=True)


@cache
def measured_words() -> str:
    """What is said of how it was measured, once for all."""
    return compute(measured, urgent=True)


def own_film(bias: str, reached: int) -> Board:
    """The film of the reader's training, as far as it is."""
    training = training_of(bias)
    film = own if reached else newest
    return _payload(film(training.lstm.run(), training.rnn.run()))


def gradient_film(gain: float) -> Board:
    runs = gradient_runs(gain)
    questions = questions_payload(GRADIENT_QUESTIONS, runs)
    return board_payload(gradient_board(runs), questions=questions)


def _payload(film: Shots, glide: int = GLIDE) -> Board:
    return board_payload(learning_board(film), glide=glide)


def _sizes(screen: SceneScreen) -> dict[str, tuple[int, str]]:
    shots = {
        "shipped": lambda: recorded_film().size[0],
        "own": lambda: shots_of(screen[BIAS.name]),
        "gradient": lambda: VERDICT + 1,
    }
    return {"t": (shots[screen[WHICH.name]](), "picture")}


@st.fragment
def _stage() -> None:
    """Run anew for every slice of the training, without the rest of the page."""
    left()
    place, problem = one_slice() if under_way() else (0, "")
    screen = scene_state.current(KEY)
    which = screen[WHICH.name]
    is_own = which == "own"
    if is_own:
        st.html(f"<style>{STYLE}</style>")
    picture, controls = lesson_page.picture_and_controls()
    with controls, st.container(key="learns_bar", horizontal=True, vertical_alignment="center"):
        widgets.pick(KEY, screen, WHICH, "Which training", TITLES.__getitem__, labelled=False)
        if is_own:
            _own_bar(screen, place)
        if which == "gradient":
            with st.container(width=GAIN_WIDTH):
                widgets.slider(KEY, screen, GAIN, "Gain of U", 0.1)
    if problem:
        st.warning(plain(problem))
    onward = (TITLES["gradient"], _to_gradients) if which == "shipped" else None
    with picture:
        lesson_page.play(KEY, _film(screen), screen, PARAMS, next_part=onward, part=(which, PARTS))
    with controls:
        tick(
            key="learns_tick",
            name=f"learns {screen[BIAS.name]}",
            going=under_way(),
            begun=not is_own or training_of(screen[BIAS.name]).step > 0 or bool(problem),
            said=_said(screen, place) if is_own else "",
            later=asks_in(place) if place else None,
        )


def _to_gradients() -> None:
    scene_state.restart(KEY, train="gradient")


def _film(screen: SceneScreen) -> Packed:
    """The film of what is set."""
    if screen[WHICH.name] == "shipped":
        return recorded_film()
    if screen[WHICH.name] == "gradient":
        return made(gradient_film, screen[GAIN.name])
    training = training_of(screen[BIAS.name])
    if under_way():
        return once(_payload(newest(training.lstm.run(), training.rnn.run()), glide=0))
    return made(own_film, screen[BIAS.name], training.reached)


def _own_bar(screen: SceneScreen, place: int) -> None:
    going, training = under_way(), training_of(screen[BIAS.name])
    st.markdown("Forget bias at the start:")
    widgets.pick(
        KEY, screen, BIAS, "Forget bias", lambda text: text.replace("-", "−"), labelled=False
    )  # fmt: skip
    if going:
        st.button("Stop", key="learns_stop", on_click=stop, width=BUTTON)
    else:
        st.button(
            "Go on" if training.step and not training.ended else "Train it here",
            key="learns_start",
            type="primary",
            on_click=start,
            disabled=training.ended,
            width=BUTTON,
        )
    done, words = progress(training, going=going, place=place)
    st.progress(done, text=plain(words))


def _said(screen: SceneScreen, place: int) -> str:
    """What a screen reader hears: each quarter while it trains, and how it ended."""
    training, going = training_of(screen[BIAS.name]), under_way()
    done, words = progress(training, going=going, place=place)
    return f"{int(4 * done) * 25} % of the steps are done." if going and not place else words
