"""Planted units are found, noise is not, and the numbers are those of the textbook."""

import itertools
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from lstm_viz.notation import number
from lstm_viz.reading.find import WEAKLY, find
from lstm_viz.reading.measures import MOST_SHIFTS, auc, shifted, stretches
from lstm_viz.reading.words.search import search_sentence

T, H = 400, 128


def slow(rng, shape, decay=0.9):
    """Noise that changes slowly, as cell states do."""
    values = np.zeros(shape)
    noise = rng.normal(size=shape)
    for t in range(1, len(values)):
        values[t] = decay * values[t - 1] + noise[t]
    return values


def words(rng, length=T):
    """Flags that come in runs, like words or quotes."""
    return slow(rng, length) > 0


@pytest.mark.parametrize("strength", [3.0, -3.0])
def test_a_planted_unit_is_found(strength):
    rng = np.random.default_rng(0)
    pattern = words(rng)
    values = slow(rng, (T, H))
    values[:, 77] = strength * pattern + rng.normal(size=T)
    found = find(values, pattern, "planted")
    assert found.best == 77 and found.verdict == "well"
    assert np.sign(found.r[77]) == np.sign(strength)
    assert (found.auc[77] > 0.9) if strength > 0 else (found.auc[77] < 0.1)
    assert re.match(r"Unit 78 follows “planted” well ", search_sentence(found))
    assert ("the other way round: it is low where the pattern holds" in search_sentence(found)) == (
        strength < 0
    )


@pytest.mark.parametrize("strength", [3.0, -3.0])
def test_the_sentence_and_the_ranks_say_the_same_auc(strength):
    """In the direction in which the unit follows: 0.97 whether it goes up or down."""
    rng = np.random.default_rng(0)
    pattern = words(rng)
    values = slow(rng, (T, H))
    values[:, 77] = strength * pattern + rng.normal(size=T)
    found = find(values, pattern, "planted")
    best = found.ranked(1)[0]
    assert best.auc > 0.9 and f"AUC {number(best.auc)}" in search_sentence(found)
    for rank in found.ranked(H):
        higher = found.auc[rank.unit]
        assert rank.auc == pytest.approx(higher if found.r[rank.unit] >= 0 else 1 - higher)


def test_a_unit_that_falls_as_a_count_rises_is_said_to():
    rng = np.random.default_rng(2)
    pattern = np.concatenate([np.arange(n) for n in rng.integers(3, 30, 60)])[:T].astype(float)
    found = find(-pattern[:, None] + rng.normal(size=(T, 3)), pattern, "letters")
    assert "the other way round: it falls as the count rises" in search_sentence(found)


def test_a_unit_that_follows_a_little_is_said_to_follow_weakly():
    rng = np.random.default_rng(1)
    pattern = rng.random(2000) < 0.5
    values = rng.normal(size=(2000, H))
    values[:, 5] += pattern
    found = find(values, pattern, "half")
    assert found.best == 5 and found.verdict == "weakly" and "only weakly" in search_sentence(found)
    assert 0.3 <= abs(found.r[5]) < 0.5


def test_a_planted_count_is_found():
    rng = np.random.default_rng(2)
    pattern = np.concatenate([np.arange(n) for n in rng.integers(3, 30, 60)])[:T].astype(float)
    values = slow(rng, (T, H))
    values[:, 9] = np.tanh(pattern / 10) + 0.1 * rng.normal(size=T)
    found = find(values, pattern, "letters")
    assert found.best == 9 and found.verdict == "well" and found.auc is None
    assert "AUC" not in search_sentence(found)


@pytest.mark.parametrize("decay", [0.0, 0.9, 0.97])
def test_noise_is_not_taken_for_a_unit_that_follows(decay):
    """The best of 128 slow units reaches a high |r| by chance, and is still not believed."""
    verdicts, strengths = [], []
    for seed in range(40):
        rng = np.random.default_rng(seed)
        found = find(slow(rng, (T, H), decay), words(rng), "nothing")
        verdicts.append(found.verdict)
        strengths.append(abs(found.r[found.best]))
        assert search_sentence(found).startswith("No unit follows") == (verdicts[-1] == "none")
    assert verdicts.count("none") >= 35
    if decay == 0.97:
        assert np.mean(strengths) > WEAKLY  # by |r| alone it would be believed


def test_correlation_is_pearsons():
    rng = np.random.default_rng(3)
    values, pattern = rng.normal(size=(T, 5)), rng.random(T) < 0.3
    found = find(values, pattern, "x")
    for unit in range(5):
        assert found.r[unit] == pytest.approx(np.corrcoef(values[:, unit], pattern)[0, 1])
    assert (np.diff(np.abs(found.r[found.units])) <= 0).all()
    assert [rank.unit for rank in found.ranked(3)] == found.units[:3].tolist()


