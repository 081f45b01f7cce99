"""What squashing runs, says and asks: recomputed here, over everything that can be set."""

import itertools
import re
from html import unescape

import numpy as np
import pytest

from lstm_viz.cells import RNN
from lstm_viz.inputs import from_sentence
from lstm_viz.lesson.question import Choice
from lstm_viz.networks import NETWORKS
from lstm_viz.networks.call import MOMENTS, THOUGHTS
from lstm_viz.player import asked
from lstm_viz.scenes.squashing.questions.gradient import GRADIENT_QUESTIONS
from lstm_viz.scenes.squashing.questions.sigmoid import ONE, OPEN, SHUT, SIGMOID_QUESTIONS, ZERO
from lstm_viz.scenes.squashing.questions.tanh import TANH_QUESTIONS
from lstm_viz.scenes.squashing.record.gradient import INPUTS, LONG, gradient_run, gradient_runs
from lstm_viz.scenes.squashing.record.sigmoid import OWN, OWN_Z, SHOWN, UNKNOWN, gate_values
from lstm_viz.scenes.squashing.record.tanh import STEPS, TURN, tanh_run
from lstm_viz.scenes.squashing.words.gradient import AT, BACK, FORWARD, TURNED, gradient_caption
from lstm_viz.scenes.squashing.words.powers import in_powers
from lstm_viz.scenes.squashing.words.sigmoid import sigmoid_caption
from lstm_viz.scenes.squashing.words.tanh import OFF_SCALE, tanh_caption
from tests.each import for_each

GAINS = tuple(round(0.5 + 0.1 * k, 1) for k in range(16))
START = (0.9, -0.4, 0.5)
STARTS = (
    START,
    (0.0, 0.0, 0.0),
    (2.0, 2.0, 2.0),
    (-2.0, 2.0, -2.0),
    (0.1, 0.0, 0.0),
    (1.0, -1.0, 0.5),
)
GATES = gate_values()
BOTH = {gain: gradient_runs(gain) for gain in GAINS}

runs = for_each(
    "run", [tanh_run(g, s) for g, s in itertools.product(GAINS, STARTS)],
    ids=lambda run: f"{run.gain}:{tuple(run.plain[0])}",
)  # fmt: skip
each_gain = for_each("gain", GAINS)


def text(told):
    """Title, sentence, equation and numbers without their markup."""
    return unescape(re.sub("<[^>]*>", "", f"{told.title}: {told.sentence} {told.numbers}"))


# ---- the runs ----------------------------------------------------------------------------------


def test_the_matrix_only_turns_by_60_degrees_about_its_axis():
    np.testing.assert_allclose(TURN @ TURN.T, np.eye(3), atol=1e-15)
    assert np.linalg.det(TURN) == pytest.approx(1)
    assert np.degrees(np.arccos((np.trace(TURN) - 1) / 2)) == pytest.approx(60)
    np.testing.assert_allclose(TURN @ np.ones(3), np.ones(3), atol=1e-15)


