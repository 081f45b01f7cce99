"""Where the parts of an LSTM cell stand: lying down for a wide screen, upright for a phone.

Both pictures have the same parts under the same names, so that one list of stages lights both.
"""

from __future__ import annotations

from lstm_viz.figures.cell_strips import Units, inputs_tall, inputs_wide, units_wide
from lstm_viz.figures.diagram import Diagram, Gate, Op, Point, wires
from lstm_viz.figures.fields import NO_FIELDS, Fields
from lstm_viz.signals import LSTM_SIGNALS, gates, signal

GATES = tuple(signal(LSTM_SIGNALS, name) for name in gates(LSTM_SIGNALS))


def wide(hidden_size: int, input_size: int, fields: Fields = NO_FIELDS) -> Diagram:
    """The cell on a projector or laptop: time runs from left to right, the cell state on top.

    With ``fields`` each strip keeps a part of its length for the units that have no cell.
    """
    width, height = 1240, 516
    rail, column, gate_y, bus, bottom = 92, 277, 376, 428, 482
    at = {"join": 238, "f": 330, "kept": 446, "i": 536, "m": 632, "g": 728, "o": 886, "q": 1002}
    left, right = 78, 1172
    strip = units_wide(hidden_size, fields, 132).strip
    strips = {
        s.signal: s
        for s in (
            inputs_wide(input_size, fields, at["join"], bottom),
            strip("h_prev", left, bus),
            strip("c_prev", left, rail),
            strip("f", at["f"], column, "right"),
            strip("i", at["i"], column, "left"),
            strip("g", at["g"], column, "right"),
            strip("o", at["o"], column, "left"),
            strip("kept", at["kept"], rail),
            strip("written", at["m"], 184, "right"),
            strip("c", right, rail),
            units_wide(hidden_size, fields, 118).strip("tanh_c", at["q"], 193, "right"),
            strip("h", right, bus),
        )
    }
    gates = {
        row.name: Gate(row.name, (at[row.name], gate_y), (124, 48), row.squash, row.label)
        for row in GATES
    }
    ops = {
        op.name: op
        for op in (
            Op("forget", (at["f"], rail), 20, "×", "c"),
            Op("add", (at["m"], rail), 20, "+", "c"),
            Op("write", (at["m"], column), 20, "×", "c"),
            Op("squash", (at["q"], 112), 17, "tanh", "c"),
            Op("release", (at["q"], column), 20, "×", "h"),
        )
    }
    s, join, release = strips, (at["join"], bus), (at["q"], column)
    gate_top = gate_y - 24

    def feed(name: str) -> list[Point]:
        return [join, (at[name], bus), (at[name], gate_y + 24)]

    paths = wires(
        ("c_in", "c", [s["c_prev"].edge("right"), (at["f"], rail)]),
        ("h_in", "h", [s["h_prev"].edge("right"), join]),
        ("x_in", "x", [(at["join"], bottom - 13), join]),
        ("to_f", "f", feed("f")),
        ("to_i", "i", feed("i")),
        ("to_g", "g", feed("g")),
        ("to_o", "o", feed("o")),
        ("f_out", "f", [(at["f"], gate_top), s["f"].edge("bottom")]),
        ("i_out", "i", [(at["i"], gate_top), s["i"].edge("bottom")]),
        ("g_out", "g", [(at["g"], gate_top), s["g"].edge("bottom")]),
        ("o_out", "o", [(at["o"], gate_top), s["o"].edge("bottom")]),
        ("f_up", "f", [s["f"].edge("top"), (at["f"], rail)]),
        ("keep", "c", [(at["f"], rail), s["kept"].edge("left")]),
        ("kept_on", "c", [s["kept"].edge("right"), (at["m"], rail)]),
        ("i_over", "i", [s["i"].edge("right"), (at["m"], column)]),
        ("g_over", "g", [s["g"].edge("left"), (at["m"], column)]),
        ("write", "c", [(at["m"], column), s["written"].edge("bottom")]),
        ("write_on", "c", [s["written"].edge("top"), (at["m"], rail)]),
        ("c_out", "c", [(at["m"], rail), s["c"].edge("left")]),
        ("c_down", "c", [(at["q"], rail), s["tanh_c"].edge("top")]),
        ("tanh_on", "c", [s["tanh_c"].edge("bottom"), release]),
        ("o_over", "o", [s["o"].edge("right"), release]),
        ("h_out", "h", [release, (1082, release[1]), (1082, bus), s["h"].edge("left")]),
    )
    return Diagram("wide", width, height, (166, 2, 1116, 456), strips, gates, ops, paths)


