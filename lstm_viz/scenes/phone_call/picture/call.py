"""The film of the call, with what is told in it."""

from __future__ import annotations

from lstm_viz.figures.film import Film
from lstm_viz.scenes.phone_call.picture.film import story as draw
from lstm_viz.scenes.phone_call.words.call import BEFORE, STORY
from lstm_viz.scenes.phone_call.words.retold import retold
from lstm_viz.trace import Trace


def call_film(trace: Trace, held: int | None = None) -> Film:
    """Told as written or, from moment ``held`` on, in numbers alone."""
    beats = STORY.beats
    return draw(
        trace,
        units=STORY.units,
        moments=[beat.label for beat in beats],
        columns=[BEFORE, *(beat.label for beat in beats)],
        heard=[beat.heard for beat in beats],
        said=[beat.said for beat in beats],
        told=STORY.templates() if held is None else retold(held),
        speaks=STORY.speaks,
        passed=STORY.passed,
    )
