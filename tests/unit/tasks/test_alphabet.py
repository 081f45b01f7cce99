"""Any text at all is read, and it is known what was read for what."""

import string
import sys
import time
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.tasks import Alphabet
from lstm_viz.tasks.alphabet import visible

KNOWN = Alphabet(tuple("\n " + string.ascii_letters + string.digits + "!',-.:;?\""))


def read(text: str, alphabet: Alphabet = KNOWN) -> str:
    return alphabet.decode(alphabet.encode(text).indices)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("plain Text, 1!", "plain Text, 1!"),
        ("caf\u00e9", "cafe"),
        ("cafe\u0301 cafe\u0301", "cafe cafe"),
        ("Å\u0300lt", "Alt"),
        ("\u201cDon\u2019t\u201d \u2018so\u2019", "\"Don't\" 'so'"),
        ("\u00abso\u00bb", '"so"'),
        ("a\u2014b\u2013c\u2011d\u2212e", "a-b-c-d-e"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb\u00a0c\u3000d", "a b c d"),
        ("wait\u2026", "wait."),
        ("ﬁne ½ Ⅷ", "fne 1 V"),
        ("\uff26\uff35\uff2c\uff2c", "FULL"),
        ("٣ and ३", "3 and 3"),
        ("Straße Øre Łódź Æsir", "Strase Ore Lodz Asir"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("\ufefftext", " text"),
        ("\U0001d49c\U0001d4c3\U0001d4b9", "And"),
        ("日本", "  "),
        ("a\u200db", "ab"),
        ("👩🏽\u200d🚀!", " !"),
        ("🇨🇭🇩🇪", "  "),
        ("\x00\x07\x1b", "   "),
        ("\ud800x\udfff", " x "),
        ("", ""),
    ],
)
def test_the_nearest_character_is_read(typed: str, expected: str) -> None:
    assert read(typed) == expected


def test_what_was_typed_is_kept_with_whether_it_was_known() -> None:
    encoded = KNOWN.encode("e\u0301x\r\n👩🏽\u200d🚀é\u201d")
    assert encoded.shown == ("e\u0301", "x", "\r\n", "👩🏽\u200d🚀", "é", "\u201d")
    assert encoded.mapped == (True, False, True, True, True, True)
    assert not any(KNOWN.encode("known.").mapped)


def test_a_known_character_is_read_as_itself_even_if_it_has_a_plainer_form() -> None:
    accented = Alphabet(("e", "é", "\u2014", " ", "\t"))
    assert read("e\u0301é\u2014\t-", accented) == "éé\u2014\t "
    assert accented.encode("é\u2014\t").mapped == (False, False, False)


def test_small_alphabets_take_what_they_have() -> None:
    assert read("Ab C\n", Alphabet(tuple("abc "))) == "ab c "
    assert read("É", Alphabet(tuple("e "))) == "e"
    assert read('"', Alphabet(("'", "x"))) == "'"
    assert read("[a; b]", Alphabet(tuple("(),ab "))) == "(a, b)"
    assert read("anything é 👍", Alphabet(("z",))) == "z" * 12


def test_the_stand_in_is_a_space_or_else_the_first() -> None:
    assert KNOWN.stand_in == " "
    assert Alphabet(("q", "r")).stand_in == "q"


def test_halves_of_surrogate_pairs_are_shown_as_something_that_can_be_sent() -> None:
    shown = KNOWN.encode("a\ud83db").shown
    assert shown == ("a", "\ufffd", "b")
    assert "".join(shown).encode()


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=120)
def test_any_text_is_read_and_can_be_put_together_again(text: str) -> None:
    encoded = KNOWN.encode(text)
    assert len(encoded.indices) == len(encoded.shown) == len(encoded.mapped)
    assert "".join(encoded.shown) == "".join(
        "\ufffd" if unicodedata.category(c) == "Cs" else c for c in text
    )
    for k, shown, mapped in zip(encoded.indices, encoded.shown, encoded.mapped, strict=True):
        assert mapped == (KNOWN.characters[k] != shown)


@given(st.text(st.sampled_from(KNOWN.characters)))
def test_known_text_is_read_as_it_is(text: str) -> None:
    assert read(text) == text
    assert not any(KNOWN.encode(text).mapped)


def test_every_single_character_of_unicode_is_one_step() -> None:
    for code in range(0, sys.maxunicode + 1, 7):
        assert len(KNOWN.encode(chr(code)).indices) == 1


@pytest.mark.parametrize("text", ["é, 👍 " * 1000, "a" + "\u0301" * 4999, "\ud800" * 5000])
def test_long_texts_do_not_take_long(text: str) -> None:
    start = time.process_time()
    KNOWN.encode(text)
    assert time.process_time() - start < 0.5  # takes about 0.005


def test_columns_of_an_empty_and_of_a_batched_text() -> None:
    assert KNOWN.one_hot(KNOWN.encode("").indices).shape == (0, len(KNOWN))
    x = KNOWN.one_hot(np.array([[0, 2], [1, 1]]))
    assert x.shape == (2, 2, len(KNOWN)) and x.dtype == np.float32
    assert x.argmax(axis=-1).tolist() == [[0, 2], [1, 1]]
    assert x.sum(axis=-1).tolist() == [[1, 1], [1, 1]]


def test_an_alphabet_from_a_text_has_each_character_once() -> None:
    assert Alphabet.of("hello\n").characters == ("\n", "e", "h", "l", "o")


@pytest.mark.parametrize(
    ("characters", "message"),
    [((), "at least one"), (("ab",), "single characters, got 'ab'"), (("a", "a"), "got 'a' again")],
)
def test_what_is_no_alphabet_is_refused(characters: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Alphabet(characters)


def test_signs_for_what_leaves_no_ink() -> None:
    assert [visible(c) for c in " \n\ta"] == ["␣", "⏎", "⇥", "a"]
