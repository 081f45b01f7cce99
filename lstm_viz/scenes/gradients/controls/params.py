"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.inputs import MAX_CHARACTERS
from lstm_viz.networks.basket_text import LONGEST
from lstm_viz.scenes.gradients.record import mattered
from lstm_viz.scenes.gradients.record.settings import (
    BIASES,
    GAINS,
    KINDS,
    LENGTHS,
    NETWORKS,
    SIZES,
    Settings,
)
from lstm_viz.ui.params import MAX_SEED, Number, Param, Pick, Text, Value
from lstm_viz.ui.scene_state import SceneScreen

KEY = "gradients"
_FIRST = Settings()
NETWORK = Pick("net", NETWORKS, _FIRST.network)
KIND = Pick("as", KINDS, _FIRST.kind)
TEXT = Text("text", MAX_CHARACTERS, _FIRST.text)
LENGTH = Number("length", *LENGTHS, _FIRST.length, whole=True)
SIZE = Number("h", *SIZES, _FIRST.hidden_size, whole=True)
GAIN = Number("gain", *GAINS, _FIRST.gain)
BIAS = Number("bias", *BIASES, _FIRST.bias)
SEED = Number("seed", 0, MAX_SEED, _FIRST.seed, whole=True, noun="seed")
CLIP = Pick("clip", ("off", "on"), "off")
PART = Pick("part", ("back", "mattered", "jacobian"), "back")
"""The way back through three cells, what an answer hangs on, or the matrices of the way back."""
LESSON = PART.options[:2]
"""The parts that count as the scene."""
STEP = Number("step", 1, LENGTHS[1], _FIRST.length, whole=True)
"""Whose matrices are shown, from 1."""
STORY = Text("story", LONGEST, mattered.STORY)
LINE = Text("line", LONGEST, mattered.LINE)
PARAMS: tuple[Param, ...] = (
    PART, NETWORK, KIND, TEXT, LENGTH, SIZE, GAIN, BIAS, SEED, CLIP, STORY, LINE, STEP,
)  # fmt: skip
_FIELDS = {
    NETWORK.name: "network",
    KIND.name: "kind",
    TEXT.name: "text",
    LENGTH.name: "length",
    SIZE.name: "hidden_size",
    GAIN.name: "gain",
    BIAS.name: "bias",
    SEED.name: "seed",
}


def settings_of(screen: SceneScreen) -> Settings:
    return Settings(**{field: screen[name] for name, field in _FIELDS.items()})


def values_of(settings: Settings) -> dict[str, Value]:
    return {name: getattr(settings, field) for name, field in _FIELDS.items()}
