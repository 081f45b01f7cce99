"""What squashing says is so, whatever is set."""

import numpy as np
import pytest

from lstm_viz.notation import in_powers
from lstm_viz.scenes.squashing.record.sigmoid import gate_values
from lstm_viz.scenes.squashing.record.tanh import STEPS
from lstm_viz.scenes.squashing.words.sigmoid import sigmoid_caption
from lstm_viz.scenes.squashing.words.tanh import OFF_SCALE, STOPS, tanh_caption
from tests.unit.scenes.squashing.runs import GATES, runs, text


@runs
def test_what_is_said_on_tanh_is_so(run):
    start, multiplied, squashed, *later = (text(tanh_caption(run, s)) for s in range(STOPS))
    same = "leaves it as long as it is" in start
    assert same == (run.gain == 1) and (same or f"makes it {run.gain:g} times as long" in start)
    z = run.z[1][np.abs(run.z[1]).argmax()]
    assert f"{in_powers(z)}, the one furthest from 0, becomes {in_powers(np.tanh(z))}" in squashed
    assert f"slope, here {1 - np.tanh(z) ** 2:.2f}:" in squashed
    assert squashed.endswith(f"tanh({in_powers(z)}) = {in_powers(np.tanh(z))}")
    for told, before, t in zip((multiplied, *later), (0, 1), (1, STEPS), strict=True):
        off = int((np.abs(run.plain[t]) > OFF_SCALE + 1e-9).sum())
        where = ("", "one of its values", "two of its values", "all of its values")[off]
        assert ("off the scale" in told) == bool(off) and where in told
        first, now = (np.linalg.norm(run.plain[step]) for step in (0, t))
        assert now == pytest.approx(run.gain**t * first)
        if first == 0:
            assert "a vector of zeros stays one" in told
        elif run.gain == 1:
            assert "the vector is as long as at the start" in told
        else:
            assert f"{in_powers(run.gain**t)} times as long as at the start" in told
        if t == 1:
            continue
        was, now = (v[np.abs(v).argmax()] for v in (run.squashed[before], run.squashed[t]))
        assert f"furthest from 0 was {in_powers(was)} and is {in_powers(now)}" in told
        assert told.startswith(f"After {t} steps: {t - before} more steps")
    assert ("never lets one reach 1" in later[-1]) == bool(run.plain[0].any())
    assert np.abs(run.squashed[1:]).max() < 1


@pytest.mark.parametrize("z", [-6.0, -2.5, -1.0, 0.0, 0.5, 3.0, 6.0])
def test_what_is_said_on_a_gate_is_so(z):
    gates = gate_values(z)
    for stop, gate in enumerate(gates):
        told = text(sigmoid_caption(gates, stop))
        assert in_powers(gate.gate) in told and in_powers(gate.kept) in told
        share = gate.kept / gate.before
        assert ("Almost all is forgotten" in told) == (share < 0.1)
        assert ("Almost all is kept" in told) == (share > 0.9)
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
