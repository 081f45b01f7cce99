"""Sentences and equations, as the browser fills them in, carry the run's numbers and names."""

import re
from html import unescape

import numpy as np
import pytest

from lstm_viz import LSTM
from lstm_viz.figures.film import film
from lstm_viz.figures.stages import LSTM_STAGES
from lstm_viz.notation import number
from lstm_viz.player import payload
from lstm_viz.signals import LSTM_SIGNALS
from tests.unit.figures.runs import AWKWARD, gru_run, one_hot_run, rnn_run, run
from tests.unit.frames import ask, filled, told

STAGES = [stage.id for stage in LSTM_STAGES]


@pytest.fixture(scope="module")
def story():
    """One unit by hand: f = 1/2, i = 1, g = −1, so c goes 2 → 0 → −1."""
    cell = LSTM(np.zeros((4, 1)), np.zeros((4, 1)), [40.0, 0.0, -40.0, 40.0])
    return film(cell.run([[1.0], [1.0]], c0=[2.0]), tokens=("ring", "hello"))


def test_sentences_say_what_happened(story):
    words = told(story)
    said = {stage: words[0, k][1] for k, stage in enumerate(STAGES)}
    assert said["inputs"].startswith("Step 1 reads “ring”.")
    ends = {
        "inputs": "unit 1 holds 2.00.",
        "forget-gate": "unit 1 will keep 50 %.",
        "input-gate": "unit 1 lets in 100 %.",
        "candidate": "unit 1 offers −1.00.",
        "forget": "of 2.00, unit 1 keeps 1.00.",
        "write": "of −1.00, unit 1 writes −1.00.",
        "new-cell-state": "unit 1 now holds 0.00.",
        "next-step": "which reads “hello”. Unit 1 carries 0.00 over.",
    }
    for stage, end in ends.items():
        assert said[stage].endswith(end), stage
    assert words[1, 0][1].startswith("Step 2 reads “hello”.")


def test_numbers_put_what_is_negative_into_brackets(story):
    words = told(story)
    assert {stage: words[0, k][0] for k, stage in enumerate(STAGES)} == {
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
    asked = [("{unit} {step} {c} {h_prev} {z_f} {c:2}", t, k) for t in range(4) for k in range(3)]
    for (_, t, unit), text in zip(asked, filled(film(trace), asked), strict=True):
        values = (trace.c[t, unit], trace.h_prev[t, unit], trace.z_f[t, unit], trace.c[t, 2])
        assert text.split() == [str(unit + 1), str(t + 1), *map(number, values)]


def test_a_token_stands_in_a_sentence_as_it_was_typed():
    story = film(one_hot_run(len(AWKWARD)), tokens=AWKWARD)
    template = "reads “{token}”, {x}, then “{next_token}”."
    found = filled(story, [(template, t, 0) for t in range(len(AWKWARD))])
    for text, token, following in zip(found, AWKWARD, [*AWKWARD[1:], ""], strict=True):
        assert unescape(text) == f"reads “{token}”, {token}, then “{following}”."
        assert "<" not in text


def test_a_long_word_ends_before_the_key_of_the_colours():
    cut = film(run(1, 3, 2), tokens=("9f86d081884c7d65" * 8,))
    for layout, view in cut.views.items():
        sent = payload(cut)
        (frame,) = ask(sent, "frames", layout=layout, level=None, places=[(0, 0)])
        (text,) = frame["token"]["text"]
        (word,) = [trace for trace in view.data if trace["name"] == "token"]
        keys = [trace["x"][-1] for trace in view.data if trace["name"] == "key text"]
        room = (*keys, view.diagram.width)[0] - word["x"][0]
        assert text.endswith("…”") and len(text) > 5, layout
        assert len(text) <= max(9, room / (0.54 * word["textfont"]["size"])), layout


def test_at_the_end_of_a_step_no_value_of_its_table_is_a_dash(story):
    tables = ask(payload(story), "tables", places=[(0, k) for k in range(len(STAGES))])
    dashes = [table.count("<td>–</td>") for table in tables]
    assert dashes[0] > dashes[-3] > dashes[-2] == dashes[-1] == 0
    assert ["not computed yet" in table for table in tables] == [count > 0 for count in dashes]


def test_an_equation_shows_symbols_in_their_signals_colours(story):
    templates = [stage.equation for stage in LSTM_STAGES]
    rows = {row.name: row for row in LSTM_SIGNALS}
    found = ask(payload(story), "symbols", templates=templates)
    for template, shown in zip(templates, found, strict=True):
        assert "{" not in shown and "}" not in shown
        names = re.findall(r"{\(?(\w+)", template)
        spans = re.findall(r'<span [^>]*style="color:var\(--lv-(\w+)\)">(.*?)</span>', shown)
        assert spans == [(f"text_{rows[n].color}", rows[n].symbol) for n in names]
        bare = re.sub(r"<span[^>]*>(.*?)</span>", "", shown)
        assert bare == re.sub(r"{\(?\w+\)?}", "", template)


@pytest.mark.parametrize("trace", [run(3), gru_run(), rnn_run()], ids=["lstm", "gru", "rnn"])
def test_nothing_is_left_to_fill_in(trace):
    words = told(film(trace), 1)
    assert not set("{}|") & set("".join("".join(pair) for pair in words.values()))
