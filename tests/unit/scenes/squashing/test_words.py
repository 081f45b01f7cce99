"""What squashing says is so, whatever is set."""

import numpy as np
import pytest

from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.squashing.record.sigmoid import gate_values
from lstm_viz.scenes.squashing.record.tanh import OTHERS, STEPS
from lstm_viz.scenes.squashing.words.sigmoid import sigmoid_caption
from lstm_viz.scenes.squashing.words.tanh import OFF_SCALE, STOPS, inside, tanh_caption
from tests.unit.scenes.squashing.runs import GATES, runs, text


@runs
def test_what_is_said_on_tanh_is_so(run):
    share, value, more, many = (text(tanh_caption(run, s)) for s in range(STOPS))
    z, squashed = number(run.start), inside(np.tanh(run.start))
    assert f"z is {z};" in share and f"a share of it, {number(run.share[0])}," in share
    assert f"keeps its sign: {z} becomes {squashed}." in value
    assert value.endswith(f"tanh({z}) = {squashed}")
    near, far, below = (inside(v) for v in np.tanh(OTHERS))
    assert f"0.2 becomes {near}." in more and f"4 becomes {far}, never 1" in more
    assert f"−1.3 becomes {below}, where σ makes the share {number(run.share[-1])}." in more
    end = run.start * run.weight**STEPS
    assert ("runs away" in many) == (run.weight > 1 and abs(end) > OFF_SCALE)
    assert ("grows" in many) == (run.weight > 1 and 0 < abs(end) <= OFF_SCALE)
    assert ("shrinks" in many) == (run.weight < 1 and run.start != 0)
    if not run.start:
        assert "Without tanh 0 stays 0, and with it, too." in many
        return
    assert in_powers(end) in many.split("With tanh")[0]
    assert f"stays between −1 and 1: {in_powers(run.bounded[-1])} at the end" in many


@pytest.mark.parametrize("value", [0.0, 0.86, 0.9951, 0.99933, -0.99933, -0.5])
def test_a_value_of_tanh_is_never_written_as_1(value):
    digits = inside(value).replace("−", "-")
    assert abs(float(digits)) < 1 and float(digits) == pytest.approx(value, abs=0.005)


@pytest.mark.parametrize("z", [-6.0, -2.5, -1.0, 0.0, 0.5, 3.0, 6.0])
def test_what_is_said_on_a_gate_is_so(z):
    gates = gate_values(z)
    for stop, gate in enumerate(gates):
        told = text(sigmoid_caption(gates, stop))
        assert in_powers(gate.gate) in told and in_powers(gate.kept) in told
        share = gate.kept / gate.before
        assert ("Almost all is forgotten" in told) == (share < 0.1)
        assert ("Almost all is kept" in told) == (share > 0.9)
        kept = {"0.25": "A quarter is", "0.50": "Half is", "0.75": "Three quarters are"}
        if stop and 0.1 <= share <= 0.9:
            words = kept.get(number(share), f"{100 * share:.0f} % is")
            assert f"{words} kept" in told
        assert (f"slope, here {gate.slope:.2f}:" in told) == gate.own
    assert [sigmoid_caption(GATES, stop).title for stop in range(len(GATES))] == [
        "How much may pass?",
        "Where the share comes from",
        "A gate at z = 0",
        "A gate near 0",
        "A gate of your own",
    ]
    assert [gate.gate < 0.05 for gate in GATES] == [False, False, False, True, False]
    assert [gate.gate > 0.95 for gate in GATES] == [False, True, False, False, False]
