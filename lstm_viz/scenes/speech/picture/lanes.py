"""The four lanes over one time axis: waveform, coefficients, one gate, beliefs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from lstm_viz.figures.charts import Axes, shade
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    NO_TEXT,
    VALUES,
    PlotlyTrace,
    Text,
    bars,
    gate_scale,
    line,
    lines,
    markers,
    stroke,
    words,
)
from lstm_viz.networks.digits.files import OTHER, OUTPUTS
from lstm_viz.networks.digits.mfcc import HOP, Array
from lstm_viz.scenes.speech.picture.layout import SpeechLayout
from lstm_viz.scenes.speech.record import Shown, gate_of

COLUMNS = 92
"""Of the heat map, at most: of a longer word several frames share one."""
STROKES = 280
"""Of the waveform, at most."""
SPREAD = 2.5
"""Standard deviations at which a coefficient has its full colour."""
NAMED = 0.3
"""A curve that rises this high is named at its top."""


def wave(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
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


def coefficients(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
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
            size=stroke(width),
            edge_width=round(height + 0.3, 2),
            colour=colours,
            scale=VALUES,
        )
    ]


def gate(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
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


def beliefs(layout: SpeechLayout, shown: Shown) -> list[PlotlyTrace]:
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
            _beside_decision(layout, shown, at, OUTPUTS[k]),
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


def _beside_decision(layout: SpeechLayout, shown: Shown, at: int, name: str) -> float:
    """Where a name is centred that is put above a frame: the line of the decision strikes none."""
    axes = layout.beliefs
    line, half = axes.across(shown.heard.decided + 1), 0.3 * layout.letters * len(name)
    x = max(axes.left + half, min(axes.across(at + 0.5), axes.right - 4 * layout.letters))
    if abs(x - line) >= half:
        return x
    return line - half if line - 2 * half >= axes.left else line + half


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
