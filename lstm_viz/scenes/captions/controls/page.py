"""The page, from its heading to its scores."""

from __future__ import annotations

import json
from hashlib import sha256

import streamlit as st

from lstm_viz.networks.captions.file import shipped
from lstm_viz.networks.captions.scenes import WORDS
from lstm_viz.notation import percent
from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.captions import words
from lstm_viz.scenes.captions.controls import bar
from lstm_viz.scenes.captions.controls.params import (
    KEY,
    LONGEST,
    PARAMS,
    PICTURE,
    PIXELS,
    VIEW,
    units,
)
from lstm_viz.scenes.captions.picture import captions_board, painting_of
from lstm_viz.scenes.captions.picture.at_rest import FIRST_WORD
from lstm_viz.scenes.captions.picture.board import shown, step_of
from lstm_viz.scenes.captions.record import Told, pixels_of, told
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.films import Packed, made, once
from lstm_viz.ui.into_cell import PICTURE as ON_PICTURE
from lstm_viz.ui.into_cell import CellRun, enter, play_cell, play_picture

BACK = "Back to the picture"


def page() -> None:
    lesson_page.begin(KEY, words.OPENING, PARAMS, steps=LONGEST, stages=10, units=units())
    found = _told()
    screen = scene_state.current(KEY)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        bar.bar(screen)
    with picture:
        if screen[VIEW.name] == ON_PICTURE:
            play_picture(KEY, _packed(found), screen, PARAMS, lambda action: act(action, found))
        else:
            play_cell(KEY, run_of(found), screen, PARAMS, back=BACK, to=FIRST_WORD)
    st.markdown(words.LIMITS)
    st.markdown(words.scores(shipped()))
    st.caption(words.MEASURED)
    lesson_page.remember(words.REMEMBER)
    st.caption(words.CREDIT)


def _told() -> Told:
    """A link to a picture that cannot be read opens on the first preset."""
    screen = scene_state.current(KEY)
    try:
        return told(pixels_of(screen[PICTURE.name], screen[PIXELS.name]))
    except ValueError as error:
        values = {**screen.values, PICTURE.name: PICTURE.default, PIXELS.name: PIXELS.default}
        note = f"The picture of the link cannot be read: {error}; here is the first one."
        scene_state.correct(KEY, note, values=values)
        st.rerun()


def _packed(found: Told) -> Packed:
    """Made once for all who look at the same preset."""
    if found.preset is None:
        return once(film(found.pixels))
    return made(film, found.pixels)


def film(pixels: str) -> Board:
    """The board as it is sent; drawn anew when there are other words, or more of them."""
    found = told(pixels)
    drawing = sha256(json.dumps([found.columns, len(found)]).encode()).hexdigest()[:16]
    return board_payload(captions_board(found), drawing=drawing, painting=painting_of(found))


def act(action: str, found: Told) -> None:
    """What the reader did in the picture."""
    kind, _, rest = action.partition(":")
    if kind == "painted":
        bar.put_in(rest)
        return
    place = rest.split(":")
    if kind not in ("into", "run") or not all(map(str.isdecimal, place)):
        return
    frame, *of_run = map(int, place)
    t, unit = of_run if kind == "run" else (step_of(found, frame) or 0, found.look.unit)
    enter(KEY, "cell", frame, t=min(t, len(found) - 1), unit=unit)


def run_of(found: Told) -> CellRun:
    described, network = found.described, shipped().captioner
    (layer,) = network.model.layers
    features = [f"feature {k + 1}" for k in range(len(described.features))]
    return CellRun(
        described.trace,
        layer.parameters,
        tokens=[described.read(t) or "picture" for t in range(len(found))],
        columns=[*features, *WORDS[:-1]],
        answers=[
            f"{shown(word)} comes next ({percent(described.sure(t))})"
            for t, word in enumerate(described.said)
        ],
        look=found.look.unit,
    )
