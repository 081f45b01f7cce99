"""A camera shows all that it is to show, in both layouts, and near enough to be read."""

from lstm_viz.figures.camera import BESIDE, CAMERAS, camera
from lstm_viz.figures.lstm_diagram import tall, wide
from tests.each import for_each

SIZES = for_each("hidden_size, input_size", [(1, 1), (4, 7), (6, 16), (12, 64)])
LAYOUTS = for_each("layout", [wide, tall])
EVERY = for_each("name", CAMERAS)

SMALLEST_SCALE, ROOM = 0.74, 1216
"""At 1280 × 720: the least scale of a wide picture, and its room in pixels."""


def inside(rect, points):
    x0, y0, x1, y1 = rect
    return all(x0 <= x <= x1 and y0 <= y <= y1 for x, y in points)


@EVERY
@LAYOUTS
@SIZES
def test_all_that_is_named_is_in_view(name, layout, hidden_size, input_size):
    diagram = layout(hidden_size, input_size)
    rect = camera(diagram, CAMERAS[name])
    assert 0 <= rect[0] < rect[2] <= diagram.width
    assert 0 <= rect[1] < rect[3] <= diagram.height
    for part in CAMERAS[name]:
        kind, _, of = part.partition(" ")
        if kind == "gate":
            gate = diagram.gates[of]
            (x, y), (w, h) = gate.centre, gate.size
            assert inside(rect, [(x - w / 2, y - h / 2), (x + w / 2, y + h / 2)]), part
        elif kind == "op":
            op = diagram.ops[of]
            (x, y), r = op.centre, op.radius
            assert inside(rect, [(x - r, y - r), (x + r, y + r)]), part
        else:
            strip = diagram.strips[part]
            edges = [strip.edge(side) for side in ("left", "right", "top", "bottom")]
            assert inside(rect, edges), part


@EVERY
def test_beside_the_workings_no_text_gets_smaller_than_in_the_whole_picture(name):
    x0, _, x1, _ = camera(wide(4, 7), CAMERAS[name])
    assert BESIDE * ROOM / ((x1 - x0) * SMALLEST_SCALE) >= 1


@EVERY
def test_an_upright_picture_is_looked_at_in_its_whole_width(name):
    diagram = tall(4, 7)
    x0, y0, x1, y1 = camera(diagram, CAMERAS[name])
    assert (x0, x1) == (0, diagram.width) and y1 - y0 < diagram.height


def test_the_symbols_and_the_word_are_in_view_too():
    diagram = wide(4, 7)
    x = diagram.strips["x"]
    _, _, right, bottom = camera(diagram, ("x",))
    assert right > x.edge("right")[0] + 100 and bottom > x.edge("bottom")[1] + 20
    assert camera(diagram, ("c_prev",))[1] < diagram.strips["c_prev"].edge("top")[1] - 25
