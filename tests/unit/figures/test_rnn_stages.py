"""The stages of a simple recurrent cell light what they are about, and say what it computed."""

import numpy as np
import pytest

from lstm_viz import RNN
from lstm_viz.figures import rnn_diagram
from lstm_viz.figures.film import film
from lstm_viz.figures.kind import SQUASHED
from lstm_viz.figures.rnn_stages import RNN_STAGES
from lstm_viz.lesson.glossary import entry
from lstm_viz.signals import RNN_SIGNALS, signal
from tests.unit.figures.geometry import box, on_edge
from tests.unit.frames import frames, told


def run(steps=4, units=3, inputs=2):
    rng = np.random.default_rng(3)
    cell = RNN(
        rng.normal(size=(units, inputs)), rng.normal(size=(units, units)), rng.normal(size=units)
    )
    return cell.run(rng.normal(size=(steps, inputs)), rng.uniform(-1, 1, units))


def test_what_lights_a_strip_leads_to_it():
    """The last of a stage's focus is what it computes: one of its wires ends there."""
    diagram = rnn_diagram.wide(3, 2)
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


def test_the_scale_of_all_values_is_the_largest_sum():
    trace = run(30)
    scales = film(trace).scales
    largest = min(SQUASHED, max(1, np.abs(trace.z).max()))
    inputs = max(largest, np.abs(trace.x).max())
    assert scales == dict.fromkeys(("h_prev", "z", "h"), pytest.approx(largest)) | {
        "x": pytest.approx(inputs)
    }


def test_signals_are_called_what_the_table_calls_them():
    (labels,) = [t for t in film(run()).views["tall"].data if t["name"] == "labels"]
    assert labels["text"] == [f"<i>{row.symbol}</i>" for row in RNN_SIGNALS]
    assert signal(RNN_SIGNALS, "z").color == "h"
    assert entry("Weighted sum")
