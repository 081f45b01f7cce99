"""The strips that the diagrams of all cells have: those of the units, and that of the inputs."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.diagram import Label, Strip
from lstm_viz.figures.fields import Fields

MOST_NUMBERED = 6
"""Up to this many cells a strip shows its numbers; beyond, colour alone (numbers on hover)."""
MOST_NUMBERED_INPUTS = 8
"""The same for the inputs, which have more room."""


@dataclass(frozen=True)
class Units:
    """What the strips of all signals of the units have in common."""

    count: int
    cell: tuple[float, float]
    tail: float

    @property
    def half(self) -> float:
        """Half the height of a strip, with room for the labels, however few the units."""
        return max((self.cell[1] * self.count + self.tail) / 2, 24)

    def strip(self, signal: str, x: float, y: float, label: Label = "above") -> Strip:
        room = self.count <= MOST_NUMBERED
        return Strip(
            signal, (x, y), self.count, self.cell, numbered=room, label=label, tail=self.tail
        )


def units_wide(
    count: int, fields: Fields, longest: float, *, highest: float = 29.0, share: float = 0.6
) -> Units:
    """At most ``longest`` high; beside a field their cells take a ``share`` of that."""
    if not fields.units:
        return Units(count, (58, min(highest, longest / count)), 0.0)
    height = min(24.0, max(15.5, share * longest / count))
    return Units(count, (72, height), longest - height * count)


def inputs_wide(count: int, fields: Fields, join: float, y: float) -> Strip:
    """Right of where its wire joins that of h, as far as it is long."""
    cell = 58 if count <= 4 else min(50, 352 / max(count, MOST_NUMBERED_INPUTS))
    tail = 90.0 if fields.inputs else 0.0
    x, room = max(join, 140 + cell * count / 2) + tail / 2, count <= MOST_NUMBERED_INPUTS
    return Strip("x", (x, y), count, (cell, 26), True, room, "right", tail=tail)


def inputs_tall(count: int, fields: Fields, x: float, units: Units) -> tuple[Strip, float]:
    """Beside the strips of what comes from the step before; and how low all of these end."""
    cell, tail = min(19.0, 120 / count), 40.0 if fields.inputs else 0.0
    height = cell * count + tail
    end, room = 24 + max(2 * units.half, height), count <= MOST_NUMBERED_INPUTS
    return Strip("x", (x, end - height / 2), count, (46, cell), numbered=room, tail=tail), end
