"""Where the parts of a GRU cell stand: one state on its way, two gates, a candidate.

The candidate is made of two weighted sums, since the reset gate scales only what comes from h
(PyTorch's form, ``cells/gru.py``).  Lying down for a wide screen, upright for a phone, with the
same parts under the same names.
"""

from __future__ import annotations

from lstm_viz.figures.cell_strips import Units, inputs_tall, inputs_wide, units_wide
from lstm_viz.figures.diagram import Diagram, Gate, Op, Point, wires
from lstm_viz.figures.fields import NO_FIELDS, Fields
from lstm_viz.signals import GRU_SIGNALS, signal

UPDATE, RESET = (signal(GRU_SIGNALS, name) for name in ("z", "r"))
LAYERS = (
    (UPDATE.name, UPDATE.squash, UPDATE.label, "z"),
    ("hn", "U h + b", "past’s part", "n"),
    (RESET.name, RESET.squash, RESET.label, "r"),
    ("xn", "W x + b", "input’s part", "n"),
)
"""Name, function, label and colour: the order along the bus in which no two wires cross."""


def wide(hidden_size: int, input_size: int, fields: Fields = NO_FIELDS) -> Diagram:
    """The cell on a projector or laptop: time runs from left to right, the state on top."""
    rail, fork, chain, column, layer_y, bus, bottom = 82, 132, 207, 296, 384, 432, 482
    at = {"branch": 200, "join": 230, "z": 306, "hn": 434, "r": 562, "xn": 690}
    at |= {"tanh": 762, "n": 842, "mix": 926, "parts": 1014, "add": 1084}
    strip = units_wide(hidden_size, fields, 112, highest=28.0, share=0.68).strip
    strips = {
        s.signal: s
        for s in (
            inputs_wide(input_size, fields, at["join"], bottom),
            strip("h_prev", 78, rail),
            strip("r", at["r"], column, "right"),
            strip("z", at["z"], column, "right"),
            strip("xn", at["xn"], column, "right"),
            strip("hn", at["hn"], column, "right"),
            strip("n", at["n"], chain, "below"),
            strip("kept", at["parts"], rail),
            strip("written", at["parts"], chain, "below"),
            strip("h", 1172, rail),
        )
    }
    gates = {
        name: Gate(name, (at[name], layer_y), (116, 48), function, label, color)
        for name, function, label, color in LAYERS
    }
    s, join, top = strips, (at["join"], bus), layer_y - 24
    keep, write, add = (at["mix"], rail), (at["mix"], chain), (at["add"], rail)
    reset, total, parted = (at["r"], chain), (at["xn"], chain), (at["mix"], fork)
    squash, rest = (at["tanh"], chain), (at["mix"], 163)

    def feed(name: str) -> list[Point]:
        return [join, (at[name], bus), (at[name], layer_y + 24)]

    def out(name: str) -> list[Point]:
        return [(at[name], top), s[name].edge("bottom")]

    branch = (at["branch"], rail)
    paths = wires(
        ("h_in", "h", [s["h_prev"].edge("right"), branch]),
        ("h_on", "h", [branch, keep]),
        ("h_down", "h", [branch, (at["branch"], bus), join]),
        ("x_in", "x", [(at["join"], bottom - 13), join]),
        *((f"to_{name}", color, feed(name)) for name, _, _, color in LAYERS),
        *((f"{name}_out", color, out(name)) for name, _, _, color in LAYERS),
        ("hn_on", "n", [s["hn"].edge("top"), (at["hn"], chain), reset]),
        ("r_on", "r", [s["r"].edge("top"), reset]),
        ("past_on", "n", [reset, total]),
        ("xn_on", "n", [s["xn"].edge("top"), total]),
        ("sum_on", "n", [total, s["n"].edge("left")]),
        ("z_on", "z", [s["z"].edge("top"), (at["z"], fork), parted]),
        ("z_keep", "z", [parted, keep]),
        ("z_write", "z", [parted, write]),
        ("n_on", "n", [s["n"].edge("right"), write]),
        ("keep", "h", [keep, s["kept"].edge("left")]),
        ("write", "h", [write, s["written"].edge("left")]),
        ("kept_on", "h", [s["kept"].edge("right"), add]),
        ("written_on", "h", [s["written"].edge("right"), (at["add"], chain), add]),
        ("h_out", "h", [add, s["h"].edge("left")]),
    )
    ops = _ops((20, 17, 15), reset, total, squash, keep, rest, write, add)
    frame = (166, 2, 1116, 456)
    return Diagram("wide", 1240, 516, frame, strips, gates, ops, paths, table=GRU_SIGNALS)


