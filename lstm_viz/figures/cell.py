"""The animated cell as a Plotly figure that plays by itself: for notebooks and scripts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from lstm_viz.figures.film import Film, View, compose, film, travelling_dots
from lstm_viz.figures.style import SANS, Palette, palette, resolve
from lstm_viz.figures.words import equation, sentence
from lstm_viz.trace import Trace

HEADER = 92
FOOTER = 84
SPACING = 60.0
FLOW = 6
"""Frames in which a dot goes from its place to the next dot's: short enough for corners."""
_MILLISECONDS = {"light": 240, "flow": 130}


def cell(
    trace: Trace,
    *,
    tokens: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    unit: int = 0,
    theme: str = "light",
    layout: str = "wide",
    steps: Sequence[int] | None = None,
) -> go.Figure:
    """One cell at work on one sequence, stage by stage, with play, pause and a slider.

    ``trace`` is an unbatched run of an LSTM, a GRU or a simple RNN, (T, H).  ``tokens`` label its
    steps and ``columns`` its inputs; ``unit`` (from 0) is the one whose numbers stand under the
    equation; ``theme`` is ``"light"`` or ``"dark"``, ``layout`` ``"wide"`` or ``"tall"``; ``steps``
    picks the time steps to show (all, unless given: ten stages a step of an LSTM, about 80 KB).

    >>> lstm_viz.figures.cell(trace).show()                                   # doctest: +SKIP
    """
    if layout not in ("wide", "tall"):
        raise ValueError(f"layout must be 'wide' or 'tall', got {layout!r}")
    if not 0 <= unit < trace.hidden_size:
        raise ValueError(f"unit must be from 0 to {trace.hidden_size - 1}, got {unit}")
    wanted = tuple(range(len(trace))) if steps is None else tuple(steps)
    if not wanted or min(wanted) < 0 or max(wanted) >= len(trace):
        raise ValueError(f"steps must be from 0 to {len(trace) - 1}, got {wanted}")
    story = film(trace, tokens=tokens, columns=columns, layouts=(layout,))
    view = story.views[layout]
    colours = palette(theme)
    places = [(t, k) for t, k in story.positions() if t in wanted]
    shifts = [n * SPACING / FLOW for n in range(FLOW + 1)]
    room = max(
        len(_dots(story, view, k, shift, colours)["x"])
        for k in range(len(story.stages))
        for shift in shifts
    )
    index = {trace["name"]: n for n, trace in enumerate(view.data)} | {"header": len(view.data)}

    def patches(t: int, k: int) -> dict[str, Any]:
        shown = compose(story, view, t, k) | {"header": _header(story, view, t, k, unit, colours)}
        shown["dots"] = _padded(_dots(story, view, k, 0.0, colours), room, opacity=0.0)
        return shown

    frames = []
    for t, k in places:
        parts = patches(t, k)
        frames.append(_frame(f"{t}.{k}", parts, index, colours))
        for n, shift in enumerate(shifts[1:], start=1):
            dots = _dots(story, view, k, shift, colours)
            flow = {"dots": _padded(dots, room, opacity=float(n < FLOW))}
            frames.append(_frame(f"{t}.{k}.{n}", flow, index, colours))

    first = patches(*places[0])
    data = [_merge(base, first.get(base["name"], {})) for base in view.data]
    data.append(_merge(_HEADER_TRACE, first["header"]))
    return go.Figure(
        data=resolve(data, colours),
        layout=_layout(story, view, places, colours),
        frames=frames,
    )


_HEADER_TRACE: dict[str, Any] = {
    "type": "scatter",
    "name": "header",
    "mode": "text",
    "showlegend": False,
    "hoverinfo": "skip",
    "cliponaxis": False,
    "textposition": "middle right",
    "textfont": {"family": SANS, "color": "$ink"},
}


