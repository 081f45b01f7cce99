"""The picture of a simple recurrent cell holds together at every size, and its stages light it."""

from itertools import pairwise

import numpy as np
import pytest

from lstm_viz import RNN
from lstm_viz.figures import rnn_diagram
from lstm_viz.figures.fields import NO_FIELDS, Fields, fields_of
from lstm_viz.figures.film import film
from lstm_viz.figures.rnn_stages import RNN_STAGES
from lstm_viz.lesson.glossary import entry
from lstm_viz.signals import RNN_SIGNALS, signal
from tests.unit.figures.test_fields import cells
from tests.unit.figures.test_lstm_diagram import box, meet, on_edge, within
from tests.unit.frames import frames, told

layouts = pytest.mark.parametrize("layout", ["wide", "tall"])
sizes = pytest.mark.parametrize(
    "units, inputs, fields",
    [
        (units, inputs, NO_FIELDS)
        for units in (1, 2, 4, 6, 7, 12)
        for inputs in (1, 3, 5, 8, 9, 16, 64)
    ]
    + [(units, 1, Fields(128, 70)) for units in (1, 4, 6)],
)
ENDS = {
    "h_in": ("h_prev", None), "x_in": ("x", None), "to_sum": (None, "gate"),
    "sum_out": ("gate", "z"), "z_on": ("z", "squash"), "h_out": ("squash", "h"),
}  # fmt: skip


def diagram_of(layout, units, inputs, fields=NO_FIELDS):
    return getattr(rnn_diagram, layout)(units, inputs, fields)


@layouts
@sizes
def test_parts_do_not_overlap_and_stay_in_the_picture(layout, units, inputs, fields):
    diagram = diagram_of(layout, units, inputs, fields)
    picture = (0, 0, diagram.width, diagram.height)
    parts = [*diagram.strips.values(), *diagram.gates.values(), *diagram.ops.values()]
    assert len(parts) == 6
    for k, one in enumerate(parts):
        corners = box(one)
        assert within(corners[:2], picture, 0) and within(corners[2:], picture, 0), one
        for other in parts[k + 1 :]:
            assert not meet(corners, box(other)), (one, other)


@layouts
@sizes
def test_the_layer_and_tanh_are_inside_the_cell_and_the_carried_strips_outside(
    layout, units, inputs, fields
):
    diagram = diagram_of(layout, units, inputs, fields)
    for part in (*diagram.gates.values(), *diagram.ops.values(), diagram.strips["z"]):
        corners = box(part)
        assert within(corners[:2], diagram.frame, 0) and within(corners[2:], diagram.frame, 0)
    for name in ("x", "h_prev", "h"):
        assert not meet(box(diagram.strips[name]), diagram.frame), name


@layouts
@sizes
def test_wires_are_straight_cross_nothing_and_join_what_the_equations_join(
    layout, units, inputs, fields
):
    diagram = diagram_of(layout, units, inputs, fields)
    assert set(diagram.wires) == set(ENDS)
    boxes = {name: box(part) for name, part in diagram.strips.items()}
    boxes["gate"] = box(diagram.gates["h"])
    for name, ends in ENDS.items():
        wire = diagram.wires[name]
        for place, point in zip(ends, (wire.points[0], wire.points[-1]), strict=True):
            if place == "squash":
                assert point == diagram.ops["squash"].centre
            elif place is not None:
                assert on_edge(point, boxes[place]), name
        for (x0, y0), (x1, y1) in pairwise(wire.points):
            assert (x0 == x1) != (y0 == y1), name
            piece = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            for what, (left, top, right, bottom) in boxes.items():
                inner = left + 0.6, top + 0.6, right - 0.6, bottom - 0.6
                assert not meet(piece, inner, 0), (name, what)
    ends_of = {name: diagram.wires[name].points for name in ENDS}
    assert ends_of["h_in"][-1] == ends_of["x_in"][-1] == ends_of["to_sum"][0]


@layouts
def test_both_pictures_have_the_same_parts_with_the_signals_colours(layout):
    one, other = diagram_of("wide", 3, 2), diagram_of(layout, 3, 2)
    for parts in ("strips", "gates", "ops", "wires"):
        assert list(getattr(one, parts)) == list(getattr(other, parts))
    assert list(other.strips) == [row.name for row in RNN_SIGNALS]
    assert other.wires["x_in"].color == "x"
    assert {wire.color for wire in other.wires.values()} == {"x", "h"}


