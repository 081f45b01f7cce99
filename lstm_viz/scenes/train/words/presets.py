"""Trainings that show something within a minute, each with what to look for.

Every ``watch`` is backed by a test that trains it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp

from lstm_viz.notation import number, percent
from lstm_viz.scenes.train.record.settings import Settings


@dataclass(frozen=True)
class TrainingPreset:
    id: str
    title: str
    settings: Settings
    watch: str
    """Markdown with ``[[terms]]``: one or two sentences."""


OPEN = Settings("first-symbol", 30, hidden_size=16, forget_bias=4.0, steps=800)
HALF_OPEN = replace(OPEN, forget_bias=1.0)
COUNTING = Settings("anbn", 15, hidden_size=4, steps=600)
ADDING = Settings("adding", 20, hidden_size=6, forget_bias=3.0, learning_rate=0.02, steps=1500)
AGREEMENT = Settings("next-character", 40, hidden_size=16, learning_rate=0.02, seed=14, steps=5000)
"""Another CPU rounds otherwise, and so long a training ends up elsewhere: with this seed what is
said of it holds with OpenBLAS's kernels for Nehalem, Sandybridge, Haswell and SkylakeX."""


def _gate(settings: Settings) -> float:
    """Where the bias alone sets the forget gate."""
    return 1 / (1 + exp(-settings.forget_bias))


def _left(settings: Settings) -> str:
    """How much of a value is left at the end, if the bias alone sets the forget gate."""
    return percent(_gate(settings) ** (settings.size - 1))


PRESETS: tuple[TrainingPreset, ...] = (
    TrainingPreset(
        "parity",
        "Odd or even?",
        Settings("parity", 20, hidden_size=2, steps=500),
        "Odd or even so far is one bit, turned over by every 1. Watch a [[forget gate]] learn to "
        "stay open at each 0, where the bit is kept, and to shut at each 1.",
    ),
    TrainingPreset(
        "open",
        f"Hold the first symbol: gates at {number(_gate(OPEN))}",
        OPEN,
        f"With a forget [[bias]] of {OPEN.forget_bias:g} the [[forget gate]] begins at "
        f"{number(_gate(OPEN))}: {_left(OPEN)} of the first symbol is left at the end, enough to "
        "learn from.",
    ),
    TrainingPreset(
        "half-open",
        f"The same: gates at {number(_gate(HALF_OPEN))}",
        HALF_OPEN,
        f"Only the forget [[bias]] differs: at {HALF_OPEN.forget_bias:g} the gates begin at "
        f"{number(_gate(HALF_OPEN))}, {_left(HALF_OPEN)} of the first symbol is left at the end, "
        "the [[gradient]] finds nothing, and the score stays where guessing is.",
    ),
    TrainingPreset(
        "counting",
        "aⁿbⁿ: counting with an LSTM",
        COUNTING,
        "It has to know how many a’s there were. Look for a [[cell state]] that counts: it moves "
        "one way with every a, and back with every b.",
    ),
    TrainingPreset(
        "counting-rnn",
        "aⁿbⁿ with a simple RNN",
        replace(COUNTING, cell="rnn"),
        "The same task without gates: the loss falls, but in as many steps hardly any string comes "
        "out right to the end.",
    ),
    TrainingPreset(
        "adding",
        "The adding problem",
        ADDING,
        "Two of about twenty numbers are marked *, and their sum is asked for at the end. Look for "
        "an [[input gate]] that opens at the marks and stays shut elsewhere.",
    ),
    TrainingPreset(
        "adding-rnn",
        "The adding problem with a simple RNN",
        replace(ADDING, cell="rnn"),
        "Without gates everything that is read is mixed in: the score stays near that of always "
        "saying the average.",
    ),
    TrainingPreset(
        "brackets",
        "Are all brackets closed?",
        Settings("brackets", 20, hidden_size=4, forget_bias=0.0, steps=1000),
        "The [[forget gate]] begins at 0.50 (bias 0) and learns to stay open: without that there "
        "is no counting.",
    ),
    TrainingPreset(
        "reber",
        "Embedded Reber grammar",
        Settings("reber", 12, hidden_size=12, steps=1200),
        "The letter before the last has to be the second one, T or P, whatever came between. The "
        "score counts just that letter.",
    ),
    TrainingPreset(
        "agreement",
        "Next character: verbs that agree",
        AGREEMENT,
        "Look at the last letter of “runs”, which goes with “bird”: on the way the network goes by "
        "the nearest noun, “girls”; later a unit of the [[cell state]] keeps singular or plural "
        "till the verb.",
    ),
)
