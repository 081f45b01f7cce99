"""A training of the reader's: begun, gone on with a slice at a time, stopped, found again.

It depends on its forget bias alone, so all who ask for the same bias on a server share it.
"""

from __future__ import annotations

import streamlit as st

from lstm_viz.networks.recipes.basket import STEPS
from lstm_viz.scenes.how_it_learns.controls.params import BIAS, KEY, WHICH
from lstm_viz.scenes.how_it_learns.record.jobs import moments
from lstm_viz.scenes.how_it_learns.record.training import OwnTraining
from lstm_viz.ui import scene_state
from lstm_viz.ui.trainings import Trainings, in_line

RUNS: Trainings[OwnTraining] = Trainings()
"""Those of this server, by forget bias."""
GOING = "learns_going"
GONE = "This training is no longer kept here; Train it here begins it anew."


def bias_set() -> str:
    return str(scene_state.current(KEY)[BIAS.name])


def training_of(bias: str) -> OwnTraining:
    """What is kept of this training, or the network before it."""
    return RUNS.find(bias) or _untrained(bias)


@st.cache_resource(show_spinner=False, max_entries=len(BIAS.options))
def _untrained(bias: str) -> OwnTraining:
    """Never trained on: it is shown to everybody."""
    return OwnTraining(float(bias))


def under_way() -> bool:
    """Whether this session asks for slices of the training that is set."""
    screen = scene_state.current(KEY)
    return bool(screen[WHICH.name] == "own" and st.session_state.get(GOING) == screen[BIAS.name])


def left() -> None:
    """Stop what goes on if the reader has set something else."""
    bias = st.session_state.get(GOING)
    if bias is not None and not under_way():
        st.session_state[GOING] = None
        RUNS.rest(bias)


def start() -> None:
    bias = bias_set()
    if RUNS.find(bias) is None:
        RUNS.keep(OwnTraining(float(bias)), bias)
    st.session_state[GOING] = bias
    scene_state.jump(KEY, t=0, stage=0)  # while it trains there is one shot, the newest


def stop() -> None:
    """Leave it as it is, to be looked at from its last shot back."""
    if not under_way():
        return
    st.session_state[GOING] = None
    bias = bias_set()
    RUNS.rest(bias)
    scene_state.jump(KEY, t=shots_of(bias) - 1, stage=0)


def shots_of(bias: str) -> int:
    """How many shots there are of it to be seen."""
    training = training_of(bias)
    return 1 if under_way() or not training.reached else len(moments(training.lstm.run()))


def one_slice() -> tuple[int, str]:
    """Train on for a moment: the place in line if others come first (0: none), and a sentence if
    it could not be had."""
    bias = bias_set()
    try:
        place = RUNS.go_on(bias)
    except KeyError:
        st.session_state[GOING] = None
        return 0, GONE
    if training_of(bias).ended:
        stop()
    return place, ""


def progress(training: OwnTraining, *, going: bool, place: int) -> tuple[float, str]:
    """How far it is, as a share and in words; ``place`` is that in line."""
    share = training.step / STEPS
    if going and place:
        return share, in_line(place)
    if training.ended:
        return 1.0, "Both are done. Play shows how it went."
    if not training.step:
        return 0.0, f"Not trained yet: {STEPS:,} steps, and beside it the RNN."
    words = f"Step {training.step:,} of {STEPS:,}"
    return share, words if going else f"{words} so far."
