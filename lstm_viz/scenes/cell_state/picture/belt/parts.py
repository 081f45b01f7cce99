"""What of the conveyor belt is drawn once and never changes, and the places of what does."""

from __future__ import annotations

from typing import Any

from lstm_viz.figures.diagram import Point, rounded
from lstm_viz.figures.shapes import NO_TEXT, QUIET, line
from lstm_viz.figures.style import MONO, SANS, SMALLEST_TEXT
from lstm_viz.scenes.cell_state.picture.belt.layout import STEPS, UNITS, Layout


def still(layout: Layout) -> list[dict[str, Any]]:
    """The traces with nothing on the belt; what changes is named in ``board._patches``."""
    every = range(STEPS)
    grid = [layout.parcel(t, unit) for t in every for unit in range(UNITS)]
    there = [["@", t, 0] for t in every for _ in range(UNITS)]
    return [
        _belt(layout),
        _rollers(layout),
        line("belt", "$wire", 6, [layout.rail_start, layout.place(STEPS - 0.5, layout.rail_at)]),
        line("lit belt", "$c", 6, [layout.rail_start, layout.rail(0)]),
        _axes(layout),
        line("now", "$wire", 2, [layout.now(0, 0), layout.now(0, 1)]),
        _blocks("sockets", layout, grid) | {"customdata": there},
        _blocks("trail", layout, grid) | {"customdata": there},
        _blocks("parcels", layout, grid[:UNITS]),
        line("carrier", "$ink", 2, layout.carrier(0)),
        _lamps("forget gates", layout, layout.gate, "×"),
        _values("forget values", layout, layout.gate_value, "$text_f"),
        _lamps("input gates", layout, layout.input, "" if layout.upright else "+"),
        _values("input values", layout, layout.input_value, "$text_i"),
        line("left line", "$c", 3, [layout.share(0, 1.0)] * STEPS),
        _marks("whole", layout, 15, "$paper", "$h"),
        _marks("left", layout, 7, "$c", "$c"),
        _heads(layout),
        *_chart_words(layout),
    ]  # fmt: skip


def _belt(layout: Layout) -> dict[str, Any]:
    start, end = layout.time(-0.5), layout.time(STEPS - 0.5)
    half = layout.cell[0 if layout.upright else 1] / 2 + 4
    near, far = layout.lane - half, layout.lane + layout.lane_pitch * (UNITS - 1) + half
    (x0, y0), (x1, y1) = layout.at(start, near), layout.at(end, far)
    outline = rounded(x0, y0, x1, y1, 10)
    return line("band", "$faint", 1, list(outline)) | {"fill": "toself", "fillcolor": "$panel"}


def _rollers(layout: Layout) -> dict[str, Any]:
    away = -5 if layout.upright else 6
    points = [layout.place(n - 0.5, layout.rail_at + away) for n in range(STEPS + 1)]
    marker = {"size": 7, "color": "$paper", "line": {"color": "$wire", "width": 2}}
    return line("rollers", "$wire", 0, points) | {"mode": "markers", "marker": marker}


def _axes(layout: Layout) -> dict[str, Any]:
    """Lines at 0 and 1 in the chart of what is left."""
    x: list[float | None] = []
    y: list[float | None] = []
    for across in (layout.zero, layout.one):
        for t in (-0.5, STEPS - 0.5):
            point = layout.place(t, across)
            x.append(point[0])
            y.append(point[1])
        x.append(None)
        y.append(None)
    return line("axes", "$faint", 1.5, []) | {"x": x, "y": y}


def _blocks(name: str, layout: Layout, points: list[Point]) -> dict[str, Any]:
    width, height = layout.cell
    return QUIET | {
        "name": name,
        "mode": "markers" if name == "sockets" else "markers+text",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "text": [NO_TEXT] * len(points),
        "textfont": {"family": MONO, "size": layout.type_size, "color": ["$ink"] * len(points)},
        "marker": {
            "symbol": "line-ew-open",
            "size": width / 1.4,
            "line": {"width": height},
            "color": ["$off"] * len(points),
            "opacity": [1.0] * len(points),
            "colorscale": "$values",
            "cmin": -1,
            "cmax": 1,
        },
    }


def _lamps(name: str, layout: Layout, across: float, sign: str) -> dict[str, Any]:
    points = [layout.place(t, across) for t in range(STEPS)]
    hidden = not sign
    return QUIET | {
        "name": name,
        "mode": "markers+text",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "text": [f"<b>{sign}</b>" if sign else NO_TEXT] * STEPS,
        "textfont": {"family": SANS, "size": 16, "color": ["$muted"] * STEPS},
        "marker": {
            "size": 2 * layout.lamp,
            "color": ["$paper"] * STEPS,
            "opacity": 0.0 if hidden else 1.0,
            "line": {"color": ["$wire"] * STEPS, "width": 2},
        },
    }


def _values(name: str, layout: Layout, across: float, colour: str) -> dict[str, Any]:
    points = [layout.place(t, across) for t in range(STEPS)]
    return QUIET | {
        "name": name,
        "mode": "text",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "text": [NO_TEXT] * STEPS,
        "textfont": {"family": MONO, "size": layout.type_size, "color": [colour] * STEPS},
    }


def _marks(name: str, layout: Layout, size: float, fill: str, ring: str) -> dict[str, Any]:
    points = [layout.share(t, 0.0) for t in range(STEPS)]
    return QUIET | {
        "name": name,
        "mode": "markers",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "marker": {
            "size": size,
            "color": fill,
            "opacity": [0.0] * STEPS,
            "line": {"color": ring, "width": 2.5},
        },
    }


def _heads(layout: Layout) -> dict[str, Any]:
    return QUIET | {
        "name": "heads",
        "mode": "text",
        "x": [x for _, (x, _), _ in layout.heads],
        "y": [y for _, (_, y), _ in layout.heads],
        "text": [text for text, _, _ in layout.heads],
        "textposition": "middle right",
        "textfont": {
            "family": SANS,
            "size": 14 if layout.name == "wide" else SMALLEST_TEXT,
            "color": [colour for _, _, colour in layout.heads],
        },
    }


def _chart_words(layout: Layout) -> list[dict[str, Any]]:
    """The numbers of the steps, the scale of what is left, and what its marks are."""
    wide = layout.name == "wide"
    steps = [(str(t + 1), layout.place(t, layout.step_at), "$muted") for t in range(STEPS)]
    ends = [("0", layout.zero), ("1", layout.one)]
    scale = [
        (text, layout.at(layout.time(-0.72) if wide else 42, at), "$muted") for text, at in ends
    ]
    legend = (
        [("●  along the belt alone: f × f × f …", (640, 292), "$text_c"),
         ("○  by all paths, through h and the gates too", (980, 292), "$text_h")]
        if wide
        else [("● along the belt alone", (96, 8), "$text_c"),
              ("○ by all paths", (270, 8), "$text_h")]
    )  # fmt: skip
    rows = [*steps, *scale, *legend]
    return [
        QUIET
        | {
            "name": "words",
            "mode": "text",
            "x": [x for _, (x, _), _ in rows],
            "y": [y for _, (_, y), _ in rows],
            "text": [text for text, _, _ in rows],
            "textfont": {
                "family": SANS,
                "size": 13 if wide else SMALLEST_TEXT,
                "color": [colour for _, _, colour in rows],
            },
        }
    ]
