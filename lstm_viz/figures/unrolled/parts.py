"""The traces of the unrolled row: what stands still, and what goes with the reader."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures import draw
from lstm_viz.figures.diagram import Diagram, Point, Rect, rounded
from lstm_viz.figures.draw_strips import sockets, strip_marks
from lstm_viz.figures.shapes import PlotlyTrace, line, lines
from lstm_viz.figures.unrolled.layout import Placement
from lstm_viz.figures.unrolled.text import legend, letters, signs, states, tokens

ROUND = 8.0
"""The radius of a small cell's corners."""
EDGE = 1.5


def everything(
    first: Diagram, row: Placement, read: Sequence[str], moving: Sequence[PlotlyTrace]
) -> list[PlotlyTrace]:
    """All traces, with the reader at step 0 and nothing computed.

    ``first`` is the row's first cell, ``read`` what each cell reads.
    """
    by_name = {trace["name"]: trace for trace in moving}
    gates = [by_name[name] for name in by_name if name.startswith("gate ")]
    lit = [by_name[name] for name in by_name if name.startswith("wire ")]
    start, end = first.strips["c_prev"].centre, first.strips["c"].centre
    last = row.at(row.steps - 1, [end])
    ops, strips = list(first.ops.values()), list(first.strips.values())
    return [
        _outlines("frame", first.frame, ROUND, row, colour="$faint", fill="$panel"),
        by_name["here"],
        _wires(first, row),
        line("rail", [start, *last], colour="$wire", width=5),
        line("belt", [start] * 2, colour="$c", width=5),
        *lit,
        draw.flow_dots(),
        *(
            _outlines(f"all {name}", gate.box, 6.5, row, colour=f"${name}", fill="$paper")
            for name, gate in first.gates.items()
        ),
        *gates,
        letters(first, row),
        row.spread(draw.op_marks("all ops", ops * row.steps, _ring(first))),
        by_name["ops now"],
        signs(first, row),
        row.spread(sockets(strips * row.steps)),
        *(_strips(first, row, t) for t in range(row.steps)),
        states(first, row),
        tokens(first, row, read),
        legend(row),
    ]


def moving(first: Diagram) -> list[PlotlyTrace]:
    """What is lit of the cell at work, drawn at step 0."""
    return [
        line("here", rounded(*first.frame, ROUND), colour="$ink", width=2.5),
        *draw.lit_wires(first),
        *draw.gate_boxes(first),
        draw.op_marks("ops now", list(first.ops.values()), _ring(first)),
    ]


def _ring(cell: Diagram) -> float:
    """How wide the edge of an operation is."""
    return 2.5 * cell.text_scale


def _outlines(
    name: str, box: Rect, radius: float, row: Placement, *, colour: str, fill: str
) -> PlotlyTrace:
    """A rounded box in every cell."""
    outline = rounded(*box, radius)
    paths = [row.at(t, outline) for t in range(row.steps)]
    return lines(name, paths, colour=colour, width=EDGE, fill=fill)


def _wires(first: Diagram, row: Placement) -> PlotlyTrace:
    every, wires = range(row.steps), list(first.wires.values())
    paths = [row.at(t, wire.points) for t in every for wire in wires]
    if row.upright:
        paths += [row.at(t, path) for t in every[:-1] for path in _between(first, row)]
    return lines("wires", paths, colour="$wire", width=EDGE)


def _between(first: Diagram, row: Placement) -> list[tuple[Point, ...]]:
    """Between two cells of the column c goes straight on and h takes a turn."""
    (cx, cy), (hx, hy) = (first.strips[name].edge("bottom") for name in ("c", "h"))
    (_, below), (nx, ny) = (first.strips[name].edge("top") for name in ("c_prev", "h_prev"))
    down = row.shift[1]
    middle = (hy + ny + down) / 2
    return [((cx, cy), (cx, below + down)), ((hx, hy), (hx, middle), (nx, middle), (nx, ny + down))]


def _strips(first: Diagram, row: Placement, t: int) -> PlotlyTrace:
    """The values of a step; nothing of them is seen yet."""
    trace = strip_marks(f"strips {t}", list(first.strips.values()), opacity=0.0)
    places = row.at(t, list(zip(trace["x"], trace["y"], strict=True)))
    return trace | {"x": [x for x, _ in places], "y": [y for _, y in places]}
