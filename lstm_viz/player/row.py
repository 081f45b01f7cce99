"""The unrolled row as what is sent to the browser, beside the cell it is made of."""

from __future__ import annotations

from typing import Any

from lstm_viz.figures.film import Film
from lstm_viz.figures.unrolled.row import Row, unrolled

SUFFIX = "-row"
"""The row for the shape of screen "wide" is the view "wide-row"."""


def with_rows(data: dict[str, Any], film: Film, *, level: str) -> dict[str, Any]:
    """The payload ``data`` of ``film`` with a second level; it opens at ``level``, row or cell."""
    rows = {f"{name}{SUFFIX}": _view(unrolled(film, name)) for name in film.views}
    return data | {"views": data["views"] | rows, "level": level}


def _view(row: Row) -> dict[str, Any]:
    return {
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
        "wires": row.wires,
        "ops": row.ops,
        "scenes": [],
        "strips": row.strips,
        "cameras": {},
        "hot": [],
    }
