"""The start page: its player, and below it the map and what is so about gradients."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.player import payload, questions_payload
from lstm_viz.player.contract import AnyFilm
from lstm_viz.scenes.start.picture import components
from lstm_viz.scenes.start.questions import QUESTIONS
from lstm_viz.scenes.start.record import StartRun
from lstm_viz.scenes.start.record import run as start_run
from lstm_viz.scenes.start.words import gradient_claim
from lstm_viz.ui import lesson_map
from lstm_viz.ui.navigation import page_of


def film() -> AnyFilm:
    """What the player is handed."""
    run = start_run()
    return payload(
        components(run.step, token=run.token, columns=run.inputs.columns),
        weights=run.cell.parameters,
        questions=questions_payload(QUESTIONS, run),
        overview=False,
        ribbon="stages",
    )


def show_below(run: StartRun) -> None:
    st.header("The lesson", anchor="lesson")
    lesson_map.show()
    st.header("Do gradients come back unchanged?", anchor="gradients")
    columns = st.columns(3)
    for column, (heading, text) in zip(columns, gradient_claim(run).items(), strict=True):
        column.markdown(f"**{heading}.** {linked(text)}")
    columns[-1].page_link(
        page_of("cell-state").file, label="The conveyor belt →", query_params={"part": "belt"}
    )
