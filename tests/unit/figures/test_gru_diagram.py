"""The picture of a GRU holds together at every size, and its stages say what the cell computed."""

from itertools import pairwise

import numpy as np
import pytest

from lstm_viz import GRU
from lstm_viz.figures import gru_diagram, lstm_diagram
from lstm_viz.figures.among import among
from lstm_viz.figures.fields import NO_FIELDS, Fields, fields_of
from lstm_viz.figures.film import film
from lstm_viz.figures.gru_stages import GRU_STAGES
from lstm_viz.lesson.glossary import entry
from lstm_viz.signals import GRU_SIGNALS, signal
from tests.unit.figures.test_fields import cells
from tests.unit.figures.test_lstm_diagram import box, meet, off_path, on_edge, within
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
    "h_in": ("h_prev", None), "h_on": (None, "keep"), "h_down": (None, None), "x_in": ("x", None),
    "to_z": (None, "gate z"), "to_hn": (None, "gate hn"), "to_r": (None, "gate r"),
    "to_xn": (None, "gate xn"), "z_out": ("gate z", "z"), "hn_out": ("gate hn", "hn"),
    "r_out": ("gate r", "r"), "xn_out": ("gate xn", "xn"), "hn_on": ("hn", "reset"),
    "r_on": ("r", "reset"), "past_on": ("reset", "sum"), "xn_on": ("xn", "sum"),
    "sum_on": ("sum", "n"), "z_on": ("z", None), "z_keep": (None, "keep"),
    "z_write": (None, "write"), "n_on": ("n", "write"), "keep": ("keep", "kept"),
    "write": ("write", "written"), "kept_on": ("kept", "add"), "written_on": ("written", "add"),
    "h_out": ("add", "h"),
}  # fmt: skip
"""What each wire leads from and to; nothing where it meets other wires."""


def diagram_of(layout, units, inputs, fields=NO_FIELDS):
    return getattr(gru_diagram, layout)(units, inputs, fields)


@layouts
@sizes
def test_parts_do_not_overlap_and_stay_in_the_picture(layout, units, inputs, fields):
    diagram = diagram_of(layout, units, inputs, fields)
    picture = (0, 0, diagram.width, diagram.height)
    parts = [*diagram.strips.values(), *diagram.gates.values(), *diagram.ops.values()]
    assert len(parts) == 21
    for k, one in enumerate(parts):
        corners = box(one)
        assert within(corners[:2], picture, 0) and within(corners[2:], picture, 0), one
        for other in parts[k + 1 :]:
            assert not meet(corners, box(other)), (one, other)
    for wire in diagram.wires.values():
        assert all(within(point, picture, 0) for point in wire.points), wire


@layouts
@sizes
def test_what_the_cell_computes_is_inside_it_and_what_it_carries_outside(
    layout, units, inputs, fields
):
    diagram = diagram_of(layout, units, inputs, fields)
    inside = [*diagram.gates.values(), *diagram.ops.values()]
    inside += [diagram.strips[name] for name in ("r", "z", "xn", "hn", "n", "kept", "written")]
    for part in inside:
        corners = box(part)
        assert within(corners[:2], diagram.frame, 0) and within(corners[2:], diagram.frame, 0), part
    for name in ("x", "h_prev", "h"):
        assert not meet(box(diagram.strips[name]), diagram.frame), name


@layouts
@sizes
def test_wires_are_straight_and_join_what_the_equations_join(layout, units, inputs, fields):
    diagram = diagram_of(layout, units, inputs, fields)
    assert set(diagram.wires) == set(ENDS)
    boxes = {name: box(part) for name, part in diagram.strips.items()}
    boxes |= {f"gate {name}": box(part) for name, part in diagram.gates.items()}
    for name, ends in ENDS.items():
        wire = diagram.wires[name]
        for place, point in zip(ends, (wire.points[0], wire.points[-1]), strict=True):
            if place in diagram.ops and not (place in boxes and on_edge(point, boxes[place])):
                assert point == diagram.ops[place].centre, name
            elif place is not None:
                assert on_edge(point, boxes[place]), name
            else:
                others = [other for other in diagram.wires.values() if other is not wire]
                assert any(off_path(point, other.points) < 0.6 for other in others), name
        for (x0, y0), (x1, y1) in pairwise(wire.points):
            assert (x0 == x1) != (y0 == y1), name
            piece = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            for what, (left, top, right, bottom) in boxes.items():
                inner = left + 0.6, top + 0.6, right - 0.6, bottom - 0.6
                assert not meet(piece, inner, 0), (name, what)


def pieces(wire):
    for (x0, y0), (x1, y1) in pairwise(wire.points):
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


