"""Every number in a sentence is the run's; texts of any kind can be spoken of."""

import numpy as np
import pytest

from lstm_viz.notation import number, percent
from lstm_viz.reading.read import read
from lstm_viz.reading.words import reading as sentences
from lstm_viz.reading.words.phrases import shown as sign
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
    assert sign(character) == shown


def test_the_passage_is_told_with_its_own_numbers(reading):
    sentence = sentences.passage(reading)
    bits = reading.bits_per_character
    assert bits < np.log2(len(reading.alphabet))
    most = int(np.argmax(reading.surprise))
    assert f"{len(TEXT)} characters, {number(bits)} bits each" in sentence
    assert f"among {number(2**bits)} equally likely" in sentence
    assert f"{sign(TEXT[most])} at place {most + 1}, {number(reading.surprise[most])}" in sentence


def test_worse_than_blind_guessing_is_called_so(model, alphabet):
    sentence = sentences.passage(read(model, alphabet, "HHH.LLL,TTT:"))
    assert f"among the {len(alphabet)} characters it knows" in sentence
    assert f"would have cost {number(np.log2(len(alphabet)))}." in sentence


def test_replaced_characters_are_named(reading, model, alphabet):
    assert sentences.mapped(reading) == (
        "3 characters of the text are ones the network never saw; it read ‘“’ as ‘'’, ‘”’ as ‘'’ "
        "and ‘🎉’ as ‘␣’."
    )
    assert sentences.mapped(read(model, alphabet, "be")) == ""
    assert sentences.mapped(read(model, alphabet, "b🎉")).startswith(
        "1 character of the text is one "
    )
    assert sentences.mapped(read(model, alphabet, "①②③④⑤⑥")).endswith(" and 2 more like that.")


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
    assert sentences.replaced(read(model, alphabet, text)) == words


def test_nothing_and_a_single_character(model, alphabet):
    assert sentences.passage(read(model, alphabet, "")) == "There is nothing to read yet."
    assert sentences.passage(read(model, alphabet, "b")).startswith("1 character, ")


def test_how_freely_was_drawn_is_told_with_its_own_numbers(model, alphabet, reading):
    writing = write(model, alphabet, reading, 30, temperature=1, rng=np.random.default_rng(0))
    first = (writing.indices == writing.top[:-1, 0]).sum()
    assert sentences.sureness(writing).startswith("Of the 30 characters that it was asked for, ")
    assert f"its most probable one {first} times" in sentences.sureness(writing)
    assert percent(writing.probability.mean()) in sentences.sureness(writing)
    nothing = write(model, alphabet, reading, 0, temperature=1, rng=np.random.default_rng(0))
    assert sentences.sureness(nothing) == "Nothing is written yet."
