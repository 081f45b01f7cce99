"""Start here: what is said of the step is so in its run, and questions have one right answer."""

import re

import numpy as np
import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.networks import PRESETS
from lstm_viz.player import asked
from lstm_viz.scenes.start.picture import components
from lstm_viz.scenes.start.questions import QUESTIONS
from lstm_viz.scenes.start.record import PRESET, WORD, run
from lstm_viz.scenes.start.words import COMPONENTS, ENDING, OPENING, PARTS, gradient_claim
from tests.unit.frames import filled

RUN = run()


def test_the_step_is_the_presets_own():
    assert next(one for one in PRESETS if one.id == PRESET).title == "A friend calls"
    assert len(RUN.step) == 1 and RUN.token == "happy"
    for name in RUN.sentence.names:
        np.testing.assert_allclose(
            getattr(RUN.step, name)[0], getattr(RUN.sentence, name)[WORD], atol=1e-12
        )


def test_what_the_sentences_say_of_the_step_is_so():
    step = RUN.step
    np.testing.assert_allclose(step.c, step.f * step.c_prev + step.written, atol=1e-9)
    np.testing.assert_allclose(step.written, step.i * step.g, atol=1e-9)
    np.testing.assert_allclose(step.h, step.o * np.tanh(step.c), atol=1e-9)
    for gate in "fio":  # every unit has shares of its own, to a percent
        shares = {round(100 * share) for share in getattr(step, gate)[0]}
        assert len(shares) == step.hidden_size, gate


def test_the_opening_is_three_short_sentences():
    plain = re.sub(r"\[\[([^|\]]+)(\|[^\]]+)?\]\]", r"\1", OPENING)
    assert len(re.findall(r"[.](\s|$)", plain)) == 3
    assert len(plain) < 260


@pytest.mark.parametrize("text", [OPENING, ENDING, *gradient_claim(RUN).values()])
def test_every_term_has_an_entry(text):
    assert "[[" not in linked(text)


def test_the_four_components_are_told_with_the_numbers_of_every_unit():
    film = components(RUN.step, token=RUN.token, columns=RUN.inputs.columns)
    assert [part.name for part in COMPONENTS] == [
        "Cell state", "Forget gate", "Input gate", "Output gate",
    ]  # fmt: skip
    for unit in range(RUN.step.hidden_size):
        sentences = filled(film, [(part.sentence, 0, unit) for part in PARTS])
        told = {part.id: text for part, text in zip(PARTS, sentences, strict=True)}
        step = {name: getattr(RUN.step, name)[0, unit] for name in RUN.step.names}

        def value(name, step=step):
            return f"{step[name]:.2f}".replace("-", "−")

        def share(name, step=step):
            return f"{100 * step[name]:.0f} %"

        assert f"comes in at {value('c_prev')} and goes on at {value('c')}" in told["c"]
        assert f"of {value('c_prev')}, unit {unit + 1} keeps {share('f')}" in told["f"]
        assert f"of {value('g')}, unit {unit + 1} takes in {share('i')}" in told["i"]
        assert f"lets out {share('o')}" in told["o"] and value("h") in told["o"]
        assert all(share(gate) in told["named"] for gate in "fio")
        assert RUN.token in told["cell"]
        assert "{" not in " ".join(told.values())


# ---- questions ---------------------------------------------------------------------------------


def test_questions_have_one_right_answer_and_name_what_is_believed():
    assert len(QUESTIONS) >= 2
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
    for question, sent in zip(QUESTIONS, asked(QUESTIONS, RUN), strict=True):
        assert question.t == 0 and 0 < question.stage < len(PARTS)
        right = sent["right"]
        assert question.options[right].believes is None
        assert any(option.believes for option in question.options)
        assert re.search(r"\d", sent["because"])


def test_a_gate_held_at_one_keeps_all():
    np.testing.assert_array_equal(RUN.held.kept, RUN.held.c_prev)
    np.testing.assert_array_equal(RUN.held.f, 1)
    text = QUESTIONS[0].because(RUN)
    assert f"keeps {RUN.step.c_prev[0, 0]:.2f} of {RUN.step.c_prev[0, 0]:.2f}" in text
    assert f"{RUN.step.kept[0, 0]:.2f} is left" in text


def test_an_output_gate_at_one_shows_all_of_the_squashed_cell_state():
    np.testing.assert_array_equal(RUN.released.o, 1)
    np.testing.assert_array_equal(RUN.released.c, RUN.step.c)
    np.testing.assert_allclose(RUN.released.h, np.tanh(RUN.step.c))
    question, step = QUESTIONS[1], RUN.step
    assert question.options[question.right(RUN)].text.startswith("In every unit nearer to 0")
    numbers = (step.c[0, 2], np.tanh(step.c[0, 2]), step.o[0, 2], step.h[0, 2])
    assert re.findall(r"−?\d\.\d\d", question.because(RUN)) == [
        f"{number:.2f}".replace("-", "−") for number in numbers
    ]


def test_no_answer_can_be_read_off_the_picture():
    """All signals of the step stand there before it is asked, so each asks "suppose"."""
    assert all(question.ask.startswith("Suppose") for question in QUESTIONS)


# ---- is it so? ---------------------------------------------------------------------------------


@pytest.mark.parametrize("held", [False, True])
def test_the_gradient_is_what_a_small_change_of_c0_does(held):
    """Against differences: the whole of ∂c_T/∂c_0, and its part along the cell state."""
    cell, x = RUN.cell, RUN.inputs.x
    clamp = {"f": 1.0} if held else None
    by, zero = 1e-6, np.zeros(cell.hidden_size)
    jacobian = np.array(
        [
            cell.run(x, zero, by * unit, clamp=clamp).c[-1]
            - cell.run(x, zero, -by * unit, clamp=clamp).c[-1]
            for unit in np.eye(cell.hidden_size)
        ]
    ).T / (2 * by)
    assert RUN.whole_gradient(held) == pytest.approx(np.linalg.norm(jacobian, 2), rel=1e-5)
    # "At most so many times as much": no change of c0 is felt more.
    changes = np.random.default_rng(0).normal(size=(200, cell.hidden_size))
    felt = np.linalg.norm(changes @ jacobian.T, axis=1) / np.linalg.norm(changes, axis=1)
    assert felt.max() <= RUN.whole_gradient(held) * (1 + 1e-5)


def test_along_the_cell_state_a_gradient_is_multiplied_by_f():
    np.testing.assert_allclose(RUN.along_the_cell_state(), np.prod(RUN.sentence.f, axis=0))
    np.testing.assert_array_equal(RUN.along_the_cell_state(held=True), 1)


def test_the_verdict_follows_from_the_run():
    said = gradient_claim(RUN)
    alone = RUN.along_the_cell_state()
    assert (alone < 0.99).all(), "as the gates are, nothing comes back unchanged"
    assert RUN.whole_gradient() < 1 < RUN.whole_gradient(held=True), "it shrinks, or it grows"
    for number in (
        f"these {len(RUN.inputs.tokens)} words",
        f"{100 * alone.max():.2g} % is left in unit {alone.argmax() + 1}",
        f"{100 * alone.min():.2g} % in unit {alone.argmin() + 1}",
        "at 1, 100 % is left",
        f"at most {RUN.whole_gradient():.2f} times as much",
        f"gates at 1, {RUN.whole_gradient(held=True):.2f} times.",
    ):
        assert number in said["A run"]
