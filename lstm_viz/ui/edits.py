"""What the reader changed by hand, and how a link writes it: W.3.1_0.5 is weight_ih[3, 1] = 0.5."""

import math
import re
from dataclasses import dataclass
from typing import Final

from lstm_viz.cells import LSTM
from lstm_viz.inputs import MAX_NUMBER, MAX_STEPS, MAX_VOCABULARY
from lstm_viz.signals import LSTM_SIGNALS, gates, signal


@dataclass(frozen=True)
class Edit:
    """One number that the reader changed, or one gate held at a value.

    `target` is weight_ih, weight_hh, bias, x, h0, c0 or clamp; the index of a clamp is (gate, unit)
    with the gates as in `CLAMPED`, and its value None lets the gate go.
    """

    target: str
    index: tuple[int, ...]
    value: float | None


CLAMPED: Final = gates(LSTM_SIGNALS)
"""The gates as the index of a clamp counts them."""
_SHORT: Final = {"weight_ih": "W", "weight_hh": "U", "bias": "b", "x": "x", "h0": "h0", "c0": "c0"}
_LONG: Final = {short: target for target, short in _SHORT.items()}
_EDIT = re.compile(
    rf"(W|U|b|x|h0|c0|clamp\.[{''.join(CLAMPED)}])((?:\.[0-9]{{1,4}})+)_([-+.e0-9]{{1,30}}|free)"
)


def write_edit(edit: Edit) -> str:
    """W.3.1_0.5 for weight_ih[3, 1] = 0.5; clamp.f.0_free for a forget gate that is let go."""
    index = [str(i) for i in edit.index]
    if edit.target == "clamp":
        place = ["clamp", CLAMPED[edit.index[0]], *index[1:]]
    else:
        place = [_SHORT[edit.target], *index]
    value = "free" if edit.value is None else repr(float(edit.value))
    return ".".join(place) + "_" + value


def read_edit(word: str, hidden_size: int) -> Edit | None:
    found = _EDIT.fullmatch(word)
    if not found:
        return None
    place, numbers, value = found.groups()
    index = tuple(int(number) for number in numbers[1:].split("."))
    target = _LONG.get(place, "clamp")
    if target == "clamp":
        index = (CLAMPED.index(place[-1]), *index)
    if not _fits(index, _shape(target, hidden_size)):
        return None
    if value == "free":
        return Edit(target, index, None) if target == "clamp" else None
    number = _finite(value)
    if number is None:
        return None
    low, high = limits(target, index)
    return Edit(target, index, number) if low <= number <= high else None


def limits(target: str, index: tuple[int, ...]) -> tuple[float, float]:
    """The least and the greatest value that may stand there."""
    if target != "clamp":
        return -MAX_NUMBER, MAX_NUMBER
    gate = signal(LSTM_SIGNALS, CLAMPED[index[0]])
    return gate.low, gate.high


def _shape(target: str, hidden_size: int) -> tuple[int, ...]:
    """The greatest shape `target` can have; the page knows how many inputs there really are."""
    return {
        **LSTM.shapes(MAX_VOCABULARY, hidden_size),
        "x": (MAX_STEPS, MAX_VOCABULARY),
        "h0": (hidden_size,),
        "c0": (hidden_size,),
        "clamp": (len(CLAMPED), hidden_size),
    }[target]


def _fits(index: tuple[int, ...], shape: tuple[int, ...]) -> bool:
    return len(index) == len(shape) and all(i < n for i, n in zip(index, shape, strict=True))


def _finite(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) <= MAX_NUMBER else None
