"""The pictures of all cells hold together at every size: nothing overlaps, nothing dangles."""

from dataclasses import dataclass
from itertools import combinations, pairwise
from math import hypot

import pytest

from lstm_viz.figures import kind
from lstm_viz.figures.diagram import Strip, rounded
from lstm_viz.figures.fields import NO_FIELDS, Fields, fields_of
from lstm_viz.signals import signal
from tests.unit.figures.geometry import box, cells, meet, off_path, on_edge, pieces, shrunk, within
from tests.unit.frames import dots

PLAIN = [
    (units, inputs, NO_FIELDS)
    for units in (1, 2, 3, 4, 5, 6, 7, 12)
    for inputs in (1, 2, 3, 4, 5, 7, 8, 9, 16, 64)
]
BIG = [
    (units, inputs, fields)
    for units in range(1, 7)
    for inputs, fields in ((1, Fields(128, 70)), (3, Fields(16, 0)))
]
"""(units with a cell to read, inputs, units and inputs in fields of tiny cells)"""


@dataclass(frozen=True)
class Wiring:
    """What a cell's picture has to be, by its equations."""

    kind: kind.Kind
    ends: dict[str, tuple[str | None, str | None]]
    """What each wire leads from and to; nothing where it meets other wires."""
    parts: int


WIRINGS = {
    "lstm": Wiring(
        kind.LSTM,
        {
            "c_in": ("c_prev", "forget"), "h_in": ("h_prev", None), "x_in": ("x", None),
            "f_out": ("gate f", "f"), "i_out": ("gate i", "i"), "g_out": ("gate g", "g"),
            "o_out": ("gate o", "o"), "f_up": ("f", "forget"), "keep": ("forget", "kept"),
            "kept_on": ("kept", "add"), "i_over": ("i", "write"), "g_over": ("g", "write"),
            "write": ("write", "written"), "write_on": ("written", "add"), "c_out": ("add", "c"),
            "c_down": (None, "tanh_c"), "tanh_on": ("tanh_c", "release"),
            "o_over": ("o", "release"), "h_out": ("release", "h"), "to_f": (None, "gate f"),
            "to_i": (None, "gate i"), "to_g": (None, "gate g"), "to_o": (None, "gate o"),
        },
        parts=21,
    ),
    "gru": Wiring(
        kind.GRU,
        {
            "h_in": ("h_prev", None), "h_on": (None, "keep"), "h_down": (None, None),
            "x_in": ("x", None), "to_z": (None, "gate z"), "to_hn": (None, "gate hn"),
            "to_r": (None, "gate r"), "to_xn": (None, "gate xn"), "z_out": ("gate z", "z"),
            "hn_out": ("gate hn", "hn"), "r_out": ("gate r", "r"), "xn_out": ("gate xn", "xn"),
            "hn_on": ("hn", "reset"), "r_on": ("r", "reset"), "past_on": ("reset", "sum"),
            "xn_on": ("xn", "sum"), "sum_on": ("sum", "n"), "z_on": ("z", None),
            "z_keep": (None, "keep"), "z_write": (None, "write"), "n_on": ("n", "write"),
            "keep": ("keep", "kept"), "write": ("write", "written"), "kept_on": ("kept", "add"),
            "written_on": ("written", "add"), "h_out": ("add", "h"),
        },
        parts=21,
    ),
    "rnn": Wiring(
        kind.RNN,
        {
            "h_in": ("h_prev", None), "x_in": ("x", None), "to_sum": (None, "gate h"),
            "sum_out": ("gate h", "z"), "z_on": ("z", "squash"), "h_out": ("squash", "h"),
        },
        parts=6,
    ),
}  # fmt: skip
every = pytest.mark.parametrize("wiring", WIRINGS.values(), ids=WIRINGS)
layouts = pytest.mark.parametrize("layout", ["wide", "tall"])


def diagrams(wiring, layout, sizes=(*PLAIN, *BIG)):
    """(size, diagram) of each size."""
    for size in sizes:
        yield size, wiring.kind.layouts[layout](*size)


def boxes_of(diagram):
    """Of each strip, and of each gate, which may be called what its strip is."""
    strips = {name: box(part) for name, part in diagram.strips.items()}
    return strips | {f"gate {name}": box(part) for name, part in diagram.gates.items()}


