"""What is said of the step and of its gradients is so."""

import re

import numpy as np
import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.start.picture import components
from lstm_viz.scenes.start.words import COMPONENTS, ENDING, OPENING, PARTS, gradient_claim
from tests.unit.frames import filled
from tests.unit.scenes.start.runs import RUN


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
