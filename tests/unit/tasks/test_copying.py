"""Copying, against the strings written out."""

import numpy as np
import pytest

from lstm_viz.tasks.copying import COPYING, LENGTH
from tests.unit.tasks.deciding import saying


@pytest.mark.parametrize("delay", [1, 2, 10])
def test_what_is_read_and_asked(delay: int) -> None:
    examples = COPYING.examples(20, np.random.default_rng(0), delay)
    for b, tokens in enumerate(examples.tokens):
        letters = tokens[:LENGTH]
        assert set(letters) <= set("ABCD")
        assert tokens[LENGTH:] == (*["wait"] * delay, "go", *["wait"] * (LENGTH - 1))
        assert COPYING.wanted(examples, b) == ("",) * (LENGTH + delay) + letters
        assert [COPYING.inputs[k] for k in examples.x[:, b].argmax(axis=-1)] == list(tokens)


def test_score_is_the_share_of_letters() -> None:
    examples = COPYING.examples(2, np.random.default_rng(0), 3)
    said = examples.targets.copy()
    said[-3:, 0] = (said[-3:, 0] + 1) % 4
    assert COPYING.score(saying(said, 4), examples) == pytest.approx(7 / 10)


def test_best_memoryless_answers_are_right_by_chance() -> None:
    examples = COPYING.examples(20_000, np.random.default_rng(1), 2)
    asked = examples.mask
    met = np.zeros((6, 4))
    reads = examples.x.argmax(axis=-1)
    np.add.at(met, (reads[asked], examples.targets[asked]), 1 / asked.sum())
    assert met.max(axis=1).sum() == pytest.approx(COPYING.chance(2), abs=0.01)
