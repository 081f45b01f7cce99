"""Mia's basket: what a story says is what must be answered."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.tasks.basket import (
    BASKET,
    EATS,
    EMPTIES,
    IDLE,
    MIA,
    MOST,
    PICKS,
    QUESTIONS,
    STOP,
    WORDS,
    answers,
    counts_of,
    examples_of,
    sentence,
    story,
)

TOLD = (
    *sentence(PICKS[0]), *sentence("sings"), *sentence(PICKS[1]), *sentence("sees an apple"),
    *sentence(PICKS[0]), QUESTIONS[0], QUESTIONS[1], *sentence(EATS[0]), QUESTIONS[0],
    *sentence(EMPTIES), QUESTIONS[0], QUESTIONS[1],
)  # fmt: skip


def test_a_story_worked_out_by_hand() -> None:
    right = answers(TOLD)
    said = [(word, *map(int, right[t])) for t, word in enumerate(TOLD) if word in QUESTIONS]
    assert said == [
        (QUESTIONS[0], 2, 0), (QUESTIONS[1], 0, 1), (QUESTIONS[0], 1, 0),
        (QUESTIONS[0], 0, 0), (QUESTIONS[1], 0, 0),
    ]  # fmt: skip
    silent = [t for t, word in enumerate(TOLD) if word not in QUESTIONS]
    assert not right[silent].any()
    assert counts_of([TOLD])[:, 0].tolist()[2::3][:5] == [[1, 0], [1, 0], [1, 1], [1, 1], [2, 1]]


@given(seed=st.integers(0, 10**6), idle=st.integers(0, 6), exactly=st.booleans())
@settings(max_examples=60)
def test_a_drawn_story_is_made_of_sentences_and_keeps_the_rules(seed, idle, exactly) -> None:
    words = story(np.random.default_rng(seed), idle, exactly=exactly)
    assert words[-1] in QUESTIONS
    told = [word for word in words if word not in QUESTIONS]
    sentences = [tuple(told[k : k + 3]) for k in range(0, len(told), 3)]
    assert all(first == MIA and last == STOP for first, _, last in sentences)
    counts, run = [0, 0], 0
    for _, deed, _ in sentences:
        if deed in IDLE:
            run += 1
            assert run <= idle
            continue
        assert not exactly or run in (0, idle)
        run = 0
        if deed == EMPTIES:
            assert any(counts)
            counts = [0, 0]
        elif deed in PICKS:
            counts[PICKS.index(deed)] += 1
        else:
            counts[EATS.index(deed)] -= 1
        assert all(0 <= n <= MOST for n in counts)
    assert counts_of([words])[-1, 0].tolist() == counts


def test_stories_of_different_lengths_stand_side_by_side() -> None:
    short = (*sentence(PICKS[1]), QUESTIONS[1])
    examples = examples_of([TOLD, short])
    assert examples.lengths.tolist() == [len(TOLD), 4]
    assert examples.tokens == (TOLD, short)
    assert examples.x[:4, 1].argmax(axis=-1).tolist() == [WORDS.index(word) for word in short]
    assert examples.targets[3, 1].tolist() == [0, 1]
    assert examples.mask[:, 1].nonzero()[0].tolist() == [3]


def test_both_numbers_have_to_be_right_at_a_question_and_nothing_else_counts() -> None:
    examples = examples_of([TOLD])
    said = np.array(examples.targets)
    said[0] = 9  # no question
    assert BASKET.score(said, examples) == 1
    asked = [t for t, word in enumerate(TOLD) if word in QUESTIONS]
    said[asked[0], 0, 1] = 1  # it says a pear when asked for apples
    assert BASKET.score(said, examples) == 4 / 5


def test_chance_is_the_share_of_the_commonest_answer() -> None:
    examples = BASKET.examples(500, np.random.default_rng(5), 2)
    always = np.zeros_like(examples.targets)
    best = max(
        BASKET.score(always + np.array(guess) * asked(examples), examples)
        for guess in np.ndindex(MOST + 1, MOST + 1)
    )
    assert abs(best - BASKET.chance(2)) < 0.03


def asked(examples) -> np.ndarray:
    """(T, B, 2): 1 at the output of the question that is asked."""
    return np.stack([examples.x[..., WORDS.index(word)] for word in QUESTIONS], axis=-1)
