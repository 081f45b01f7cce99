"""The fields of tiny cells stand on their strips' wires, and in nobody's way."""

from itertools import product

from lstm_viz.figures import lstm_diagram
from lstm_viz.figures.fields import Fields, fields_of

LAYOUTS, UNITS = ("wide", "tall"), range(1, 7)
NETWORKS = ((Fields(128, 70), 1), (Fields(16, 0), 3))


def diagram_of(layout, units, inputs, fields):
    return getattr(lstm_diagram, layout)(units, inputs, fields)


def test_every_unit_has_a_tiny_cell_that_can_be_told_from_others():
    for layout, units, (fields, inputs) in product(LAYOUTS, UNITS, NETWORKS):
        where = layout, units, fields
        for field in fields_of(diagram_of(layout, units, inputs, fields), fields).values():
            assert (field.rows - 1) * field.columns < field.cells <= field.rows * field.columns
            x0, y0, x1, y1 = field.box
            width, height = (x1 - x0) / field.columns, (y1 - y0) / field.rows
            assert min(width, height) >= 2.5, (where, width, height)
            assert max(width, height) < 2.1 * min(width, height), (where, width, height)


def test_numbers_have_room():
    for layout, units in product(LAYOUTS, UNITS):
        least = 15.4 if layout == "wide" else 16.9
        for strip in diagram_of(layout, units, 1, Fields(128, 70)).strips.values():
            assert strip.cell[1] >= least and strip.numbered, (layout, units, strip.signal)


def test_the_word_that_is_read_comes_in_below_the_junction():
    diagram = diagram_of("wide", 4, 1, Fields(128, 70))
    assert diagram.strips["x"].cell_centre(0)[0] == diagram.wires["x_in"].points[0][0]


def test_a_small_network_has_no_fields():
    assert fields_of(lstm_diagram.wide(4, 3), Fields()) == {}
