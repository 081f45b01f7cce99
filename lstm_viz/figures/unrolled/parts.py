"""The traces of the unrolled row: what stands still, and what goes with the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lstm_viz.figures import draw
from lstm_viz.figures.diagram import Diagram, Gate, Point, rounded
from lstm_viz.figures.shapes import QUIET, line
from lstm_viz.figures.unrolled.layout import Placement
from lstm_viz.figures.unrolled.text import legend, letters, repeated, signs, states, tokens

ROUND = 8.0
"""The radius of a small cell's corners."""

_NO_SCALES = {"x": 1.0, "c": 1.0}

Trace = dict[str, Any]


def everything(
    small: Diagram, there: Placement, words: Sequence[str], moving: Sequence[Trace]
) -> list[Trace]:
    """All traces, with the reader at step 0 and nothing computed."""
    by_name = {trace["name"]: trace for trace in moving}
    gates = [by_name[name] for name in by_name if name.startswith("gate ")]
    lit = [by_name[name] for name in by_name if name.startswith("wire ")]
    strips = draw.strips(small)
    return [
        _frames(small, there),
        by_name["here"],
        _wires(small, there),
        _rail(small, there),
        line("belt", "$c", 5, [small.strips["c_prev"].centre] * 2),
        *lit,
        next(trace for trace in draw.traces(small, (), _NO_SCALES) if trace["name"] == "dots"),
        *(_gate(gate, small, there) for gate in small.gates.values()),
        *gates,
        letters(small, there),
        repeated(_markers(draw.ops(small)), there, "all ops"),
        by_name["ops now"],
        signs(small, there),
        _sockets(small, there),
        *(_strips(strips, there, t) for t in range(there.steps)),
        states(small, there),
        tokens(small, there, words),
        legend(there),
    ]


def moving(small: Diagram) -> list[Trace]:
    """What is lit of the cell at work, drawn at step 0."""
    x0, y0, x1, y1 = small.frame
    here = line("here", "$ink", 2.5, list(rounded(x0, y0, x1, y1, ROUND)))
    return [
        here,
        *(
            _markers(trace) | {"name": "ops now"} if trace["name"] == "ops" else trace
            for trace in draw.traces(small, (), _NO_SCALES)
            if trace["name"].startswith(("wire ", "gate ")) or trace["name"] == "ops"
            if trace["name"] != "gate text"
        ),
    ]


def _markers(trace: Trace) -> Trace:
    return {key: trace[key] for key in trace if "text" not in key} | {"mode": "markers"}


def _paths(
    name: str, colour: str, width: float, there: Placement, paths: Sequence[Sequence[Point]]
) -> Trace:
    """The same lines in every cell, as one trace with gaps."""
    x: list[float | None] = []
    y: list[float | None] = []
    for t in range(there.steps):
        for path in paths:
            x += [*(px + t * there.shift[0] for px, _ in path), None]
            y += [*(py + t * there.shift[1] for _, py in path), None]
    return line(name, colour, width, []) | {"x": x, "y": y}


def _frames(small: Diagram, there: Placement) -> Trace:
    outline = rounded(*small.frame, ROUND)
    return _paths("frame", "$faint", 1.5, there, [outline]) | {
        "fill": "toself",
        "fillcolor": "$panel",
    }


def _wires(small: Diagram, there: Placement) -> Trace:
    wires = _paths("wires", "$wire", 1.5, there, [wire.points for wire in small.wires.values()])
    if there.upright and there.steps > 1:
        links = _paths(
            "", "$wire", 1.5, replace(there, steps=there.steps - 1), _between(small, there)
        )
        wires |= {axis: wires[axis] + links[axis] for axis in "xy"}
    return wires


def _between(small: Diagram, there: Placement) -> list[tuple[Point, ...]]:
    """Between two cells of the column c goes straight on and h takes a turn."""
    (cx, cy), (hx, hy) = small.strips["c"].edge("bottom"), small.strips["h"].edge("bottom")
    (nx, ny) = small.strips["h_prev"].edge("top")
    down = there.shift[1]
    middle = (hy + ny + down) / 2
    return [
        ((cx, cy), (cx, small.strips["c_prev"].edge("top")[1] + down)),
        ((hx, hy), (hx, middle), (nx, middle), (nx, ny + down)),
    ]


def _rail(small: Diagram, there: Placement) -> Trace:
    """The way of the cell state through all cells."""
    (x0, y0), (x1, y1) = small.strips["c_prev"].centre, small.strips["c"].centre
    last = there.steps - 1
    end = (x1 + last * there.shift[0], y1 + last * there.shift[1])
    return line("rail", "$wire", 5, [(x0, y0), end])


def _gate(gate: Gate, small: Diagram, there: Placement) -> Trace:
    (x, y), (width, height) = gate.centre, gate.size
    outline = rounded(x - width / 2, y - height / 2, x + width / 2, y + height / 2, 6.5)
    return _paths(f"all {gate.name}", f"${gate.name}", 1.5, there, [outline]) | {
        "fill": "toself",
        "fillcolor": "$paper",
    }


def _sockets(small: Diagram, there: Placement) -> Trace:
    """The places of all values; of those before a step, the first step's alone."""
    return repeated(draw.sockets(small), there, "sockets")


def _strips(strips: Trace, there: Placement, t: int) -> Trace:
    cells = len(strips["x"])
    marker = strips["marker"] | {"opacity": [0.0] * cells}
    return QUIET | {
        "name": f"strips {t}",
        "mode": "markers",
        "x": [x + t * there.shift[0] for x in strips["x"]],
        "y": [y + t * there.shift[1] for y in strips["y"]],
        "marker": marker,
    }
