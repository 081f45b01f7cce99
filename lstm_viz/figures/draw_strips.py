"""The strips of a diagram as Plotly traces: their cells, and what stands beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape
from typing import Literal

from lstm_viz.figures.diagram import Diagram, Point, Strip
from lstm_viz.figures.shapes import (
    Colours,
    Numbers,
    PlotlyTrace,
    Side,
    bars,
    lettered,
    short,
    texts,
)
from lstm_viz.figures.style import MONO, SMALLEST_TEXT
from lstm_viz.signals import signal

_Edge = Literal["top", "bottom", "left", "right"]
_BESIDE: dict[str, tuple[_Edge, tuple[float, float], Side]] = {
    "above": ("top", (0, -3), "above"),
    "below": ("bottom", (0, 3), "below"),
    "left": ("left", (-6, 0), "left"),
    "right": ("right", (8, 0), "right"),
}
"""For each place of a label: the edge it is at, how far from it, and on which side of that."""


def strips(diagram: Diagram) -> PlotlyTrace:
    """All cells of all strips, one after the other."""
    shown = list(diagram.strips.values())
    cells = [(strip, k) for strip in shown for k in range(strip.cells)]
    trace = lettered(
        strip_marks("strips", shown),
        size=14 if diagram.wide else SMALLEST_TEXT,
        colour=["$ink"] * len(cells),
        family=MONO,
    )
    return trace | {"hoverinfo": "text", "customdata": [[strip.signal, k] for strip, k in cells]}


def strip_marks(name: str, strips: Sequence[Strip]) -> PlotlyTrace:
    """The cells of strips, without their numbers; their values come with each frame."""
    count = sum(strip.cells for strip in strips)
    return _cells(name, strips, colour=["$off"] * count, opacity=[1.0] * count)


def sockets(strips: Sequence[Strip]) -> PlotlyTrace:
    """The empty places that stay when a strip moves on to the next step."""
    return _cells("sockets", strips, colour="$off")


def _cells(
    name: str,
    strips: Sequence[Strip],
    *,
    colour: Colours,
    opacity: Numbers | None = None,
) -> PlotlyTrace:
    cells = [strip for strip in strips for _ in range(strip.cells)]
    return bars(
        name,
        [strip.cell_centre(k) for strip in strips for k in range(strip.cells)],
        length=[_length(strip) for strip in cells],
        thick=[_height(strip) for strip in cells],
        colour=colour,
        opacity=opacity,
    )


def _length(strip: Strip) -> float:
    gap = 1 if strip.across and strip.numbered else 0
    return strip.cell[0] - gap


def _height(strip: Strip) -> float:
    gap = strip.gap or (1 if strip.numbered and not strip.across else 0)
    return strip.cell[1] - gap


def labels(diagram: Diagram, held: Collection[str]) -> PlotlyTrace:
    """The symbol of each strip; ``held`` are the gates that are held by hand."""
    points: list[Point] = []
    sides: list[Side] = []
    for strip in diagram.strips.values():
        edge, (dx, dy), side = _BESIDE[strip.label]
        x, y = strip.edge(edge)
        points.append((x + dx, y + dy))
        sides.append(side)
    return texts(
        "labels",
        points,
        [
            f"<i>{signal(diagram.table, name).symbol}</i>{' held' * (name in held)}"
            for name in diagram.strips
        ],
        size=19 if diagram.wide else 16,
        colour=["$muted"] * len(points),
        side=sides,
    )


def token(diagram: Diagram) -> PlotlyTrace:
    """The word that is being read, beside its vector."""
    strip = diagram.strips["x"]
    if diagram.wide:
        x, y = strip.edge("right")
        return texts("token", [(x + 34, y)], size=17, colour="$ink", side="right")
    x, y = strip.edge("top")
    return texts("token", [(x + 14, y - 2)], size=12, colour="$ink", side="above right")


def column_names(diagram: Diagram, columns: Sequence[str]) -> PlotlyTrace:
    """Which input each cell of x is; where there is no room, hover tells."""
    strip = diagram.strips["x"]
    wide = diagram.wide
    centres = [strip.cell_centre(k) for k in range(strip.cells)] if strip.numbered else []
    return texts(
        "columns",
        [(x, y + 12) if wide else (x + 25, y) for x, y in centres],
        [
            escape(columns[k] if wide else short(columns[k], 6), quote=False)
            for k in range(len(centres))
        ],
        size=12 if wide else SMALLEST_TEXT,
        side="below" if wide else "right",
    )
