"""The unrolled row as what is sent to the browser, beside the cell it is made of."""

from __future__ import annotations

from typing import Literal

from lstm_viz.figures.film import Film
from lstm_viz.figures.unrolled import row as unrolled
from lstm_viz.player.contract import Cell, Row, Story, Unrolled


def with_rows(data: Cell | Story, film: Film, *, level: Literal["row", "cell"]) -> Row:
    """The payload ``data`` of ``film`` with a second level; it opens at ``level``."""
    if data["kind"] != "cell":
        raise ValueError(f"only a cell can be unrolled, got a {data['kind']}")
    rows = {name: _sent(unrolled.unrolled(film, name)) for name in film.views}
    return {**data, "kind": "row", "rows": rows, "level": level}


def _sent(row: unrolled.Row) -> Unrolled:
    return {
        "kind": "unrolled",
        "width": row.width,
        "height": row.height,
        "window": row.window,
        "data": row.data,
        "shift": list(row.shift),
        "cells": [list(rect) for rect in row.cells],
        "moving": list(row.moving),
        "colours": row.colours,
        "looks": row.looks,
        "belt": [list(point) for point in row.belt],
        "inks": row.inks,
        "wires": {
            name: {"color": wire["color"], "points": wire["points"]}
            for name, wire in row.wires.items()
        },
        "ops": row.ops,
        "strips": {
            name: {"cells": strip["cells"], "size": strip["size"], "at": strip["at"]}
            for name, strip in row.strips.items()
        },
    }