def test_the_tall_picture_fits_a_phone():
    assert diagram_of("tall", 12, 64).width <= 390 - 2 * 12


@layouts
def test_fields_fill_what_the_cells_leave(layout):
    fields = Fields(128, 70)
    diagram = diagram_of(layout, 4, 1, fields)
    for name, field in fields_of(diagram, fields).items():
        strip = diagram.strips[name]
        assert within(field.box[:2], box(strip), 1e-9) and within(field.box[2:], box(strip), 1e-9)
        assert not meet(field.box, cells(strip), 0)


# ---- the stages --------------------------------------------------------------------------------


def run(steps=4, units=3, inputs=2):
    rng = np.random.default_rng(3)
    cell = RNN(
        rng.normal(size=(units, inputs)), rng.normal(size=(units, units)), rng.normal(size=units)
    )
    return cell.run(rng.normal(size=(steps, inputs)), rng.uniform(-1, 1, units))


def test_stages_speak_of_parts_that_there_are():
    diagram = diagram_of("wide", 3, 2)
    for stage in RNN_STAGES:
        assert set(stage.focus) <= set(diagram.strips)
        assert set(stage.wires) <= set(diagram.wires)
        assert set(stage.gates) <= set(diagram.gates) and set(stage.ops) <= set(diagram.ops)
    lit = {wire for stage in RNN_STAGES for wire in stage.wires}
    assert lit == set(diagram.wires)
    assert [stage.carries for stage in RNN_STAGES] == [False, False, False, True]


def test_what_lights_a_strip_leads_to_it():
    """The last of a stage's focus is what it computes: one of its wires ends there."""
    diagram = diagram_of("wide", 3, 2)
    for stage in RNN_STAGES[1:3]:
        made = box(diagram.strips[stage.focus[-1]])
        assert any(on_edge(diagram.wires[name].points[-1], made) for name in stage.wires)


def test_values_appear_when_they_are_computed_and_go_on():
    story = film(run())
    seen = [{name for name, state in states.items() if state != "empty"} for states in story.states]
    assert seen == [{"x", "h_prev"}, {"x", "h_prev", "z"}, {"x", "h_prev", "z", "h"}, {"x", "h"}]
    view = story.views["wide"]
    moved = frames(story)[1, 3]["strips"]
    (strips,) = [trace for trace in view.data if trace["name"] == "strips"]
    at = [n for n, (name, _) in enumerate(strips["customdata"]) if name == "h"]
    home = [view.diagram.strips["h_prev"].cell_centre(k) for k in range(3)]
    assert [(moved["x"][n], moved["y"][n]) for n in at] == home


def test_what_is_said_is_what_was_computed():
    trace = run()
    story = film(trace, tokens=["a", "b", "c", "d"])
    t, unit = 2, 1
    z, h = trace.z[t, unit], trace.h[t, unit]
    assert h == pytest.approx(np.tanh(z))
    words = told(story, unit)
    numbers, said = zip(*(words[t, k] for k in range(4)), strict=True)
    shown = [f"{value:.2f}".replace("-", "−") for value in (trace.h_prev[t, unit], z, h)]
    assert shown[0] in said[0] and "Step 3 reads “c”" in said[0]
    assert shown[1] in said[1] and shown[2] in said[2]
    assert "reads “d”" in said[3] and shown[2] in said[3]
    assert numbers[2] == f"tanh({shown[1]}) = {shown[2]}"


def test_the_scale_of_the_sums_is_their_largest():
    trace = run(30)
    scales = film(trace).scales
    assert scales == {
        "x": pytest.approx(np.abs(trace.x).max()), "h_prev": 1, "h": 1,
        "z": pytest.approx(max(1, np.abs(trace.z).max())),
    }  # fmt: skip


def test_signals_are_called_what_the_table_calls_them():
    (labels,) = [t for t in film(run()).views["tall"].data if t["name"] == "labels"]
    assert labels["text"] == [f"<i>{row.symbol}</i>" for row in RNN_SIGNALS]
    assert signal(RNN_SIGNALS, "z").color == "h"
    assert entry("Weighted sum")
