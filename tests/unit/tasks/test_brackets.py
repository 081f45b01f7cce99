"""Bracket depth, against counting."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.inputs import from_brackets
from lstm_viz.tasks.bracket_strings import answers, depths, random_strings
from lstm_viz.tasks.brackets import BRACKETS
from tests.unit.tasks.deciding import saying


def test_depths_and_answers_of_a_string() -> None:
    columns = from_brackets("(a())))(").x.argmax(axis=1)
    assert depths(columns).tolist() == [1, 1, 2, 1, 0, -1, -2, -1]
    assert answers(columns).tolist() == [2, 2, 2, 2, 1, 0, 0, 0]


def test_random_strings_rise_and_fall_and_close_too_much_only_if_told() -> None:
    tidy = random_strings(np.random.default_rng(1), 200, 40)
    assert tidy.shape == (40, 200)
    assert depths(tidy).min() == 0
    assert depths(tidy).max() > 15
    assert 0.05 < np.mean(answers(tidy) == 1) < 0.4
    untidy = random_strings(np.random.default_rng(1), 200, 40, overclosed=1.0)
    assert depths(untidy).min() < -3


@given(seed=st.integers(0, 10**6), size=st.integers(2, 40))
@settings(max_examples=40)
def test_answers_are_counted(seed: int, size: int) -> None:
    examples = BRACKETS.examples(3, np.random.default_rng(seed), size)
    for b, tokens in enumerate(examples.tokens):
        counted = []
        for t in range(size):
            depth = tokens[: t + 1].count("(") - tokens[: t + 1].count(")")
            counted.append(
                "too many closed" if depth < 0 else "still open" if depth else "all closed"
            )
        assert BRACKETS.wanted(examples, b) == tuple(counted)


def test_what_is_shown_reads_the_same_when_typed() -> None:
    examples = BRACKETS.examples(5, np.random.default_rng(0), 15)
    for b, tokens in enumerate(examples.tokens):
        np.testing.assert_array_equal(from_brackets("".join(tokens)).x, examples.x[:, b])
    assert BRACKETS.inputs == from_brackets("(").columns


def test_some_strings_close_too_much_and_some_bring_letters() -> None:
    examples = BRACKETS.examples(500, np.random.default_rng(0), 20)
    assert 0.1 < np.mean((examples.targets == 0).any(axis=0)) < 0.35
    assert 0.15 < examples.x[..., 2].mean() < 0.25


def test_score_is_the_share_of_steps() -> None:
    examples = BRACKETS.examples(2, np.random.default_rng(0), 5)
    said = examples.targets.copy()
    said[0] = (said[0] + 1) % 3
    assert BRACKETS.score(saying(said, 3), examples) == pytest.approx(8 / 10)


@pytest.mark.parametrize("size", [2, 3, 7, 20, 60])
def test_best_memoryless_answers_are_right_by_chance(size: int) -> None:
    examples = BRACKETS.examples(20_000, np.random.default_rng(1), size)
    characters = examples.x.argmax(axis=-1)
    met = np.zeros((3, 3))
    np.add.at(met, (characters, examples.targets), 1 / characters.size)
    assert met.max(axis=1).sum() == pytest.approx(BRACKETS.chance(size), abs=0.005)
