"""Start here: what an LSTM is, its four components on one step of a real run, the lesson's map."""

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.player import asked, payload
from lstm_viz.scenes.start.picture import STAGES, components
from lstm_viz.scenes.start.questions import QUESTIONS
from lstm_viz.scenes.start.record import run
from lstm_viz.scenes.start.words import ENDING, OPENING, gradient_claim
from lstm_viz.ui import lesson_map, lesson_page
from lstm_viz.ui.navigation import file_of

KEY = "start"

opening = run()
screen = lesson_page.begin(
    KEY, OPENING, steps=1, stages=len(STAGES), units=opening.step.hidden_size
)
lesson_page.play(
    KEY,
    payload(
        components(opening.step, token=opening.token, columns=opening.inputs.columns),
        weights=opening.cell.parameters,
        questions=asked(QUESTIONS, opening),
        overview=False,
        ribbon="stages",
    ),
    screen,
)
st.header("The lesson", anchor="lesson")
lesson_map.show()
st.header("Do gradients come back unchanged?", anchor="gradients")
columns = st.columns(3)
for column, (heading, text) in zip(columns, gradient_claim(opening).items(), strict=True):
    column.markdown(f"**{heading}.** {linked(text)}")
columns[-1].page_link(
    file_of("cell-state"), label="The conveyor belt →", query_params={"part": "belt"}
)
lesson_page.end(KEY, ENDING)
