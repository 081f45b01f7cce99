"""What the three pictures of squashing are drawn with: axes, lines, cells, bars, words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lstm_viz.figures.board import Frame
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.lighting import Patch
from lstm_viz.figures.shapes import NO_TEXT, QUIET, line, places
from lstm_viz.figures.style import MONO, SANS, STRONG
from lstm_viz.lesson.caption import Caption
from lstm_viz.notation import number

Words = tuple[float, float, str, str, float, str]
"""x, y, text, text position, size, colour role."""


@dataclass(frozen=True)
class Axes:
    """A frame on the picture (left, top, right, bottom; pixels) and what its edges mean."""

    left: float
    top: float
    right: float
    bottom: float
    x: tuple[float, float]
    y: tuple[float, float]

    def at(self, x: float, y: float) -> Point:
        """The place of a point; what is beyond an edge stands on it."""
        return self.across(x), self.up(y)

    def across(self, x: float) -> float:
        share = min(1.0, max(0.0, (x - self.x[0]) / (self.x[1] - self.x[0])))
        return round(self.left + share * (self.right - self.left), 2)

    def up(self, y: float) -> float:
        share = min(1.0, max(0.0, (y - self.y[0]) / (self.y[1] - self.y[0])))
        return round(self.bottom + share * (self.top - self.bottom), 2)


def frame(patches: Mapping[str, Mapping[str, Patch]], told: Caption) -> Frame:
    return Frame(patches, told.title, told.sentence, told.equation, told.numbers)


def ticks(
    axes: Axes, x: Sequence[float], y: Sequence[tuple[float, str]], size: float
) -> list[Words]:
    """Numbers under the axes, and words to the left of them."""
    along = [(axes.across(v), f"{v:g}".replace("-", "−")) for v in x]
    return [
        *((axes.left - 6, axes.up(v), text, "middle left", size, "$muted") for v, text in y),
        *((at, axes.bottom + size, v, "middle center", size, "$muted") for at, v in along),
    ]


def strokes(
    name: str, colour: str, width: float, pairs: Sequence[tuple[Point, Point]]
) -> dict[str, Any]:
    """Separate straight lines in one trace."""
    x: list[float | None] = []
    y: list[float | None] = []
    for (x0, y0), (x1, y1) in pairs:
        x += [x0, x1, None]
        y += [y0, y1, None]
    return line(name, colour, width, ()) | {"x": x, "y": y}


def words(name: str, items: Sequence[Words], family: str = SANS) -> dict[str, Any]:
    x, y, text, position, size, colour = ([*column] for column in zip(*items, strict=True))
    return QUIET | {
        "name": name,
        "mode": "text",
        "x": x,
        "y": y,
        "text": text,
        "textposition": position,
        "textfont": {"family": family, "size": size, "color": colour},
    }


def dots(
    name: str, count: int, size: float, *, symbol: Any = "circle", edge: str = "$ink"
) -> dict[str, Any]:
    """Points whose place and value come with each frame."""
    return QUIET | {
        "name": name,
        "mode": "markers",
        "x": [0.0] * count,
        "y": [0.0] * count,
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": [0.0] * count,
            "opacity": [1.0] * count,
            "colorscale": "$values",
            "cmin": -1,
            "cmax": 1,
            "line": {"color": edge, "width": 1.5},
        },
    }


def cells(
    name: str, centres: Sequence[Point], size: tuple[float, float], text_size: float
) -> dict[str, Any]:
    """Cells of a vector: a thick short line is a rectangle that animates like a marker."""
    count = len(centres)
    return QUIET | {
        "name": name,
        "mode": "markers+text",
        **places(centres),
        "text": [NO_TEXT] * count,
        "textfont": {"family": MONO, "size": text_size, "color": ["$ink"] * count},
        "marker": {
            "symbol": "line-ew-open",
            "size": round(size[0] / 1.4, 2),  # Plotly draws it 1.4 × its size long
            "line": {"width": size[1]},
            "color": ["$off"] * count,
            "opacity": [1.0] * count,
            "colorscale": "$values",
            "cmin": -1,
            "cmax": 1,
        },
    }


def filled(values: Sequence[float | None], texts: Sequence[str] | None = None) -> Patch:
    """What cells say: a value each, in its colour; None is a cell not computed yet."""
    said = texts or [NO_TEXT if v is None else number(v, sign=True) for v in values]
    return {
        "text": list(said),
        "marker": {"color": ["$off" if v is None else shade(v) for v in values]},
        "textfont": {
            "color": ["$on_value" if v is not None and abs(v) > STRONG else "$ink" for v in values]
        },
    }


def bars(name: str, columns: Sequence[float], thick: float) -> dict[str, Any]:
    """Upright bars as thick markers: each has its middle and its length from the frame."""
    trace = cells(name, [(x, 0.0) for x in columns], (1, thick), 11)
    trace["mode"] = "markers"
    trace["marker"] |= {"symbol": "line-ns-open", "size": [0.0] * len(columns)}
    return trace


def upright(values: Sequence[float], axes: Axes) -> Patch:
    """Bars from 0 to the values; the part beyond the scale is not drawn."""
    ends = [axes.up(v) for v in values]
    zero = axes.up(0)
    return {
        "y": [round((end + zero) / 2, 2) for end in ends],
        "marker": {
            "size": [round(abs(end - zero) / 1.4, 2) for end in ends],
            "color": [shade(v) for v in values],
        },
    }


def shade(value: float) -> float:
    """The place of a value on the colour scale from −1 to 1."""
    return round(min(1.0, max(-1.0, float(value))), 4)
