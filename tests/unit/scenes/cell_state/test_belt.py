"""The conveyor belt carries what it says it carries, and its gradients are those of the run."""

import math
import re

import numpy as np
import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.question import Choice, Marker
from lstm_viz.player.questions import asked
from lstm_viz.scenes.cell_state import record as belt
from lstm_viz.scenes.cell_state.questions.belt import AHEAD, FIRST, SECOND, questions
from lstm_viz.scenes.cell_state.record import (
    AGAIN,
    AGAIN_AT,
    INPUTS,
    LOAD,
    NUMBERED_FROM,
    STEPS,
    UNIT,
    half_life,
    unchanged,
)
from lstm_viz.scenes.cell_state.words.belt import ENDING, equation, numbers, sentence, title
from tests.each import for_each

KEEPS = (0.0, 0.01, 0.05, 0.5, 0.9, 0.95, 0.99, 1.0)
EVERY = [(keep, gate) for keep in KEEPS for gate in INPUTS]
every = for_each(("keep", "gate"), EVERY)


def words(html):
    return re.sub(r"<[^>]+>", "", html)


def test_open_forget_gate_carries_every_bit():
    run = belt.run(1.0)
    assert all(unchanged(run, t) for t in range(STEPS))
    np.testing.assert_array_equal(run.trace.c, np.tile(run.trace.c[0], (STEPS, 1)))
    assert np.all(run.trace.written[1:] == 0)
    np.testing.assert_allclose(run.trace.c[0], LOAD, atol=1e-15)


@pytest.mark.parametrize("keep", [0.05, 0.5, 0.9])
def test_a_forget_gate_below_one_lets_it_fade(keep):
    run = belt.run(keep)
    for t in range(STEPS):
        np.testing.assert_allclose(run.trace.c[t], run.trace.c[0] * keep**t, rtol=1e-12)
    halves = half_life(run)
    assert halves == pytest.approx(math.log(0.5) / math.log(keep))
    assert keep**halves == pytest.approx(0.5)


def test_shut_forget_gate_empties_it_at_once():
    run = belt.run(0.0)
    assert np.all(run.trace.c[1:] == 0)
    assert half_life(run) == 0 and half_life(belt.run(1.0)) == math.inf


def test_a_second_load_is_added():
    run = belt.run(0.9, "again")
    np.testing.assert_allclose(run.trace.written[AGAIN_AT], AGAIN, atol=1e-15)
    np.testing.assert_allclose(run.trace.c[AGAIN_AT], run.trace.kept[AGAIN_AT] + np.array(AGAIN))
    assert np.all(run.trace.written[[*range(1, AGAIN_AT), *range(AGAIN_AT + 1, STEPS)]] == 0)


@every
def test_the_gradients_are_those_of_the_run(keep, gate):
    run = belt.run(keep, gate)
    np.testing.assert_allclose(run.left, keep ** np.arange(STEPS), rtol=1e-12)
    if gate != "free":  # nothing but the belt leads from c_1 to c_t
        np.testing.assert_array_equal(run.whole, run.left)
    assert run.whole[0] == 1


def nudged(keep, gate, by):
    """∂c_t/∂c_1 by running on from a c_1 that is a little larger and a little smaller."""
    cell, first = belt._cell(free=gate == "free"), belt.run(keep, gate).trace
    found = []
    for sign in (1, -1):
        c = first.c[0].copy()
        c[UNIT] += sign * by
        h = first.o[0] * np.tanh(c)
        found.append(cell.run(first.x[1:], h, c, clamp={"f": keep}).c[:, UNIT])
    return (found[0] - found[1]) / (2 * by)


@pytest.mark.parametrize("gate", INPUTS)
@pytest.mark.parametrize("keep", [0.5, 0.9, 1.0])
def test_the_whole_derivative_is_what_a_nudge_does(keep, gate):
    np.testing.assert_allclose(nudged(keep, gate, 1e-5), belt.run(keep, gate).whole[1:], atol=1e-8)


def test_left_free_the_gates_make_it_smaller_or_larger():
    assert belt.run(1.0, "free").whole[-1] < 0.9 < belt.run(1.0, "free").left[-1]
    assert belt.run(0.9, "free").whole[-1] > 1.2 * belt.run(0.9, "free").left[-1]


