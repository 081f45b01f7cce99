"""What all figures are drawn with: a line, an area, the places of points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lstm_viz.figures.diagram import Point, rounded

QUIET: dict[str, Any] = {
    "type": "scatter",
    "showlegend": False,
    "hoverinfo": "skip",
    "cliponaxis": False,
}
"""What every trace has: no legend, nothing on hover."""

NO_TEXT = "\u00a0"
"""Plotly keeps no place for an empty text, and what has no place cannot be filled in later."""


def places(points: Sequence[Point]) -> dict[str, Any]:
    return {"x": [x for x, _ in points], "y": [y for _, y in points]}


def line(name: str, colour: str, width: float, points: Sequence[Point]) -> dict[str, Any]:
    return QUIET | {
        "name": name,
        "mode": "lines",
        "line": {"color": colour, "width": width, "simplify": False},
        **places(points),
    }


def area(
    name: str,
    box: tuple[float, float, float, float],
    fill: str,
    edge: str,
    radius: float,
    width: float = 1.5,
) -> dict[str, Any]:
    """A rounded rectangle (left, top, right, bottom), filled, with an edge."""
    outline = line(name, edge, width, rounded(*box, radius))
    return outline | {"fill": "toself", "fillcolor": fill}
