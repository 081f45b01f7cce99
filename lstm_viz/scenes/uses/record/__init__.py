"""What six trained networks do with an example each, moment by moment."""

from __future__ import annotations

from functools import cache

from lstm_viz.scenes.uses.record.captions import captions
from lstm_viz.scenes.uses.record.chatbot import chatbot
from lstm_viz.scenes.uses.record.forecast import forecast
from lstm_viz.scenes.uses.record.music import music
from lstm_viz.scenes.uses.record.next_character import next_character
from lstm_viz.scenes.uses.record.speech import speech
from lstm_viz.scenes.uses.record.use import STEPS, Gate, Moment, Use

__all__ = ["STEPS", "Gate", "Moment", "Use", "uses"]


@cache
def uses() -> tuple[Use, ...]:
    """In the order of the pages; run once."""
    return (next_character(), chatbot(), captions(), music(), speech(), forecast())
