"""What stands there from the start, under a veil that each frame draws back a little."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from lstm_viz.figures.charts import Axes, heading, shade
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    VALUES,
    PlotlyTrace,
    Text,
    bars,
    clickable,
    gate_scale,
    line,
    lines,
    markers,
    panel,
    short,
    stroke,
    texts,
    words,
)
from lstm_viz.networks.digits.files import OTHER, OUTPUTS
from lstm_viz.networks.digits.mfcc import COEFFICIENTS, FRAME_SECONDS, HOP, Array
from lstm_viz.scenes.speech.picture.layout import SpeechLayout
from lstm_viz.scenes.speech.record import Shown, gate_of
from lstm_viz.scenes.speech.words import GATE_NAMES, SHAPE

COLUMNS = 92
"""Of the heat map, at most: of a longer word several frames share one."""
STROKES = 280
"""Of the waveform, at most."""
SPREAD = 2.5
"""Standard deviations at which a coefficient has its full colour."""
NAMED = 0.3
"""A curve that rises this high is named at its top."""


def at_rest(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
    """``layout`` is that of the word."""
    return [
        panel("lanes room", layout.lanes),
        panel("bars room", layout.beside),
        *_titles(layout, shown),
        *_wave(layout, shown),
        *_coefficients(layout, shown),
        *_gate(layout, shown),
        *_beliefs(layout, shown),
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
    lanes = (layout.wave, layout.mfcc, layout.gate, layout.beliefs)
    said = [
        Text(left, (lane.top + lane.bottom) / 2, word, "right", size)
        for word, lane in zip(names, lanes, strict=True)
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
        for lane in lanes[2:]
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
            [lane.level(v) for lane in lanes[2:] for v in (0, 1)],
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


def _wave(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
    """From the lowest to the highest sample under each stroke."""
    samples, axes = shown.heard.samples, layout.wave
    largest = float(np.abs(samples).max()) or 1.0
    count = min(STROKES, len(samples))
    edges = np.linspace(0, len(samples), count + 1).astype(int)
    strokes = []
    for first, stop in pairwise(edges):
        x = axes.across((first + stop) / 2 / HOP + 0.5)
        some = samples[first:stop] / largest
        strokes.append([(x, axes.up(float(some.min()))), (x, axes.up(float(some.max())))])
    width = round((axes.right - axes.left) / count, 2)
    return [lines("wave", strokes, colour="$x", width=width, simplify=True)]


def _coefficients(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
    """A column for each frame, as the network reads it."""
    axes, frames = layout.mfcc, len(shown.heard)
    x = shown.heard.trace.x  # (T, 13)
    stride = -(-frames // COLUMNS)
    firsts = range(0, frames, stride)
    width = stride * (axes.right - axes.left) / frames
    height = (axes.bottom - axes.top) / x.shape[1]
    points, colours = [], []
    for first in firsts:
        column = x[first : first + stride].mean(axis=0)
        at = min(axes.across(first + stride / 2), axes.right - width / 2)
        points += [(round(at, 2), axes.up(k + 0.5)) for k in range(len(column))]
        colours += [shade(value / SPREAD) for value in column]
    return [
        markers(
            "mfcc",
            points,
            symbol="line-ew-open",
            size=round(stroke(width), 2),
            edge_width=round(height + 0.3, 2),
            colour=colours,
            scale=VALUES,
        )
    ]


def _gate(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
    look, axes = shown.look, layout.gate
    values = gate_of(shown.heard, look.gate)[:, look.unit]
    width = (axes.right - axes.left) / len(values)
    ends = [axes.at(k + 0.5, float(value)) for k, value in enumerate(values)]
    drawn = [
        bars(
            "gate",
            [(x, round((y + axes.bottom) / 2, 2)) for x, y in ends],
            length=[axes.bottom - y for _, y in ends],
            thick=round(max(1.0, width * 0.8), 2),
            colour=[round(float(value), 3) for value in values],
            upright=True,
            scale=gate_scale(look.gate),
        )
    ]
    if shown.noise is not None:
        clean = gate_of(shown.clean, look.gate)[:, look.unit]
        drawn.append(line("gate before", curve(axes, clean), colour="$ink", width=1.5, dash="dot"))
    return drawn


def curve(axes: Axes, values: Array) -> list[Point]:
    """A value for each frame, in its middle."""
    return [axes.at(k + 0.5, float(value)) for k, value in enumerate(values)]


def _beliefs(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
    axes, beliefs = layout.beliefs, shown.heard.beliefs
    final = int(beliefs[-1].argmax())
    order = sorted(range(len(OUTPUTS)), key=lambda k: (k == final, float(beliefs[:, k].max())))
    drawn = [
        line(
            f"belief {k}",
            curve(axes, beliefs[:, k]),
            colour="$h" if k == final else "$wire",
            width=3 if k == final else 1.8,
            dash="dash" if k == OTHER else None,
        )
        for k in order
    ]
    tops = [(k, int(beliefs[:, k].argmax())) for k in order if beliefs[:, k].max() >= NAMED]
    named = [
        Text(
            min(axes.across(at + 0.5), axes.right - 4 * layout.letters),
            max(axes.up(float(beliefs[at, k])) - 8, axes.top - 4),
            OUTPUTS[k],
            "center",
            layout.letters,
            "$text_h" if k == final else "$muted",
        )
        for k, at in tops
    ]
    named = named or [Text(axes.left, axes.top, NO_TEXT, "center", layout.letters)]
    return [*drawn, words("belief names", _apart(named, layout.letters))]


def _apart(named: list[Text], size: float) -> list[Text]:
    """The most important ones, last in the list, keep their place; no other overlaps them."""
    kept: list[Text] = []
    for text in reversed(named):
        clear = all(
            abs(text.x - other.x) > 0.3 * size * (len(text.text) + len(other.text))
            or abs(text.y - other.y) > size
            for other in kept
        )
        if clear:
            kept.append(text)
    return kept


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