@layouts
@sizes
def test_no_two_wires_cross(layout, units, inputs, fields):
    """Where two meet, one of them ends or turns: a crossing would look like a junction."""
    wires = list(diagram_of(layout, units, inputs, fields).wires.values())
    for k, one in enumerate(wires):
        for other in wires[k + 1 :]:
            for a in pieces(one):
                for b in pieces(other):
                    flat, upright = (a, b) if a[1] == a[3] else (b, a)
                    if flat[1] != flat[3] or upright[0] != upright[2]:
                        continue
                    across = flat[0] < upright[0] < flat[2] and upright[1] < flat[1] < upright[3]
                    assert not across, (one.name, other.name)


@layouts
@sizes
def test_the_rest_of_the_gate_is_taken_on_its_way_to_the_candidate_alone(
    layout, units, inputs, fields
):
    diagram = diagram_of(layout, units, inputs, fields)
    at = diagram.ops["rest"]
    assert off_path(at.centre, diagram.wires["z_write"].points) < 0.6
    assert off_path(at.centre, diagram.wires["z_keep"].points) > at.radius
    assert diagram.wires["z_keep"].points[0] == diagram.wires["z_write"].points[0]
    squash = diagram.ops["squash"]
    assert off_path(squash.centre, diagram.wires["sum_on"].points) < 0.6


@layouts
def test_both_pictures_have_the_same_parts_with_the_signals_colours(layout):
    one, other = diagram_of("wide", 3, 2), diagram_of(layout, 3, 2)
    for parts in ("strips", "gates", "ops", "wires"):
        assert list(getattr(one, parts)) == list(getattr(other, parts))
    for name, gate in other.gates.items():
        assert gate.role == signal(GRU_SIGNALS, name).color
        assert other.wires[f"to_{name}"].color == other.wires[f"{name}_out"].color == gate.role
    assert {wire.color for wire in other.wires.values()} == {"x", "h", "r", "z", "n"}


def test_the_tall_picture_fits_a_phone():
    assert diagram_of("tall", 12, 64).width <= 390 - 2 * 12


def test_the_wide_picture_is_no_higher_than_that_of_an_lstm():
    assert diagram_of("wide", 4, 2).height <= lstm_diagram.wide(4, 2).height


@layouts
@pytest.mark.parametrize("units", [1, 4, 6])
def test_fields_fill_what_the_cells_leave(layout, units):
    fields = Fields(128, 70)
    diagram = diagram_of(layout, units, 1, fields)
    found = fields_of(diagram, fields)
    assert set(found) == set(diagram.strips)
    for name, field in found.items():
        strip = diagram.strips[name]
        assert within(field.box[:2], box(strip), 1e-9) and within(field.box[2:], box(strip), 1e-9)
        assert not meet(field.box, cells(strip), 0)


# ---- the stages --------------------------------------------------------------------------------


def run(steps=4, units=3, inputs=2, **options):
    rng = np.random.default_rng(3)
    shapes = ((3 * units, inputs), (3 * units, units), (3 * units,), (3 * units,))
    gru = GRU(*(rng.normal(0, 0.5, shape) for shape in shapes))
    return gru.run(rng.normal(size=(steps, inputs)), rng.uniform(-1, 1, units), **options)


def shown(value):
    return f"{value:.2f}".replace("-", "−")


def test_stages_speak_of_parts_that_there_are():
    diagram = diagram_of("wide", 3, 2)
    for stage in GRU_STAGES:
        assert set(stage.focus) <= set(diagram.strips)
        assert set(stage.wires) <= set(diagram.wires)
        # What may be held is a gate or the candidate, which has no box of its own.
        assert set(stage.gates) <= {*diagram.gates, "n"} and set(stage.ops) <= set(diagram.ops)
    assert {wire for stage in GRU_STAGES for wire in stage.wires} == set(diagram.wires)
    assert {op for stage in GRU_STAGES for op in stage.ops} == set(diagram.ops)
    assert [stage.id for stage in GRU_STAGES if stage.carries] == ["next-step"]
    for title in ("Reset gate", "Update gate", "Candidate"):
        assert title in [stage.title for stage in GRU_STAGES] and entry(title)


@pytest.mark.parametrize("stage", GRU_STAGES[:-1], ids=lambda stage: stage.id)
def test_what_a_stage_lights_leads_to_what_it_computes(stage):
    """Of what is new in its focus, each strip is the end of a lit wire, whose start is lit too."""
    diagram = diagram_of("wide", 3, 2)
    before = GRU_STAGES[: GRU_STAGES.index(stage)]
    new = set(stage.focus) - {name for earlier in before for name in earlier.focus}
    for name in new - {"x", "h_prev"}:
        strip = box(diagram.strips[name])
        assert any(on_edge(diagram.wires[wire].points[-1], strip) for wire in stage.wires), name
    for wire in stage.wires:
        start, end = ENDS[wire]
        assert start is None or start in (*stage.focus, *stage.ops) or start[5:] in stage.gates
        assert end is None or end in (*stage.focus, *stage.ops) or end[5:] in stage.gates


