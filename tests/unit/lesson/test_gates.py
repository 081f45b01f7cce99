"""The gate scenes: each question has one right answer, each sentence the numbers of the runs."""

import itertools
import re

import numpy as np
import pytest

from lstm_viz.inputs import parse
from lstm_viz.lesson.gates import Hold, run
from lstm_viz.lesson.gates.record import PRESET, STEPS, UNITS
from lstm_viz.lesson.gates.words import change_sentence, prediction_request
from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.misconceptions import MISCONCEPTIONS
from lstm_viz.lesson.question import Choice, Marker
from lstm_viz.networks import NETWORKS
from lstm_viz.notation import number
from lstm_viz.player.questions import questions_payload
from lstm_viz.signals import GRU_SIGNALS, LSTM_SIGNALS, gates, signal
from tests.each import for_each
from tests.gate_scenes import GATE_SCENES, GATE_STAGES

SCENES = for_each("scene", GATE_SCENES.values(), ids=GATE_SCENES)
HELD = [
    pytest.param(scene, gate, unit, id=f"{scene.id} {gate} {unit}")
    for scene in GATE_SCENES.values()
    for gate, unit in itertools.product(scene.gates, (None, *range(UNITS)))
]
VALUES = (0.0, 0.05, 0.2, 0.5, 0.85, 1.0)
KNOWN = {misconception.id for misconception in MISCONCEPTIONS}


def numbers(text):
    return [float(found.replace("−", "-")) for found in re.findall(r"−?\d+\.\d\d", text)]


# ---- the run -----------------------------------------------------------------------------------


def test_the_run_goes_on_where_the_first_word_left_off():
    inputs = parse(PRESET.kind, PRESET.text)
    whole = NETWORKS[PRESET.network].build(inputs, UNITS, PRESET.seed).run(inputs.x)
    now = run()
    assert now.inputs.tokens == inputs.tokens and now.tokens == inputs.tokens[1:]
    assert now.inputs.columns == inputs.columns
    for name in whole.names:
        np.testing.assert_array_equal(getattr(now.trace, name), getattr(whole, name)[1:], name)
    assert len(now.trace) == STEPS and np.abs(now.trace.c0).min() > 0.3


@pytest.mark.parametrize("gate", "fio")
@pytest.mark.parametrize("unit", [None, 0, 3])
def test_a_held_gate_is_held_at_every_step_and_nothing_else_is(gate, unit):
    now = run(Hold(gate, 0.3, unit))
    held = np.zeros(UNITS, bool)
    held[slice(None) if unit is None else unit] = True
    np.testing.assert_array_equal(getattr(now.trace, gate)[:, held], 0.3)
    for name in gates(LSTM_SIGNALS):
        free = np.ones(UNITS, bool) if name != gate else ~held
        np.testing.assert_allclose(
            getattr(now.trace, name)[:, free], now.own(name)[:, free], atol=1e-12
        )
    assert now.free is run().trace and now.trace is not now.free


# ---- the questions -----------------------------------------------------------------------------


@SCENES
def test_at_least_two_questions_each_at_a_place_of_its_own(scene):
    now = run()
    questions = scene.questions.of(now)
    assert len(questions) >= 3
    assert any(isinstance(question, Marker) for question in questions)
    assert len({question.id for question in questions}) == len(questions)
    places = [(question.t, question.stage) for question in questions]
    assert len(set(places)) == len(places) and (0, 0) not in places
    for question in questions:
        if isinstance(question, Choice):
            right = question.right(now)
            beliefs = [option.believes for option in question.options]
            assert beliefs[right] is None
            assert {belief for belief in beliefs if belief} <= KNOWN and any(beliefs)