def tall(hidden_size: int, input_size: int, fields: Fields = NO_FIELDS) -> Diagram:
    """The same cell on a phone: time runs downwards, the cell state on the left."""
    height, tail = (102, 50.0) if fields.units else (114, 0.0)
    units = Units(hidden_size, (46, min(19.0, height / hidden_size)), tail)
    half, strip = units.half, units.strip
    rail, bus, gate_x, column = 46, 354, 298, 206
    x, entry = inputs_tall(input_size, fields, 300, units)
    turn = entry + 14
    f_y = turn + half + 22
    kept_y = f_y + 16 + 14 + half
    i_y = f_y + 2 * half + 26
    g_y = i_y + 2 * half + 26
    mid = (i_y + g_y) / 2
    q_y = g_y + 2 * half + 26
    branch = max(q_y, mid + 40)
    end = branch + 2 * half + 34
    strips = {
        s.signal: s
        for s in (
            x,
            strip("h_prev", 190, entry - half),
            strip("c_prev", rail, entry - half),
            strip("f", column, f_y),
            strip("i", column, i_y),
            strip("g", column, g_y),
            strip("o", 230, branch),
            strip("kept", rail, kept_y, "right"),
            strip("written", 96, mid),
            strip("c", rail, end, "right"),
            strip("tanh_c", 138, branch),
            strip("h", 300, end),
        )
    }
    rows = {"f": f_y, "i": i_y, "g": g_y, "o": branch}
    gates = {
        row.name: Gate(row.name, (gate_x, rows[row.name]), (78, 42), row.squash, row.label)
        for row in GATES
    }
    ops = {
        op.name: op
        for op in (
            Op("forget", (rail, f_y), 15, "×", "c"),
            Op("add", (rail, mid), 15, "+", "c"),
            Op("write", (146, mid), 15, "×", "c"),
            Op("squash", (91, branch), 16, "tanh", "c"),
            Op("release", (184, branch), 14, "×", "h"),
        )
    }
    s, join = strips, (bus, turn)

    def feed(name: str) -> list[Point]:
        return [join, (bus, rows[name]), (gate_x + 39, rows[name])]

    def out(name: str) -> list[Point]:
        return [(gate_x - 39, rows[name]), s[name].edge("right")]

    paths = wires(
        ("c_in", "c", [s["c_prev"].edge("bottom"), (rail, f_y)]),
        ("h_in", "h", [s["h_prev"].edge("bottom"), (190, turn), join]),
        ("x_in", "x", [s["x"].edge("bottom"), (300, turn), join]),
        ("to_f", "f", feed("f")),
        ("to_i", "i", feed("i")),
        ("to_g", "g", feed("g")),
        ("to_o", "o", feed("o")),
        ("f_out", "f", out("f")),
        ("i_out", "i", out("i")),
        ("g_out", "g", out("g")),
        ("o_out", "o", out("o")),
        ("f_up", "f", [s["f"].edge("left"), (rail, f_y)]),
        ("keep", "c", [(rail, f_y), s["kept"].edge("top")]),
        ("kept_on", "c", [s["kept"].edge("bottom"), (rail, mid)]),
        ("i_over", "i", [s["i"].edge("left"), (146, i_y), (146, mid)]),
        ("g_over", "g", [s["g"].edge("left"), (146, g_y), (146, mid)]),
        ("write", "c", [(146, mid), s["written"].edge("right")]),
        ("write_on", "c", [s["written"].edge("left"), (rail, mid)]),
        ("c_out", "c", [(rail, mid), s["c"].edge("top")]),
        ("c_down", "c", [(rail, branch), s["tanh_c"].edge("left")]),
        ("tanh_on", "c", [s["tanh_c"].edge("right"), (184, branch)]),
        ("o_over", "o", [s["o"].edge("left"), (184, branch)]),
        ("h_out", "h", [(184, branch), (184, end), s["h"].edge("left")]),
    )
    return Diagram(
        "tall", 366, end + half + 8, (4, turn - 7, 362, branch + max(half + 8, 27)), strips,
        gates, ops, paths, 0.8,
    )  # fmt: skip