@given(data=st.data())
@settings(max_examples=60)
def test_auc_is_the_share_of_pairs_in_the_right_order(data):
    length = data.draw(st.integers(2, 20))
    positive = np.array(data.draw(st.lists(st.booleans(), min_size=length, max_size=length)))
    positive[:2] = [True, False]
    flat = st.lists(st.integers(-2, 2), min_size=length, max_size=length)  # many ties
    values = np.array([data.draw(flat) for _ in range(3)], float).T
    for unit, area in enumerate(auc(values, positive)):
        pairs = list(itertools.product(values[positive, unit], values[~positive, unit]))
        right = sum((a > b) + 0.5 * (a == b) for a, b in pairs)
        assert area == pytest.approx(right / len(pairs))


def test_shifts_are_the_pattern_pushed_round_far_enough():
    pattern = np.arange(300.0)
    every = shifted(pattern)
    assert every.shape == (1 + MOST_SHIFTS, 300)
    assert (every[0] == pattern).all()
    by = (-every[1:, 0]) % 300
    assert len(set(by)) == MOST_SHIFTS and by.min() == 30 and by.max() == 270
    assert all(
        (row == np.roll(pattern, int(k))).all() for row, k in zip(every[1:], by, strict=True)
    )
    assert len(shifted(np.arange(99.0))) == 1


def test_the_chance_level_is_the_best_units_on_shifts():
    rng = np.random.default_rng(4)
    values, pattern = slow(rng, (T, 6)), words(rng)
    found = find(values, pattern, "x")
    best = [
        max(abs(np.corrcoef(values[:, u], row)[0, 1]) for u in range(6))
        for row in shifted(pattern.astype(float))[1:]
    ]
    assert found.chance == pytest.approx(np.quantile(best, 0.95))
    assert found.as_good == pytest.approx(np.mean(best >= abs(found.r[found.best])))
    assert found.beaten == sum(b < abs(found.r[found.best]) for b in best)
    assert f"was slid along the text {found.shifts} times" in search_sentence(found)


@pytest.mark.parametrize("times", [0, 1, 4, 10, 11, 150])
def test_how_often_chance_did_as_well_is_counted(times):
    rng = np.random.default_rng(0)
    pattern = words(rng)
    values = pattern[:, None] + 0.1 * rng.normal(size=(T, 1))
    found = replace(find(values, pattern, "x"), as_good=times / MOST_SHIFTS)
    said = {0: "no unit ever matched it", 1: "once some unit matched it"}
    assert said.get(times, f"{times} times some unit matched it") + " as well" in search_sentence(
        found
    )
    assert ("this is hardly chance" in search_sentence(found)) == (times <= 10)
    assert ("this may be chance" in search_sentence(found)) == (times > 10)
    assert times == 0 or "(up to 10 would pass)" in search_sentence(found)


def test_a_short_text_is_too_short_to_tell():
    pattern = np.arange(99) < 50
    values = pattern[:, None] + np.zeros((99, 2))
    found = find(values, pattern, "the first half")
    assert found.verdict == "too short" and found.as_good is found.chance is None
    assert search_sentence(found).startswith(
        "The text is too short to tell: it has 99 characters, and "
    )
    assert found.r[0] == pytest.approx(1)


@pytest.mark.parametrize(("times", "verdict"), [(1, "too short"), (2, "too short"), (3, "well")])
def test_what_happens_once_or_twice_may_be_a_coincidence(times, verdict):
    """A network fresh from its start is special in many ways, an opening line is only one."""
    pattern = np.zeros(T, bool)
    for k in range(times):
        pattern[100 * k : 100 * k + 20] = True
    found = find(4 * pattern[:, None] + slow(np.random.default_rng(0), (T, 3), 0.0), pattern, "x")
    assert found.stretches == times and found.verdict == verdict
    if verdict == "too short":
        assert f"it has only {times} stretch" in search_sentence(found)


@pytest.mark.parametrize(
    ("pattern", "times"),
    [
        ([True, True, False, True], 2),
        ([False, True, False], 1),
        ([1.0, 2, 3], 1),
        ([1.0, 2, 0, 1, 2, 0, 0], 3),
    ],
)
def test_stretches_are_counted(pattern, times):
    assert stretches(np.array(pattern)) == times


@pytest.mark.parametrize("pattern", [np.zeros(T, bool), np.ones(T, bool), np.full(T, 0.1)])
def test_a_pattern_that_is_the_same_everywhere_is_refused(pattern):
    with pytest.raises(ValueError, match=r"nothing to tell apart: “x” is the same at all 400"):
        find(np.zeros((T, 3)), pattern, "x")


def test_an_empty_text_and_a_wrong_length_are_refused():
    with pytest.raises(ValueError, match="nothing to tell apart"):
        find(np.zeros((0, 3)), np.zeros(0, bool), "x")
    with pytest.raises(ValueError, match=r"one value a character, got \(3,\)"):
        find(np.zeros((4, 3)), np.zeros(3, bool), "x")


def test_units_that_never_change_follow_nothing():
    pattern = np.random.default_rng(0).random(T) < 0.5
    values = np.stack([np.full(T, 0.1), np.zeros(T), np.full(T, 1e-200) * pattern, pattern], 1)
    found = find(values, pattern, "x")
    assert_allclose(found.r, [0, 0, 0, 1])
    assert found.auc[0] == found.auc[1] == 0.5
    still = find(values[:, :2], pattern, "x")
    assert still.verdict == "none"