@for_each("scene, gate, unit", HELD)
def test_whatever_is_held_there_is_exactly_one_right_answer(scene, gate, unit):
    usual = {q["id"]: q.get("right") for q in questions_payload(scene.questions.of(run()), run())}
    for n, (value, later) in enumerate(itertools.product(VALUES, (0, 3))):
        tried = (n // 2 + later) % STEPS
        now = run(Hold(gate, value, unit))
        found = questions_payload(
            scene.questions.of(now, tried), now
        )  # raises where not exactly one is so
        assert len({(q["t"], q["stage"]) for q in found}) == len(found)
        assert (0, 0) not in {(q["t"], q["stage"]) for q in found}
        for question in found:
            if question["kind"] == "choice":
                assert question["right"] == usual[question["id"]]
                continue
            assert question["low"] <= question["value"] <= question["high"]
            assert question["t"] == tried
            for guess in question["guesses"]:
                assert abs(guess["value"] - question["value"]) > question["near"] - 1e-3
                assert question["low"] <= guess["value"] <= question["high"]


def test_other_values_of_the_hold_are_other_questions():
    scene = GATE_SCENES["forget-gate"]
    ids = {
        scene.questions.of(run(Hold("f", value, unit)), tried)[-1].id
        for value, unit, tried in itertools.product(VALUES, range(UNITS), range(STEPS))
    }
    assert len(ids) == len(VALUES) * UNITS * STEPS


@pytest.mark.parametrize(
    "scene, id, text",
    [
        ("forget-gate", "vector", "4 numbers between 0 and 1, one for each unit"),
        ("forget-gate", "looks", "stay as it is"),
        ("input-gate", "sign", "the candidate"),
        ("input-gate", "shut", "0.64: the forget gate still acts"),
        ("output-gate", "open", "−0.83"),
        ("output-gate", "copy", "all of it"),
    ],
)
def test_the_right_answer_is_the_one_that_is_taught(scene, id, text):
    now = run()
    (question,) = [q for q in GATE_SCENES[scene].questions.of(now) if q.id == id]
    assert question.options[question.right(now)].text == text


@SCENES
def test_a_landing_names_the_misconceptions_of_its_wrong_places(scene):
    now = run()
    (landing,) = [q for q in scene.questions.of(now) if isinstance(q, Marker)]
    assert landing.guesses and {guess.believes for guess in landing.guesses} <= KNOWN
    assert (
        landing.value(now) == getattr(now.trace, scene.questions.landing.signal)[scene.questions.at]
    )


SIGNS = {"×": np.multiply, "+": np.add}


@SCENES
@for_each("hold", [None, 0.2, 1.0])
def test_the_reason_is_the_arithmetic_of_the_run(scene, hold):
    """“a × b = c” in words: the three are the run's, and c is what was asked."""
    now = run() if hold is None else run(Hold(scene.gates[0], hold, 1))
    t, unit = scene.questions.at if hold is None else (3, 1)
    question = scene.questions.of(now, t)[-1]
    text = question.because(now)
    a, sign, b, c = re.search(
        r"(−?\d\.\d\d) ([×+]) \(?(−?\d\.\d\d)\)? = (−?\d\.\d\d)", text
    ).groups()
    (a,), (b,), (c,) = numbers(a), numbers(b), numbers(c)
    assert SIGNS[sign](a, b) == pytest.approx(c, abs=0.02)
    assert c == pytest.approx(
        getattr(now.trace, scene.questions.landing.signal)[t, unit], abs=0.00501
    )
    assert f"unit {unit + 1}" in question.ask and now.tokens[t] in question.ask


# ---- the "try" ---------------------------------------------------------------------------------


@for_each("scene, gate, unit", HELD)
def test_what_the_try_says_is_the_difference_of_the_two_runs(scene, gate, unit):
    now = run(Hold(gate, 0.2, unit))
    for t, looked_at in itertools.product(range(STEPS), range(UNITS)):
        text = change_sentence(now, scene.changes, t, looked_at)
        whose = looked_at if unit is None else unit
        assert text.startswith(f"**“{now.tokens[t]}”, unit {whose + 1}:**")
        told = numbers(text)
        for name in scene.changes:
            before, after = (getattr(r, name)[t, whose] for r in (now.free, now.trace))
            assert float(number(after).replace("−", "-")) in told
            if abs(after - before) >= 0.01:
                assert float(number(before).replace("−", "-")) in told
        if t < STEPS - 1:
            assert f"after “{now.tokens[-1]}” c is {number(now.trace.c[-1, whose])}" in text
        others = change_sentence(now, scene.changes, t, looked_at, others=False)
        assert text.startswith(others)
        if text != others:
            other = int(re.search(r"Unit (\d) feels it", text)[1]) - 1
            assert other != whose and unit is not None
            assert f"its c ends at {number(now.trace.c[-1, other])}" in text


def test_what_stays_is_said_to_stay():
    now = run(Hold("o", 0.2, 1))
    assert f"c is {number(now.trace.c[0, 1])} as before" in change_sentence(now, ("h", "c"), 0, 1)


def test_the_gate_in_the_hand_is_named():
    assert "forget gate" in prediction_request(run(Hold("f", 0.5, 0)))
    assert Hold("f", 0.5).whose == "every forget gate"
    assert Hold("i", 0.5, 2).whose == "the input gate of unit 3"


# ---- the words ---------------------------------------------------------------------------------


@SCENES
def test_every_term_has_an_entry(scene):
    for text in (scene.opening, scene.ending):
        assert "[[" not in linked(text)
    assert len(re.sub(r"[\[\]]", "", scene.opening)) < 130, "one line beside the title"


def test_the_rows_are_where_the_endings_say():
    now = run()
    assert now.cell.rows("f") == slice(4, 8)
    assert "rows 4 to 7, counted from 0" in " ".join(GATE_SCENES["forget-gate"].ending.split())
    for gate in gates(LSTM_SIGNALS):
        rows = now.cell.rows(gate)
        z = (
            now.trace.x @ now.cell.weight_ih[rows].T
            + now.trace.h_prev @ now.cell.weight_hh[rows].T
            + now.cell.bias[rows]
        )
        np.testing.assert_allclose(z, getattr(now.trace, f"z_{gate}"), atol=1e-12)


def test_a_shut_input_gate_leaves_what_the_forget_gate_keeps():
    now = run()
    (question,) = [q for q in GATE_SCENES["input-gate"].questions.of(now) if q.id == "shut"]
    t, unit = question.t, question.unit
    f, held, kept = (getattr(now.trace, name)[t, unit] for name in ("f", "c_prev", "kept"))
    assert f"{number(f)} × {number(held)} = {number(kept)}" in question.because(now)
    assert f"holds {number(held)}" in question.ask and now.tokens[t] in question.ask


def test_the_word_that_was_read_before_is_named_at_the_start_of_every_scene():
    for id in GATE_SCENES:
        assert f"(“{run().inputs.tokens[0]}” came before step 1)" in GATE_STAGES[id][0].sentence


def test_what_the_units_hold_at_first_is_what_the_word_before_has_left():
    assert f"What “{run().inputs.tokens[0]}” has left" in GATE_SCENES["forget-gate"].ending
    assert PRESET.network == "random"


def test_h_can_be_near_zero_while_c_is_large_and_c_can_leave_one():
    trace = run().trace
    assert ((np.abs(trace.h) < 0.1) & (np.abs(trace.c) > 0.6)).any()
    assert np.abs(trace.c).max() > 1 > np.abs(trace.h).max()


def test_a_gru_ties_what_is_kept_to_what_is_written():
    assert signal(GRU_SIGNALS, "kept").formula.startswith("{z} ×")
    assert signal(GRU_SIGNALS, "written").formula.startswith("(1 − {z}) ×")
