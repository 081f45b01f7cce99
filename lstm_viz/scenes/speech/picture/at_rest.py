"""What stands there from the start, under a veil that each frame draws back a little."""

from __future__ import annotations

from itertools import pairwise

from lstm_viz.figures.charts import heading
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    PlotlyTrace,
    Text,
    bars,
    clickable,
    line,
    lines,
    markers,
    panel,
    short,
    texts,
    words,
)
from lstm_viz.networks.digits.files import OTHER, OUTPUTS
from lstm_viz.networks.digits.mfcc import COEFFICIENTS, FRAME_SECONDS
from lstm_viz.scenes.speech.picture import lanes
from lstm_viz.scenes.speech.picture.layout import SpeechLayout
from lstm_viz.scenes.speech.record import Shown
from lstm_viz.scenes.speech.words import GATE_NAMES, SHAPE


def at_rest(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
    """``layout`` is that of the word."""
    return [
        panel("lanes room", layout.lanes),
        panel("bars room", layout.beside),
        *_titles(layout, shown),
        *lanes.wave(layout, shown),
        *lanes.coefficients(layout, shown),
        *lanes.gate(layout, shown),
        *lanes.beliefs(layout, shown),
        *_veils(),
        *_rows(layout, shown),
        *_shape(layout),
        _touch(layout, shown),
    ]


def _titles(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
    size, left = layout.letters, layout.lanes[0] + 12
    look = shown.look
    name = f"{GATE_NAMES[look.gate]}, unit {look.unit + 1}"
    names = ("sound", "MFCCs", "gate", "belief")
    axes = (layout.wave, layout.mfcc, layout.gate, layout.beliefs)
    said = [
        Text(left, (lane.top + lane.bottom) / 2, word, "right", size)
        for word, lane in zip(names, axes, strict=True)
    ]
    above = Text(layout.gate.left, layout.gate.top - 11, f"{name}: look here", "right", size,
                 f"$text_{look.gate}")  # fmt: skip
    if shown.noise is not None:
        above = above._replace(text=f"{above.text}; dotted: without the noise")
    rows = [
        Text(layout.mfcc.left - 5, layout.mfcc.up(k + 0.5), str(k + 1), "left", size)
        for k in (0, COEFFICIENTS - 1)
    ]
    ends = [
        Text(lane.left - 5, lane.up(value), text, "left", size)
        for lane in axes[2:]
        for value, text in ((0, "0"), (1, "1"))
    ]
    longest = 60 if layout.wide else 30
    return [
        words(
            "titles",
            [
                heading(layout.lanes, layout.lanes[1] + 15, short(shown.title, longest),
                        layout.title),
                heading(layout.beside, layout.beside[1] + 18, "Which digit?", layout.title),
                *said, above, *rows, *ends, *_times(layout, len(shown.heard)),
            ],
        ),
        lines(
            "grid",
            [lane.level(v) for lane in axes[2:] for v in (0, 1)],
            colour="$faint",
            width=1,
            simplify=True,
        ),
    ]  # fmt: skip


def _times(layout: SpeechLayout, frames: int) -> list[Text]:
    """Tenths of a second, or as many of them between two as there is room for."""
    axes = layout.beliefs
    tenths = frames * FRAME_SECONDS * 10
    stride = next(k for k in (1, 2, 5, 10, 20, 50, 100) if tenths / k <= layout.ticks)
    return [
        Text(axes.across(k / 10 / FRAME_SECONDS), axes.bottom + layout.letters, f"{k / 10:g} s",
             "center", layout.letters)
        for k in range(0, int(tenths) + 1, stride)
    ]  # fmt: skip


def _veils() -> list[PlotlyTrace]:
    """What is still to come: paler of what was recorded, nothing of what follows from it."""
    return [
        line("veil", [NOWHERE] * 5, colour="$panel", width=0, fill="$panel", opacity=0.72),
        line("cover", [NOWHERE] * 5, colour="$panel", width=0, fill="$panel"),
        line("decided", [NOWHERE] * 2, colour="$text_h", width=1.5, dash="dash"),
        texts("decided words", [NOWHERE], [NO_TEXT], size=11, colour="$text_h", side="center"),
        line("now", [NOWHERE] * 2, colour="$ink", width=1.5),
    ]


def _rows(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
    count, size = len(OUTPUTS), layout.letters
    rows = [layout.row_at(k) for k in range(count)]
    start, room = layout.bar
    limit = start + shown.heard.threshold * room
    half = (rows[1][1] - rows[0][1]) / 2
    path = [(round(limit, 2), rows[0][1] - half), (round(limit, 2), rows[OTHER - 1][1] + half)]
    left, top, right, bottom = layout.beside
    shares = [(right - 10.0, y) for _, y in rows]
    return [
        texts("row names", rows, [NO_TEXT] * count, size=size, colour=["$muted"] * count,
              side="right"),
        bars("row bars", rows, length=[0.0] * count, thick=11, colour=["$off"] * count,
             opacity=[1.0] * count),
        texts("row shares", shares, [NO_TEXT] * count, size=size, colour=["$ink"] * count,
              side="left"),
        line("threshold", path, colour="$muted", width=1.2, dash="dot"),
        texts("verdict", [(left + 14, top + 44)], [NO_TEXT], size=layout.title + 4,
              colour=["$ink"], side="right"),
        texts("why", [(left + 14, bottom - 34)], [NO_TEXT], size=size, colour=["$muted"],
              side="right"),
    ]  # fmt: skip


def _shape(layout: SpeechLayout) -> list[PlotlyTrace]:
    """Many to one: each step has an input, the last one the answer."""
    left, y = layout.beside[0] + 20, layout.beside[3] - 14
    side, pitch = 4.0, 14.0
    places = [left + k * pitch for k in range(3)]
    boxes = [
        [(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side),
         (x - side, y - side)] for x in places
    ]  # fmt: skip
    wires = [[(x, y + side + 5), (x, y + side)] for x in places]
    wires += [[(a + side, y), (b - side, y)] for a, b in pairwise(places)]
    wires.append([(places[-1], y - side), (places[-1], y - side - 5)])
    return [
        lines("shape", [*boxes, *wires], colour="$muted", width=1.2, simplify=True),
        words("shape words", [Text(places[-1] + 12, y, SHAPE, "right", layout.letters - 1)]),
    ]


def _touch(layout: SpeechLayout, shown: Shown) -> PlotlyTrace:
    """A click at a time leads to its frame."""
    middle = (layout.wave.top + layout.wave.bottom) / 2
    starts = [0, *(end + 1 for end in shown.ends[:-1])]
    points = [
        (layout.wave.across((first + end + 1) / 2), middle)
        for first, end in zip(starts, shown.ends, strict=True)
    ]
    seen = markers("touch", points, size=14, colour=["$x"] * len(points), opacity=0.0)
    return clickable(seen, [(k, 0) for k in range(len(points))])