def tall(hidden_size: int, input_size: int, fields: Fields = NO_FIELDS) -> Diagram:
    """The same cell on a phone: time runs downwards, the state on the left."""
    height, tail = (84, 40.0) if fields.units else (102, 0.0)
    units = Units(hidden_size, (46, min(17.0, height / hidden_size)), tail)
    half, strip = units.half, units.strip
    rail, down, chain, column, layer_x, beside, bus = 46, 88, 150, 212, 300, 300, 354
    x, entry = inputs_tall(input_size, fields, beside, units)
    turn = entry + 14
    rows = {name: turn + half + 22 + k * (2 * half + 26) for k, (name, *_) in enumerate(LAYERS)}
    tanh_y = rows["xn"] + 14 + 8 + 16
    n_y = tanh_y + 16 + 8 + half
    mix_y = n_y + half + 10 + 14
    kept_y = mix_y + max(30, half - 24 + 14)
    add_y = max(kept_y, mix_y) + half + 12 + 14
    end = add_y + 20 + 8 + half
    strips = {
        s.signal: s
        for s in (
            x,
            strip("h_prev", rail, entry - half),
            strip("r", column, rows["r"]),
            strip("z", column, rows["z"]),
            strip("xn", column, rows["xn"]),
            strip("hn", column, rows["hn"]),
            strip("n", chain, n_y, "right"),
            strip("kept", rail, kept_y, "right"),
            strip("written", column, mix_y, "right"),
            strip("h", rail, end, "right"),
        )
    }
    gates = {
        name: Gate(name, (layer_x, rows[name]), (78, 42), function, label, color)
        for name, function, label, color in LAYERS
    }
    s, join = strips, (beside, turn)
    keep, write, add = (rail, rows["z"]), (chain, mix_y), (rail, add_y)
    reset, total, parted = (chain, rows["r"]), (chain, rows["xn"]), (down, rows["z"])
    squash, rest = (chain, tanh_y), (112, mix_y)

    def feed(name: str) -> list[Point]:
        return [join, (bus, turn), (bus, rows[name]), (layer_x + 39, rows[name])]

    def out(name: str) -> list[Point]:
        return [(layer_x - 39, rows[name]), s[name].edge("right")]

    branch = (rail, turn)
    paths = wires(
        ("h_in", "h", [s["h_prev"].edge("bottom"), branch]),
        ("h_on", "h", [branch, keep]),
        ("h_down", "h", [branch, join]),
        ("x_in", "x", [s["x"].edge("bottom"), join]),
        *((f"to_{name}", color, feed(name)) for name, _, _, color in LAYERS),
        *((f"{name}_out", color, out(name)) for name, _, _, color in LAYERS),
        ("hn_on", "n", [s["hn"].edge("left"), (chain, rows["hn"]), reset]),
        ("r_on", "r", [s["r"].edge("left"), reset]),
        ("past_on", "n", [reset, total]),
        ("xn_on", "n", [s["xn"].edge("left"), total]),
        ("sum_on", "n", [total, s["n"].edge("top")]),
        ("z_on", "z", [s["z"].edge("left"), parted]),
        ("z_keep", "z", [parted, keep]),
        ("z_write", "z", [parted, (down, mix_y), write]),
        ("n_on", "n", [s["n"].edge("bottom"), write]),
        ("keep", "h", [keep, s["kept"].edge("top")]),
        ("write", "h", [write, s["written"].edge("left")]),
        ("kept_on", "h", [s["kept"].edge("bottom"), add]),
        ("written_on", "h", [s["written"].edge("bottom"), (column, add_y), add]),
        ("h_out", "h", [add, s["h"].edge("top")]),
    )
    ops = _ops((14, 16, 13), reset, total, squash, keep, rest, write, add)
    frame = (4, turn - 7, 362, add_y + 20)
    lowest = end + half + 8
    return Diagram("tall", 366, lowest, frame, strips, gates, ops, paths, 0.8, GRU_SIGNALS)


def _ops(radii: tuple[float, float, float], *centres: Point) -> dict[str, Op]:
    """The pointwise operations in the order of the flow; ``radii`` of signs, of tanh, of 1 −."""
    sign, tanh, rest = radii
    rows = (
        ("reset", sign, "×", "n"), ("sum", sign, "+", "n"), ("squash", tanh, "tanh", "n"),
        ("keep", sign, "×", "h"), ("rest", rest, "1−", "z"), ("write", sign, "×", "h"),
        ("add", sign, "+", "h"),
    )  # fmt: skip
    return {
        name: Op(name, centre, radius, text, color)
        for (name, radius, text, color), centre in zip(rows, centres, strict=True)
    }
