"""The reader's changes by hand, as they stand in a link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from lstm_viz.inputs import MAX_STEPS, MAX_VOCABULARY
from lstm_viz.scenes.step_through.edits import CLAMPED, Edit, shapes
from lstm_viz.ui.params import PartlyReadError

MOST_EDITS = 2_000
_SHORT: Final = {"weight_ih": "W", "weight_hh": "U", "bias": "b", "x": "x", "h0": "h0", "c0": "c0"}
_LONG: Final = {short: target for target, short in _SHORT.items()}
_EDIT = re.compile(
    rf"(W|U|b|x|h0|c0|clamp\.[{''.join(CLAMPED)}])((?:\.[0-9]{{1,4}})+)_([-+.e0-9]{{1,30}}|free)"
)


@dataclass(frozen=True)
class EditList:
    """Numbers changed by hand: ``edits=W.3.1_0.5`` is weight_ih[3, 1] = 0.5."""

    name: str
    hidden_size: int
    default: tuple[Edit, ...] = ()

    def read(self, text: str) -> tuple[Edit, ...]:
        """A bad edit does not take the good ones with it."""
        words = text.split()
        good, bad = [], words[MOST_EDITS:]
        for word in words[:MOST_EDITS]:
            try:
                good.append(self._edit(word))
            except ValueError:
                bad.append(word)
        if bad:
            others = f" and {len(bad) - 1:,} more" if len(bad) > 1 else ""
            raise PartlyReadError(f"{bad[0]}{others}", tuple(good))
        return tuple(good)

    def _edit(self, word: str) -> Edit:
        found = _EDIT.fullmatch(word)
        if found is None:
            raise ValueError(word)
        place, numbers, said = found.groups()
        target, index = _LONG.get(place, "clamp"), tuple(map(int, numbers[1:].split(".")))
        if target == "clamp":
            index = (CLAMPED.index(place[-1]), *index)
        edit = Edit(target, index, None if said == "free" else float(said))
        # How many inputs there really are only the text says: what has none is left out there.
        largest = shapes(MAX_STEPS, MAX_VOCABULARY, self.hidden_size)[target]
        if not (edit.fits(largest) and edit.allowed):
            raise ValueError(word)
        return edit

    def write(self, value: Any) -> str:
        return " ".join(map(_written, value))

    @property
    def wanted(self) -> str:
        units = f"{self.hidden_size} unit{'s' * (self.hidden_size != 1)}"
        return (
            f"up to {MOST_EDITS:,} places in a cell of {units}, each with a number, such as "
            "W.0.1_0.5"
        )


def _written(edit: Edit) -> str:
    """``W.3.1_0.5``; ``clamp.f.0_free`` for a forget gate that is let go."""
    place: tuple[object, ...] = (_SHORT.get(edit.target), *edit.index)
    if edit.target == "clamp":
        place = ("clamp", CLAMPED[edit.index[0]], *edit.index[1:])
    value = "free" if edit.value is None else repr(float(edit.value))
    return f"{'.'.join(map(str, place))}_{value}"
