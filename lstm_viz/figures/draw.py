"""A diagram as Plotly traces, at rest.  What a stage lights is in ``lighting``.

Everything that ever changes is a trace attribute that Plotly can move smoothly: marker position,
colour and opacity, line opacity, fill colour, text colour.  Nothing is a shape or an annotation.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from html import escape
from typing import Any, Literal

from lstm_viz.figures.diagram import Diagram, Strip, rounded
from lstm_viz.figures.shapes import NO_TEXT, QUIET, area
from lstm_viz.figures.style import MONO, SANS, SMALLEST_TEXT
from lstm_viz.signals import signal


def traces(
    diagram: Diagram,
    columns: Sequence[str],
    scales: Mapping[str, float],
    held: Collection[str] = (),
) -> list[dict[str, Any]]:
    """The diagram at rest: nothing lit, nothing filled in; each trace has a ``name``.

    ``held`` are the gates that are held by hand, to be labelled so.
    """
    return [
        _frame(diagram),
        _quiet_wires(diagram),
        *_lit_wires(diagram),
        _dots(),
        *_gates(diagram),
        _gate_text(diagram),
        ops(diagram),
        sockets(diagram),
        strips(diagram),
        labels(diagram, held),
        _token(diagram),
        _column_names(diagram, columns),
        *_colour_key(diagram, scales),
    ]


def _frame(diagram: Diagram) -> dict[str, Any]:
    return area("frame", diagram.frame, "$panel", "$faint", 28 * diagram.text_scale, 2)


def _quiet_wires(diagram: Diagram) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    for wire in diagram.wires.values():
        x += [*(px for px, _ in wire.points), None]
        y += [*(py for _, py in wire.points), None]
    line = {"color": "$wire", "width": 3 * diagram.text_scale}
    return QUIET | {"name": "wires", "mode": "lines", "line": line, "x": x, "y": y}


def _lit_wires(diagram: Diagram) -> list[dict[str, Any]]:
    return [
        QUIET
        | {
            "name": f"wire {wire.name}",
            "mode": "lines",
            "opacity": 0.0,
            "line": {"color": f"${wire.color}", "width": 8 * diagram.text_scale},
            "x": [x for x, _ in wire.points],
            "y": [y for _, y in wire.points],
        }
        for wire in diagram.wires.values()
    ]


def _dots() -> dict[str, Any]:
    """Where the flow is; empty at rest, filled by whoever animates."""
    marker = {"size": 8, "color": "$dot", "line": {"color": [], "width": 2.5}}
    return QUIET | {"name": "dots", "mode": "markers", "x": [], "y": [], "marker": marker}


def _gates(diagram: Diagram) -> list[dict[str, Any]]:
    boxes = []
    for gate in diagram.gates.values():
        (x, y), (width, height) = gate.centre, gate.size
        outline = rounded(
            x - width / 2, y - height / 2, x + width / 2, y + height / 2, 13 * diagram.text_scale
        )
        boxes.append(
            QUIET
            | {
                "name": f"gate {gate.name}",
                "mode": "lines",
                "fill": "toself",
                "fillcolor": "$paper",
                "line": {
                    "color": f"${gate.role}",
                    "width": 2.5 * diagram.text_scale,
                    "simplify": False,
                },
                "x": [px for px, _ in outline],
                "y": [py for _, py in outline],
            }
        )
    return boxes


def _gate_text(diagram: Diagram) -> dict[str, Any]:
    gates = list(diagram.gates.values())
    up, down = (8, 12) if diagram.name == "wide" else (9, 9)
    sizes = [21, 14] if diagram.name == "wide" else [15, SMALLEST_TEXT]
    return QUIET | {
        "name": "gate text",
        "mode": "text",
        "x": [gate.centre[0] for gate in gates] * 2,
        "y": [gate.centre[1] - up for gate in gates] + [gate.centre[1] + down for gate in gates],
        "text": [f"<b>{gate.function}</b>" for gate in gates] + [gate.label for gate in gates],
        "textfont": {
            "family": SANS,
            "size": [sizes[0]] * len(gates) + [sizes[1]] * len(gates),
            "color": [f"$text_{gate.role}" for gate in gates] * 2,
        },
    }


_TEXT_SIZE = {"tanh": 13, "1−": 16}
"""Of what is longer than a sign."""


def ops(diagram: Diagram) -> dict[str, Any]:
    ops = list(diagram.ops.values())
    scale = diagram.text_scale
    return QUIET | {
        "name": "ops",
        "mode": "markers+text",
        "x": [op.centre[0] for op in ops],
        "y": [op.centre[1] for op in ops],
        "text": [f"<b>{op.text}</b>" for op in ops],
        "textfont": {
            "family": SANS,
            "size": [max(SMALLEST_TEXT, scale * _TEXT_SIZE.get(op.text, 26)) for op in ops],
            "color": ["$ink"] * len(ops),
        },
        "marker": {
            "size": [2 * op.radius for op in ops],
            "color": ["$paper"] * len(ops),
            "opacity": 1,
            "line": {"color": ["$muted"] * len(ops), "width": 2.5 * scale},
        },
    }


def strips(diagram: Diagram) -> dict[str, Any]:
    """All cells of all strips: a thick short line is a rectangle that animates like a marker."""
    cells = [(strip, k) for strip in diagram.strips.values() for k in range(strip.cells)]
    height = [
        strip.cell[1] - (strip.gap or (1 if strip.numbered and not strip.across else 0))
        for strip, _ in cells
    ]
    return QUIET | {
        "name": "strips",
        "mode": "markers+text",
        "hoverinfo": "text",
        "x": [strip.cell_centre(k)[0] for strip, k in cells],
        "y": [strip.cell_centre(k)[1] for strip, k in cells],
        "customdata": [[strip.signal, k] for strip, k in cells],
        "text": [NO_TEXT] * len(cells),
        "textfont": {
            "family": MONO,
            "size": 14 if diagram.name == "wide" else SMALLEST_TEXT,
            "color": ["$ink"] * len(cells),
        },
        "marker": {
            "symbol": "line-ew-open",
            "size": [_line_size(strip) for strip, _ in cells],
            "line": {"width": height},
            "color": ["$off"] * len(cells),
            "opacity": [1.0] * len(cells),
            "colorscale": "$values",
            "cmin": -1,
            "cmax": 1,
        },
    }


def sockets(diagram: Diagram) -> dict[str, Any]:
    """The empty places that stay when a strip moves on to the next step."""
    cells = strips(diagram)
    marker = {key: cells["marker"][key] for key in ("symbol", "size", "line")}
    place = {"x": cells["x"], "y": cells["y"], "marker": marker | {"color": "$off"}}
    return QUIET | {"name": "sockets", "mode": "markers", **place}


def _line_size(strip: Strip) -> float:
    """Plotly draws ``line-ew`` 1.4 × its size long."""
    gap = 1 if strip.across and strip.numbered else 0
    return (strip.cell[0] - gap) / 1.4


_Side = Literal["top", "bottom", "left", "right"]
_BESIDE: dict[str, tuple[_Side, tuple[float, float], str]] = {
    "above": ("top", (0, -3), "top center"),
    "below": ("bottom", (0, 3), "bottom center"),
    "left": ("left", (-6, 0), "middle left"),
    "right": ("right", (8, 0), "middle right"),
}
"""For each place of a label: the edge it is at, how far from it, and what Plotly calls that."""


def labels(diagram: Diagram, held: Collection[str]) -> dict[str, Any]:
    x, y, position = [], [], []
    size = 19 if diagram.name == "wide" else 16
    for strip in diagram.strips.values():
        side = strip.label
        at, (dx, dy), words = _BESIDE[side]
        edge = strip.edge(at)
        x.append(edge[0] + dx)
        y.append(edge[1] + dy)
        position.append(words)
    return QUIET | {
        "name": "labels",
        "mode": "text",
        "x": x,
        "y": y,
        "text": [
            f"<i>{signal(diagram.table, name).symbol}</i>{' held' * (name in held)}"
            for name in diagram.strips
        ],
        "textposition": position,
        "textfont": {"family": SANS, "size": size, "color": ["$muted"] * len(x)},
    }  # fmt: skip


def _token(diagram: Diagram) -> dict[str, Any]:
    """The word that is being read, beside its vector."""
    strip = diagram.strips["x"]
    wide = diagram.name == "wide"
    x, y = strip.edge("right") if wide else strip.edge("top")
    return QUIET | {
        "name": "token",
        "mode": "text",
        "x": [x + 34 if wide else x + 14],
        "y": [y if wide else y - 2],
        "text": [NO_TEXT],
        "textposition": "middle right" if wide else "top right",
        "textfont": {"family": SANS, "size": 17 if wide else 12, "color": "$ink"},
    }


def _column_names(diagram: Diagram, columns: Sequence[str]) -> dict[str, Any]:
    """Which input each cell of x is; where there is no room, hover tells."""
    strip = diagram.strips["x"]
    shown = range(strip.cells) if strip.numbered else range(0)
    wide = diagram.name == "wide"
    return QUIET | {
        "name": "columns",
        "mode": "text",
        "x": [strip.cell_centre(k)[0] + (0 if wide else 25) for k in shown],
        "y": [strip.cell_centre(k)[1] + (12 if wide else 0) for k in shown],
        "text": [
            escape(_short(columns[k], int(strip.cell[0] / 6) if wide else 6), quote=False)
            for k in shown
        ],
        "textposition": "bottom center" if wide else "middle right",
        "textfont": {"family": SANS, "size": 12 if wide else SMALLEST_TEXT, "color": "$muted"},
    }


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _colour_key(diagram: Diagram, scales: Mapping[str, float]) -> list[dict[str, Any]]:
    """What the colours of the cells mean; there is room for it on the wide picture only."""
    if diagram.name != "wide":
        return []
    cells, left, y = 21, 780, diagram.height - 34
    shades = [k / 10 - 1 for k in range(cells)]
    wider = {"inputs": scales["x"], **_states(diagram, scales)}
    others = ", ".join(f"{what}: ±{size:.3g}" for what, size in wider.items() if size > 1)
    ends = ("−1", f"+1   ({others})" if others else "+1")
    bar = {
        "name": "key",
        "mode": "markers",
        "x": [left + 6 * k for k in range(cells)],
        "y": [y] * cells,
        "marker": {
            "symbol": "line-ew-open",
            "size": 6.4 / 1.4,
            "line": {"width": 11},
            "color": shades,
            "colorscale": "$values",
            "cmin": -1,
            "cmax": 1,
        },
    }
    text = {
        "name": "key text",
        "mode": "text",
        "x": [left - 8, left + 128],
        "y": [y, y],
        "text": list(ends),
        "textposition": ["middle left", "middle right"],
        "textfont": {"family": SANS, "size": 12, "color": "$muted"},
    }
    return [QUIET | bar, QUIET | text]


def _states(diagram: Diagram, scales: Mapping[str, float]) -> dict[str, float]:
    """What shares out its own largest value, and that: a cell state, or sums."""
    if "xn" in scales:
        return {"parts of the candidate": scales["xn"]}
    name = "c" if "c" in scales else "z"
    return {signal(diagram.table, name).label: scales[name]}
