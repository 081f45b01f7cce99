"""What charts are made of: axes and their numbers, values as colours, as numbers and as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.shapes import (
    NO_TEXT,
    VALUES,
    Colours,
    Patch,
    PlotlyTrace,
    Scale,
    Text,
    ink_on,
    lettered,
    markers,
    patch,
    stroke,
)
from lstm_viz.figures.style import MONO
from lstm_viz.notation import number


@dataclass(frozen=True, kw_only=True)
class Axes:
    """A frame on the picture, in pixels, and the values ``x`` and ``y`` at its edges."""

    left: float
    top: float
    right: float
    bottom: float
    x: tuple[float, float] = (0, 1)
    y: tuple[float, float] = (0, 1)

    def at(self, x: float, y: float) -> Point:
        """The place of a point; what is beyond an edge stands on it."""
        return self.across(x), self.up(y)

    def across(self, x: float) -> float:
        share = min(1.0, max(0.0, (x - self.x[0]) / (self.x[1] - self.x[0])))
        return round(self.left + share * (self.right - self.left), 2)

    def up(self, y: float) -> float:
        share = min(1.0, max(0.0, (y - self.y[0]) / (self.y[1] - self.y[0])))
        return round(self.bottom + share * (self.top - self.bottom), 2)

    def level(self, y: float) -> tuple[Point, Point]:
        """The line across the whole frame at ``y``."""
        return self.at(self.x[0], y), self.at(self.x[1], y)


def ticks(
    axes: Axes, x: Sequence[float], y: Sequence[tuple[float, str]], size: float
) -> list[Text]:
    """Numbers under the axes, and words to the left of them."""
    along = [(axes.across(v), f"{v:g}".replace("-", "−")) for v in x]
    return [
        *(Text(axes.left - 6, axes.up(v), text, "left", size) for v, text in y),
        *(Text(at, axes.bottom + size, v, "center", size) for at, v in along),
    ]


def shade(value: float) -> float:
    """The place of a value on the colour scale from −1 to 1."""
    return round(min(1.0, max(-1.0, float(value))), 4)


def dots(
    name: str,
    points: Sequence[Point],
    *,
    size: float,
    colour: Colours | None = None,
    edge: str = "$ink",
    edge_width: float = 1.5,
    scale: Scale = VALUES,
) -> PlotlyTrace:
    """Points with an edge; without ``colour`` each has that of a value, which comes with frames."""
    return markers(
        name,
        points,
        size=size,
        colour=[0.0] * len(points) if colour is None else colour,
        opacity=[1.0] * len(points),
        edge=edge,
        edge_width=edge_width,
        scale=scale,
    )


def cells(
    name: str,
    centres: Sequence[Point],
    *,
    size: tuple[float, float],
    text_size: float | None = None,
    colour: str | float = "$off",
    scale: Scale = VALUES,
) -> PlotlyTrace:
    """Cells of a vector, width × height: their values come with each frame, and their numbers if
    there is a ``text_size``; ``colour`` is that of all at rest."""
    count = len(centres)
    trace = markers(
        name,
        centres,
        symbol="line-ew-open",
        size=stroke(size[0]),
        edge_width=size[1],
        colour=[colour] * count,
        opacity=[1.0] * count,
        scale=scale,
    )
    if text_size is None:
        return trace
    return lettered(trace, size=text_size, colour=["$ink"] * count, family=MONO)


def filled(values: Sequence[float | None], gate: str = "") -> Patch:
    """What cells say: a value each, in its colour; None is a cell not computed yet.

    Shares have no sign, and the colour of their ``gate``.
    """
    return patch(
        text=[NO_TEXT if v is None else number(v, sign=not gate) for v in values],
        colour=["$off" if v is None else shade(v) for v in values],
        ink=["$ink" if v is None else ink_on(gate or "values", v) for v in values],
    )


def heading(box: Rect, y: float, text: str, size: float, colour: str = "$ink") -> Text:
    """What a panel shows, in bold, at its left."""
    return Text(box[0] + 14, y, f"<b>{text}</b>", "right", size, colour)
