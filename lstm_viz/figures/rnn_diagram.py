"""Where the parts of a simple recurrent cell stand: one sum, one tanh, one state.

Lying down for a wide screen, upright for a phone, with the same parts under the same names.
"""

from __future__ import annotations

from lstm_viz.figures.cell_strips import Units, inputs_tall, inputs_wide, units_wide
from lstm_viz.figures.diagram import Diagram, Gate, Op, wires
from lstm_viz.figures.fields import NO_FIELDS, Fields
from lstm_viz.signals import RNN_SIGNALS

SUM = ("h", "Σ", "weighted sum")
"""The little layer: x and h, each times its weights, added up with a bias."""


def wide(hidden_size: int, input_size: int, fields: Fields = NO_FIELDS) -> Diagram:
    """The cell on a projector or laptop: time runs from left to right."""
    width, height, bus, bottom = 1240, 372, 150, 336
    left, join, layer, z, tanh, right = 78, 260, 446, 664, 846, 1172
    units = units_wide(hidden_size, fields, 190)
    x = inputs_wide(input_size, fields, join, bottom)
    states = (units.strip(*at, bus) for at in (("h_prev", left), ("z", z), ("h", right)))
    strips = {s.signal: s for s in (x, *states)}
    name, function, label = SUM
    gates = {name: Gate(name, (layer, bus), (150, 62), function, label)}
    ops = {"squash": Op("squash", (tanh, bus), 24, "tanh", "h")}
    s = strips
    return Diagram(
        "wide", width, height, (166, 26, 1116, 290), strips, gates, ops,
        wires(
            ("h_in", "h", [s["h_prev"].edge("right"), (join, bus)]),
            ("x_in", "x", [(join, bottom - 13), (join, bus)]),
            ("to_sum", "h", [(join, bus), (layer - 75, bus)]),
            ("sum_out", "h", [(layer + 75, bus), s["z"].edge("left")]),
            ("z_on", "h", [s["z"].edge("right"), (tanh, bus)]),
            ("h_out", "h", [(tanh, bus), s["h"].edge("left")]),
        ),
        table=RNN_SIGNALS,
    )  # fmt: skip


def tall(hidden_size: int, input_size: int, fields: Fields = NO_FIELDS) -> Diagram:
    """The same cell on a phone: time runs downwards."""
    height, tail = (102, 50.0) if fields.units else (114, 0.0)
    units = Units(hidden_size, (46, min(19.0, height / hidden_size)), tail)
    half, line, beside = units.half, 130, 262
    x, entry = inputs_tall(input_size, fields, beside, units)
    turn = entry + 22
    layer_y = turn + 46
    z_y = layer_y + 21 + 30 + half
    tanh_y = z_y + half + 34
    end = tanh_y + 16 + 40 + half
    h_prev = units.strip("h_prev", line, entry - half)
    z, h = (units.strip(name, line, y, "right") for name, y in (("z", z_y), ("h", end)))
    strips = {s.signal: s for s in (x, h_prev, z, h)}
    name, function, label = SUM
    gates = {name: Gate(name, (line, layer_y), (110, 42), function, label)}
    ops = {"squash": Op("squash", (line, tanh_y), 16, "tanh", "h")}
    s = strips
    return Diagram(
        "tall", 366, end + half + 8, (4, turn - 12, 362, tanh_y + 27), strips, gates, ops,
        wires(
            ("h_in", "h", [s["h_prev"].edge("bottom"), (line, turn)]),
            ("x_in", "x", [s["x"].edge("bottom"), (beside, turn), (line, turn)]),
            ("to_sum", "h", [(line, turn), (line, layer_y - 21)]),
            ("sum_out", "h", [(line, layer_y + 21), s["z"].edge("top")]),
            ("z_on", "h", [s["z"].edge("bottom"), (line, tanh_y)]),
            ("h_out", "h", [(line, tanh_y), s["h"].edge("top")]),
        ),
        text_scale=0.8,
        table=RNN_SIGNALS,
    )  # fmt: skip
