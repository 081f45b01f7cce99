"""What the reader changes by hand: numbers of the network and of its inputs, and gates held."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.figures.kind import kind_of
from lstm_viz.inputs import MAX_NUMBER
from lstm_viz.networks.network import CellOf
from lstm_viz.notation import quoted, read_number
from lstm_viz.signals import gates, signal


def clamped(cell: type[CellOf]) -> tuple[str, ...]:
    """The gates that can be held, as the index of a clamp counts them; a simple RNN has none."""
    return tuple(gate for gate in gates(cell.table) if gate not in kind_of(cell.table).carried)


def states(cell: type[CellOf]) -> tuple[str, ...]:
    """The states that are given before the first step: h0, and of an LSTM c0."""
    return tuple(f"{name}0" for name in reversed(list(kind_of(cell.table).carried)))


@dataclass(frozen=True)
class Edit:
    """One number that the reader changed, or one gate held at a value.

    ``target`` is a parameter of the cell (such as weight_ih), x, h0, c0 or clamp; the index of a
    clamp is (gate, unit), and its value None lets the gate go.
    """

    target: str
    index: tuple[int, ...]
    value: float | None

    def limits(self, cell: type[CellOf] = LSTM) -> tuple[float, float]:
        """The least and the greatest value that may stand there."""
        if self.target != "clamp":
            return -MAX_NUMBER, MAX_NUMBER
        gate = signal(cell.table, clamped(cell)[self.index[0]])
        return gate.low, gate.high

    def allowed(self, cell: type[CellOf] = LSTM) -> bool:
        """A value that can stand in a number of this cell that there is."""
        if self.value is None:
            return self.target == "clamp"
        low, high = self.limits(cell)
        return isinstance(self.value, int | float) and low <= self.value <= high

    def fits(self, shape: tuple[int, ...]) -> bool:
        """An array of this shape has the number that is changed."""
        return len(self.index) == len(shape) and all(
            0 <= i < n for i, n in zip(self.index, shape, strict=True)
        )


def shapes(
    seq_len: int, input_size: int, hidden_size: int, cell: type[CellOf] = LSTM
) -> dict[str, tuple[int, ...]]:
    """Of everything that can be changed, by target."""
    return {
        **cell.shapes(input_size, hidden_size),
        "x": (seq_len, input_size),
        **dict.fromkeys(states(cell), (hidden_size,)),
        "clamp": (len(clamped(cell)), hidden_size),
    }


def write_into(
    numbers: Mapping[str, NDArray[np.float64]], edits: Iterable[Edit]
) -> tuple[Edit, ...]:
    """Change the arrays, by target (a clamp of NaN is none); the edits that do not fit are left."""
    left_out = []
    for edit in edits:
        if edit.target in numbers and edit.fits(numbers[edit.target].shape):
            numbers[edit.target][edit.index] = np.nan if edit.value is None else edit.value
        else:
            left_out.append(edit)
    return tuple(left_out)


def latest(before: Iterable[Edit], new: Iterable[Edit]) -> tuple[Edit, ...]:
    """Of each number the change that came last; a gate that is let go is as if never held."""
    kept = {(edit.target, edit.index): edit for edit in before}
    for edit in new:
        kept.pop((edit.target, edit.index), None)
        if edit.value is not None:
            kept[edit.target, edit.index] = edit
    return tuple(kept.values())


def about(edits: Iterable[Edit], *targets: str) -> tuple[Edit, ...]:
    return tuple(edit for edit in edits if edit.target in targets)


def in_full(edits: Iterable[Edit]) -> dict[str, float]:
    """For the player: what stands in the field of each number that was changed."""
    return {
        ".".join(map(str, (edit.target, *edit.index))): edit.value
        for edit in edits
        if edit.value is not None
    }


def reported(items: Any, cell: type[CellOf] = LSTM) -> tuple[tuple[Edit, ...], str | None]:
    """(what the player reports as changed, one sentence if a value of it is not usable).

    A value is a number, None to let a gate go, or what was typed or pasted, as it came.
    """
    edits = []
    for item in items or ():
        edit = Edit(str(item["target"]), tuple(item["index"]), None)
        try:
            value, came = _typed(edit.target, item["value"])
        except ValueError as what:
            value, came = math.nan, str(what)
        edit = replace(edit, value=value)
        if not edit.allowed(cell):
            low, high = (f"{limit:,.10g}".replace("-", "−") for limit in edit.limits(cell))
            return (), f"Expected a number from {low} to {high}, got {came}; nothing changed."
        edits.append(edit)
    return tuple(edits), None


def _typed(target: str, value: Any) -> tuple[float | None, str]:
    """(the number, what came in words); an emptied hold lets the gate go."""
    if isinstance(value, str):
        is_empty = target == "clamp" and not value.strip()
        return None if is_empty else read_number(value), quoted(value)
    if value is None:
        return None, "nothing"
    if isinstance(value, int | float):
        return float(value), f"{value:g}"
    raise ValueError(quoted(repr(value)))
