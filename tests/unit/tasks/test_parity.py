"""Parity, against counting the ones."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.tasks.parity import PARITY
from tests.unit.tasks.deciding import saying


@given(seed=st.integers(0, 10**6), size=st.integers(2, 30))
@settings(max_examples=40)
def test_answers_are_counted(seed: int, size: int) -> None:
    examples = PARITY.examples(3, np.random.default_rng(seed), size)
    for b, tokens in enumerate(examples.tokens):
        counted = tuple(
            "odd" if tokens[: t + 1].count("1") % 2 else "even" for t in range(len(tokens))
        )
        assert PARITY.wanted(examples, b) == counted
        assert [str(k) for k in examples.x[:, b].argmax(axis=-1)] == list(tokens)


def test_score_is_the_share_of_steps() -> None:
    examples = PARITY.examples(2, np.random.default_rng(0), 4)
    said = examples.targets.copy()
    said[1:, 0] = 1 - said[1:, 0]
    assert PARITY.score(saying(said, 2), examples) == pytest.approx(5 / 8)


@pytest.mark.parametrize("size", [2, 3, 5, 20])
def test_best_memoryless_answers_are_right_by_chance(size: int) -> None:
    examples = PARITY.examples(20_000, np.random.default_rng(1), size)
    bits = examples.x.argmax(axis=-1)
    met = np.zeros((2, 2))
    np.add.at(met, (bits, examples.targets), 1 / bits.size)
    assert met.max(axis=1).sum() == pytest.approx(PARITY.chance(size), abs=0.01)
