"""Where the parts of a simple recurrent cell stand: one sum, one tanh, one state.

Lying down for a wide screen, upright for a phone, with the same parts under the same names.
"""

from __future__ import annotations

from lstm_viz.figures.diagram import Diagram, Gate, Op, Strip, wires
from lstm_viz.figures.fields import NO_FIELDS, Fields
from lstm_viz.figures.lstm_diagram import MOST_NUMBERED, MOST_NUMBERED_INPUTS
from lstm_viz.signals import RNN_SIGNALS

SUM = ("h", "Σ", "weighted sum")
"""The little layer: x and h, each times its weights, added up with a bias."""


def wide(hidden_size: int, input_size: int, fields: Fields = NO_FIELDS) -> Diagram:
    """The cell on a projector or laptop: time runs from left to right."""
    width, height, bus, bottom = 1240, 372, 150, 336
    left, join, layer, z, tanh, right = 78, 260, 446, 664, 846, 1172
    room, x_room = hidden_size <= MOST_NUMBERED, input_size <= MOST_NUMBERED_INPUTS
    longest = 190
    cell_height, cell_width, tail = min(29.0, longest / hidden_size), 58, 0.0
    if fields.units:
        cell_height, cell_width = min(24.0, 0.6 * longest / hidden_size), 72
        tail = longest - cell_height * hidden_size

    def strip(signal: str, x: float) -> Strip:
        cell = (cell_width, cell_height)
        return Strip(signal, (x, bus), hidden_size, cell, numbered=room, tail=tail)

    x_cell = 58 if input_size <= 4 else min(50, 352 / max(input_size, MOST_NUMBERED_INPUTS))
    x_tail = 90.0 if fields.inputs else 0.0
    x_centre = max(join, 140 + x_cell * input_size / 2) + x_tail / 2
    x = Strip("x", (x_centre, bottom), input_size, (x_cell, 26), True, x_room, "right", tail=x_tail)
    strips = {s.signal: s for s in (x, strip("h_prev", left), strip("z", z), strip("h", right))}
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
    cell_height = min(19.0, (102 if fields.units else 114) / hidden_size)
    tail, x_tail = (50.0 if fields.units else 0.0), (40.0 if fields.inputs else 0.0)
    half = max((cell_height * hidden_size + tail) / 2, 24)
    room, x_room = hidden_size <= MOST_NUMBERED, input_size <= MOST_NUMBERED_INPUTS
    x_cell = min(19.0, 120 / input_size)
    line, beside = 130, 262
    entry = 24 + max(2 * half, x_cell * input_size + x_tail)
    turn = entry + 22
    layer_y = turn + 46
    z_y = layer_y + 21 + 30 + half
    tanh_y = z_y + half + 34
    end = tanh_y + 16 + 40 + half
    height = end + half + 8

    def strip(signal: str, y: float, label: str = "above") -> Strip:
        return Strip(
            signal, (line, y), hidden_size, (46, cell_height),
            numbered=room, label=label, tail=tail,  # type: ignore[arg-type]
        )  # fmt: skip

    x_y = entry - (x_cell * input_size + x_tail) / 2
    x = Strip("x", (beside, x_y), input_size, (46, x_cell), numbered=x_room, tail=x_tail)
    h_prev, z, h = strip("h_prev", entry - half), strip("z", z_y, "right"), strip("h", end, "right")
    strips = {s.signal: s for s in (x, h_prev, z, h)}
    name, function, label = SUM
    gates = {name: Gate(name, (line, layer_y), (110, 42), function, label)}
    ops = {"squash": Op("squash", (line, tanh_y), 16, "tanh", "h")}
    s = strips
    return Diagram(
        "tall", 366, height, (4, turn - 12, 362, tanh_y + 27), strips, gates, ops,
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
