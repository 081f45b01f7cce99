"""Sentences and equations carry the numbers and names of the run, exactly."""

import re
from html import unescape

import numpy as np
import pytest

from lstm_viz import LSTM
from lstm_viz.figures.film import film
from lstm_viz.figures.stages import LSTM_STAGES
from lstm_viz.figures.style import DARK, LIGHT
from lstm_viz.figures.words import equation, sentence
from lstm_viz.notation import number
from lstm_viz.signals import LSTM_SIGNALS
from tests.unit.figures.runs import AWKWARD, one_hot_run, run

STAGES = {stage.id: stage for stage in LSTM_STAGES}


@pytest.fixture(scope="module")
def story():
    """One unit by hand: f = 1/2, i = 1, g = −1, so c goes 2 → 0 → −1."""
    cell = LSTM(np.zeros((4, 1)), np.zeros((4, 1)), [40.0, 0.0, -40.0, 40.0])
    return film(cell.run([[1.0], [1.0]], c0=[2.0]), tokens=("ring", "hello"))


def test_sentences_say_what_happened(story):
    first = sentence(STAGES["inputs"].sentence, story, 0, 0)
    assert first.startswith("Step 1 reads “ring”.") and first.endswith("unit 1 holds 2.00.")
    assert sentence(STAGES["forget-gate"].sentence, story, 0, 0).endswith("unit 1 will keep 50 %.")
    assert sentence(STAGES["input-gate"].sentence, story, 0, 0).endswith("unit 1 lets in 100 %.")
    assert sentence(STAGES["candidate"].sentence, story, 0, 0).endswith("unit 1 offers −1.00.")
    assert sentence(STAGES["forget"].sentence, story, 0, 0).endswith("of 2.00, unit 1 keeps 1.00.")
    assert sentence(STAGES["write"].sentence, story, 0, 0).endswith(
        "of −1.00, unit 1 writes −1.00."
    )
    assert sentence(STAGES["new-cell-state"].sentence, story, 0, 0).endswith(
        "unit 1 now holds 0.00."
    )
    assert sentence(STAGES["next-step"].sentence, story, 0, 0).endswith(
        "which reads “hello”. Unit 1 carries 0.00 over."
    )
    assert sentence(STAGES["inputs"].sentence, story, 1, 0).startswith("Step 2 reads “hello”.")


def test_numbers_put_what_is_negative_into_brackets(story):
    numbers = {name: sentence(stage.numbers, story, 0, 0) for name, stage in STAGES.items()}
    assert numbers == {
        "inputs": "h = 0.00, c = 2.00",
        "forget-gate": "σ(0.00) = 0.50",
        "input-gate": "σ(40.00) = 1.00",
        "candidate": "tanh(−40.00) = −1.00",
        "forget": "0.50 × 2.00 = 1.00",
        "write": "1.00 × (−1.00) = −1.00",
        "new-cell-state": "1.00 + (−1.00) = 0.00",
        "output-gate": "σ(40.00) = 1.00",
        "release": "1.00 × 0.00 = 0.00",
        "next-step": "c = 0.00, h = 0.00",
    }


def test_the_numbers_are_those_of_the_chosen_unit_and_step():
    trace = run(4, 3)
    story = film(trace)
    for t in range(4):
        for unit in range(3):
            text = sentence("{unit} {step} {c} {h_prev} {z_f}", story, t, unit)
            values = (trace.c, trace.h_prev, trace.z_f)
            shown = [number(float(signal[t, unit])) for signal in values]
            assert text == " ".join([str(unit + 1), str(t + 1), *shown])


@pytest.mark.parametrize("t", range(len(AWKWARD)))
def test_a_token_stands_in_a_sentence_as_it_was_typed(t):
    story = film(one_hot_run(len(AWKWARD)), tokens=AWKWARD)
    text = sentence("reads “{token}”, {x}, then “{next_token}”.", story, t, 0)
    following = AWKWARD[t + 1] if t + 1 < len(AWKWARD) else ""
    assert unescape(text) == f"reads “{AWKWARD[t]}”, {AWKWARD[t]}, then “{following}”."
    assert "<" not in text


@pytest.mark.parametrize("stage", LSTM_STAGES, ids=STAGES)
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_an_equation_shows_symbols_in_their_signals_colours(stage, colours):
    shown = equation(stage.equation, colours)
    assert "{" not in shown and "}" not in shown
    names = re.findall(r"{\(?(\w+)", stage.equation)
    rows = {row.name: row for row in LSTM_SIGNALS}
    spans = re.findall(r'<span style="color:(#\w+)">(.*?)</span>', shown)
    assert spans == [(colours[f"text_{rows[n].color}"], rows[n].symbol) for n in names]
    bare = re.sub(r"<span[^>]*>(.*?)</span>", "", shown)
    assert bare == re.sub(r"{\(?\w+\)?}", "", stage.equation)


@pytest.mark.parametrize("stage", LSTM_STAGES, ids=STAGES)
def test_nothing_is_left_to_fill_in(stage):
    story = film(run(3))
    for template in (stage.numbers, stage.sentence):
        assert not set("{}|") & set(sentence(template, story, 0, 1))