@every
@layouts
def test_parts_do_not_overlap_and_stay_in_the_picture(wiring, layout):
    for size, diagram in diagrams(wiring, layout):
        picture = (0, 0, diagram.width, diagram.height)
        parts = boxes_of(diagram) | {f"op {name}": box(op) for name, op in diagram.ops.items()}
        assert len(parts) == wiring.parts
        for name, corners in parts.items():
            assert within(corners, picture), (size, name)
        for one, other in combinations(parts, 2):
            assert not meet(parts[one], parts[other]), (size, one, other)
        assert within(diagram.frame, picture), size
        for wire in diagram.wires.values():
            assert all(within(piece, picture) for piece in pieces(wire)), (size, wire)


@every
@layouts
def test_what_the_cell_computes_is_inside_it_and_what_it_carries_outside(wiring, layout):
    carried = wiring.kind.carried
    outside = {"x", *carried, *carried.values()}
    for size, diagram in diagrams(wiring, layout):
        computed = [part for name, part in diagram.strips.items() if name not in outside]
        for part in (*diagram.gates.values(), *diagram.ops.values(), *computed):
            assert within(box(part), diagram.frame), (size, part)
        for name in outside:
            assert not meet(box(diagram.strips[name]), diagram.frame), (size, name)


@every
@layouts
def test_wires_are_straight_and_join_what_the_equations_join(wiring, layout):
    for size, diagram in diagrams(wiring, layout):
        assert set(diagram.wires) == set(wiring.ends)
        boxes = boxes_of(diagram)
        for name, ends in wiring.ends.items():
            wire = diagram.wires[name]
            for place, point in zip(ends, (wire.points[0], wire.points[-1]), strict=True):
                if place in boxes and on_edge(point, boxes[place]):
                    continue
                if place is None:
                    others = [other for other in diagram.wires.values() if other is not wire]
                    at_another = any(off_path(point, other.points) < 0.6 for other in others)
                    assert at_another, (size, name, point)
                else:
                    assert place in diagram.ops, (size, name, point)
                    assert point == diagram.ops[place].centre, (size, name)
            for piece in pieces(wire):
                assert (piece[0] == piece[2]) != (piece[1] == piece[3]), (size, name)
                for what, corners in boxes.items():
                    assert not meet(piece, shrunk(corners), 0), (size, name, what)


@every
@layouts
def test_no_two_wires_cross(wiring, layout):
    """Where two meet, one of them ends or turns: a crossing would look like a junction."""
    for size, diagram in diagrams(wiring, layout):
        for one, other in combinations(diagram.wires.values(), 2):
            for a in pieces(one):
                for b in pieces(other):
                    flat, upright = (a, b) if a[1] == a[3] else (b, a)
                    if flat[1] != flat[3] or upright[0] != upright[2]:
                        continue
                    across = flat[0] < upright[0] < flat[2] and upright[1] < flat[1] < upright[3]
                    assert not across, (size, one.name, other.name)


@layouts
def test_what_an_lstm_reads_meets_where_it_goes_to_the_gates(layout):
    for size, diagram in diagrams(WIRINGS["lstm"], layout):
        starts = {diagram.wires[f"to_{gate}"].points[0] for gate in "figo"}
        ends = [diagram.wires[name].points[-1] for name in ("h_in", "x_in")]
        assert starts == {ends[0]} == {ends[1]}, size


@layouts
def test_what_an_rnn_reads_meets_where_it_goes_to_the_sum(layout):
    for size, diagram in diagrams(WIRINGS["rnn"], layout):
        ends = [diagram.wires[name].points[-1] for name in ("h_in", "x_in")]
        assert ends == [diagram.wires["to_sum"].points[0]] * 2, size


@layouts
def test_the_rest_of_a_grus_gate_is_taken_on_its_way_to_the_candidate_alone(layout):
    for size, diagram in diagrams(WIRINGS["gru"], layout):
        wires, at = diagram.wires, diagram.ops["rest"]
        assert off_path(at.centre, wires["z_write"].points) < 0.6, size
        assert off_path(at.centre, wires["z_keep"].points) > at.radius, size
        assert wires["z_keep"].points[0] == wires["z_write"].points[0], size
        assert off_path(diagram.ops["squash"].centre, wires["sum_on"].points) < 0.6, size


@every
@layouts
def test_a_wire_has_the_colour_of_the_signal_it_carries(wiring, layout):
    ((_, diagram),) = diagrams(wiring, layout, [(3, 2, NO_FIELDS)])
    table = wiring.kind.table
    for name, (start, end) in wiring.ends.items():
        if start in diagram.strips:
            assert diagram.wires[name].color == signal(table, start).color, name
        for place in (start, end):
            if place and place.startswith("gate "):
                gate = diagram.gates[place.removeprefix("gate ")]
                assert diagram.wires[name].color == gate.role, name
                assert gate.role == signal(table, gate.name).color, name
    roles = {signal(table, name).color for name in diagram.strips}
    assert {wire.color for wire in diagram.wires.values()} == roles


