"""All together: every claim about the unrolled cell holds in its runs."""

import re

import numpy as np
import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.all_together import record as together
from lstm_viz.scenes.all_together.questions import questions
from lstm_viz.scenes.all_together.record import SENTENCES, fullest, gate_again, plain, shows
from lstm_viz.scenes.all_together.words import OPENING, ending, title

RUNS = {id: together.run(id) for id in SENTENCES}
runs = pytest.mark.parametrize("told", RUNS.values(), ids=RUNS)


@runs
def test_every_gate_of_every_step_comes_from_x_h_and_the_one_set_of_weights(told):
    for t in range(len(told.trace)):
        for gate in "ifgo":
            np.testing.assert_allclose(
                gate_again(told, gate, t), getattr(told.trace, gate)[t], atol=1e-12
            )
            assert together.from_x_and_h(told, gate, t)


@runs
def test_the_questions_are_answered_by_the_run(told):
    found = questions(told)
    sent = {question["id"]: question for question in questions_payload(found, told)}
    assert len(sent) == len(found) == 4
    stages = 10
    for question in found:
        assert 0 < question.t * stages + question.stage < len(told.trace) * stages - 1
    beliefs = {option.believes for question in found for option in question.options}
    assert {"units-are-steps", "new-weights-each-step", "gates-in-turn", "h-is-c"} <= beliefs
    rights = [question["options"][question["right"]] for question in sent.values()]
    assert all(option["believes"] is None for option in rights)


@runs
def test_h_is_nearer_to_nought_than_c(told):
    c, o, h = shows(told)
    assert h == pytest.approx(o * np.tanh(c)) and abs(h) < abs(c)
    assert abs(c) == np.abs(told.trace.c[-1]).max()
    assert told.trace.c[-1, fullest(told)] == c


@runs
def test_the_ending_says_the_numbers_of_the_run(told):
    text = linked(ending(told))
    assert "[[" not in text
    steps, units = told.trace.h.shape
    inputs = told.trace.x.shape[1]
    plainly = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("\n", " ")
    assert f"{steps} steps side by side, {units} units on top" in plainly
    product = f"4·{units}·({inputs} + {units} + 1) = {told.parameters}"
    assert product in plainly and told.parameters == 4 * units * (inputs + units + 1)
    c, _, h = shows(told)
    assert f"holds c = {plain(c)} and shows h = {plain(h)}" in plainly
    assert f"Counted from 0, rows {units} to {2 * units - 1} are the forget gate’s" in plainly
    rows = slice(units, 2 * units)
    z = (
        told.trace.x @ told.cell.weight_ih[rows].T
        + told.trace.h_prev @ told.cell.weight_hh[rows].T
        + told.cell.bias[rows]
    )
    np.testing.assert_allclose(z, told.trace.z_f, atol=1e-12)
    found = re.search(r"at step (\d+) the (\w+) gate runs from ([\d.]+) to ([\d.]+)", plainly)
    gate = getattr(told.trace, found[2][0])[int(found[1]) - 1]
    assert (plain(gate.min()), plain(gate.max())) == (found[3], found[4].rstrip("."))
    assert gate.max() - gate.min() > 0.5


def test_all_sentences_fit_a_row():
    assert together.most_steps() == max(len(told.trace) for told in RUNS.values()) <= 12
    assert together.most_units() == max(told.trace.hidden_size for told in RUNS.values())
    assert "[[" not in linked(OPENING)
    assert len({title(id) for id in SENTENCES}) == len(SENTENCES)


def test_nothing_is_rounded_to_one_that_is_not_one():
    assert [plain(v) for v in (1.0, 0.9993, -0.9993, 0.994, -0.001, 0.0)] == [
        "1.00", "0.9993", "−0.9993", "0.99", "0.00", "0.00",
    ]  # fmt: skip
