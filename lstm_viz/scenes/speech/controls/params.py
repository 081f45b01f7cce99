"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.networks.digits.recordings import RECORDINGS
from lstm_viz.scenes.speech.record import NOISES
from lstm_viz.scenes.speech.words import OWN
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.params import Param, Pick

KEY = "speech"
CELL = "cell"
FIRST = "a-seven"
NO_NOISE = "none"

SOUND = Pick("sound", (*RECORDINGS, OWN), FIRST)
NOISE = Pick("noise", tuple(NO_NOISE if db is None else f"{db:g}" for db in NOISES), NO_NOISE)
"""Decibels below the word."""
VIEW = Pick("view", (PICTURE, CELL), PICTURE)
PARAMS: tuple[Param, ...] = (SOUND, NOISE, VIEW)


def decibels(word: str) -> float | None:
    """What one of the options of ``NOISE`` means."""
    return None if word == NO_NOISE else float(word)
