"""The gate to look at: the one that opens most at one kind of word and stays shut at others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from lstm_viz.networks.captions.captioner import INDEX, Captioner, targets
from lstm_viz.networks.captions.scenes import COLOURS, FORMS
from lstm_viz.networks.captions.scores import held_out

WORD_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"colour": tuple(COLOURS), "form": tuple(FORMS)}
)
GATES = ("f", "i", "o")
PICTURES = 500


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
    """Measured on held-out pictures of what was trained, with the right words as inputs."""
    scenes, pictures = held_out("new")
    scenes, pictures = scenes[:PICTURES], pictures[:PICTURES]
    words, mask = targets([scene.caption for scene in scenes])
    features = captioner.encoder.run(pictures).features
    x = captioner.inputs(features, words[:-1])
    run = captioner.model.run(x)
    due = {
        kind: np.isin(words, [INDEX[word] for word in of]) & mask for kind, of in WORD_KINDS.items()
    }
    found = []
    for gate in GATES:
        opened = getattr(run.traces[0], gate)  # (T, B, H)
        for kind, where in due.items():
            inside, outside = opened[where].mean(axis=0), opened[mask & ~where].mean(axis=0)
            unit = int((inside - outside).argmax())
            found.append((float(inside[unit]), float(outside[unit]), gate, kind, unit))
    inside, outside, gate, kind, unit = max(found, key=lambda one: one[0] - one[1])
    held = np.full(captioner.model.hidden_size, np.nan)
    held[unit] = 0.0
    shut = captioner.model.run(x, clamp={0: {gate: held}}).outputs
    right, without = (
        float((outputs.argmax(axis=-1) == words)[due[kind]].mean())
        for outputs in (run.outputs, shut)
    )
    return Look(unit, gate, kind, inside, outside, right, without)