@runs
def test_both_sides_are_the_same_product_with_and_without_tanh(run):
    weight = run.gain * TURN
    for t in range(1, STEPS + 1):
        np.testing.assert_allclose(run.plain[t], weight @ run.plain[t - 1], rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(run.z[t], weight @ run.squashed[t - 1], rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(run.squashed[t], np.tanh(run.z[t]))
    np.testing.assert_array_equal(run.plain[0], run.squashed[0])


@runs
def test_the_length_grows_with_the_gain_without_tanh_and_stays_bounded_with(run):
    lengths = np.linalg.norm(run.plain, axis=1)
    np.testing.assert_allclose(lengths, lengths[0] * run.gain ** np.arange(STEPS + 1), atol=1e-12)
    assert np.abs(run.squashed[1:]).max() < 1


def test_the_gates_are_a_real_run_of_the_phone_call():
    words = [*MOMENTS[:2], UNKNOWN, *MOMENTS[2:]]
    inputs = from_sentence(" ".join(words))
    trace = NETWORKS["call"].build(inputs, len(THOUGHTS), 0).run(inputs.x)
    *shown, own = GATES
    assert own.own and not any(gate.own for gate in shown)
    for gate in shown:
        at = words.index(gate.word), THOUGHTS.index(gate.thought)
        assert gate.gate == trace.f[at] == pytest.approx(1 / (1 + np.exp(-gate.z)))
        assert (gate.before, gate.kept) == (trace.c_prev[at], trace.kept[at])
        assert gate.kept == pytest.approx(gate.gate * gate.before)
        assert gate.slope == pytest.approx(gate.gate * (1 - gate.gate))
    z = [gate.z for gate in shown]
    assert z == sorted(z) and len(set(z)) == len(z)


@pytest.mark.parametrize("z", [-6.0, -0.3, 0.0, OWN_Z, 1.0, 6.0])
def test_the_reader_moves_one_gate_by_its_bias_alone(z):
    *shown, own = gate_values(z)
    assert tuple(shown) == GATES[:-1]
    plain = GATES[SHOWN.index(OWN)]
    assert (own.thought, own.word, own.before) == (*OWN, plain.before)
    assert own.z == pytest.approx(z) and own.gate == pytest.approx(1 / (1 + np.exp(-z)))
    assert own.kept == pytest.approx(own.gate * own.before)
    if z == plain.z:
        assert own.kept == plain.kept
    assert f"to z = {in_powers(own.z)}. σ squashes it to {own.gate:.2f}" in text(
        sigmoid_caption(own, 0)
    )


def test_the_slopes_are_at_most_one_and_a_quarter():
    assert tanh_run(1.0, (0.0, 0.0, 0.0)).slopes.max() == 1
    assert (
        max(gate_values(z)[-1].slope for z in np.linspace(-6, 6, 121)) == GATES[ZERO].slope == 0.25
    )


def test_the_named_gates_are_what_they_are_called():
    assert (GATES[ZERO].z, GATES[ZERO].word, GATES[ZERO].gate) == (0, UNKNOWN, 0.5)
    assert GATES[ONE].z == 1
    assert GATES[SHUT].gate == min(g.gate for g in GATES) < 0.05
    assert GATES[OPEN].gate == max(g.gate for g in GATES) > 0.95
    assert (GATES[SHUT].thought, GATES[OPEN].thought) == ("a song", "what to answer")


@pytest.mark.parametrize("gain", [0.7, 1.0, 1.2, 1.9])
def test_the_gradients_are_the_slopes_of_the_run(gain):
    """Against central differences of the whole rest of the run."""
    run, eye, step = gradient_run(gain), np.eye(3), 1e-6
    cell = RNN(eye, gain * TURN, np.zeros(3))
    h = np.concatenate([np.zeros((1, 3)), cell.run(INPUTS).h])
    for t in (0, 30, 45, 49):
        ends = [
            [cell.run(INPUTS[t:], h[t] + sign * step * eye[k]).h[-1] for k in range(3)]
            for sign in (1, -1)
        ]
        jacobian = (np.array(ends[0]) - np.array(ends[1])).T / (2 * step)
        wanted = np.linalg.norm(jacobian, 2)
        assert run.squashed_gradient[t] == pytest.approx(wanted, rel=1e-3, abs=1e-9)
    assert run.squashed_gradient[LONG] == run.plain_gradient[LONG] == 1
    np.testing.assert_allclose(run.plain_gradient, gain ** np.arange(LONG, -1.0, -1))


@each_gain
def test_with_tanh_the_gradient_is_never_larger_and_no_value_reaches_one(gain):
    run = BOTH[gain].chosen
    assert (run.squashed_gradient[:-1] < run.plain_gradient[:-1]).all()
    assert run.squashed.max() < 1


def test_the_numbers_that_people_are_told():
    """Gain 1.2 over 50 steps: about 10⁴ without tanh, 0.57 with; W orthogonal: 1 and 10⁻⁶."""
    run, turn = BOTH[1.2].chosen, BOTH[1.2].orthogonal
    assert 5e3 < run.plain[LONG] < 2e4
    assert run.squashed[LONG] == pytest.approx(0.57, abs=0.005)
    assert turn.plain_gradient[0] == pytest.approx(1)
    assert 1e-6 < turn.squashed_gradient[0] < 1e-5


@for_each(
    ("value", "said"),
    [(0, "0.00"), (0.574, "0.57"), (-0.004999, "−5.0·10⁻³"), (38.34, "38.3"), (9.996, "10.0"),
     (-99.96, "−100"), (999.4, "999"), (8191.2, "8.2·10³"), (7.7e-6, "7.7·10⁻⁶"),
     (1.1e15, "1.1·10¹⁵")],
)  # fmt: skip
def test_a_number_is_said_as_a_person_would(value, said):
    assert in_powers(value) == said


# ---- what is said ------------------------------------------------------------------------------


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


# ---- what is asked -----------------------------------------------------------------------------


def test_every_part_asks_twice_or_more_and_each_question_has_a_name_of_its_own():
    parts = [
        (TANH_QUESTIONS, STEPS + 1, 2),
        (SIGMOID_QUESTIONS, len(GATES), 2),
        (GRADIENT_QUESTIONS, TURNED + 2, 1),
    ]
    for questions, steps, stages in parts:
        assert len(questions) >= 2
        places = [(q.t, q.stage) for q in questions]
        assert places == sorted(set(places)) and places[0] > (0, 0)
        assert all(t < steps and stage < stages for t, stage in places)
    ids = [question.id for questions, *_ in parts for question in questions]
    assert len(set(ids)) == len(ids)


@runs
def test_one_answer_on_tanh_is_right(run):
    place, squashed, plain = asked(TANH_QUESTIONS, run)
    z = run.z[1][np.abs(run.z[1]).argmax()]
    assert place["value"] == pytest.approx(np.tanh(z), abs=1e-3)
    assert place["low"] < place["value"] < place["high"]
    with_tanh, without = (np.abs(values[-1]).max() for values in (run.squashed, run.plain))
    assert squashed["right"] == (2 if with_tanh < 0.1 else 1)
    assert plain["right"] == (0 if without > 10 else 2 if without < 0.1 else 1)
    assert in_powers(with_tanh) in squashed["because"] and in_powers(without) in plain["because"]
    given_away = in_powers(without) in squashed["because"].replace(in_powers(with_tanh), "")
    assert not given_away, "it is what the next question asks"


def test_as_it_opens_who_believes_that_tanh_clips_is_told_so():
    place = asked(TANH_QUESTIONS, tanh_run(1.2, START))[0]
    (guess,) = place["guesses"]
    assert guess["value"] == 1 and abs(guess["value"] - place["value"]) > place["near"]


def test_one_answer_on_gates_is_right():
    shut, zero, one, opened = asked(SIGMOID_QUESTIONS, GATES)
    right = [question["options"][question["right"]] for question in (shut, zero, opened)]
    assert [option["text"] for option in right] == ["Almost nothing", "½", "Almost all of it"]
    assert one["value"] == pytest.approx(1 / (1 + np.exp(-1)), abs=1e-3)
    assert one["guesses"][0]["value"] == 1


@each_gain
def test_one_answer_on_gradients_is_right(gain):
    there, turned = asked(GRADIENT_QUESTIONS, BOTH[gain])
    assert there["options"][there["right"]]["text"] == "Smaller"
    assert "less than a hundredth" in turned["options"][turned["right"]]["text"]
    for number in (BOTH[gain].chosen.squashed_gradient[0], BOTH[gain].chosen.plain_gradient[0]):
        assert in_powers(number) in there["because"]


def test_a_wrong_answer_has_a_reason():
    for question in (*SIGMOID_QUESTIONS, *GRADIENT_QUESTIONS):
        if isinstance(question, Choice):
            assert any(option.believes for option in question.options)
