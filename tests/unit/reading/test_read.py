"""The record of a reading against the same numbers worked out one character at a time."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.learn.losses import softmax
from lstm_viz.learn.model import Model
from lstm_viz.reading.read import LONGEST, read
from lstm_viz.reading.record import best_first
from lstm_viz.tasks.alphabet import Alphabet

TEXT = "To be, or not to be: “that” is the question.\n"


@pytest.fixture(scope="module")
def reading(model, alphabet):
    return read(model, alphabet, TEXT)


def by_hand(model, alphabet, text):
    """Before every character of `text`, and after it: the distribution; one step at a time."""
    state, rows = None, []
    for index in alphabet.encode("\n" + text).indices:
        forward = model.run(alphabet.one_hot(np.array([index])), state)
        state = forward.state
        rows.append(softmax(forward.outputs[0]))
    return np.array(rows)


def test_each_character_is_judged_by_what_stands_before_it_alone(reading, model, alphabet):
    expected = by_hand(model, alphabet, TEXT)
    indices = alphabet.encode(TEXT).indices
    assert_allclose(reading.expected, expected[:-1], rtol=1e-10)
    assert_allclose(reading.distributions, expected[1:], rtol=1e-10)
    came = expected[np.arange(len(TEXT)), indices]
    assert_allclose(reading.probability, came, rtol=1e-10)
    assert_allclose(reading.surprise, -np.log2(came), rtol=1e-9)
    assert reading.bits_per_character == pytest.approx(-np.log2(came).mean())


def test_what_came_later_changes_nothing_before(reading, model, alphabet):
    half = read(model, alphabet, TEXT[:20])
    assert_allclose(half.surprise, reading.surprise[:20], rtol=1e-12)
    assert_allclose(half.trace.c, reading.trace.c[:20], rtol=1e-12)


def test_distributions_sum_to_one_and_are_the_same_before_and_after(reading):
    assert_allclose(reading.distributions.sum(axis=1), 1)
    assert_array_equal(reading.distributions[:-1], reading.expected[1:])
    assert reading.distributions.shape == (len(TEXT), len(reading.alphabet))


def test_trace_starts_after_the_start_symbol_and_ends_in_the_state(reading, model, alphabet):
    start = model.run(alphabet.one_hot(alphabet.encode("\n").indices))
    assert reading.start == "\n"
    assert_array_equal(reading.trace.c0, start.traces[0].c[-1])
    assert_array_equal(reading.trace.h0, start.traces[0].h[-1])
    assert len(reading.trace) == len(reading) == len(TEXT)
    ((h, c),) = reading.state
    assert_array_equal(h, reading.trace.h[-1])
    assert_array_equal(c, reading.trace.c[-1])
    assert reading.trace.c.dtype == np.float64


def test_predictions_are_the_most_probable_in_order(reading):
    for t in (0, 7, len(TEXT) - 1):
        row = reading.distributions[t]
        best = sorted(row, reverse=True)[:5]
        assert [p for _, p in reading.predictions[t]] == best
        for character, p in reading.predictions[t]:
            assert row[reading.alphabet.index(character)] == p
    assert reading.guesses[8] == reading.predictions[7]
    assert reading.ranked[-1] == reading.predictions[-1]
    assert len(reading.guesses) == len(reading.predictions) == len(TEXT)


def test_of_equally_probable_ones_the_first_comes_first():
    assert best_first(np.zeros((2, 7))).tolist() == [[0, 1, 2, 3, 4]] * 2
    assert best_first(np.array([[0.1, 0.5, 0.4]])).tolist() == [[1, 2, 0]]


def test_unknown_characters_are_kept_as_typed_and_flagged(reading, alphabet):
    at = TEXT.index("“")
    assert reading.text[at] == "“" and reading.mapped[at]
    assert reading.read_as[at] == alphabet.nearest("“") == "'"
    assert not reading.mapped[0] and "".join(reading.text) == TEXT


def test_any_unicode_is_read(model, alphabet):
    odd = read(model, alphabet, "né 漢字 👩🏽‍🚀\u0000\u202e\U0010ffff")
    assert len(odd) == len(odd.text) == len(odd.read_as) == len(odd.surprise)
    assert np.isfinite(odd.surprise).all()


def test_an_empty_text_has_no_surprise_but_an_expectation(model, alphabet):
    empty = read(model, alphabet, "")
    assert len(empty) == 0 and empty.surprise.shape == (0,) and empty.predictions == ()
    assert math.isnan(empty.bits_per_character)
    assert empty.trace.c.shape == (0, model.hidden_size)
    assert empty.ranked[-1] == read(model, alphabet, "b").guesses[0]


def test_even_the_least_probable_has_a_finite_surprise(model, alphabet):
    steep = Model.from_parameters(
        "lstm", {n: a * (1e5 if n.startswith("head") else 1) for n, a in model.parameters.items()}
    )
    assert np.isfinite(read(steep, alphabet, TEXT).surprise).all()
    assert read(steep, alphabet, TEXT).surprise.max() > 1100  # a probability below the least float


def test_a_model_in_float32_is_read_in_float64(model, alphabet):
    single = model.astype(np.float32)
    assert read(single, alphabet, "be").trace.c.dtype == np.float64


def test_clamped_gates_are_held_throughout(model, alphabet):
    held = np.full(model.hidden_size, np.nan)
    held[2] = 0.25
    clamped = read(model, alphabet, TEXT, clamp={"f": held})
    assert (clamped.trace.f[:, 2] == 0.25).all()
    assert not (clamped.trace.f[:, 1] == 0.25).any()
    assert "f" in clamped.trace.clamped


def test_record_is_read_only(reading):
    for array in (reading.surprise, reading.log2_before, reading.expected, reading.indices):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_the_longest_text_is_read_and_a_longer_one_refused(model, alphabet):
    assert len(read(model, alphabet, "b" * LONGEST)) == LONGEST
    with pytest.raises(ValueError, match=r"up to 5,000 characters here; this one has 5,001\."):
        read(model, alphabet, "b" * (LONGEST + 1))


@pytest.mark.parametrize("options", [{"cell": "gru"}, {"layers": 2}])
def test_other_networks_are_refused(options, alphabet):
    size = len(alphabet)
    other = Model.init(
        input_size=size, hidden_size=4, output_size=size, rng=np.random.default_rng(0), **options
    )
    with pytest.raises(ValueError, match="one lstm layer"):
        read(other, alphabet, "be")


def test_an_alphabet_of_another_size_is_refused(model):
    with pytest.raises(ValueError, match="the alphabet’s 3 characters"):
        read(model, Alphabet(("a", "b", " ")), "ab")
