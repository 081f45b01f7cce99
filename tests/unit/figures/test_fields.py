"""The fields of tiny cells stand on their strips' wires, and in nobody's way."""

import pytest

from lstm_viz.figures import lstm_diagram
from lstm_viz.figures.fields import Fields, fields_of
from tests.unit.figures.test_lstm_diagram import box, meet, on_edge, within

layouts = pytest.mark.parametrize("layout", ["wide", "tall"])
sizes = pytest.mark.parametrize("units", [1, 2, 3, 4, 5, 6])
networks = pytest.mark.parametrize("fields, inputs", [(Fields(128, 70), 1), (Fields(16, 0), 3)])


def diagram_of(layout, units, inputs, fields):
    return getattr(lstm_diagram, layout)(units, inputs, fields)


def cells(strip):
    """The box of the numbered cells alone."""
    width, height = strip.cell
    x0, y0 = strip.cell_centre(0)
    x1, y1 = strip.cell_centre(strip.cells - 1)
    return x0 - width / 2, y0 - height / 2, x1 + width / 2, y1 + height / 2


@layouts
@sizes
@networks
def test_parts_do_not_overlap_and_stay_in_the_picture(layout, units, inputs, fields):
    diagram = diagram_of(layout, units, inputs, fields)
    parts = [*diagram.strips.values(), *diagram.gates.values(), *diagram.ops.values()]
    for k, one in enumerate(parts):
        x0, y0, x1, y1 = box(one)
        assert min(x0, y0) >= 0 and x1 <= diagram.width and y1 <= diagram.height, one
        for other in parts[k + 1 :]:
            assert not meet(box(one), box(other)), (one, other)


@layouts
@sizes
@networks
def test_wires_end_at_the_edge_of_cells_and_field(layout, units, inputs, fields):
    diagram = diagram_of(layout, units, inputs, fields)
    strips = diagram.strips
    ends = {
        "c_in": ("c_prev", 0), "h_in": ("h_prev", 0), "f_out": ("f", -1), "f_up": ("f", 0),
        "keep": ("kept", -1), "write": ("written", -1), "c_out": ("c", -1),
        "c_down": ("tanh_c", -1), "tanh_on": ("tanh_c", 0), "h_out": ("h", -1),
    }  # fmt: skip
    for name, (strip, end) in ends.items():
        assert on_edge(diagram.wires[name].points[end], box(strips[strip])), name
    for wire in diagram.wires.values():
        for a, b in zip(wire.points, wire.points[1:], strict=False):
            piece = min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
            for strip in strips.values():
                left, top, right, bottom = box(strip)
                inner = left + 0.6, top + 0.6, right - 0.6, bottom - 0.6
                assert not meet(piece, inner, 0), (wire.name, strip.signal)


@layouts
@sizes
@networks
def test_a_field_fills_what_the_cells_leave_of_their_strip(layout, units, inputs, fields):
    diagram = diagram_of(layout, units, inputs, fields)
    found = fields_of(diagram, fields)
    with_field = set(diagram.strips) - (set() if fields.inputs else {"x"})
    assert set(found) == with_field
    for name, field in found.items():
        strip = diagram.strips[name]
        assert field.cells == (fields.inputs if name == "x" else fields.units)
        assert within(field.box[:2], box(strip), 1e-9) and within(field.box[2:], box(strip), 1e-9)
        assert not meet(field.box, cells(strip), 0)


@layouts
@sizes
@networks
def test_every_unit_has_a_tiny_cell_that_can_be_told_from_others(layout, units, inputs, fields):
    for field in fields_of(diagram_of(layout, units, inputs, fields), fields).values():
        assert (field.rows - 1) * field.columns < field.cells <= field.rows * field.columns
        x0, y0, x1, y1 = field.box
        width, height = (x1 - x0) / field.columns, (y1 - y0) / field.rows
        assert min(width, height) >= 2.5, (width, height)
        assert max(width, height) < 2.1 * min(width, height), (width, height)


@layouts
@sizes
def test_numbers_have_room(layout, units):
    diagram = diagram_of(layout, units, 1, Fields(128, 70))
    least = 15.4 if layout == "wide" else 16.9
    assert all(strip.cell[1] >= least for strip in diagram.strips.values())
    assert all(strip.numbered for strip in diagram.strips.values())


def test_the_word_that_is_read_comes_in_below_the_junction():
    diagram = diagram_of("wide", 4, 1, Fields(128, 70))
    assert diagram.strips["x"].cell_centre(0)[0] == diagram.wires["x_in"].points[0][0]


def test_a_small_network_has_no_fields():
    assert fields_of(lstm_diagram.wide(4, 3), Fields()) == {}
