"""Both pictures of the cell hold together at every size: nothing overlaps, nothing dangles."""

from itertools import pairwise
from math import hypot

import pytest

from lstm_viz.figures import lstm_diagram
from lstm_viz.figures.diagram import Strip, rounded
from lstm_viz.signals import LSTM_SIGNALS, signal
from tests.unit.frames import dots

HIDDEN_SIZES = (1, 2, 3, 4, 5, 6, 7, 12)
INPUT_SIZES = (1, 2, 3, 4, 5, 7, 8, 9, 16, 64)
every_size = pytest.mark.parametrize("hidden_size", HIDDEN_SIZES)
layouts = pytest.mark.parametrize("layout", ["wide", "tall"])


def diagrams(layout, hidden_size):
    for input_size in INPUT_SIZES:
        yield input_size, getattr(lstm_diagram, layout)(hidden_size, input_size)


def box(part):
    """(left, top, right, bottom) of a strip, a gate or an op."""
    (x, y) = part.centre
    radius = getattr(part, "radius", None)
    width, height = (2 * radius, 2 * radius) if radius else part.size
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def meet(a, b, slack=0.01):
    """Two boxes have more than an edge in common."""
    return (
        a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack
    )


def within(point, corners, slack):
    x0, y0, x1, y1 = corners
    return x0 - slack <= point[0] <= x1 + slack and y0 - slack <= point[1] <= y1 + slack


def on_edge(point, corners, slack=0.6):
    x0, y0, x1, y1 = corners
    inner = (x0 + slack, y0 + slack, x1 - slack, y1 - slack)
    inside = inner[0] < point[0] < inner[2] and inner[1] < point[1] < inner[3]
    return within(point, corners, slack) and not inside


def off_path(point, corners):
    """How far a point is from a path of straight pieces."""
    distances = []
    for (x0, y0), (x1, y1) in pairwise(corners):
        length = hypot(x1 - x0, y1 - y0)
        share = ((point[0] - x0) * (x1 - x0) + (point[1] - y0) * (y1 - y0)) / length**2
        share = min(1.0, max(0.0, share))
        distances.append(
            hypot(point[0] - x0 - share * (x1 - x0), point[1] - y0 - share * (y1 - y0))
        )
    return min(distances)


@layouts
@every_size
def test_parts_do_not_overlap(layout, hidden_size):
    for input_size, diagram in diagrams(layout, hidden_size):
        parts = {
            **{f"strip {name}": box(part) for name, part in diagram.strips.items()},
            **{f"gate {name}": box(part) for name, part in diagram.gates.items()},
            **{f"op {name}": box(part) for name, part in diagram.ops.items()},
        }
        assert len(parts) == 21
        names = list(parts)
        for k, one in enumerate(names):
            for other in names[k + 1 :]:
                assert not meet(parts[one], parts[other]), (input_size, one, other)


@layouts
@every_size
def test_nothing_leaves_the_picture(layout, hidden_size):
    for input_size, diagram in diagrams(layout, hidden_size):
        picture = (0, 0, diagram.width, diagram.height)
        parts = [*diagram.strips.values(), *diagram.gates.values(), *diagram.ops.values()]
        for part in parts:
            x0, y0, x1, y1 = box(part)
            assert within((x0, y0), picture, 0) and within((x1, y1), picture, 0), (input_size, part)
        for wire in diagram.wires.values():
            assert all(within(point, picture, 0) for point in wire.points), (input_size, wire)
        x0, y0, x1, y1 = diagram.frame
        assert within((x0, y0), picture, 0) and within((x1, y1), picture, 0)


@layouts
@every_size
def test_gates_and_operations_are_inside_the_cell(layout, hidden_size):
    for input_size, diagram in diagrams(layout, hidden_size):
        for part in (*diagram.gates.values(), *diagram.ops.values()):
            x0, y0, x1, y1 = box(part)
            corners = diagram.frame
            assert within((x0, y0), corners, 0) and within((x1, y1), corners, 0), (input_size, part)


@layouts
@every_size
def test_a_wire_crosses_no_strip_and_no_gate(layout, hidden_size):
    for input_size, diagram in diagrams(layout, hidden_size):
        for wire in diagram.wires.values():
            for (x0, y0), (x1, y1) in pairwise(wire.points):
                assert (x0 == x1) != (y0 == y1), (wire.name, "is not straight")
                piece = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
                # Not in one dictionary: a gate and its strip share a name.
                for name, part in (*diagram.strips.items(), *diagram.gates.items()):
                    left, top, right, bottom = box(part)
                    inner = left + 0.6, top + 0.6, right - 0.6, bottom - 0.6
                    assert not meet(piece, inner, 0), (input_size, wire.name, name)


