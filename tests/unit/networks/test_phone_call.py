"""The phone call's network: its gates are the tables, its units the thoughts."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.inputs import parse
from lstm_viz.networks.phone_call import (
    CALL,
    CANDIDATE,
    FORGET,
    FROM_BIRTHDAY,
    INPUT,
    MOMENTS,
    OUTPUT,
    THOUGHTS,
    build,
    unit_labels,
)

BIRTHDAY, ANSWER = THOUGHTS.index("Ana’s birthday"), THOUGHTS.index("what to answer")
TABLES = {"f": FORGET, "i": INPUT, "o": OUTPUT}


def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def test_every_table_has_a_row_a_moment_and_a_number_a_thought():
    for table in TABLES.values():
        assert tuple(table) == MOMENTS
        assert {len(row) for row in table.values()} == {len(THOUGHTS)}
    assert len(CANDIDATE) == len(THOUGHTS)


@pytest.mark.parametrize("words", [MOMENTS, MOMENTS[::-1], ("ring", "hello", "ring", "speak")])
def test_gates_are_what_the_tables_say(words):
    inputs = parse("sentence", " ".join(words))
    trace = build(inputs, 6, 0).run(inputs.x)
    for t, word in enumerate(words):
        for gate, table in TABLES.items():
            logits = np.array(table[word], dtype=float)
            if gate == "i":  # the one feedback
                logits[ANSWER] += FROM_BIRTHDAY * trace.h_prev[t, BIRTHDAY]
            np.testing.assert_allclose(getattr(trace, gate)[t], sigmoid(logits), rtol=1e-12)
        np.testing.assert_allclose(trace.g[t], np.tanh(CANDIDATE), rtol=1e-12)


def test_a_word_that_is_no_moment_leaves_all_gates_half_open():
    inputs = parse("sentence", "nonsense words")
    trace = build(inputs, 6, 0).run(inputs.x)
    for gate in TABLES:
        np.testing.assert_array_equal(getattr(trace, gate)[0], np.full(6, 0.5))
    # From then on the birthday feeds the answer, whatever the word.
    free = [unit for unit in range(6) if unit != ANSWER]
    np.testing.assert_array_equal(trace.i[1, free], np.full(5, 0.5))
    assert trace.i[1, ANSWER] == pytest.approx(sigmoid(FROM_BIRTHDAY * trace.h[0, BIRTHDAY]))


def test_moments_are_read_whatever_their_case():
    shouted = parse("sentence", "Thinking RING Hello")
    quiet = parse("sentence", "thinking ring hello")
    np.testing.assert_array_equal(build(shouted, 6, 0).weight_ih, build(quiet, 6, 0).weight_ih)


@pytest.mark.parametrize("hidden_size", [1, 5, 7])
def test_another_number_of_units_is_refused(hidden_size):
    with pytest.raises(ValueError, match=f"hidden_size must be 6.*got {hidden_size}"):
        build(parse("sentence", "ring"), hidden_size, 0)


def test_units_are_the_thoughts():
    assert unit_labels(parse("sentence", "ring"), 6) == THOUGHTS
    assert (CALL.id, CALL.hidden_sizes, CALL.default_hidden) == ("call", (6, 6), 6)


def test_one_weight_is_recurrent():
    cell = build(parse("sentence", " ".join(MOMENTS)), 6, 0)
    assert np.argwhere(cell.weight_hh).tolist() == [[ANSWER, BIRTHDAY]]
    assert cell.weight_hh[ANSWER, BIRTHDAY] == FROM_BIRTHDAY
    without = replace(cell, weight_hh=np.zeros_like(cell.weight_hh))
    assert not np.array_equal(without.run(np.eye(7)).c, cell.run(np.eye(7)).c)
