"""What squashing says is so, whatever is set."""

import numpy as np
import pytest

from lstm_viz.scenes.squashing.record.gradient import LONG
from lstm_viz.scenes.squashing.record.sigmoid import UNKNOWN
from lstm_viz.scenes.squashing.record.tanh import STEPS
from lstm_viz.scenes.squashing.words.gradient import AT, BACK, FORWARD, TURNED, gradient_caption
from lstm_viz.scenes.squashing.words.powers import in_powers
from lstm_viz.scenes.squashing.words.sigmoid import sigmoid_caption
from lstm_viz.scenes.squashing.words.tanh import OFF_SCALE, tanh_caption
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
    for t in range(1, STEPS + 1):
        multiplied, squashed = text(tanh_caption(run, t, 0)), text(tanh_caption(run, t, 1))
        off = [int((np.abs(values) > OFF_SCALE + 1e-9).sum()) for values in run.plain[: t + 1]]
        where = ("", "one of its values is", "two of its values are", "all of its values are")
        assert ("off the scale" in multiplied) == bool(off[t])
        assert f"{where[off[t]]} off the scale" in multiplied or not off[t]
        assert ("for the first time" in multiplied) == (off[t] > 0 and not any(off[:t]))
        before, now = (np.linalg.norm(run.plain[step]) for step in (0, t))
        assert now == pytest.approx(run.gain**t * before)
        if before == 0:
            assert "a vector of zeros stays one" in multiplied
        elif run.gain == 1:
            assert "still as long as at the start" in multiplied
        else:
            assert f"{in_powers(run.gain**t)} times as long as at the start" in multiplied
        assert multiplied.endswith(f"= {in_powers(run.plain[t, 0])}")
        z = run.z[t][np.abs(run.z[t]).argmax()]
        assert (
            f"{in_powers(z)}, the one furthest from 0, becomes {in_powers(np.tanh(z))}" in squashed
        )
        assert f"slope there is {1 - np.tanh(z) ** 2:.2f}." in squashed
        assert squashed.endswith(f"tanh({in_powers(z)}) = {in_powers(np.tanh(z))}")
    assert f"on the left and {in_powers(np.tanh(z))} on the right" in squashed
    matrix = text(tanh_caption(run, 0, 1))
    same = "leaves its length as it is" in matrix
    assert same == (run.gain == 1) and (same or f"makes it {run.gain:g} times as long" in matrix)


@for_each("gate", GATES, ids=lambda gate: f"z={gate.z}")
def test_what_is_said_on_a_gate_is_so(gate):
    squashed, kept = text(sigmoid_caption(gate, 0)), text(sigmoid_caption(gate, 1))
    assert f"squashes it to {gate.gate:.2f}" in squashed
    assert f"slope there is {gate.slope:.2f}." in squashed
    near = "near 0" if gate.gate < 0.1 else "near 1" if gate.gate > 0.9 else "neither 0 nor 1"
    assert f", {near};" in squashed
    assert f"{in_powers(gate.before)} in the cell state {in_powers(gate.kept)} stays" in kept
    if near != "neither 0 nor 1":
        assert ("is forgotten" in kept) == (gate.kept / gate.before < 0.1)
        assert ("Almost all" in kept) and ("is kept" in kept) == (gate.kept / gate.before > 0.9)
    assert (gate.word == UNKNOWN) == ("no weights for" in squashed)


@each_gain
def test_what_is_said_on_gradients_is_so(gain):
    record = BOTH[gain]
    run, turn = record.chosen, record.orthogonal
    first = text(gradient_caption(record, 0))
    assert f"gain {gain:g}," in first and f"reads {LONG} small" in first
    assert f"now after step {FORWARD[0]}." in first
    for step in range(1, BACK):
        told = text(gradient_caption(record, step))
        assert f"After {AT[step]} steps" in told
        assert f"{in_powers(run.plain[AT[step]])} away without tanh" in told
        assert f"and {in_powers(run.squashed[AT[step]])} with" in told
    for step, t in zip(range(BACK, TURNED), (40, 30, 20, 10, 0), strict=True):
        told = text(gradient_caption(record, step))
        assert f"change of h at step {t} " in told and f"{LONG - t} steps later" in told
        assert f"{in_powers(run.plain_gradient[t])} without tanh" in told
        assert f"{in_powers(run.squashed_gradient[t])} with." in told
        assert ("spectral norm" in told) == (step == BACK), "said once"
    turned = text(gradient_caption(record, TURNED))
    assert f"as {in_powers(turn.plain_gradient[0])}, as it left" in turned
    assert turn.plain_gradient[0] == pytest.approx(turn.plain_gradient[LONG])
    assert f"With tanh {in_powers(turn.squashed_gradient[0])} of it arrives" in turned


@each_gain
def test_the_verdict_holds(gain):
    record = BOTH[gain]
    run, turn = record.chosen, record.orthogonal
    verdict = text(gradient_caption(record, TURNED + 1))
    exploding = run.plain_gradient[0] > 2
    assert ("the explosion is gone" in verdict) == exploding
    assert ("but now it vanishes" in verdict) == (exploding and run.squashed_gradient[0] < 0.05)
    assert "tamed" not in verdict
    if exploding:
        assert run.squashed_gradient[0] < 10, "or it would not be gone"
        assert run.squashed_gradient[0] < run.plain_gradient[0] / 10
        assert (
            f"{in_powers(run.plain_gradient[0])} becomes {in_powers(run.squashed_gradient[0])}"
            in (verdict)
        )
    assert turn.squashed_gradient[0] < 0.01 * turn.plain_gradient[0]
    assert f"becomes {in_powers(turn.squashed_gradient[0])}." in verdict
    assert "for this W it makes vanishing worse" in verdict