@layouts
@every_size
def test_a_wire_starts_and_ends_at_something(layout, hidden_size):
    for input_size, diagram in diagrams(layout, hidden_size):
        boxes = [box(part) for part in (*diagram.strips.values(), *diagram.gates.values())]
        for wire in diagram.wires.values():
            for end in (wire.points[0], wire.points[-1]):
                at_op = any(
                    hypot(end[0] - op.centre[0], end[1] - op.centre[1]) <= op.radius
                    for op in diagram.ops.values()
                )
                at_box = any(on_edge(end, corners) for corners in boxes)
                at_junction = any(
                    off_path(end, other.points) < 0.6
                    for other in diagram.wires.values()
                    if other is not wire
                )
                assert at_op or at_box or at_junction, (input_size, wire.name, end)


ENDS = {
    "c_in": ("c_prev", "forget"), "h_in": ("h_prev", None), "x_in": ("x", None),
    "f_out": ("f", "f"), "i_out": ("i", "i"), "g_out": ("g", "g"), "o_out": ("o", "o"),
    "f_up": ("f", "forget"), "keep": ("forget", "kept"), "kept_on": ("kept", "add"),
    "i_over": ("i", "write"), "g_over": ("g", "write"), "write": ("write", "written"),
    "write_on": ("written", "add"), "c_out": ("add", "c"), "c_down": (None, "tanh_c"),
    "tanh_on": ("tanh_c", "release"), "o_over": ("o", "release"), "h_out": ("release", "h"),
    "to_f": (None, "f"), "to_i": (None, "i"), "to_g": (None, "g"), "to_o": (None, "o"),
}  # fmt: skip


@layouts
@pytest.mark.parametrize("hidden_size, input_size", [(1, 1), (4, 7), (6, 16), (12, 64)])
def test_a_wire_joins_what_the_equations_join(layout, hidden_size, input_size):
    diagram = getattr(lstm_diagram, layout)(hidden_size, input_size)
    assert set(diagram.wires) == set(ENDS)
    for name, (start, end) in ENDS.items():
        wire = diagram.wires[name]
        for place, point, ends_here in (
            (start, wire.points[0], False),
            (end, wire.points[-1], True),
        ):
            # A gate and its strip share a name: a wire leaves the gate (x_out) or enters it (to_x).
            gate = (name == f"{place}_out" and not ends_here) or name == f"to_{place}"
            if place in diagram.ops:
                assert point == diagram.ops[place].centre, name
            elif gate:
                assert on_edge(point, box(diagram.gates[place])), name
            elif place is not None:
                assert on_edge(point, box(diagram.strips[place])), name
    junctions = {diagram.wires[name].points[0] for name in ("to_f", "to_i", "to_g", "to_o")}
    assert junctions == {diagram.wires["h_in"].points[-1]} == {diagram.wires["x_in"].points[-1]}


@layouts
def test_a_wire_has_the_colour_of_the_signal_it_carries(layout):
    diagram = getattr(lstm_diagram, layout)(3, 2)
    for name, (start, _) in ENDS.items():
        if start in diagram.strips:
            assert diagram.wires[name].color == signal(LSTM_SIGNALS, start).color, name
    for gate in "figo":
        assert diagram.wires[f"to_{gate}"].color == diagram.wires[f"{gate}_out"].color == gate


@layouts
@pytest.mark.parametrize("hidden_size", [1, 6, 12])
def test_travelling_dots_stay_on_their_wire(layout, hidden_size):
    diagram = getattr(lstm_diagram, layout)(hidden_size, 4)
    for wire in diagram.wires.values():
        along = sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(wire.points))
        for found in dots(wire.points, 0, 1, 20, 59.9, 60, 137):
            assert all(off_path(dot, wire.points) < 1e-6 for dot in found), wire.name
            assert abs(len(found) - along / 60) <= 1


@layouts
def test_both_pictures_have_the_same_parts_under_the_same_names(layout):
    wide, other = lstm_diagram.wide(3, 2), getattr(lstm_diagram, layout)(3, 2)
    for parts in ("strips", "gates", "ops", "wires"):
        assert list(getattr(wide, parts)) == list(getattr(other, parts))
        for name, part in getattr(other, parts).items():
            assert name == getattr(part, "signal", None) or name == part.name
    assert other.name == layout


def test_the_tall_picture_fits_a_phone():
    for hidden_size in HIDDEN_SIZES:
        for _, diagram in diagrams("tall", hidden_size):
            assert diagram.width <= 390 - 2 * 12


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
