"""The vocabulary of pictures: lines, areas, texts and markers, each as one Plotly trace.

Places and sizes are pixels of the unscaled picture, origin top left, y downwards.  A colour is a
role of ``style`` (``"$ink"``).  What is given as a list belongs to the points one by one; frames
change it by the trace's name, with ``patch``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from lstm_viz.figures.diagram import Point, Rect, rounded
from lstm_viz.figures.style import SANS
from lstm_viz.notation import beginning

PlotlyTrace = dict[str, Any]
"""A trace as Plotly reads it, with roles for colours."""
Patch = dict[str, Any]
"""What a frame changes of a trace: those of its attributes that differ."""

Side = Literal["left", "right", "center", "above", "below", "above right"]
_POSITIONS = {
    "left": "middle left",
    "right": "middle right",
    "center": "middle center",
    "above": "top center",
    "below": "bottom center",
    "above right": "top right",
}
"""What Plotly calls them."""

Colours = str | Sequence[str | float]
"""One role, or a role or a place on a ``Scale`` for each point."""
Numbers = float | Sequence[float]
"""One number, or one for each point."""

NOWHERE: Point = (0.0, 0.0)
"""The place at rest of what comes with each frame."""
NO_TEXT = "\u00a0"
"""Plotly keeps no place for an empty text, and what has no place cannot be filled in later."""
UNSEEN = "rgba(0,0,0,0)"
"""The colour of a text that is there and not seen."""

QUIET: PlotlyTrace = {
    "type": "scatter",
    "showlegend": False,
    "hoverinfo": "skip",
    "cliponaxis": False,
}
"""What every trace has: no legend, nothing on hover."""


class Scale(NamedTuple):
    """What numbers mean that are given as colours."""

    colours: str | list[list[Any]]
    low: float
    high: float


VALUES = Scale("$values", -1, 1)
"""What has a sign: from −1 to 1, neutral at 0."""


def gate_scale(colour: str) -> Scale:
    """How far a gate is open, in its own hue: pale at 0, full at 1; ``colour`` is its key."""
    return Scale([[0, f"$pale_{colour}"], [1, f"${colour}"]], 0, 1)


def ink_on(scale: str, share: float) -> str:
    """The role of what can be read on a value: of a gate (its key) or of ``"values"``."""
    return f"$on {scale}@{round(float(share), 4)}"


def stroke(pixels: float) -> float:
    """The marker size of a bar so long: Plotly draws those markers 1.4 × their size."""
    return round(pixels / 1.4, 2)


def line(
    name: str,
    points: Sequence[Point],
    *,
    colour: str,
    width: float,
    fill: str | None = None,
    opacity: float | None = None,
    dash: str | None = None,
    simplify: bool = False,
) -> PlotlyTrace:
    """One line through all points.  ``simplify``: its points never move, Plotly may leave some out.

    With ``fill`` it is the edge of an area of that colour.
    """
    look = _given(color=colour, width=width, dash=dash, simplify=None if simplify else False)
    area = _given(opacity=opacity, fill="toself" if fill else None, fillcolor=fill)
    return _trace(name, "lines", points) | {"line": look} | area


def lines(
    name: str,
    paths: Sequence[Sequence[Point]],
    *,
    colour: str,
    width: float,
    fill: str | None = None,
    simplify: bool = False,
) -> PlotlyTrace:
    """Separate lines of one look, in one trace."""
    trace = line(name, (), colour=colour, width=width, fill=fill, simplify=simplify)
    x = [at for path in paths for at in (*(x for x, _ in path), None)]
    y = [at for path in paths for at in (*(y for _, y in path), None)]
    return trace | {"x": x, "y": y}


def area(
    name: str,
    box: Rect,
    *,
    fill: str,
    edge: str,
    radius: float,
    width: float = 1.5,
    opacity: float | None = None,
) -> PlotlyTrace:
    """A rounded rectangle, filled, with an edge ``width`` wide."""
    outline = rounded(*box, radius)
    return line(name, outline, colour=edge, width=width, fill=fill, opacity=opacity)


def panel(name: str, box: Rect, radius: float = 14, width: float = 1.5) -> PlotlyTrace:
    """The ground that one part of a picture stands on."""
    return area(name, box, fill="$panel", edge="$faint", radius=radius, width=width)


def texts(
    name: str,
    points: Sequence[Point],
    text: Sequence[str] | None = None,
    *,
    size: Numbers,
    colour: Colours = "$muted",
    side: Side | Sequence[Side] | None = None,
    family: str = SANS,
) -> PlotlyTrace:
    """Texts that look alike; without ``text`` it comes with each frame.

    ``side``: on which side of its point a text is; one that is on the right begins there.
    """
    trace = lettered(_trace(name, "", points), text, size=size, colour=colour, family=family)
    position: str | list[str] | None = None
    if side is not None:
        position = _POSITIONS[side] if isinstance(side, str) else [_POSITIONS[at] for at in side]
    return trace | _given(mode="text", textposition=position)


class Text(NamedTuple):
    """A text with a look of its own."""

    x: float
    y: float
    text: str
    side: Side
    size: float
    colour: str = "$muted"


def words(name: str, items: Sequence[Text]) -> PlotlyTrace:
    """Texts that look different, in one trace."""
    x, y, text, side, size, colour = zip(*items, strict=True)
    points = list(zip(x, y, strict=True))
    return texts(name, points, text, size=size, colour=colour, side=side)


def lettered(
    trace: PlotlyTrace,
    text: Sequence[str] | None = None,
    *,
    size: Numbers,
    colour: Colours,
    family: str = SANS,
) -> PlotlyTrace:
    """``trace`` with a text on each of its points; without ``text`` it comes with each frame."""
    font = {"family": family, "size": _listed(size), "color": _listed(colour)}
    shown = [NO_TEXT] * len(trace["x"]) if text is None else list(text)
    return trace | {"mode": f"{trace['mode']}+text", "text": shown, "textfont": font}


def markers(
    name: str,
    points: Sequence[Point],
    *,
    size: Numbers,
    colour: Colours,
    symbol: str | Sequence[str] | None = None,
    opacity: Numbers | None = None,
    edge: Colours | None = None,
    edge_width: Numbers | None = None,
    scale: Scale | None = None,
) -> PlotlyTrace:
    """Marks of any kind; ``scale`` is for colours that are numbers."""
    marker = _given(
        symbol=_listed(symbol),
        size=_listed(size),
        color=_listed(colour),
        opacity=_listed(opacity),
        line=_given(color=_listed(edge), width=_listed(edge_width)) or None,
    )
    if scale:
        marker |= {"colorscale": scale.colours, "cmin": scale.low, "cmax": scale.high}
    return _trace(name, "markers", points) | {"marker": marker}


def bars(
    name: str,
    points: Sequence[Point],
    *,
    length: Numbers,
    thick: Numbers,
    colour: Colours,
    opacity: Numbers | None = None,
    upright: bool = False,
    scale: Scale | None = None,
) -> PlotlyTrace:
    """Straight bars round their middles: markers, which Plotly moves and makes longer smoothly."""
    return markers(
        name,
        points,
        symbol="line-ns-open" if upright else "line-ew-open",
        size=[stroke(one) for one in length] if isinstance(length, Sequence) else stroke(length),
        edge_width=thick,
        colour=colour,
        opacity=opacity,
        scale=scale,
    )


def clickable(trace: PlotlyTrace, places: Sequence[tuple[int, int]]) -> PlotlyTrace:
    """``trace`` whose points take the reader to these frames: (step, stage) from 0."""
    return trace | {"customdata": [["@", t, k] for t, k in places]}


def derived(trace: PlotlyTrace, name: str, first: int = 0) -> PlotlyTrace:
    """``trace`` whose points are values ``name``, from number ``first`` on: a click opens where
    each comes from, as far as the frame says so."""
    values = [[name, first + k] for k in range(len(trace["x"]))]
    return trace | {"customdata": values, "hoverinfo": "none"}


def of_run(trace: PlotlyTrace, places: Sequence[tuple[int, int]]) -> PlotlyTrace:
    """``trace`` whose points are values of the run that a frame shows, at these (step, unit): a
    click goes into the cell there, where the page has that cell."""
    return trace | {"customdata": [["run", t, unit] for t, unit in places], "hoverinfo": "none"}


def patch(
    points: Sequence[Point] | None = None,
    *,
    text: Sequence[str] | None = None,
    ink: Colours | None = None,
    colour: Colours | None = None,
    size: Numbers | None = None,
    opacity: Numbers | None = None,
    edge: Colours | None = None,
) -> Patch:
    """What a frame says anew of a trace: its places, its texts and their colour (``ink``), and of
    its markers the colour, size, opacity and edge."""
    marker = _given(
        color=_listed(colour),
        size=_listed(size),
        opacity=_listed(opacity),
        line=None if edge is None else {"color": _listed(edge)},
    )
    return _given(
        **({} if points is None else _places(points)),
        text=_listed(text),
        textfont=None if ink is None else {"color": _listed(ink)},
        marker=marker or None,
    )


def short(text: str, longest: int) -> str:
    """``text``, cut to so many letters."""
    return text if len(text) <= longest else beginning(text, longest - 1) + "…"


def _trace(name: str, mode: str, points: Sequence[Point]) -> PlotlyTrace:
    return QUIET | {"name": name, "mode": mode, **_places(points)}


def _places(points: Sequence[Point]) -> dict[str, list[float]]:
    return {"x": [x for x, _ in points], "y": [y for _, y in points]}


def _given(**attributes: Any) -> dict[str, Any]:
    """The attributes that are not None."""
    return {name: value for name, value in attributes.items() if value is not None}


def _listed(value: Any) -> Any:
    """A sequence as a list: Plotly takes a tuple for one value."""
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
