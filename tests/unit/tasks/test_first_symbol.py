"""Remember the first symbol."""

import numpy as np
import pytest

from lstm_viz.tasks.first_symbol import FIRST_SYMBOL, SYMBOLS
from tests.unit.tasks.deciding import saying


def test_the_first_symbol_is_asked_for_after_the_last_and_nowhere_else() -> None:
    examples = FIRST_SYMBOL.examples(20, np.random.default_rng(0), 7)
    assert examples.mask.sum(axis=0).tolist() == [1] * 20
    for b, tokens in enumerate(examples.tokens):
        assert len(tokens) == 7 and examples.mask[6, b]
        assert SYMBOLS[examples.targets[6, b]] == tokens[0]
        assert [SYMBOLS[k] for k in examples.x[:, b].argmax(axis=-1)] == list(tokens)
        assert FIRST_SYMBOL.wanted(examples, b) == ("",) * 6 + (tokens[0],)


def test_distractors_are_the_same_symbols_and_independent_of_the_first() -> None:
    columns = FIRST_SYMBOL.examples(20_000, np.random.default_rng(0), 3).x.argmax(axis=-1)
    together = np.zeros((4, 4))
    np.add.at(together, (columns[0], columns[2]), 1 / 20_000)
    np.testing.assert_allclose(together, 1 / 16, atol=0.01)


def test_score_is_the_share_of_sequences() -> None:
    examples = FIRST_SYMBOL.examples(5, np.random.default_rng(0), 4)
    said = examples.targets.copy()
    said[-1, :2] = (said[-1, :2] + 1) % 4
    assert FIRST_SYMBOL.score(saying(said, 4), examples) == pytest.approx(3 / 5)


def test_best_memoryless_answers_are_right_by_chance() -> None:
    examples = FIRST_SYMBOL.examples(20_000, np.random.default_rng(1), 5)
    last, first = examples.x[-1].argmax(axis=-1), examples.targets[-1]
    best = sum(np.bincount(first[last == symbol]).max() for symbol in range(4)) / 20_000
    assert best == pytest.approx(FIRST_SYMBOL.chance(5), abs=0.015)
