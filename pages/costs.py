"""What it costs: parameters, work, memory and time of an RNN, a GRU and an LSTM."""

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.player import board_payload
from lstm_viz.player.questions import asked
from lstm_viz.scenes.costs.controls import measure_again, measured
from lstm_viz.scenes.costs.picture.board import board
from lstm_viz.scenes.costs.questions import QUESTIONS
from lstm_viz.scenes.costs.words.captions import MEASURES, SAME
from lstm_viz.scenes.costs.words.verdict import CLAIM, found, verdict
from lstm_viz.ui import lesson_page
from lstm_viz.ui.params import Number

KEY = "costs"
HIDDEN = Number("h", 4, 256, 64, whole=True)
INPUTS = Number("inputs", 1, 256, 32, whole=True)
PARAMS = (HIDDEN, INPUTS)

screen = lesson_page.begin(
    KEY,
    "What an [[RNN|plain-rnn]], a [[GRU]] and an [[LSTM]] take, by formula and by the clock.",
    PARAMS,
    steps=len(SAME),
    stages=len(MEASURES),
)
with st.container(key="controls"):
    hidden, inputs, again = st.columns([5, 5, 2], gap="medium", vertical_alignment="bottom")
with hidden:
    H = lesson_page.slider(KEY, screen, HIDDEN, "Hidden size H of the LSTM", 1)
with inputs:
    I = lesson_page.slider(KEY, screen, INPUTS, "Input size I", 1)  # noqa: E741
with again:
    st.button("Measure again", key="costs_again", on_click=measure_again, args=(H, I))
costs = measured(H, I)
lesson_page.play(
    KEY, board_payload(board(costs), questions=asked(QUESTIONS, costs)), screen, PARAMS
)
with st.expander("The claim, the run, the verdict"):  # closed: it answers what is asked above
    for column, name, words in zip(
        st.columns(3),
        ("The claim", "The run", "The verdict"),
        (CLAIM, found(costs), verdict(costs)),
        strict=True,
    ):
        column.markdown(f"**{name}**\n\n{linked(words)}")
lesson_page.end(KEY)
