"""Next character: windows, the held-out part, and bits."""

import numpy as np
import pytest

from lstm_viz.learn import Model
from lstm_viz.tasks import TASKS, Alphabet
from lstm_viz.tasks.next_character import (
    MADE_UP,
    PIECE,
    Corpus,
    bits_of_text,
    bits_per_character,
    next_character,
    ngram_bits,
)
from lstm_viz.tasks.ngrams import learned
from lstm_viz.tasks.sentences import sentences
from lstm_viz.tasks.windows import windows

DIGITS = Alphabet(tuple("0123456789"))
TASK = TASKS["next-character"]


def own_task(corpus: Corpus):  # type: ignore[no-untyped-def]
    return next_character(corpus, title="T", source="S", good_enough=0.9)


# ---- the corpus --------------------------------------------------------------------------------


def test_the_end_of_the_text_is_held_out() -> None:
    corpus = Corpus.of("abcdefghij" * 10, held_out=0.2)
    assert corpus.alphabet.decode(corpus.training) == "abcdefghij" * 8
    assert corpus.alphabet.decode(corpus.held_out) == "abcdefghij" * 2


def test_the_alphabet_has_the_characters_of_both_parts_or_is_given() -> None:
    assert Corpus.of("a" * 99 + "z").alphabet.characters == ("a", "z")
    given = Corpus.of("ABC" * 20, alphabet=Alphabet(tuple("abc")))
    assert given.alphabet.decode(given.training[:3]) == "abc"


def test_texts_and_shares_that_leave_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="too short to hold a part out, got 3"):
        Corpus.of("abc")
    with pytest.raises(ValueError, match=r"between 0 and 1, got 1\.5"):
        Corpus.of("abc" * 100, held_out=1.5)


# ---- windows -----------------------------------------------------------------------------------


def test_windows_are_stretches_of_the_text_and_what_follows() -> None:
    text = "".join(str(k % 10) for k in range(40))
    examples = windows(DIGITS, DIGITS.encode(text).indices, 30, np.random.default_rng(0), 5)
    assert examples.x.shape == (5, 30, 10)
    reads = examples.x.argmax(axis=-1)
    np.testing.assert_array_equal(examples.targets, (reads + 1) % 10)
    np.testing.assert_array_equal(reads[1:], examples.targets[:-1])
    for b, tokens in enumerate(examples.tokens):
        assert "".join(tokens) == DIGITS.decode(reads[:, b])
    assert examples.mask.all()


def test_windows_reach_both_ends_of_the_text() -> None:
    indices = np.arange(10)
    examples = windows(DIGITS, indices, 500, np.random.default_rng(0), 4)
    assert examples.x[0].argmax(axis=-1).min() == 0
    assert examples.targets.max() == 9
    with pytest.raises(ValueError, match="length must be below the text's 10, got 10"):
        windows(DIGITS, indices, 5, np.random.default_rng(0), 10)


def test_training_and_scoring_draw_from_different_parts() -> None:
    corpus = Corpus.of("ab" * 200 + "cd" * 20, held_out=40 / 440)
    task, rng = own_task(corpus), np.random.default_rng(0)
    seen = {token for tokens in task.examples(50, rng, 10).tokens for token in tokens}
    unseen = {token for tokens in task.test_examples(50, rng, 10).tokens for token in tokens}
    assert (seen, unseen) == ({"a", "b"}, {"c", "d"})


def test_stretches_that_begin_behind_a_character_begin_nowhere_else() -> None:
    known = Alphabet(tuple("\nabc"))
    text = "abc\nbca\ncab\na"
    examples = windows(
        known, known.encode(text).indices, 50, np.random.default_rng(0), 3, after="\n"
    )
    assert {"".join(tokens) for tokens in examples.tokens} == {"bca", "cab"}
    assert {known.characters[k] for k in examples.targets[-1]} == {"\n"}
    with pytest.raises(ValueError, match=r"no 10 characters of the text follow '\\n'"):
        windows(known, known.encode(text).indices, 5, np.random.default_rng(0), 9, after="\n")


def test_the_made_up_sentences_are_read_from_their_beginnings() -> None:
    for draw in (TASK.examples, TASK.test_examples):
        for tokens in draw(50, np.random.default_rng(0), 10).tokens:
            assert tokens[:4] == ("t", "h", "e", "␣")


