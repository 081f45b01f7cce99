"""The gate to look at: it opens at one kind of word, and without it words of that kind go wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from lstm_viz.networks.captions.captioner import INDEX, Captioner, targets
from lstm_viz.networks.captions.forms import FORMS
from lstm_viz.networks.captions.scenes import COLOURS
from lstm_viz.networks.captions.scores import held_out
from lstm_viz.signals import LSTM_SIGNALS, shares

WORD_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "colour": tuple(COLOURS),
        "form": tuple(FORMS),
        "colour or form": (*COLOURS, *FORMS),
        "place": ("top", "bottom", "left", "right", "middle", "above"),
    }
)
PICTURES = 500
CLEARLY = 0.5
"""Of the widest difference between inside and outside: gates with less are not tried."""


@dataclass(frozen=True)
class Look:
    """``inside`` and ``outside``: how far the gate is open on average where a word of this kind is
    said, and at all other words.  ``right`` and ``shut``: the share of words of this kind that are
    likeliest where they are due, as it is and with this gate held shut throughout."""

    unit: int
    gate: str
    kind: str
    inside: float
    outside: float
    right: float
    shut: float


def look(captioner: Captioner) -> Look:
    """The gate for which how much more it opens at words of a kind × how many of those go wrong
    without it is largest.

    Measured on held-out pictures of what was trained, with the right words as inputs.
    """
    scenes, pictures = held_out("new")
    words, mask = targets([scene.caption for scene in scenes[:PICTURES]])
    x = captioner.inputs(captioner.encoder.run(pictures[:PICTURES]).features, words[:-1])
    run = captioner.model.run(x)
    (trace,) = run.traces
    due = {
        kind: np.isin(words, [INDEX[word] for word in of]) & mask for kind, of in WORD_KINDS.items()
    }
    found = []
    for gate in shares(LSTM_SIGNALS):
        opened = getattr(trace, gate)  # (T, B, H)
        for kind, where in due.items():
            inside, outside = opened[where].mean(axis=0), opened[mask & ~where].mean(axis=0)
            found += [
                (gate, kind, unit, float(inside[unit]), float(outside[unit]))
                for unit in range(trace.hidden_size)
            ]
    widest = max(inside - outside for *_, inside, outside in found)
    looks: list[tuple[float, Look]] = []
    for gate, kind, unit, inside, outside in found:
        if inside - outside < CLEARLY * widest:
            continue
        held = np.full(trace.hidden_size, np.nan)
        held[unit] = 0.0
        shut = captioner.model.run(x, clamp={0: {gate: held}}).outputs
        hits, left = (
            (outputs.argmax(axis=-1) == words)[due[kind]] for outputs in (run.outputs, shut)
        )
        one = Look(unit, gate, kind, inside, outside, float(hits.mean()), float(left.mean()))
        lost = int(hits.sum() - left.sum())
        looks.append(((inside - outside) * lost, one))
    return max(looks, key=lambda rated: rated[0])[1]