def test_values_appear_when_they_are_computed_and_go_on():
    story = film(run())
    seen = [{name for name, state in states.items() if state != "empty"} for states in story.states]
    new = [now - before for before, now in pairwise([set(), *seen])]
    assert new[:6] == [
        {"x", "h_prev"}, {"r"}, {"z"}, {"xn", "hn", "n"}, {"kept", "written"}, {"h"},
    ]  # fmt: skip
    assert seen[6] == {"x", "h"}
    view = story.views["wide"]
    moved = frames(story)[1, 6]["strips"]
    (strips,) = [trace for trace in view.data if trace["name"] == "strips"]
    at = [n for n, (name, _) in enumerate(strips["customdata"]) if name == "h"]
    home = [view.diagram.strips["h_prev"].cell_centre(k) for k in range(3)]
    assert [(moved["x"][n], moved["y"][n]) for n in at] == home


def test_what_is_said_is_what_was_computed():
    trace = run()
    story = film(trace, tokens=["a", "b", "c", "d"])
    t, unit = 2, 1
    at = {name: float(getattr(trace, name)[t, unit]) for name in trace.names if name != "x"}
    # PyTorch's convention: z is the share of the old that stays, r scales what comes from h alone.
    assert at["n"] == pytest.approx(np.tanh(at["xn"] + at["r"] * at["hn"]))
    assert at["h"] == pytest.approx(at["z"] * at["h_prev"] + (1 - at["z"]) * at["n"])
    words = told(story, unit)
    numbers, said = (
        {stage.id: words[t, k][which] for k, stage in enumerate(GRU_STAGES)} for which in (0, 1)
    )
    assert "Step 3 reads “c”" in said["inputs"] and shown(at["h_prev"]) in said["inputs"]
    assert all(0.01 < at[gate] < 0.99 for gate in "rz")
    assert f" {at['r']:.0%}".replace("%", " %") in said["reset-gate"]
    assert f" {at['z']:.0%}".replace("%", " %") in said["update-gate"]
    for name in ("xn", "hn", "n"):
        assert shown(at[name]) in said["candidate"]
    for name in ("h_prev", "kept", "n", "written"):
        assert shown(at[name]) in said["mix"]
    assert shown(at["h"]) in said["new-hidden-state"] and "reads “d”" in said["next-step"]
    assert numbers["reset-gate"] == f"σ({shown(at['z_r'])}) = {shown(at['r'])}"
    assert numbers["candidate"].endswith(f"tanh({shown(at['z_n'])}) = {shown(at['n'])}")
    rest = f"(1 − {shown(at['z'])}) × "
    assert rest in numbers["mix"] and numbers["mix"].endswith(f" {shown(at['written'])}")


@pytest.mark.parametrize(
    "name, stage", [("r", "reset-gate"), ("z", "update-gate"), ("n", "candidate")]
)
def test_what_is_held_by_hand_is_said_to_be(name, stage):
    trace = run(clamp={name: [0.25, np.nan, np.nan]})
    story = film(trace)
    (k,) = [k for k, one in enumerate(GRU_STAGES) if one.id == stage]
    numbers, said = told(story, 0)[1, k]
    own = shown(float(getattr(trace, f"z_{name}")[1, 0]))
    assert numbers.startswith("held at 0.25, not ") and numbers.endswith(f"({own})")
    assert "of unit 1 is held at 0.25 by hand" in said
    assert "held" not in "".join(told(story, 1)[1, k])
    (labels,) = [trace for trace in story.views["tall"].data if trace["name"] == "labels"]
    assert [text for text in labels["text"] if "held" in text] == [
        f"<i>{signal(GRU_SIGNALS, name).symbol}</i> held"
    ]


def test_gates_are_lit_in_their_own_colour():
    story = film(run())
    lit = [
        {name for name in patches if name.startswith("gate ") and name != "gate text"}
        for patches in story.lit
    ]
    assert lit == [set(), {"gate r"}, {"gate z"}, {"gate hn", "gate xn"}, set(), set(), set()]
    assert story.lit[3]["gate hn"] == story.lit[3]["gate xn"] == {"fillcolor": "$n"}


def test_the_two_parts_of_the_candidate_share_their_largest_as_scale():
    trace = run(30)
    largest = max(1.0, np.abs(trace.xn).max(), np.abs(trace.hn).max())
    assert largest > 1
    scales = film(trace).scales
    assert scales["xn"] == scales["hn"] == pytest.approx(largest)
    own = {"x": pytest.approx(np.abs(trace.x).max()), "xn": scales["xn"], "hn": scales["hn"]}
    assert scales == dict.fromkeys(scales, 1.0) | own
    (key,) = [trace for trace in film(trace).views["wide"].data if trace["name"] == "key text"]
    assert f"parts of the candidate: ±{largest:.3g}" in key["text"][1]


def test_of_many_units_both_parts_of_the_candidate_give_the_scale():
    trace = run(40, 20)
    _, place = among(trace, (4, 0), 3, 9)
    both = np.abs(np.concatenate([trace.xn, trace.hn]))
    assert place.state == pytest.approx(min(3, np.percentile(both, 99)))
