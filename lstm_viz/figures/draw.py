"""A diagram as Plotly traces, at rest.  What a stage lights is in ``lighting``.

Everything that ever changes is a trace attribute that Plotly can move smoothly: marker position,
colour and opacity, line opacity, fill colour, text colour.  Nothing is a shape or an annotation.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lstm_viz.figures.colour_key import colour_key
from lstm_viz.figures.diagram import Diagram, Op
from lstm_viz.figures.draw_strips import column_names, labels, sockets, strips, token
from lstm_viz.figures.shapes import (
    PlotlyTrace,
    area,
    lettered,
    line,
    lines,
    markers,
    panel,
    texts,
)
from lstm_viz.figures.style import SMALLEST_TEXT

_TEXT_SIZE = {"tanh": 13, "1−": 16}
"""Of what is longer than a sign."""


def traces(
    diagram: Diagram,
    columns: Sequence[str],
    scales: Mapping[str, float],
    held: Collection[str] = (),
) -> list[PlotlyTrace]:
    """The diagram at rest: nothing lit, nothing filled in; each trace has a ``name``.

    ``held`` are the gates that are held by hand, to be labelled so.
    """
    return [
        panel("frame", diagram.frame, 28 * diagram.text_scale, 2),
        lines(
            "wires",
            [wire.points for wire in diagram.wires.values()],
            colour="$wire",
            width=3 * diagram.text_scale,
            simplify=True,
        ),
        *lit_wires(diagram),
        flow_dots(),
        *gate_boxes(diagram),
        _gate_text(diagram),
        _ops(diagram),
        sockets(list(diagram.strips.values())),
        strips(diagram),
        labels(diagram, held),
        token(diagram),
        column_names(diagram, columns),
        *(colour_key(diagram, scales) if diagram.wide else ()),
    ]


def lit_wires(diagram: Diagram) -> list[PlotlyTrace]:
    return [
        line(
            f"wire {wire.name}",
            wire.points,
            colour=f"${wire.color}",
            width=8 * diagram.text_scale,
            opacity=0.0,
            simplify=True,
        )
        for wire in diagram.wires.values()
    ]


def flow_dots() -> PlotlyTrace:
    """Where the flow is; empty at rest, filled by whoever animates."""
    return markers("dots", (), size=8, colour="$dot", edge=[], edge_width=2.5)


def gate_boxes(diagram: Diagram) -> list[PlotlyTrace]:
    scale = diagram.text_scale
    return [
        area(
            f"gate {gate.name}",
            gate.box,
            fill="$paper",
            edge=f"${gate.role}",
            radius=13 * scale,
            width=2.5 * scale,
        )
        for gate in diagram.gates.values()
    ]


def _gate_text(diagram: Diagram) -> PlotlyTrace:
    """What a gate's layer ends with, and below it the gate's label."""
    gates = list(diagram.gates.values())
    up, down = (8, 12) if diagram.wide else (9, 9)
    function_size, label_size = (21, 14) if diagram.wide else (15, SMALLEST_TEXT)
    return texts(
        "gate text",
        [(gate.centre[0], gate.centre[1] - up) for gate in gates]
        + [(gate.centre[0], gate.centre[1] + down) for gate in gates],
        [f"<b>{gate.function}</b>" for gate in gates] + [gate.label for gate in gates],
        size=[function_size] * len(gates) + [label_size] * len(gates),
        colour=[f"$text_{gate.role}" for gate in gates] * 2,
    )


def op_marks(name: str, ops: Sequence[Op], edge_width: float) -> PlotlyTrace:
    """The circles of operations."""
    return markers(
        name,
        [op.centre for op in ops],
        size=[2 * op.radius for op in ops],
        colour=["$paper"] * len(ops),
        opacity=1,
        edge=["$muted"] * len(ops),
        edge_width=edge_width,
    )


def _ops(diagram: Diagram) -> PlotlyTrace:
    """The circles of the operations with their signs."""
    ops = list(diagram.ops.values())
    sizes = [diagram.text_scale * _TEXT_SIZE.get(op.text, 26) for op in ops]
    return lettered(
        op_marks("ops", ops, 2.5 * diagram.text_scale),
        [f"<b>{op.text}</b>" for op in ops],
        size=[max(SMALLEST_TEXT, size) for size in sizes],
        colour=["$ink"] * len(ops),
    )
