"""Writing on: drawn as promised, the same for a seed, and nothing but reading one's own words."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.reading.effect import clamps, silence
from lstm_viz.reading.read import read
from lstm_viz.reading.write import MOST, pick, tempered, write


@pytest.fixture(scope="module")
def reading(model, alphabet):
    return read(model, alphabet, "To be, or not")


def seeded(seed=0):
    return np.random.default_rng(seed)


def test_state_after_writing_is_that_of_reading_the_whole(model, alphabet, reading):
    writing = write(model, alphabet, reading, 60, temperature=0.9, rng=seeded())
    whole = read(model, alphabet, "To be, or not" + writing.string)
    assert len(writing) == len(writing.text) == 60
    for ours, theirs in zip(writing.state[0], whole.state[0], strict=True):
        assert_allclose(ours, theirs, atol=1e-10)
    assert_allclose(writing.log2_before, whole.log2_before[-61:], atol=1e-8)
    assert_allclose(writing.surprise, whole.surprise[-60:], atol=1e-8)


def test_the_record_of_writing_is_that_of_reading_what_was_written(model, alphabet, reading):
    writing = write(model, alphabet, reading, 60, temperature=0.9, rng=seeded())
    whole = read(model, alphabet, "To be, or not" + writing.string)
    assert len(writing.trace) == 60 and writing.trace.names == whole.trace.names
    assert set(writing.trace.arrays) == set(whole.trace.arrays)
    for name, array in writing.trace.arrays.items():
        assert_allclose(array, whole.trace.arrays[name][-60:], atol=1e-10, err_msg=name)
        assert not array.flags.writeable
    assert_array_equal(writing.trace.c0, reading.state[0][1])
    assert_array_equal(writing.trace.h[-1], writing.state[0][0])


def test_each_is_drawn_from_what_reading_would_expect(model, alphabet, reading):
    writing = write(model, alphabet, reading, 40, temperature=1.0, rng=seeded())
    whole = read(model, alphabet, "To be, or not" + writing.string)
    assert_allclose(writing.distributions[:-1], whole.expected[-40:], atol=1e-9)
    assert_allclose(writing.distributions[-1], whole.distributions[-1], atol=1e-9)
    assert_allclose(writing.probability, whole.probability[-40:], atol=1e-9)


def test_a_seed_gives_the_same_and_another_seed_something_else(model, alphabet, reading):
    first, same, other = (
        write(model, alphabet, reading, 30, temperature=1.0, rng=seeded(seed)) for seed in (1, 1, 2)
    )
    assert first.string == same.string != other.string


def test_two_goes_are_one(model, alphabet, reading):
    rng = seeded()
    begun = write(model, alphabet, reading, 20, temperature=1.2, rng=rng)
    ended = write(model, alphabet, begun, 15, temperature=1.2, rng=rng)
    whole = write(model, alphabet, reading, 35, temperature=1.2, rng=seeded())
    assert begun.string + ended.string == whole.string
    assert_array_equal(ended.state[0][1], whole.state[0][1])
    assert_array_equal([*begun.trace.c, *ended.trace.c], whole.trace.c)


@pytest.mark.parametrize("temperature", [1e-6, 5e-324])
def test_towards_temperature_0_the_most_probable_is_written(model, alphabet, reading, temperature):
    writing = write(model, alphabet, reading, 25, temperature=temperature, rng=seeded())
    whole = read(model, alphabet, "To be, or not" + writing.string)
    assert_array_equal(writing.indices, whole.top[-26:-1, 0])
    assert_allclose(writing.probability, 1)


def test_temperature_is_the_root_of_the_probabilities():
    p = np.array([0.5, 0.3, 0.2])
    for temperature in (0.5, 1, 2):
        expected = p ** (1 / temperature)
        assert_allclose(tempered(np.log2(p), temperature), expected / expected.sum())
    assert_allclose(tempered(np.log2(p), 1e9), 1 / 3, rtol=1e-6)
    assert tempered(np.log2([0.4, 0.2, 0.4]), 1e-300).tolist() == [0.5, 0, 0.5]


def test_characters_come_as_often_as_they_are_probable():
    p = np.array([0.5, 0.0, 0.3, 0.2])
    drawn = np.bincount([pick(p, u) for u in seeded().random(20_000)], minlength=4) / 20_000
    assert_allclose(drawn, p, atol=0.015)
    assert drawn[1] == 0


def test_the_ends_of_the_line_belong_to_characters_that_can_come():
    nearly_1 = np.nextafter(1.0, 0)
    assert pick(np.array([0.0, 0.5, 0.5, 0.0]), 0.0) == 1
    assert pick(np.array([0.0, 0.5, 0.5, 0.0]), nearly_1) == 2
    for rest in (0.1, 0.3, 1 / 3):
        for p in ([rest] * 3 + [0.0], [rest, 1 - rest, 0.0, 0.0]):
            assert p[pick(np.array(p), nearly_1)] > 0


def test_named_predictions_and_what_was_drawn(model, alphabet, reading):
    writing = write(model, alphabet, reading, 10, temperature=0.8, rng=seeded())
    for k in range(10):
        row = writing.distributions[k]
        assert [p for _, p in writing.predictions[k]] == sorted(row, reverse=True)[:5]
        own = np.exp2(writing.log2_before[k])
        assert_allclose(writing.top_probability[k], sorted(own, reverse=True)[:5])
        assert writing.drawn(k) == (writing.text[k], row[writing.indices[k]])


def test_an_empty_text_can_be_written_on_and_nothing_can_be_written(model, alphabet):
    empty = read(model, alphabet, "")
    assert len(write(model, alphabet, empty, 5, temperature=1, rng=seeded())) == 5
    nothing = write(model, alphabet, empty, 0, temperature=1, rng=seeded())
    assert nothing.string == "" and nothing.state is empty.state
    assert nothing.trace.h.shape == (0, model.hidden_size) and len(nothing.distributions) == 1


def test_held_gates_stay_held(model, alphabet):
    held = clamps([silence(0)], model.hidden_size)
    reading = read(model, alphabet, "be", clamp=held)
    writing = write(model, alphabet, reading, 30, temperature=1, rng=seeded(), clamp=held)
    whole = read(model, alphabet, "be" + writing.string, clamp=held)
    assert_allclose(writing.state[0][0], whole.state[0][0], atol=1e-10)
    assert writing.state[0][0][0] == 0
    assert not writing.trace.o[:, 0].any() and writing.trace.o[:, 1].all()
    assert_array_equal(writing.trace.clamped["o"], held["o"])


@pytest.mark.parametrize("temperature", [0, -1, float("nan"), float("inf")])
def test_a_temperature_that_is_none_is_refused(model, alphabet, reading, temperature):
    with pytest.raises(ValueError, match="temperature must be a number above 0"):
        write(model, alphabet, reading, 1, temperature=temperature, rng=seeded())


@pytest.mark.parametrize("count", [-1, MOST + 1])
def test_a_count_beyond_the_limits_is_refused(model, alphabet, reading, count):
    with pytest.raises(ValueError, match=r"count must be in 0 … 1,000"):
        write(model, alphabet, reading, count, temperature=1, rng=seeded())
