"""σ: a forget gate on the curve, and the state it is multiplied with."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.charts import filled, opened, shade
from lstm_viz.figures.shapes import Patch, patch, stroke
from lstm_viz.notation import honest, number, percent
from lstm_viz.scenes.squashing.picture.sigmoid_parts import LAYOUTS, SigmoidLayout, at_rest
from lstm_viz.scenes.squashing.picture.why import of_gate
from lstm_viz.scenes.squashing.record.sigmoid import GateValue
from lstm_viz.scenes.squashing.words.sigmoid import product, sigmoid_caption

REACH = 1.3
"""How far the tangent goes to each side, in z."""


def sigmoid_board(gates: Sequence[GateValue]) -> Board:
    """A step a gate: the squash and the product."""
    return Board(
        steps=tuple("yours" if gate.own else f"z = {gate.z:g}".replace("-", "−") for gate in gates),
        frames=tuple(
            (
                Frame(
                    {layout.name: _patches(layout, gate) for layout in LAYOUTS},
                    sigmoid_caption(gate),
                    of_gate(gate),
                ),
            )
            for gate in gates
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout, gates)) for layout in LAYOUTS},
        tables=tuple(_table(gate) for gate in gates),
        alt="The curve of σ with the forget gate on it, and beside it the product of the gate with "
        "the cell state",
        step_word="gate",
    )


# ---- what changes ------------------------------------------------------------------------------


def _patches(layout: SigmoidLayout, gate: GateValue) -> dict[str, Patch]:
    curve = layout.curve
    here, foot = curve.at(gate.z, gate.gate), curve.at(gate.z, 0)
    return {
        "rise": patch([foot, here]),
        "reading": patch([here, (curve.left, here[1])]),
        "tangent": patch(
            [curve.at(gate.z + dz, gate.gate + gate.slope * dz) for dz in (-REACH, REACH)]
        ),
        "rider": patch([here], colour=[gate.gate]),
        "z": filled([gate.z]),
        "squashed": opened(gate.gate, "f"),
        "slope": patch(text=[number(gate.slope)]),
        "states": filled([gate.before, gate.kept]),
        "gate": opened(gate.gate, "f"),
        "equals": patch(text=["≈" if "≈" in honest(product(gate)) else "="]),
        "was": _bar(layout, gate.before, shade(gate.before)),
        "lost": _bar(layout, gate.before, "$off"),
        "stays": _bar(layout, gate.kept, shade(gate.kept)),
        "stays text": patch(text=[f"what stays: {percent(gate.gate)}"]),
    }


def _bar(layout: SigmoidLayout, value: float, colour: float | str) -> Patch:
    left, right = layout.bars.left, layout.bars.across(value)
    return {"x": [round((left + right) / 2, 2)]} | patch(
        size=[round(stroke(right - left), 2)], colour=[colour]
    )


def _table(gate: GateValue) -> Table:
    head = ("z", "σ(z)", "slope", "cell state before", "what stays")
    row = (gate.z, gate.gate, gate.slope, gate.before, gate.kept)
    return Table(
        f"A forget gate at z = {number(gate.z)}",
        head,
        (tuple(number(value) for value in row),),
    )
