"""The page: one claim at a time, its test run with random numbers of the reader's choice."""

from __future__ import annotations

import streamlit as st

from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.claims.picture import claim_board
from lstm_viz.scenes.claims.questions import question
from lstm_viz.scenes.claims.record import CLAIMS, result_of
from lstm_viz.scenes.claims.words import OPENING
from lstm_viz.ui import lesson_page, player, scene_state, widgets
from lstm_viz.ui.films import made
from lstm_viz.ui.params import Number, Param, Pick
from lstm_viz.ui.scene_state import SceneScreen

KEY = "claims"
CLAIM = Pick("claim", tuple(CLAIMS), next(iter(CLAIMS)))
SEED = Number("seed", 0, 9999, 0, whole=True)
PARAMS: tuple[Param, ...] = (CLAIM, SEED)


def page() -> None:
    screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=2, stages=1)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        _controls(screen)
    with picture:
        _play(screen)


def film(id: str, seed: int) -> Board:
    claim, evidence = CLAIMS[id], result_of(id, seed)
    asked = questions_payload((question(claim),), evidence)
    return board_payload(claim_board(claim, evidence), questions=asked)


def _play(screen: SceneScreen) -> None:
    id = screen[CLAIM.name]
    after = _after(id)
    data = scene_state.player_data(KEY, screen, PARAMS)
    data = {
        **data,
        "tells": False,
        "lesson": lesson_page.beside_lesson(CLAIMS[id].concept, id, tuple(CLAIMS)),
    }
    data["next"] = {"title": "the next claim", "page": None} if after else None
    player.play(KEY, made(film, id, screen[SEED.name]), data, lambda action: _acted(action, after))


def _acted(action: str, after: str) -> None:
    if action == "next" and after:
        scene_state.restart(KEY, **{CLAIM.name: after})


def _after(id: str) -> str:
    ids = list(CLAIMS)
    return ids[ids.index(id) + 1] if id != ids[-1] else ""


def _controls(screen: SceneScreen) -> None:
    numbers = {id: n for n, id in enumerate(CLAIMS, 1)}
    with st.container(key="claims_bar", horizontal=True, vertical_alignment="bottom"):
        widgets.dropdown(
            KEY, screen, CLAIM, "Claim", lambda id: f"{numbers[id]}. {CLAIMS[id].says}"
        )
        st.button("Test it with other numbers", on_click=_other_numbers)
    st.caption(f"Random numbers by seed {screen[SEED.name]}.")


def _other_numbers() -> None:
    """The next seed; the reader stays at the result."""
    screen = scene_state.current(KEY)
    seed = (int(screen[SEED.name]) + 1) % (int(SEED.high) + 1)
    scene_state.change(KEY, **{SEED.name: seed})
    scene_state.jump(KEY, t=1, stage=0)