def _merge(base: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    """``patch`` over ``base``, attribute by attribute."""
    merged = dict(base)
    for key, value in patch.items():
        merged[key] = _merge(base.get(key, {}), value) if isinstance(value, dict) else value
    return merged


def _frame(name: str, parts: dict[str, Any], index: dict[str, int], colours: Palette) -> go.Frame:
    return go.Frame(
        name=name,
        data=[{"type": "scatter", **resolve(patch, colours)} for patch in parts.values()],
        traces=[index[part] for part in parts],
    )


def _dots(story: Film, view: View, k: int, shift: float, colours: Palette) -> dict[str, Any]:
    x: list[float] = []
    y: list[float] = []
    rings: list[str] = []
    for name in story.stages[k].wires:
        wire = view.diagram.wires[name]
        for px, py in travelling_dots(wire.points, SPACING, shift + SPACING / 3):
            x.append(px)
            y.append(py)
            rings.append(colours[wire.color])
    return {"x": x, "y": y, "rings": rings}


def _padded(dots: dict[str, Any], room: int, *, opacity: float) -> dict[str, Any]:
    """Every frame has the same number of dots, so that each one has a place to glide from."""
    spare = room - len(dots["x"])
    return {
        "x": [*dots["x"], *([0.0] * spare)],
        "y": [*dots["y"], *([0.0] * spare)],
        "marker": {
            "opacity": [opacity] * len(dots["x"]) + [0.0] * spare,
            "line": {"color": [*dots["rings"], *(["$dot"] * spare)]},
        },
    }


def _header(story: Film, view: View, t: int, k: int, unit: int, colours: Palette) -> dict[str, Any]:
    stage = story.stages[k]
    small = view.diagram.name == "tall"
    numbers = f"unit {unit + 1}:  {sentence(story.words(k, unit)[0], story, t, unit)}"
    place = f"step {t + 1} of {len(story.tokens)} · “{escape(story.tokens[t], quote=False)}”"
    return {
        "x": [8, 8, 8],
        "y": [-72, -46, -22],
        "text": [
            f"<b>{k + 1}  {stage.title}</b>   {place}",
            equation(stage.equation, colours, story.trace.table),
            numbers,
        ],
        "textfont": {"size": [15, 13, 12] if small else [22, 18, 17]},
    }


def _layout(
    story: Film, view: View, places: list[tuple[int, int]], colours: Palette
) -> dict[str, Any]:
    diagram = view.diagram
    duration = _MILLISECONDS["light"]
    still = {
        "mode": "immediate",
        "frame": {"duration": 0, "redraw": False},
        "transition": {"duration": 0},
    }
    play = {
        "frame": {"duration": _MILLISECONDS["flow"], "redraw": False},
        "transition": {"duration": _MILLISECONDS["flow"], "easing": "linear"},
        "fromcurrent": True,
        "mode": "immediate",
    }
    jump = {
        "mode": "immediate",
        "frame": {"duration": duration, "redraw": False},
        "transition": {"duration": duration},
    }
    return {
        "width": diagram.width + 20,
        "height": diagram.height + HEADER + FOOTER,
        "margin": {"l": 10, "r": 10, "t": 0, "b": FOOTER},
        "paper_bgcolor": colours["paper"],
        "plot_bgcolor": colours["paper"],
        "font": {"family": SANS, "color": colours["ink"]},
        "xaxis": {"range": [0, diagram.width], "visible": False, "fixedrange": True},
        "yaxis": {"range": [diagram.height, -HEADER], "visible": False, "fixedrange": True},
        "hovermode": "closest",
        "updatemenus": [
            {
                "type": "buttons",
                "direction": "left",
                "showactive": False,
                "x": 0,
                "xanchor": "left",
                "y": 0,
                "yanchor": "top",
                "pad": {"t": 30, "l": 0},
                "font": {"color": colours["ink"]},
                "bgcolor": colours["panel"],
                "bordercolor": colours["faint"],
                "buttons": [
                    {"label": "Play", "method": "animate", "args": [None, play]},
                    {"label": "Pause", "method": "animate", "args": [[None], still]},
                ],
            }
        ],
        "sliders": [
            {
                "x": 0.14 if diagram.name == "wide" else 0.4,
                "len": 0.86 if diagram.name == "wide" else 0.6,
                "y": 0,
                "pad": {"t": 24},
                "currentvalue": {"visible": False},
                "ticklen": 0,
                "font": {"size": 1, "color": "rgba(0,0,0,0)"},
                "bgcolor": colours["faint"],
                "bordercolor": colours["faint"],
                "steps": [
                    {
                        "label": f"{t + 1}.{k + 1}",
                        "method": "animate",
                        "args": [[f"{t}.{k}"], jump],
                    }
                    for t, k in places
                ],
            }
        ],
    }  # fmt: skip
