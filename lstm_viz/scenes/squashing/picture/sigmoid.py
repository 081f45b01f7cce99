"""σ: a forget gate on the curve, and the state it is multiplied with."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import filled, shade
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, stroke
from lstm_viz.notation import honest, number, percent
from lstm_viz.scenes.squashing.picture.sigmoid_parts import LAYOUTS, SigmoidLayout, at_rest
from lstm_viz.scenes.squashing.picture.why import of_gate
from lstm_viz.scenes.squashing.record.sigmoid import GateValue
from lstm_viz.scenes.squashing.words.sigmoid import (
    SHARE,
    product,
    sigmoid_caption,
)

REACH = 1.3
"""How far the tangent goes to each side, in z."""


def sigmoid_board(gates: Sequence[GateValue]) -> Board:
    """A stop a gate: of the first the product alone, of all others the squash too."""
    return Board(
        steps=("a share", *map(_label, gates[1:])),
        frames=stills(
            Frame(
                {layout.name: _patches(layout, gate, stop > SHARE) for layout in LAYOUTS},
                sigmoid_caption(gates, stop),
                of_gate(gate, squashing=stop > SHARE),
            )
            for stop, gate in enumerate(gates)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout, gates)) for layout in LAYOUTS},
        tables=tuple(_table(gate) for gate in gates),
        alt="The product of a forget gate with the cell state, and beside it the curve of σ with "
        "the gate on it",
        step_word="stop",
    )


def _label(gate: GateValue) -> str:
    return "yours" if gate.own else f"z = {gate.z:g}".replace("-", "−")


# ---- what changes ------------------------------------------------------------------------------


def _patches(layout: SigmoidLayout, gate: GateValue, squashing: bool) -> dict[str, Patch]:
    """With ``squashing`` the gate rides on the curve; else the product stands alone.

    The slope is drawn where it is told: at the reader's own.
    """
    seen = {"opacity": float(squashing)}
    curve = layout.curve
    here, foot = curve.at(gate.z, gate.gate), curve.at(gate.z, 0)
    return {
        "rise": patch([foot, here]) | seen,
        "reading": patch([here, (curve.left, here[1])]) | seen,
        "tangent": patch(
            [curve.at(gate.z + dz, gate.gate + gate.slope * dz) for dz in (-REACH, REACH)]
        )
        | {"opacity": float(gate.own)},
        "rider": patch([here], colour=[gate.gate], opacity=[float(squashing)]),
        "z": filled([gate.z if squashing else None]),
        "squashed": filled([gate.gate if squashing else None], "f"),
        "slope name": patch(text=["slope" if gate.own else NO_TEXT]),
        "slope": patch(text=[number(gate.slope) if gate.own else NO_TEXT]),
        "states": filled([gate.before, gate.kept]),
        "gate": filled([gate.gate], "f"),
        "equals": patch(text=["≈" if "≈" in honest(product(gate)) else "="]),
        "was": _bar(layout, gate.before, shade(gate.before)),
        "lost": _bar(layout, gate.before, "$off"),
        "stays": _bar(layout, gate.kept, shade(gate.kept)),
        "stays text": patch(text=[f"what stays: {percent(gate.gate)}"]),
    }


def _bar(layout: SigmoidLayout, value: float, colour: float | str) -> Patch:
    left, right = layout.bars.left, layout.bars.across(value)
    return {"x": [round((left + right) / 2, 2)]} | patch(
        size=[stroke(right - left)], colour=[colour]
    )


def _table(gate: GateValue) -> Table:
    head = ("z", "σ(z)", "slope", "cell state before", "what stays")
    row = (gate.z, gate.gate, gate.slope, gate.before, gate.kept)
    return Table(
        f"A forget gate at z = {number(gate.z)}",
        head,
        (tuple(number(value) for value in row),),
    )
