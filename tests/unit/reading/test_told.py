"""Every number in a sentence is the run's; texts of any kind can be spoken of."""

import numpy as np
import pytest

from lstm_viz.cells import LSTM
from lstm_viz.notation import number, percent
from lstm_viz.reading.ledger import ledger
from lstm_viz.reading.read import read
from lstm_viz.reading.words import reading as told
from lstm_viz.reading.write import write

TEXT = "HAMLET.\nTo be, or not “to be” 🎉.\n"


@pytest.fixture(scope="module")
def reading(model, alphabet):
    return read(model, alphabet, TEXT)


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("e", "‘e’"),
        (" ", "‘␣’"),
        ("\n", "‘⏎’"),
        ("\r\n", "‘⏎’"),
        ("\t", "‘⇥’"),
        ("é", "‘é’"),
        ("\u200b", "U+200B"),
        ("👩‍🚀", "‘👩‍🚀’"),
    ],
)
def test_every_character_can_be_seen(character, shown):
    assert told.shown(character) == shown


def test_a_place_is_told_with_its_own_numbers(reading):
    for t in range(len(reading)):
        sentence = told.position(reading, t)
        assert sentence.startswith(told.shown(TEXT[t]))
        assert f"given it {percent(reading.probability[t])}" in sentence
        assert f"{number(reading.surprise[t])} bits" in sentence
        first = reading.guesses[t][0]
        right = first.character == reading.read_as[t]
        assert ("It was the first guess" in sentence) == right
        assert (f"first guess was {told.shown(first.character)}" in sentence) == (not right)
        for character, p in reading.predictions[t][:3]:
            assert f"{told.shown(character)} ({percent(p)})" in sentence
        assert ("never saw" in sentence) == reading.mapped[t]


def test_the_passage_is_told_with_its_own_numbers(reading):
    sentence = told.passage(reading)
    bits = reading.bits_per_character
    assert bits < np.log2(len(reading.alphabet))
    most = int(np.argmax(reading.surprise))
    assert f"{len(TEXT)} characters, {number(bits)} bits each" in sentence
    assert f"among {number(2**bits)} equally likely" in sentence
    assert (
        f"{told.shown(TEXT[most])} at place {most + 1}, {number(reading.surprise[most])}"
        in sentence
    )


def test_worse_than_blind_guessing_is_called_so(model, alphabet):
    sentence = told.passage(read(model, alphabet, "HHH.LLL,TTT:"))
    assert f"among the {len(alphabet)} characters it knows" in sentence
    assert f"would have cost {number(np.log2(len(alphabet)))}." in sentence


def test_replaced_characters_are_named(reading, model, alphabet):
    assert told.mapped(reading) == (
        "3 characters of the text are ones the network never saw; it read ‘“’ as ‘'’, ‘”’ as ‘'’ "
        "and ‘🎉’ as ‘␣’."
    )
    assert told.mapped(read(model, alphabet, "be")) == ""
    assert told.mapped(read(model, alphabet, "b🎉")).startswith("1 character of the text is one ")
    assert told.mapped(read(model, alphabet, "①②③④⑤⑥")).endswith(" and 2 more like that.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("to be", ""),
        ("b🎉", "‘🎉’ as ‘␣’"),
        ("“🎉 “🎉", "‘“’ as ‘'’ and ‘🎉’ as ‘␣’"),
        ("“”🎉", "‘“’ as ‘'’, ‘”’ as ‘'’ and 1 more like that"),
        ("“”🎉😀", "‘“’ as ‘'’, ‘”’ as ‘'’ and 2 more like that"),
    ],
)
def test_replaced_characters_fit_into_a_few_words(text, words, model, alphabet):
    assert told.replaced(read(model, alphabet, text)) == words


def test_nothing_and_a_single_character(model, alphabet):
    assert told.passage(read(model, alphabet, "")) == "There is nothing to read yet."
    assert told.passage(read(model, alphabet, "b")).startswith("1 character, ")


def test_what_a_unit_holds_is_told_with_the_ledgers_numbers(reading):
    told_one = told_many = 0
    for unit in range(reading.hidden_size):
        for t in range(len(reading)):
            account = ledger(reading.trace, unit, t)
            sentence = told.unit_at(account, reading)
            assert f"unit {unit + 1} holds here (c = {number(account.c, sign=True)})" in sentence
            best = int(np.argmax(account.shares))
            share = max(account.shares[best], account.start_share)
            assert percent(share) in sentence.replace("Over", "over")
            if account.start_share < share:
                assert f"at {told.shown(TEXT[best])}" in sentence
                ago = t - best
                words = {0: "just now", 1: "1 character ago"}.get(ago, f"{ago} characters ago")
                assert words in sentence
            told_one += share >= 0.5
            told_many += share < 0.5
    assert told_one and told_many


def account_of(c0, **clamp):
    cell = LSTM.init(input_size=1, hidden_size=1, rng=np.random.default_rng(0))
    return ledger(cell.run(np.ones((4, 1)), c0=[c0], clamp=clamp), 0, 3)


def test_what_a_unit_holds_may_be_old_or_new_or_nothing(reading):
    assert told.unit_at(account_of(3.0, i=0, f=1), reading) == (
        "100 % of what unit 1 holds here (c = +3.00) was written at the ‘⏎’ read before the text."
    )
    assert told.unit_at(account_of(3.0, f=0, i=1, g=-0.5), reading) == (
        "100 % of what unit 1 holds here (c = −0.50) was written at ‘L’, just now."
    )
    assert told.unit_at(account_of(0.0, f=1, i=1, g=0.5), reading) == (
        "What unit 1 holds here (c = +2.00) was written bit by bit: the largest part, 25 %, at "
        "‘H’, 3 characters ago; half of it comes from the last 2 characters."
    )
    assert told.unit_at(account_of(0.0, i=0), reading) == "Unit 1 holds nothing here: c = 0.00."


def test_what_was_drawn_is_told_with_its_own_numbers(model, alphabet, reading):
    writing = write(model, alphabet, reading, 30, temperature=1, rng=np.random.default_rng(0))
    for k in range(30):
        sentence = told.drawn(writing, k)
        assert sentence.startswith(f"{told.shown(writing.text[k])} was drawn")
        assert percent(writing.probability[k]) in sentence
        assert told.shown(writing.predictions[k][0].character) in sentence
    first = (writing.indices == writing.top[:-1, 0]).sum()
    assert told.sureness(writing).startswith("Of the 30 characters that it was asked for, ")
    assert f"its most probable one {first} times" in told.sureness(writing)
    assert percent(writing.probability.mean()) in told.sureness(writing)
    nothing = write(model, alphabet, reading, 0, temperature=1, rng=np.random.default_rng(0))
    assert told.sureness(nothing) == "Nothing is written yet."
