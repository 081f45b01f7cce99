"""What the three cells can be given to read, and what of it can be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.inputs import InputError, Inputs, from_numbers, from_sentence
from lstm_viz.inputs.checked import limit_characters
from lstm_viz.notation import listed, quoted
from lstm_viz.tasks import TASKS, Task

MOST_STEPS = 40
"""A frame each."""
LEAST_STEPS = 2


@dataclass(frozen=True)
class Preset:
    """A text, and who reads it: networks trained for ``task``, or random ones if there is none."""

    id: str
    kind: str
    """What an own text is: "symbols", "sentence" or "numbers"."""
    text: str
    task: str = ""
    seed: int = 0
    """Of the random ones."""


PRESETS: Mapping[str, Preset] = {
    preset.id: preset
    for preset in (
        Preset("first-symbol", "symbols", "B D A C C A B D A D", task="first-symbol"),
        Preset("parity", "symbols", "1 0 1 1 0 0 0 1 0 1 1 0 1 0 0 1 1 1 0 0", task="parity"),
        Preset("sentence", "sentence", "My friend calls to say happy birthday", seed=93),
        Preset("numbers", "numbers", "0, 0.7, 1, 0.7, 0, −0.7, −1, −0.7, 0, 0.7, 1, 0.7"),
    )
}


def read(preset: Preset, text: str) -> Inputs:
    """The text as the three read it; ``InputError`` in one sentence if it cannot be read so."""
    if preset.task:
        inputs = symbols(TASKS[preset.task], text)
    else:
        inputs = from_sentence(text) if preset.kind == "sentence" else from_numbers(text)
    steps = len(inputs.tokens)
    if not LEAST_STEPS <= steps <= MOST_STEPS:
        noun = {"sentence": "words and punctuation marks"}.get(preset.kind, preset.kind)
        raise InputError(f"Expected {LEAST_STEPS} to {MOST_STEPS} {noun}, got {steps:,}.")
    return inputs


def symbols(task: Task, text: str) -> Inputs:
    """One step a symbol that the task knows; spaces and commas may stand between them."""
    limit_characters(text)
    known = {name.casefold(): k for k, name in enumerate(task.inputs)}
    found = [char for char in text if not (char.isspace() or char == ",")]
    wrong = next((char for char in found if char.casefold() not in known), None)
    if wrong is not None or not found:
        got = quoted(wrong or "")
        if wrong and got == quoted(""):
            got = "a character that is not seen"
        raise InputError(f"Expected only {listed(task.inputs)}, got {got}.")
    columns = [known[char.casefold()] for char in found]
    tokens = tuple(task.inputs[k] for k in columns)
    return Inputs("symbols", tokens, task.inputs, np.eye(len(known))[columns])


def _first(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return ("",) * (len(tokens) - 1) + tokens[:1]


def _parity(tokens: tuple[str, ...]) -> tuple[str, ...]:
    even, odd = TASKS["parity"].outputs
    ones = np.cumsum([token == "1" for token in tokens])
    return tuple(odd if count % 2 else even for count in ones)


WANTED: Mapping[str, Callable[[tuple[str, ...]], tuple[str, ...]]] = {
    "first-symbol": _first,
    "parity": _parity,
}
"""By task, what is right after each token; "" where nothing is asked."""
