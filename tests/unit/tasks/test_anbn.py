"""aⁿbⁿ, against the strings written out."""

import numpy as np
import pytest

from lstm_viz.tasks import Examples
from lstm_viz.tasks.anbn import ANBN, OUTPUTS, determined
from tests.unit.tasks.deciding import saying


def drawn(count: int, size: int) -> Examples:
    return ANBN.examples(count, np.random.default_rng(0), size)


def test_strings_targets_and_ends() -> None:
    examples = drawn(40, 6)
    for b, tokens in enumerate(examples.tokens):
        n = tokens.count("a")
        assert 1 <= n <= 6
        assert tokens == ("start", *"a" * n, *"b" * n)
        following = [OUTPUTS[k] for k in examples.targets[: len(tokens), b]]
        assert following == [*"a" * n, *"b" * n, "end"]
        assert examples.mask[:, b].sum() == len(tokens)


def test_every_n_comes_as_often() -> None:
    n = (drawn(6000, 6).lengths - 1) // 2
    assert set(n) == {1, 2, 3, 4, 5, 6}
    assert np.bincount(n)[1:].min() > 900


def test_only_after_an_a_can_nobody_know_what_follows() -> None:
    examples = drawn(20, 4)
    for b, tokens in enumerate(examples.tokens):
        known = determined(examples)[: len(tokens), b].tolist()
        assert known == [token != "a" for token in tokens]
        wanted = ANBN.wanted(examples, b)
        assert [" or " not in word for word in wanted] == known
        assert set(wanted[1 : 1 + tokens.count("a")]) == {"a or b"}
        assert not determined(examples)[len(tokens) :, b].any()


def test_whole_strings_count_and_guesses_after_an_a_do_not() -> None:
    examples = drawn(4, 5)
    said = np.where(examples.x[..., 1] > 0, 2, examples.targets)  # "end" after every a
    assert ANBN.score(saying(said, 3), examples) == 1
    said[0, 1] = 1  # "b" after "start"
    said[examples.lengths[2] - 1, 2] = 1  # another b instead of the end
    assert ANBN.score(saying(said, 3), examples) == 2 / 4


@pytest.mark.parametrize("size", [2, 3, 10])
def test_best_memoryless_answers_are_right_by_chance(size: int) -> None:
    """All that matters is what is said after a b: that rule is tried out for all three answers."""
    examples = drawn(6000, size)
    scores = []
    for after_b in range(3):
        said = np.where(examples.x[..., 2] > 0, after_b, 0)
        scores.append(ANBN.score(saying(said, 3), examples))
    assert max(scores) == pytest.approx(ANBN.chance(size), abs=0.02)
