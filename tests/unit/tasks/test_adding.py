"""The adding problem, against the paper's definition."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.tasks.adding import ADDING


@given(seed=st.integers(0, 10**6), size=st.integers(10, 60))
@settings(max_examples=60)
def test_marks_and_sums(seed: int, size: int) -> None:
    examples = ADDING.examples(4, np.random.default_rng(seed), size)
    for b, length in enumerate(examples.lengths):
        assert size <= length <= size + size // 10
        numbers, markers = examples.x[:length, b].T
        assert markers[0] == markers[-1] == -1
        marked = np.flatnonzero(markers == 1)
        assert len(marked) == 2
        assert marked[0] <= 9 and marked[1] < size // 2 - 1
        assert not markers[1:-1][markers[1:-1] != 1].any()
        assert np.abs(numbers).max() <= 1
        assert examples.mask[:, b].tolist() == [t == length - 1 for t in range(len(examples.x))]
        total = 0.5 + (numbers[marked[0]] + numbers[marked[1]]) / 4
        assert examples.targets[length - 1, b, 0] == pytest.approx(total, abs=1e-6)
        for t, token in enumerate(examples.tokens[b]):
            assert token.endswith("*") == (markers[t] == 1)
            shown = float(token.rstrip("*").replace("−", "-"))
            assert shown == pytest.approx(numbers[t], abs=0.00501)


def test_marks_come_everywhere_they_may() -> None:
    examples = ADDING.examples(5000, np.random.default_rng(0), 40)
    places = np.flatnonzero((examples.x[..., 1] == 1).sum(axis=1))
    assert places.tolist() == list(range(1, 19))
    shortest = ADDING.examples(500, np.random.default_rng(0), 10)
    assert np.flatnonzero((shortest.x[..., 1] == 1).sum(axis=1)).tolist() == [1, 2, 3]


def test_all_lengths_come() -> None:
    lengths = ADDING.examples(500, np.random.default_rng(0), 50).lengths
    assert set(lengths) == set(range(50, 56))


def test_nothing_near_zero_is_shown_as_minus_zero() -> None:
    examples = ADDING.examples(500, np.random.default_rng(0), 50)
    shown = {token for tokens in examples.tokens for token in tokens}
    assert "0.00" in shown and "−0.00" not in shown and "-0.00" not in shown


def test_score_counts_errors_below_the_tolerance_at_the_end() -> None:
    examples = ADDING.examples(4, np.random.default_rng(0), 10)
    outputs = np.full(examples.targets.shape, 7.0)
    off = [0.039, -0.039, 0.041, -0.041]
    for b, length in enumerate(examples.lengths):
        outputs[length - 1, b] = examples.targets[length - 1, b] + off[b]
    assert ADDING.score(outputs, examples) == 2 / 4


def test_best_memoryless_answer_is_right_by_chance() -> None:
    examples = ADDING.examples(40_000, np.random.default_rng(1), 12)
    scores = [
        ADDING.score(np.full(examples.targets.shape, constant), examples)
        for constant in (0.4, 0.45, 0.5, 0.55, 0.6)
    ]
    assert int(np.argmax(scores)) == 2
    assert scores[2] == pytest.approx(ADDING.chance(12), abs=0.008)