@every
def test_what_is_said_is_so(keep, gate):
    run = belt.run(keep, gate)
    for t in range(STEPS):
        text = words(sentence(run, t))
        assert ("to the last bit" in text) == (t > 0 and unchanged(run, t))
        assert ("is gone at the first step" in text) == (
            t > 0 and keep == 0 and gate != "free" and (gate, t) != ("again", AGAIN_AT)
        )
        if t and "keeps that share" in text:
            shown = [belt.plain(v[t, UNIT]) for v in (run.trace.c_prev, run.trace.c)]
            assert f"of {words(shown[0])}, unit 1 keeps {words(shown[1])}." in text
            assert f"every {half_life(run):.1f} steps" in text
        if t >= NUMBERED_FROM:
            line = words(numbers(run, t))
            assert line.endswith(f"by all paths {words(belt.plain(run.whole[t]))}")
            assert f"= {words(belt.plain(run.left[t]))};" in line
        assert title(run, t) and equation(t)
    assert not re.search(r"\b(inf|nan)\b", "".join(sentence(run, t) for t in range(STEPS)))


def test_what_arrives_is_asked_before_it_is_printed():
    for keep, gate in EVERY:
        run = belt.run(keep, gate)
        assert sorted(question.t for question in questions(run)) == [FIRST, SECOND]
        assert SECOND <= NUMBERED_FROM
        for t in range(SECOND):
            said = words(sentence(run, t) + equation(t) + numbers(run, t))
            assert "paths" not in said and "∂" not in said and "influence" not in said


def test_carried_unchanged_no_two_steps_are_told_alike():
    run = belt.run(1.0)
    told = [words(sentence(run, t)) for t in range(1, STEPS)]
    assert len(set(told)) == len(told)
    for t, text in enumerate(told[1:-1], start=2):
        unit = int(re.search(r"unit (\d) still holds", text)[1]) - 1
        assert f"holds {words(belt.plain(run.trace.c[t, unit]))}," in text
    assert all(words(belt.plain(value)) in told[-1] for value in run.trace.c[-1])


@every
def test_each_setting_asks_two_questions_with_one_right_answer(keep, gate):
    run = belt.run(keep, gate)
    found = questions(run)
    assert len(found) == 2 and len({question.id for question in found}) == 2
    for question, sent in zip(found, asked(found, run), strict=True):
        assert question.id.startswith("belt-") and (question.t, question.stage) > (0, 0)
        assert sent["because"]
        if isinstance(question, Marker):
            value = question.value(run)
            assert value == run.trace.c[AHEAD, UNIT]
            assert question.low <= value <= question.high
            # A wrong guess is never so near that being right would be called wrong.
            assert all(abs(guess.value(run) - value) > question.near for guess in question.guesses)


def test_at_nine_tenths_the_guesses_are_the_usual_ones():
    run = belt.run(0.9)
    (place,) = (q for q in questions(run) if isinstance(q, Marker))
    assert place.t == FIRST
    assert [guess.value(run) for guess in place.guesses] == pytest.approx([1.0, 0.0, 0.0])
    assert place.value(run) == pytest.approx(0.9**10)
    assert "0.90<sup>10</sup> × 1.00 = 0.35" in place.because(run)


@pytest.mark.parametrize(("keep", "right"), [(1.0, 0), (0.9, 1), (0.0, 2)])
def test_what_arrives_of_a_gradient(keep, right):
    run = belt.run(keep)
    (choice,) = (q for q in questions(run) if isinstance(q, Choice))
    assert choice.right(run) == right


@pytest.mark.parametrize("keep", KEEPS)
def test_left_free_the_derivative_is_not_the_product(keep):
    run = belt.run(keep, "free")
    (choice,) = (q for q in questions(run) if q.id.startswith("belt-free"))
    assert choice.right(run) == 1


def test_numbers_are_written_short():
    written = {0: "0", 1: "1.00", -0.6: "−0.60", 0.004: "4.0·10<sup>−3</sup>", 1e-320: "less than"}
    for value, text in written.items():
        assert belt.plain(value).startswith(text)


def test_the_ending_links_its_terms():
    assert "[[" not in linked(ENDING)
