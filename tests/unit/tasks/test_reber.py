"""The embedded Reber grammar, against a plain walk over its table."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.tasks import Examples
from lstm_viz.tasks.reber import REBER, SYMBOLS, legal, reber_strings, score
from tests.unit.tasks.deciding import saying

# state: {symbol: next state}, from the drawing in the paper; 0 reads the B, 7 is the end.
GRAMMAR = {
    0: {"B": 1}, 1: {"T": 2, "P": 3}, 2: {"S": 2, "X": 4}, 3: {"T": 3, "V": 5},
    4: {"X": 3, "S": 6}, 5: {"P": 4, "V": 6}, 6: {"E": 7}, 7: {},
}  # fmt: skip


def successors(read: tuple[str, ...]) -> set[str]:
    """What may follow the beginning of an embedded string."""
    if len(read) == 1:
        return {"T", "P"}
    state = 0
    for place, symbol in enumerate(read[2:], start=2):
        if state == 7:
            assert symbol == read[1] and place == len(read) - 1
            return {"E"}
        state = GRAMMAR[state][symbol]
    return {read[1]} if state == 7 else set(GRAMMAR[state])


def string(examples: Examples, b: int) -> tuple[str, ...]:
    """A whole string: what was read and the last symbol wanted."""
    length = len(examples.tokens[b])
    return (*examples.tokens[b], SYMBOLS[examples.targets[length - 1, b]])


@given(seed=st.integers(0, 10**6), size=st.integers(5, 40))
@settings(max_examples=40)
def test_every_string_is_of_the_grammar_and_the_next_symbol_is_its_target(
    seed: int, size: int
) -> None:
    examples = REBER.examples(4, np.random.default_rng(seed), size)
    may = legal(examples)
    for b in range(4):
        whole = string(examples, b)
        assert whole[0] == "B" and whole[-1] == "E" and whole[1] == whole[-2]
        assert 5 <= len(whole) - 4 <= size
        for t, symbol in enumerate(whole[1:]):
            following = successors(whole[: t + 1])
            assert symbol in following
            assert SYMBOLS[examples.targets[t, b]] == symbol
            assert {s for s, ok in zip(SYMBOLS, may[t, b], strict=True) if ok} == following
    assert not may[~examples.mask].any()


def test_all_lengths_come_as_often() -> None:
    examples = REBER.examples(6000, np.random.default_rng(0), 10)
    lengths, counts = np.unique(examples.lengths - 3, return_counts=True)
    assert lengths.tolist() == [5, 6, 7, 8, 9, 10]
    assert counts.min() > 900 and counts.max() < 1100


def test_strings_of_one_length_are_as_likely_as_when_drawn_way_for_way() -> None:
    def walked(rng: np.random.Generator) -> str:
        state, read = 0, ""
        while state != 7:
            symbol = rng.choice(list(GRAMMAR[state]))
            state, read = GRAMMAR[state][symbol], read + symbol
        return read

    rng = np.random.default_rng(1)
    plain = [s for s in (walked(rng) for _ in range(20_000)) if len(s) == 7]
    columns = reber_strings(np.full(len(plain), 7), rng)
    drawn = ["".join(SYMBOLS[k] for k in column) for column in columns.T]
    assert set(plain) == set(drawn)
    for found in set(plain):
        share = plain.count(found) / len(plain)
        assert drawn.count(found) / len(drawn) == pytest.approx(share, abs=0.05)


def test_the_embedded_symbol_is_a_fair_draw() -> None:
    examples = REBER.examples(2000, np.random.default_rng(0), 20)
    assert np.mean([tokens[1] == "T" for tokens in examples.tokens]) == pytest.approx(0.5, abs=0.04)


def test_the_score_looks_at_the_last_symbol_but_one_alone() -> None:
    examples = REBER.examples(4, np.random.default_rng(0), 12)
    said = np.zeros_like(examples.targets)  # "B", wrong wherever it matters
    for b, length in enumerate(examples.lengths[:3]):
        assert string(examples, b)[-2] == SYMBOLS[examples.targets[length - 2, b]]
        said[length - 2, b] = examples.targets[length - 2, b]
    assert score(saying(said, 7), examples) == 3 / 4
    everything_else = examples.targets.copy()
    everything_else[examples.lengths - 2, np.arange(4)] = 0
    assert score(saying(everything_else, 7), examples) == 0


def test_best_memoryless_answer_is_right_half_the_time() -> None:
    examples = REBER.examples(4000, np.random.default_rng(2), 20)
    last, each = examples.lengths - 2, np.arange(4000)
    reads = examples.x[last, each].argmax(axis=-1)
    assert set(reads) == {SYMBOLS.index("E")}  # all it can see
    for symbol in range(7):
        share = score(saying(np.full(examples.mask.shape, symbol), 7), examples)
        assert share <= REBER.chance(20) + 0.03
    always_t = saying(np.full(examples.mask.shape, SYMBOLS.index("T")), 7)
    assert score(always_t, examples) == pytest.approx(REBER.chance(20), abs=0.03)
