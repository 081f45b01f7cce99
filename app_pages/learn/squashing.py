"""Squashing: what tanh and σ do to values, and what tanh does not do for gradients."""

import streamlit as st

from lstm_viz.scenes.squashing import controls as squashing_run
from lstm_viz.scenes.squashing.picture import STOPS
from lstm_viz.scenes.squashing.record import STEPS
from lstm_viz.scenes.squashing.runs import OWN_Z, SHOWN
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.params import Number, Param, Pick

KEY = "squashing"
PART = Pick("part", ("tanh", "sigmoid", "gradient"), "tanh")
GAIN = Number("gain", 0.5, 2.0, 1.2)
OWN = Number("z", -6.0, 6.0, OWN_Z)
START = (Number("v1", -2.0, 2.0, 0.9), Number("v2", -2.0, 2.0, -0.4), Number("v3", -2.0, 2.0, 0.5))
PARAMS: tuple[Param, ...] = (PART, GAIN, OWN, *START)
TITLES = {"tanh": "tanh: values", "sigmoid": "σ: gates", "gradient": "tanh: gradients"}

screen = lesson_page.begin(
    KEY,
    "[[tanh]] keeps values between −1 and 1, [[σ|sigmoid]] makes gates between 0 and 1. What "
    "neither does is keep a [[gradient]] from vanishing.",
    PARAMS,
    steps=max(STEPS + 1, STOPS),
    stages=2,
)
part = screen["part"]
with st.container(key="dials"):
    dials = st.columns([5, 3, 3, 3, 3] if part == "tanh" else [5, 3, 9], gap="medium")
with dials[0]:
    lesson_page.pick(KEY, screen, PART, "What to look at", TITLES.__getitem__, restarts=True)
with dials[1]:
    if part == "sigmoid":
        own = lesson_page.slider(KEY, screen, OWN, "z of your own", 0.1, at=(len(SHOWN), 1))
    else:
        gain = lesson_page.slider(KEY, screen, GAIN, "Gain of W", 0.1)
if part == "tanh":
    start = []
    for mark, number, dial in zip("●■◆", START, dials[2:], strict=True):
        with dial:
            start.append(lesson_page.slider(KEY, screen, number, f"{mark} at the start", 0.1))
    film = made(squashing_run.values, gain, tuple(start))
elif part == "sigmoid":
    film = made(squashing_run.gate, own)
else:
    film = made(squashing_run.gradients, gain)
lesson_page.play(KEY, film, screen, PARAMS)
lesson_page.end(
    KEY,
    "**To remember.** tanh and σ bend every value a little and large ones a lot, so nothing leaves "
    "their range. The price is the [[slope]]: at most 1 for tanh, at most ¼ for σ, and close to 0 "
    "where they are flat. Going back through time these slopes are multiplied with each other, and "
    "with W at every step. "
    "In an LSTM the gradient has another way: along the [[cell state]] it is multiplied by the "
    "[[forget gate]] alone.",
)
