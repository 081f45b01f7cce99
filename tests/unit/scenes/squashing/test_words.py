"""What squashing says is so, whatever is set."""

import re

import numpy as np
import pytest

from lstm_viz.notation import in_powers
from lstm_viz.scenes.how_it_learns.record.gradient import LONG, gradient_runs
from lstm_viz.scenes.how_it_learns.words.gradient import (
    BACK,
    FORWARD,
    TURNED,
    VERDICT,
    gradient_caption,
)
from lstm_viz.scenes.squashing.record.sigmoid import gate_values
from lstm_viz.scenes.squashing.record.tanh import STEPS
from lstm_viz.scenes.squashing.words.sigmoid import sigmoid_caption
from lstm_viz.scenes.squashing.words.tanh import OFF_SCALE, STOPS, tanh_caption
from tests.each import for_each
from tests.unit.scenes.squashing.runs import BOTH, GATES, each_gain, runs, text


@for_each(
    ("value", "said"),
    [(0, "0.00"), (0.574, "0.57"), (-0.004999, "−5.0·10⁻³"), (38.34, "38.3"), (9.996, "10.0"),
     (-99.96, "−100"), (999.4, "999"), (8191.2, "8.2·10³"), (7.7e-6, "7.7·10⁻⁶"),
     (1.1e15, "1.1·10¹⁵")],
)  # fmt: skip
def test_a_number_is_said_as_a_person_would(value, said):
    assert in_powers(value) == said


@runs
def test_what_is_said_on_tanh_is_so(run):
    start, multiplied, squashed, *later = (text(tanh_caption(run, s)) for s in range(STOPS))
    same = "leaves it as long as it is" in start
    assert same == (run.gain == 1) and (same or f"makes it {run.gain:g} times as long" in start)
    z = run.z[1][np.abs(run.z[1]).argmax()]
    assert f"{in_powers(z)}, the one furthest from 0, becomes {in_powers(np.tanh(z))}" in squashed
    assert f"slope, here {1 - np.tanh(z) ** 2:.2f}:" in squashed
    assert squashed.endswith(f"tanh({in_powers(z)}) = {in_powers(np.tanh(z))}")
    for told, before, t in zip((multiplied, *later), (0, 1, 2, 5), (1, 2, 5, STEPS), strict=True):
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
        assert told.startswith(f"After {t} steps: {t - before if t > 2 else 'One'} more step")
    assert ("never lets one reach 1" in later[-1]) == bool(run.plain[0].any())
    assert np.abs(run.squashed[1:]).max() < 1


@pytest.mark.parametrize("z", [-6.0, -2.5, -1.0, 0.0, 0.5, 3.0, 6.0])
def test_what_is_said_on_a_gate_is_so(z):
    for gate in gate_values(z):
        told = text(sigmoid_caption(gate))
        assert f"squashes it to {in_powers(gate.gate)} (slope {gate.slope:.2f})" in told
        assert f"of the 1.00 that the unit holds, {in_powers(gate.kept)} stays" in told
        share = gate.kept / gate.before
        assert ("Almost all is forgotten" in told) == (share < 0.1)
        assert ("Almost all is kept" in told) == (share > 0.9)
    titles = [sigmoid_caption(gate).title for gate in GATES]
    assert titles == ["A gate near 0", "A gate at z = 0", "A gate near 1", "A gate of your own"]
    assert [gate.gate < 0.05 for gate in GATES] == [True, False, False, False]
    assert [gate.gate > 0.95 for gate in GATES] == [False, False, True, False]


@each_gain
def test_what_is_said_on_gradients_is_so(gain):
    record = BOTH[gain]
    run, turn = record.chosen, record.orthogonal
    forward, back, turned = (
        text(gradient_caption(record, stop)) for stop in (FORWARD, BACK, TURNED)
    )
    assert f"gain {gain:g}," in forward and f"reads {LONG} small" in forward
    assert f"is {in_powers(run.plain[LONG])} without tanh" in forward
    assert f"without tanh, {in_powers(run.squashed[LONG])} with it." in forward
    assert f"change of h at step 0 is, at step {LONG}," in back
    assert f"at most {in_powers(run.plain_gradient[0])} times as large without tanh" in back
    assert f"{in_powers(run.squashed_gradient[0])} times with" in back
    assert f"as {in_powers(turn.plain_gradient[0])}, as it left" in turned
    assert turn.plain_gradient[0] == pytest.approx(turn.plain_gradient[LONG])
    assert f"With tanh {in_powers(turn.squashed_gradient[0])} of it arrives" in turned


@pytest.mark.parametrize("gain", np.linspace(0.5, 2, 151).round(2))
def test_the_verdict_holds(gain):
    record = gradient_runs(float(gain))
    told = text(gradient_caption(record, VERDICT))
    shown = {run.gain: run for run in (record.chosen, record.orthogonal)}
    assert f"smaller in {'both runs' if len(shown) == 2 else 'this run'}." in told
    for run in shown.values():
        without, with_tanh = run.plain_gradient[0], run.squashed_gradient[0]
        assert with_tanh < without
        (said,) = re.findall(
            rf"At gain {run.gain:.3g}, {re.escape(in_powers(without))} becomes "
            rf"{re.escape(in_powers(with_tanh))}: (.*?)\. ", told
        )  # fmt: skip
        exploded, vanished = without > 20, with_tanh < 0.05
        assert ("explosion" in said) == exploded and ("vanishe" in said) == vanished
        assert ("before" in said) == (without < 0.05)
        assert not exploded or with_tanh < 20, "or it would not be gone"
        assert exploded or vanished
