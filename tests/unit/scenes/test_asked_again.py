"""Every question of the lesson has a second guise that the same run answers, whatever is set."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from lstm_viz.lesson.misconceptions import MISCONCEPTIONS
from lstm_viz.lesson.question import Question
from lstm_viz.lesson.word_row import word_row
from lstm_viz.player import contract, questions_payload
from lstm_viz.scenes.all_together import questions as all_together
from lstm_viz.scenes.all_together.record import STORY as TOLD
from lstm_viz.scenes.all_together.record import run as together_run
from lstm_viz.scenes.cell_state import questions as cell_state
from lstm_viz.scenes.cell_state.record import run as carried
from lstm_viz.scenes.costs import questions as costs
from lstm_viz.scenes.forget_gate import questions as forget_gate
from lstm_viz.scenes.forget_gate.record import run as forget_run
from lstm_viz.scenes.gradients.questions import questions as gradients_questions
from lstm_viz.scenes.gradients.record.run import run as gradients_run
from lstm_viz.scenes.gradients.record.settings import PRESETS as GRADIENTS
from lstm_viz.scenes.how_it_learns.questions import training as how_it_learns
from lstm_viz.scenes.how_it_learns.questions.gradient import GRADIENT_QUESTIONS
from lstm_viz.scenes.how_it_learns.record.gradient import gradient_runs
from lstm_viz.scenes.how_it_learns.record.shots import shipped
from lstm_viz.scenes.input_gate import questions as input_gate
from lstm_viz.scenes.input_gate.record import run as input_run
from lstm_viz.scenes.output_gate import questions as output_gate
from lstm_viz.scenes.output_gate.record import run as output_run
from lstm_viz.scenes.phone_call import questions as phone_call
from lstm_viz.scenes.phone_call.record import run as call
from lstm_viz.scenes.phone_call.words.call import STORY as CALL
from lstm_viz.scenes.squashing.questions.sigmoid import SIGMOID_QUESTIONS
from lstm_viz.scenes.squashing.questions.tanh import TANH_QUESTIONS
from lstm_viz.scenes.squashing.record.sigmoid import gate_values
from lstm_viz.scenes.squashing.record.tanh import tanh_run
from lstm_viz.scenes.start import questions as start
from lstm_viz.scenes.start.record.story import STORY
from lstm_viz.scenes.uses import questions as uses
from lstm_viz.scenes.uses.record import uses as used
from tests.unit.scenes.costs.runs import SECONDS, costs_of

OWN_STORIES = (
    STORY,
    ("picks an apple", "how many apples?", "picks an apple", "how many apples?"),
    ("picks a pear", "eats a pear", "how many pears?"),
    ("sings", "how many apples?"),
    ("how many pears?",),
)


def asked() -> Iterator[tuple[str, tuple[Question, ...], Any]]:
    """Scene, its questions and a run that answers them: as it opens, and as it may be set."""
    for story in OWN_STORIES:
        row = word_row(story)
        yield "start", (*start.story_questions(row), *start.cell_questions(row)), row
    for held in (None, *range(len(CALL.beats))):
        yield "phone-call", phone_call.QUESTIONS, call(held).trace
    for gain in (1.2, 0.5, 1.0, 2.0):
        yield "squashing", TANH_QUESTIONS, tanh_run(gain, 1.3)
        yield "how-it-learns", GRADIENT_QUESTIONS, gradient_runs(gain)
    for own in (0.5, -6.0, 6.0):
        yield "squashing", SIGMOID_QUESTIONS, gate_values(own)
    yield "forget-gate", forget_gate.questions(), forget_run()
    yield "input-gate", input_gate.questions(), input_run()
    yield "cell-state", cell_state.QUESTIONS, carried()
    yield "output-gate", output_gate.questions(), output_run()
    yield "all-together", all_together.row_questions(), together_run()
    for sentence in range(len(TOLD)):
        yield "all-together", all_together.cell_questions(sentence), together_run()
    yield "how-it-learns", how_it_learns.questions(shipped()), shipped()
    for settings in GRADIENTS.values():
        ways = gradients_run(settings)
        yield "gradients", gradients_questions(ways), ways
    for hidden in (4, 64, 256):
        for inputs in (1, 256):
            for times in (1e-6, 1e-5, 9e-5):
                run = costs_of(hidden, inputs, SECONDS | {"LSTM": times})
                yield "costs", costs.QUESTIONS, run
    yield "uses", uses.QUESTIONS, used()


@pytest.fixture(scope="module")
def sent() -> list[tuple[str, contract.Question]]:
    """Each with the scene that asks it; exactly one answer of each guise is so, or this fails."""
    return [(scene, one) for scene, asks, run in asked() for one in questions_payload(asks, run)]


def test_a_second_guise_is_another_question_in_plain_text(sent):
    for _, one in sent:
        again = one["again"]
        texts = [again["ask"], again["because"], *(option["text"] for option in again["options"])]
        assert again["ask"] != one["ask"] and again["ask"].endswith("?"), one["id"]
        assert not any(mark in text for text in texts for mark in "<>&"), one["id"]
        options = [option["text"] for option in again["options"]]
        assert len(set(options)) == len(options) == 3, one["id"]


def test_who_misses_it_by_its_misconception_is_told_what_is_so(sent):
    so = {found.id: found.so for found in MISCONCEPTIONS}
    for scene, one in sent:
        again = one["again"]
        told = [option["believes"] for option in again["options"]]
        assert so[again["concept"]] in [belief["so"] for belief in told if belief], one["id"]
        if scene != "costs":  # there, some of what is believed is so at odd sizes and times
            assert told[again["right"]] is None, one["id"]


def test_what_stands_first_is_no_rule(sent):
    rights = {one["again"]["ask"]: one["again"]["right"] for _, one in sent}
    counts = np.bincount(list(rights.values()), minlength=3)
    assert counts.max() <= 0.55 * counts.sum() and counts.min() > 0


def test_the_same_question_twice_in_an_own_story_is_no_same_answer():
    row = word_row(OWN_STORIES[1])
    *_, again = start.story_questions(row)
    told = {option.text: option.believes for option in again.options}
    assert told["1 apple"] == "same-input-same-answer" and told["2 apples"] is None


def test_that_a_word_is_answered_alike_and_what_training_does_are_asked_about(sent):
    concepts = {one["again"]["concept"] for _, one in sent}
    assert {"same-input-same-answer", "named-is-written", "gates-learn-together"} <= concepts
