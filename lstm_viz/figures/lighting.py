"""What a stage lights: the attributes of the diagram's traces that differ from stage to stage."""

from __future__ import annotations

from collections.abc import Mapping

from lstm_viz.figures.diagram import Diagram
from lstm_viz.figures.shapes import Patch, patch
from lstm_viz.figures.stages import Stage
from lstm_viz.signals import signal


def lighting(diagram: Diagram, stage: Stage, states: Mapping[str, str]) -> dict[str, Patch]:
    """What every trace that can be lit looks like at ``stage``; the same for every layout."""
    ops = [(op.color, op.name in stage.ops) for op in diagram.ops.values()]
    gates = [(gate, gate.name in stage.gates) for gate in diagram.gates.values()]
    gate_ink = ["$on_signal" if lit else f"$text_{gate.role}" for gate, lit in gates]
    return {
        **{
            f"wire {name}": {"opacity": 1.0 if name in stage.wires else 0.0}
            for name in diagram.wires
        },
        **{
            f"gate {gate.name}": {"fillcolor": f"${gate.role}" if lit else "$paper"}
            for gate, lit in gates
        },
        "gate text": patch(ink=gate_ink * 2),
        "ops": patch(
            colour=[f"${color}" if lit else "$paper" for color, lit in ops],
            edge=[f"${color}" if lit else "$muted" for color, lit in ops],
            ink=["$on_signal" if lit else "$ink" for _, lit in ops],
        ),
        "labels": patch(
            ink=[
                f"$text_{signal(diagram.table, name).color}"
                if states[name] in ("active", "next")
                else "$muted"
                for name in diagram.strips
            ]
        ),
    }
