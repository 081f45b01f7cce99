"""The training before this one, to compare the two: its score, kept in the session as numbers."""

from __future__ import annotations

import streamlit as st

from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import ShownNetwork
from lstm_viz.scenes.train.record.training_record import EarlierTraining
from lstm_viz.ui.scene_state import SceneScreen

KEPT = 2
"""Trainings that are kept so: the newest, and the one to compare it with."""
KEY = "train_scores"


def remember(ticket: str, now: ShownNetwork) -> None:
    """Keep the score of a training that is over or was stopped."""
    settings = now.settings
    scores = tuple((c.step, c.score) for c in now.record.checkpoints)
    entry = (ticket, settings.task, settings.size, _name(settings), scores)
    others = [one for one in st.session_state.get(KEY, []) if one[0] != ticket]
    st.session_state[KEY] = [*others, entry][-KEPT:]


def before(now: ShownNetwork, screen: SceneScreen) -> EarlierTraining | None:
    """The newest other training of the same task and size, if there was one in this session."""
    if now.record.opened:
        return None
    settings = now.settings
    for ticket, task, size, name, scores in reversed(st.session_state.get(KEY, [])):
        if ticket != screen["run"] and (task, size) == (settings.task, settings.size):
            return EarlierTraining(name, scores)
    return None


def _name(settings: Settings) -> str:
    name = settings.cell.upper()
    if settings.cell == "lstm":
        name += f", forget bias {settings.forget_bias:g}".replace("-", "−")
    return name
