"""The frames: the veil drawn back to what has been heard, and the beliefs at that moment."""

from __future__ import annotations

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, stroke
from lstm_viz.networks.digits.files import OTHER, OUTPUTS
from lstm_viz.networks.digits.spoken import seconds
from lstm_viz.notation import percent
from lstm_viz.scenes.speech.picture.at_rest import at_rest
from lstm_viz.scenes.speech.picture.layout import LAYOUTS, SpeechLayout
from lstm_viz.scenes.speech.record import Shown
from lstm_viz.scenes.speech.words import beside, quoted, time, told

ALT = (
    "A spoken word over time: its waveform, 13 coefficients for every frame, how far one gate of "
    "the network is open, and its belief in each digit. Beside it the beliefs at this moment"
)
HALF_LABEL = 48.0
"""Pixels from the mark of the decision to the middle of its label."""
BEYOND = 3.0
"""Pixels by which the veil is larger than what it covers."""


def speech_board(shown: Shown) -> Board:
    steps = range(len(shown.ends) + 2)
    layouts = [layout.of(len(shown.heard)) for layout in LAYOUTS]
    return Board(
        steps=(*(f"{seconds(end + 1):.3f} s" for end in shown.ends), "answer", "look here"),
        frames=stills(
            Frame(
                {layout.name: _patches(layout, shown, step) for layout in layouts},
                told(shown, step),
            )
            for step in steps
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout, shown)) for layout in layouts},
        tables=tuple(_table(shown, step) for step in steps),
        alt=ALT,
        step_word="moment",
    )


def frame_of(shown: Shown, step: int) -> int:
    """The last frame that has been heard at a step of the board."""
    return shown.ends[min(step, len(shown.ends) - 1)]


def _patches(layout: SpeechLayout, shown: Shown, step: int) -> dict[str, Patch]:
    end = frame_of(shown, step)
    now = layout.wave.across(end + 1)
    top, bottom = layout.wave.top, layout.beliefs.bottom
    return {
        "veil": patch(_over(layout.wave, layout.mfcc, now)),
        "cover": patch(_over(layout.gate, layout.beliefs, now)),
        "now": patch([(now, top), (now, bottom)]),
        **_decision(layout, shown, end),
        **_rows(layout, shown, end),
        **_verdict(shown, step),
    }


def _over(first: Axes, last: Axes, now: float) -> list[Point]:
    """The outline of what is still to come of two lanes."""
    left, right = min(now, first.right + BEYOND), first.right + BEYOND
    top, bottom = first.top - BEYOND, last.bottom - 1
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _decision(layout: SpeechLayout, shown: Shown, end: int) -> dict[str, Patch]:
    """Marked once it has been heard that far."""
    decided = shown.heard.decided
    there = end >= decided
    axes = layout.beliefs
    x = axes.across(decided + 1)
    label = f"decided: {time(decided + 1)}"
    beside = HALF_LABEL if x + 2 * HALF_LABEL < axes.right else -HALF_LABEL
    return {
        "decided": patch([(x, layout.gate.top), (x, axes.bottom)])
        | {"opacity": 1.0 if there else 0.0},
        "decided words": patch(
            [(round(x + beside, 2), layout.gate.bottom + 7)], text=[label if there else NO_TEXT]
        ),
    }


def _rows(layout: SpeechLayout, shown: Shown, end: int) -> dict[str, Patch]:
    belief = shown.heard.beliefs[end]
    top = int(belief.argmax())
    start, room = layout.bar
    rows = [layout.row_at(k) for k in range(len(OUTPUTS))]
    lengths = [max(1.5, float(share) * room) for share in belief]
    names = [f"{k}  {OUTPUTS[k]}" if k < OTHER else OUTPUTS[k] for k in range(len(OUTPUTS))]
    return {
        "row names": patch(
            text=[f"<b>{name}</b>" if k == top else name for k, name in enumerate(names)],
            ink=["$text_h" if k == top else "$muted" for k in range(len(names))],
        ),
        "row bars": patch(
            [(round(start + w / 2, 2), y) for w, (_, y) in zip(lengths, rows, strict=True)],
            size=[stroke(w) for w in lengths],
            colour=["$h" if k == top else "$wire" for k in range(len(names))],
        ),
        "row shares": patch(text=[percent(float(share)) for share in belief]),
    }


def _verdict(shown: Shown, step: int) -> dict[str, Patch]:
    heard = shown.heard
    limit = percent(heard.threshold)
    if step < len(shown.ends):
        top = int(heard.beliefs[shown.ends[step]].argmax())
        said, ink, why = f"so far: {quoted(top)}", "$muted", f"dotted: answers from {limit} on"
    elif heard.known:
        said, ink = f"“{heard.answer}”", "$text_h"
        why = f"{beside(heard.belief, heard.threshold)}, and {limit} is enough"
    else:
        said, ink = "“I don’t know”", "$text_surprise"
        why = f"{beside(heard.belief, heard.threshold)} at most, and it takes {limit}"
    return {
        "verdict": patch(text=[f"<b>{said}</b>"], ink=[ink]),
        "why": patch(text=[why]),
    }


def _table(shown: Shown, step: int) -> Table:
    belief = shown.heard.beliefs[frame_of(shown, step)]
    return Table(
        "Belief at this moment",
        ("", "belief"),
        tuple((name, percent(float(share))) for name, share in zip(OUTPUTS, belief, strict=True)),
    )
