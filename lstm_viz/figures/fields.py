"""The units of a big network that have no cell of their own in a strip: a field of tiny cells.

A strip shows a chosen handful of units with their numbers.  Beside them, on the same wire, stands
a field with a tiny cell for every unit of the network, row by row: a unit has the same place in
the fields of all signals, whichever units are chosen.  The browser paints them on one canvas
(``player/js/picture/fields_view.js``): as Plotly markers they would make every step slow.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

from lstm_viz.figures.diagram import Diagram, Rect, Strip

GAP = 3.0
"""Pixels between the cells of a strip and its field."""


@dataclass(frozen=True)
class Fields:
    """How many tiny cells the strips have: those of units, and that of x.  0: no field."""

    units: int = 0
    inputs: int = 0


NO_FIELDS = Fields()


@dataclass(frozen=True)
class Field:
    """Where the tiny cells of one strip are."""

    box: Rect
    """Left, top, right, bottom, in pixels of the unscaled picture."""
    cells: int
    columns: int
    rows: int


def fields_of(diagram: Diagram, fields: Fields) -> dict[str, Field]:
    """The field of each strip that has one, by signal."""
    counts = {
        name: fields.inputs if name == "x" else fields.units
        for name, strip in diagram.strips.items()
        if strip.tail
    }
    return {name: _field(diagram.strips[name], count) for name, count in counts.items()}


def _field(strip: Strip, cells: int) -> Field:
    """As many columns as make the tiny cells nearly square."""
    left, top, right, bottom = strip.box
    if strip.across:
        left = right - strip.tail + GAP
    else:
        top = bottom - strip.tail + GAP
    columns = min(cells, max(1, round(sqrt(cells * (right - left) / (bottom - top)))))
    rows = ceil(cells / columns)
    return Field((left, top, right, bottom), cells, ceil(cells / rows), rows)