@every
def test_both_pictures_have_the_same_parts_under_the_same_names(wiring):
    wide, tall = (wiring.kind.layouts[layout](3, 2, NO_FIELDS) for layout in ("wide", "tall"))
    assert (wide.name, tall.name) == ("wide", "tall")
    for parts in ("strips", "gates", "ops", "wires"):
        assert list(getattr(wide, parts)) == list(getattr(tall, parts))
        for diagram in (wide, tall):
            for name, part in getattr(diagram, parts).items():
                assert name == getattr(part, "signal", None) or name == part.name
    assert set(wide.strips) == set(wiring.kind.shown)


@every
def test_the_tall_picture_fits_a_phone(wiring):
    for size, diagram in diagrams(wiring, "tall"):
        assert diagram.width <= 390 - 2 * 12, size


def test_the_wide_picture_of_a_gru_is_no_higher_than_that_of_an_lstm():
    gru, lstm = (one.layouts["wide"](4, 2, NO_FIELDS) for one in (kind.GRU, kind.LSTM))
    assert gru.height <= lstm.height


@every
@layouts
def test_the_stages_light_all_parts_and_what_there_is_alone(wiring, layout):
    ((_, diagram),) = diagrams(wiring, layout, [(3, 2, NO_FIELDS)])
    stages = wiring.kind.stages
    # What may be held by hand and has no box of its own: two layers make it.
    shared = {"n"} if wiring.kind is kind.GRU else set()
    there = {
        "wires": set(diagram.wires),
        "gates": set(diagram.gates) | shared,
        "ops": set(diagram.ops),
        "focus": set(diagram.strips),
    }
    for parts, names in there.items():
        for stage in stages:
            assert len(set(getattr(stage, parts))) == len(getattr(stage, parts)), stage.id
        assert {name for stage in stages for name in getattr(stage, parts)} == names, parts
    assert [stage.id for stage in stages if stage.carries] == ["next-step"] == [stages[-1].id]


@every
@layouts
def test_a_field_fills_what_the_cells_leave_of_their_strip(wiring, layout):
    for (_, inputs, fields), diagram in diagrams(wiring, layout, BIG):
        found = fields_of(diagram, fields)
        assert set(found) == set(diagram.strips) - (set() if fields.inputs else {"x"})
        for name, field in found.items():
            strip, where = diagram.strips[name], (inputs, fields, name)
            assert field.cells == (fields.inputs if name == "x" else fields.units), where
            assert within(field.box, box(strip), 1e-9), where
            assert not meet(field.box, cells(strip), 0), where


@every
@layouts
def test_travelling_dots_stay_on_their_wire(wiring, layout):
    shifts = (0, 1, 20, 59.9, 60, 137)
    wires = [
        wire
        for units in (1, 6, 12)
        for wire in wiring.kind.layouts[layout](units, 4, NO_FIELDS).wires.values()
    ]
    found = dots([(wire.points, shift) for wire in wires for shift in shifts])
    for n, wire in enumerate(wires):
        along = sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(wire.points))
        for places in found[n * len(shifts) : (n + 1) * len(shifts)]:
            assert all(off_path(place, wire.points) < 1e-6 for place in places), wire.name
            assert abs(len(places) - along / 60) <= 1, wire.name


def test_cells_of_a_strip_fill_it_from_the_first_to_the_last():
    for across, first, last in ((True, (75, 40), (125, 40)), (False, (100, 30), (100, 50))):
        strip = Strip("f", (100, 40), 3, (25, 10), across)
        assert [strip.cell_centre(k) for k in (0, 2)] == [first, last]
        assert strip.cell_centre(1) == strip.centre
        assert strip.size == ((75, 10) if across else (25, 30))
    assert strip.edge("top") == (100, 25)
    assert strip.edge("bottom") == (100, 55)
    assert strip.edge("left") == (87.5, 40)
    assert strip.edge("right") == (112.5, 40)


def test_a_rounded_rectangle_is_closed_and_stays_in_its_box():
    outline = rounded(10, 20, 110, 70, 12)
    assert outline[0] == outline[-1]
    assert {min(x for x, _ in outline), max(x for x, _ in outline)} == {10, 110}
    assert {min(y for _, y in outline), max(y for _, y in outline)} == {20, 70}
    assert (10, 20) not in outline
