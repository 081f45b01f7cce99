"""Stories as people type them, and what the network is given of them."""

import pytest

from lstm_viz.inputs import InputError
from lstm_viz.networks import basket, parse
from lstm_viz.networks.basket_text import LONGEST, SENTENCES, sentences
from lstm_viz.tasks.basket import MIA, STOP, WORDS


def test_every_sentence_is_one_the_network_knows() -> None:
    assert {*SENTENCES, MIA, STOP} == set(WORDS)


def test_a_typed_story_is_given_word_by_word_as_in_training() -> None:
    inputs = parse("story", "mia picks a pear, and sings. How many pears")
    assert inputs.tokens == (MIA, "picks a pear", STOP, MIA, "sings", STOP, "how many pears?")
    assert inputs.columns == WORDS and inputs.one_hot
    assert (inputs.x == basket.read(inputs.tokens).traces[0].x).all()


@pytest.mark.parametrize(
    "text, read",
    [
        ("Mia eats an apple. How many apples?", ("eats an apple", "how many apples?")),
        ("  mia SINGS ,and sleeps;\nthen waits", ("sings", "sleeps", "waits")),
        ("how many pears", ("how many pears?",)),
        ("\ufeffMia ea\u00adts\u200b an apple\u200e", ("eats an apple",)),
        ("how many pears? how many apples?", ("how many pears?", "how many apples?")),
    ],
)
def test_what_is_typed_is_read(text: str, read: tuple[str, ...]) -> None:
    assert sentences(text) == read


@pytest.mark.parametrize(
    "text, said",
    [
        ("Mia buys an apple", "the word “buys”"),
        ("sings. Mia sees the basket", "the sentence “sees the basket”"),
        ("Mia", "the sentence “mia”"),
        ("Mia bu\x00ys", "the word “bu�ys”"),
        (" . ", "got no words"),
        ("a" * (LONGEST + 1), "got 1,001"),
    ],
)
def test_what_it_does_not_know_is_said_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        sentences(text)
    assert said in str(raised.value)
    assert str(raised.value).count(".") == 1
