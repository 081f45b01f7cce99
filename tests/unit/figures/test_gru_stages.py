"""The stages of a GRU light what they are about, and say what the cell computed."""

from itertools import pairwise

import numpy as np
import pytest

from lstm_viz import GRU
from lstm_viz.figures import gru_diagram
from lstm_viz.figures.among import among
from lstm_viz.figures.film import film
from lstm_viz.figures.gru_stages import GRU_STAGES
from lstm_viz.figures.kind import SQUASHED
from lstm_viz.lesson.glossary import entry
from lstm_viz.signals import GRU_SIGNALS, signal
from tests.unit.figures.geometry import box, on_edge
from tests.unit.figures.test_diagrams import WIRINGS
from tests.unit.frames import frames, told


def run(steps=4, units=3, inputs=2, **options):
    rng = np.random.default_rng(3)
    shapes = ((3 * units, inputs), (3 * units, units), (3 * units,), (3 * units,))
    gru = GRU(*(rng.normal(0, 0.5, shape) for shape in shapes))
    return gru.run(rng.normal(size=(steps, inputs)), rng.uniform(-1, 1, units), **options)


def shown(value):
    return f"{value:.2f}".replace("-", "−")


def test_a_stage_is_called_what_the_glossary_calls_it():
    for title in ("Reset gate", "Update gate", "Candidate"):
        assert title in [stage.title for stage in GRU_STAGES] and entry(title)


@pytest.mark.parametrize("stage", GRU_STAGES[:-1], ids=lambda stage: stage.id)
def test_what_a_stage_lights_leads_to_what_it_computes(stage):
    """Of what is new in its focus, each strip is the end of a lit wire, whose start is lit too."""
    diagram = gru_diagram.wide(3, 2)
    before = GRU_STAGES[: GRU_STAGES.index(stage)]
    new = set(stage.focus) - {name for earlier in before for name in earlier.focus}
    for name in new - {"x", "h_prev"}:
        strip = box(diagram.strips[name])
        assert any(on_edge(diagram.wires[wire].points[-1], strip) for wire in stage.wires), name
    for wire in stage.wires:
        start, end = WIRINGS["gru"].ends[wire]
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


def test_the_parts_of_the_candidate_set_the_scale_of_all_that_has_a_sign():
    trace = run(30)
    largest = max(1.0, np.abs(trace.xn).max(), np.abs(trace.hn).max())
    assert 1 < largest < SQUASHED
    scales = film(trace).scales
    inputs = max(largest, np.abs(trace.x).max())
    own = {"x": pytest.approx(inputs), "r": 1.0, "z": 1.0}
    assert scales == dict.fromkeys(scales, pytest.approx(largest)) | own
    (key,) = [trace for trace in film(trace).views["wide"].data if trace["name"] == "key text"]
    told = ["gates 0", "1", f"other values −{largest:.3g}", f"+{largest:.3g}"]
    assert key["text"] == told + [f"inputs: ±{inputs:.3g}"] * int(inputs > largest)


def test_of_many_units_both_parts_of_the_candidate_give_the_scale():
    trace = run(40, 20)
    _, place = among(trace, (4, 0), 3, 9)
    both = np.abs(np.concatenate([trace.xn, trace.hn]))
    assert place.state == pytest.approx(min(3, np.percentile(both, 99)))
