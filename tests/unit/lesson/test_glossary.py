"""The glossary: every term once, exactly, with a place where it is shown."""

import re
from html import unescape

import pytest

from lstm_viz.lesson.contents import SCENES
from lstm_viz.lesson.glossary import (
    CELL_PAGE,
    CHAT_PAGE,
    GLOSSARY,
    READ_PAGE,
    SYMBOLS,
    TERMS,
    TRAIN_PAGE,
    entry,
    linked,
    linked_html,
)
from lstm_viz.signals import LSTM_SIGNALS, signal
from tests.each import for_each

PLACES = {scene.id for scene in SCENES} | {CELL_PAGE, CHAT_PAGE, READ_PAGE, TRAIN_PAGE}
each = for_each("found", GLOSSARY, ids=lambda found: found.id)

WANTED = """
LSTM; recurrent network; RNN; GRU; cell; cell state; hidden state; gate; forget gate; input gate;
output gate; candidate; component; unit; hidden_size; time step; token; one-hot vector;
input vector; vector; weight; weight_ih; weight_hh; bias; pre-activation; activation function;
sigmoid; tanh; squashing; element-wise product; matrix product; long-term memory;
short-term memory; conveyor belt; vanishing gradient; exploding gradient; gradient; slope;
derivative; back-propagation through time; unrolling; many-to-one; one-to-many; many-to-many;
parameter; multiply-add; surprise; bit; next-character network; alphabet; temperature;
correlation; AUC; memory ledger; forget bias; clamp; trained weights; hand-set weights; sequence;
preset; trace;
x; x_t; h_t; h_{t-1}; c_t; c_{t-1}; f_t; i_t; o_t; c̃_t; g_t; z; W; U; b; σ; ⊙; T; H; I; t
""".replace("\n", " ")


def plain(html):
    return unescape(re.sub("<[^>]*>", "", html))


def test_nothing_of_the_lesson_is_missing():
    for words in WANTED.split(";"):
        entry(words.strip())


def test_ids_are_unique_and_fit_an_address():
    ids = [found.id for found in GLOSSARY]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in ids)


@each
def test_every_entry_is_one_sentence(found):
    text = plain(found.sentence)
    assert text[0].isupper() and text.endswith(".")
    assert not re.search(r"[.!?][ )’”]", text)
    assert "  " not in text
    assert len(text) < 180


@each
def test_every_entry_is_shown_somewhere(found):
    assert found.scene in PLACES


@each
def test_its_html_is_indices_alone(found):
    assert set(re.findall("<[^>]*>", found.symbol + found.sentence)) <= {
        "<sub>", "</sub>", "<sup>", "</sup>",
    }  # fmt: skip


def test_no_two_terms_and_no_two_other_words_are_the_same():
    terms = [found.term for found in GLOSSARY]
    assert len(set(terms)) == len(terms)
    others = [words for found in GLOSSARY for words in found.also]
    assert len(set(others)) == len(others)
    assert not set(others) & set(terms)


@each
def test_an_entry_is_found_by_its_id_and_all_its_words(found):
    for words in (found.id, found.term, *found.also):
        assert entry(words) == found, words
    if found in TERMS:
        assert entry(found.term.upper()) == entry(found.term.capitalize()) == found


def test_the_case_decides_between_two_symbols():
    assert entry("H").sentence != entry("h").sentence
    assert entry("T").id == "seq-len"
    assert entry("t").id == "t"


def test_every_signal_of_the_lstm_has_its_symbol_in_the_glossary():
    symbols = {found.symbol for found in GLOSSARY}
    assert {row.symbol for row in LSTM_SIGNALS} <= symbols


@for_each("name", ["f", "i", "o", "g", "c", "h", "x", "kept", "written", "tanh_c"])
def test_terms_go_by_the_names_of_the_signals(name):
    row = signal(LSTM_SIGNALS, name)
    assert entry(row.label).symbol == row.symbol
    if found := [one for one in SYMBOLS if one.symbol == row.symbol]:
        assert found[0].scene == entry(row.label).scene or name == "x"


def test_a_range_that_a_symbol_states_is_the_signals():
    for name in ("f", "i", "o", "g", "h"):
        row = signal(LSTM_SIGNALS, name)
        stated = f"between {row.low:g} and {row.high:g}".replace("-", "−")
        assert stated in entry(f"{name}_t").sentence


def test_words_become_links_and_back():
    text = "A [[forget gate]] and [[Gates]] read [[$h_t$|h-t]], not [[the belt|conveyor belt]]."
    made = linked(text)
    assert made == (
        "A [forget gate](#term-forget-gate) and [Gates](#term-gate) read [$h_t$](#term-h-t), "
        "not [the belt](#term-conveyor-belt)."
    )
    back = re.sub(r"\[([^\]]+)\]\(#term-([^)]+)\)", r"[[\1|\2]]", made)
    assert linked(back) == made
    assert linked_html("a [[gate]]") == 'a <a class="lv-term" href="#term-gate">gate</a>'
    assert re.sub("<[^>]*>", "", linked_html(text)) == re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", made)


@each
def test_every_entry_can_be_linked(found):
    assert linked(f"[[{found.term}]]") == f"[{found.term}](#term-{found.id})"
    assert linked_html(f"[[that|{found.id}]]").endswith(f'"#term-{found.id}">that</a>')


def test_other_brackets_are_left_alone():
    for text in ("[a](b)", "x[[0]", "[[]]", "a | b"):
        assert linked(text) == linked_html(text) == text


@pytest.mark.parametrize("text", ["[[flux gate]]", "[[gate|flux]]"])
def test_a_term_that_is_not_there_is_refused(text):
    with pytest.raises(KeyError, match="the glossary has no entry 'flux"):
        linked(text)
    with pytest.raises(KeyError, match="the glossary has no entry 'flux"):
        linked_html(text)