# ---- bits and the score ------------------------------------------------------------------------


def test_bits_per_character_by_hand() -> None:
    examples = windows(DIGITS, np.arange(10), 1, np.random.default_rng(0), 2)
    outputs = np.full((2, 1, 10), -np.inf)
    first, second = examples.targets[:, 0]
    outputs[0, 0, [first, (first + 1) % 10]] = np.log([0.5, 0.5])  # 1 bit
    outputs[1, 0, [second, (second + 1) % 10]] = np.log([0.125, 0.875])  # 3 bits
    assert bits_per_character(outputs, examples) == pytest.approx(2)


def test_the_score_is_the_share_of_bits_saved() -> None:
    task = own_task(Corpus.of("abcd" * 100))  # a blind guess takes 2 bits
    examples = task.test_examples(3, np.random.default_rng(0), 5)
    assert task.score(np.zeros((5, 3, 4)), examples) == pytest.approx(0)
    right = np.eye(4)[examples.targets]
    either = right + np.roll(right, 1, axis=-1)
    assert task.score(np.where(either > 0, 0, -1e9), examples) == pytest.approx(0.5)
    assert task.score(-100 * right, examples) == 0


def test_bits_of_a_text_run_in_pieces_are_those_of_one_run() -> None:
    indices = np.random.default_rng(0).integers(10, size=2 * PIECE + 77)
    model = Model.init(
        cell="lstm", input_size=10, hidden_size=6, output_size=10, dtype=np.float64,
        rng=np.random.default_rng(1),
    )  # fmt: skip
    outputs = model.run(DIGITS.one_hot(indices[:-1])).outputs
    shares = np.exp(outputs) / np.exp(outputs).sum(axis=-1, keepdims=True)
    whole = -np.log2(shares[np.arange(len(shares)), indices[1:]]).mean()
    assert bits_of_text(model, DIGITS, indices) == pytest.approx(whole, rel=1e-9)
    for length in (2, PIECE, PIECE + 1, PIECE + 2):
        expected = -np.log2(shares[np.arange(length - 1), indices[1:length]]).mean()
        assert bits_of_text(model, DIGITS, indices[:length]) == pytest.approx(expected, rel=1e-9)
    with pytest.raises(ValueError, match="at least 2 characters, got 1"):
        bits_of_text(model, DIGITS, indices[:1])


@pytest.mark.parametrize("size", [2, 5, 50])
@pytest.mark.parametrize("after", [None, "\n"])
def test_chance_is_a_bigram_which_windows_of_the_held_out_part_confirm(after, size) -> None:
    corpus = MADE_UP
    table = learned(corpus.training, len(corpus.alphabet), 2).tables[-1]
    task = next_character(corpus, title="T", source="S", good_enough=0.9, after=after)
    examples = task.test_examples(4000, np.random.default_rng(0), size)
    outputs = np.log(table)[examples.x.argmax(axis=-1)]
    assert task.score(outputs, examples) == pytest.approx(task.chance(size), abs=0.01)


def test_what_is_good_enough_is_more_than_a_trigram_knows() -> None:
    blind = np.log2(len(MADE_UP.alphabet))
    trigram, bigram = (1 - ngram_bits(MADE_UP, order, 40, "\n") / blind for order in (3, 2))
    assert TASK.chance(40) == pytest.approx(bigram)
    assert trigram == pytest.approx(0.81, abs=0.005)
    assert TASK.good_enough > trigram + 0.05 > bigram + 0.1


# ---- the text that we make up ------------------------------------------------------------------


def test_made_up_sentences_agree_and_close_their_quotes() -> None:
    text = sentences(5000, np.random.default_rng(3))
    assert 5000 <= len(text) < 5200
    lines = text.splitlines()
    assert len(set(lines)) > 50
    for line in lines:
        assert line.startswith("the ") and line.endswith(".")
        assert line.count('"') in (0, 2)
        words = line.replace('"', "").rstrip(".").split()
        if len(words) == 3:
            assert words[1].endswith("s") != words[2].endswith("s"), line
    assert text == sentences(5000, np.random.default_rng(3))
