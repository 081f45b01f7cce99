"""σ: a real forget gate on the curve, and the state it is multiplied with."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.charts import filled, shade
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.notation import number, percent
from lstm_viz.scenes.squashing.picture.sigmoid_parts import LAYOUTS, SigmoidLayout, at_rest
from lstm_viz.scenes.squashing.record.sigmoid import GateValue
from lstm_viz.scenes.squashing.words.sigmoid import sigmoid_caption

STAGES = 2
REACH = 1.3
"""How far the tangent goes to each side, in z."""


def sigmoid_board(gates: Sequence[GateValue]) -> Board:
    """A step a gate, from the lowest pre-activation to the highest: the squash, the product."""
    return Board(
        steps=tuple("yours" if gate.own else f"z = {gate.z:g}".replace("-", "−") for gate in gates),
        frames=tuple(
            tuple(
                Frame(
                    {layout.name: _patches(layout, gate, k) for layout in LAYOUTS},
                    sigmoid_caption(gate, k),
                )
                for k in range(STAGES)
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


def _patches(layout: SigmoidLayout, gate: GateValue, k: int) -> dict[str, Patch]:
    curve, bars = layout.curve, layout.bars
    here, foot = curve.at(gate.z, gate.gate), curve.at(gate.z, 0)
    multiplied = k == STAGES - 1
    row = layout.stays if multiplied else layout.was
    before, end = bars.across(gate.before), bars.across(gate.kept if multiplied else gate.before)
    thought, word = escape(gate.thought, quote=False), escape(gate.word, quote=False)
    return {
        "rise": patch([foot, here]),
        "reading": patch([here, (curve.left, here[1])]),
        "tangent": patch(
            [curve.at(gate.z + dz, gate.gate + gate.slope * dz) for dz in (-REACH, REACH)]
        ),
        "rider": patch([here], colour=[shade(gate.gate)]),
        "squashed": filled([gate.z, gate.gate]),
        "slope": patch(text=[number(gate.slope)]),
        "whose": patch(text=[f"<b>{thought}</b>", f"the call reads “{word}”"]),
        "product": filled([gate.before, gate.gate, gate.kept if multiplied else None]),
        "was": patch([(bars.left, layout.was), (before, layout.was)]),
        "lost": patch([(bars.left, row), (before, row)]),
        "stays": patch([(bars.left, row), (end, row)]),
        "stays text": patch(text=[f"what stays: {percent(gate.gate)}" if multiplied else NO_TEXT]),
    }


def _table(gate: GateValue) -> Table:
    head = ("z", "σ(z)", "slope", "cell state before", "what stays")
    row = (gate.z, gate.gate, gate.slope, gate.before, gate.kept)
    return Table(
        f"The forget gate of “{gate.thought}” at “{gate.word}”",
        head,
        (tuple(number(value) for value in row),),
    )
