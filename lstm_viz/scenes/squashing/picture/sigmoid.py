"""σ: a real forget gate on the curve, and the state it is multiplied with."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lstm_viz.figures.board import Board, Picture, Table
from lstm_viz.figures.charts import filled, frame, shade
from lstm_viz.figures.lighting import Patch
from lstm_viz.figures.shapes import NO_TEXT, places
from lstm_viz.notation import number, percent
from lstm_viz.scenes.squashing.picture.sigmoid_parts import TALL, WIDE, Layout, moving, still
from lstm_viz.scenes.squashing.record.sigmoid import GateValue
from lstm_viz.scenes.squashing.words.sigmoid import sigmoid_caption

STAGES = 2
REACH = 1.3
"""How far the tangent goes to each side, in z."""


def sigmoid_board(gates: Sequence[GateValue]) -> Board:
    """A step a gate, from the lowest pre-activation to the highest: the squash, the product."""
    frames = tuple(
        tuple(
            frame({layout.name: _patches(layout, gate, k) for layout in (WIDE, TALL)}, said)
            for k in range(STAGES)
            for said in (sigmoid_caption(gate, k),)
        )
        for gate in gates
    )
    return Board(
        steps=tuple("yours" if gate.own else f"z = {gate.z:g}".replace("-", "−") for gate in gates),
        frames=frames,
        pictures={
            layout.name: Picture(*layout.size, [*still(layout, gates), *moving(layout)])
            for layout in (WIDE, TALL)
        },
        tables=tuple(_table(gate) for gate in gates),
        alt="The curve of σ with the forget gate on it, and beside it the product of the gate with "
        "the cell state",
        step_word="gate",
    )


# ---- what changes ------------------------------------------------------------------------------


def _patches(layout: Layout, gate: GateValue, k: int) -> dict[str, Patch]:
    curve, bars = layout.curve, layout.bars
    here, foot = curve.at(gate.z, gate.gate), curve.at(gate.z, 0)
    tangent = [curve.at(gate.z + d, gate.gate + gate.slope * d) for d in (-REACH, REACH)]
    multiplied = k == STAGES - 1
    was, stays = layout.rows
    row = stays if multiplied else was
    end = bars.across(gate.kept if multiplied else gate.before)
    thought, word = escape(gate.thought, quote=False), escape(gate.word, quote=False)
    products = [gate.before, gate.gate, gate.kept if multiplied else None]
    return {
        "rise": places([foot, here]),
        "reading": places([here, (curve.left, here[1])]),
        "tangent": places(tangent),
        "rider": places([here]) | {"marker": {"color": [shade(gate.gate)]}},
        "squashed": filled([gate.z, gate.gate]),
        "slope": {"text": [number(gate.slope)]},
        "whose": {"text": [f"<b>{thought}</b>", f"the call reads “{word}”"]},
        "product": filled(products),
        "was": places([(bars.left, was), (bars.across(gate.before), was)]),
        "lost": places([(bars.left, row), (bars.across(gate.before), row)]),
        "stays": places([(bars.left, row), (end, row)]),
        "stays text": {
            "text": [f"what stays: {percent(gate.gate)}" if multiplied else NO_TEXT],
        },
    }


def _table(gate: GateValue) -> Table:
    head = ("z", "σ(z)", "slope", "cell state before", "what stays")
    row = (gate.z, gate.gate, gate.slope, gate.before, gate.kept)
    return Table(
        f"The forget gate of “{gate.thought}” at “{gate.word}”",
        head,
        (tuple(number(value) for value in row),),
    )
