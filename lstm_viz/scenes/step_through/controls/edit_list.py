"""The reader's changes by hand, as they stand in a link."""

from __future__ import annotations

import re
from typing import Final

from lstm_viz.inputs import MAX_STEPS, MAX_VOCABULARY
from lstm_viz.networks.network import CellOf
from lstm_viz.notation import counted
from lstm_viz.scenes.step_through.edits import Edit, clamped, shapes
from lstm_viz.ui.params import Several

MOST_EDITS = 2_000
_SHORT: Final = {
    "weight_ih": "W", "weight_hh": "U", "bias": "b", "bias_ih": "bx", "bias_hh": "bh",
    "x": "x", "h0": "h0", "c0": "c0",
}  # fmt: skip
_LONG: Final = {short: target for target, short in _SHORT.items()}
_EDIT = re.compile(r"(W|U|b|bx|bh|x|h0|c0|clamp\.[a-z])((?:\.[0-9]{1,4})+)_([-+.e0-9]{1,30}|free)")


def edit_list(name: str, hidden_size: int, cell: type[CellOf]) -> Several:
    """Numbers changed by hand: ``edits=W.3.1_0.5`` is weight_ih[3, 1] = 0.5."""
    return Several(
        name,
        MOST_EDITS,
        between=" ",
        read_one=lambda word: _read(word, hidden_size, cell),
        write_one=lambda edit: _written(edit, cell),
        wanted=f"up to {MOST_EDITS:,} places in a cell of {counted(hidden_size, 'unit')}, "
        f"each with a number, such as W.0.1_0.5",
    )


def _read(word: str, hidden_size: int, cell: type[CellOf]) -> Edit:
    found = _EDIT.fullmatch(word)
    if found is None:
        raise ValueError(word)
    place, numbers, said = found.groups()
    target, index = _LONG.get(place, "clamp"), tuple(map(int, numbers[1:].split(".")))
    if target == "clamp":
        index = (clamped(cell).index(place[-1]), *index)
    edit = Edit(target, index, None if said == "free" else float(said))
    # How many inputs there really are only the text says: what has none is left out there.
    largest = shapes(MAX_STEPS, MAX_VOCABULARY, hidden_size, cell)
    if target not in largest or not (edit.fits(largest[target]) and edit.allowed(cell)):
        raise ValueError(word)
    return edit


def _written(edit: Edit, cell: type[CellOf]) -> str:
    """``W.3.1_0.5``; ``clamp.f.0_free`` for a forget gate that is let go."""
    place: tuple[object, ...] = (_SHORT.get(edit.target), *edit.index)
    if edit.target == "clamp":
        place = ("clamp", clamped(cell)[edit.index[0]], *edit.index[1:])
    value = "free" if edit.value is None else repr(float(edit.value))
    return f"{'.'.join(map(str, place))}_{value}"
