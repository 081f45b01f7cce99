"""The references: complete, with what is so, and no number that is not the table's."""

import re

import pytest

from lstm_viz.lesson.contents import scene
from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.published import RESULTS, RESULTS_HEAD, RESULTS_NOTE
from lstm_viz.scenes.glossary.words import (
    LESSON,
    PAPERS,
    VERDICTS,
)

ADDRESSES = {
    "http://cs224d.stanford.edu/lectures/",
    "http://cs224d.stanford.edu/lectures/CS224d-Lecture9.pdf",
    "https://towardsdatascience.com/understanding-gru-networks-2ef37df6c9be",
    "https://towardsdatascience.com/illustrated-guide-to-lstms-and-gru-s-a-step-by-step-explanation-44e9eb85bf21",
    "https://arxiv.org/pdf/1412.3555.pdf",
}
each = pytest.mark.parametrize("found", LESSON + PAPERS, ids=lambda found: found.url)


def test_all_references_of_the_lesson_are_there():
    assert {found.url for found in LESSON} == ADDRESSES


def test_the_papers_stand_in_the_order_of_their_years():
    years = [int(re.search(r"\b(?:19|20)\d\d\b", found.by)[0]) for found in PAPERS]
    assert years == sorted(years)


@each
def test_a_reference_says_in_one_sentence_what_it_is(found):
    assert found.title and found.by and found.url.startswith("http")
    assert found.note.endswith(".") and not re.search(r"[.!?] ", found.note)
    linked(found.note)


def test_an_article_on_grus_is_said_to_be_one():
    (article,) = [found for found in LESSON if "understanding-gru" in found.url]
    assert "article on [[GRUs]]" in article.note
    (paper,) = [found for found in LESSON if "1412.3555" in found.url]
    assert paper.note.startswith("Not about an LSTM alone")


@pytest.mark.parametrize("found", VERDICTS, ids=lambda found: found.claim[:20])
def test_a_verdict_is_a_sentence_with_terms_and_a_scene(found):
    assert found.claim.endswith(".") and found.so.endswith(".")
    assert linked(found.so) != found.so
    assert not found.scene or scene(found.scene)


def test_the_published_table_is_whole_and_sourced():
    assert [len(row) for row in RESULTS] == [len(RESULTS_HEAD)] * 6
    assert all(re.fullmatch(r"\d\.\d\d/\d\.\d\d", value) for row in RESULTS for value in row[1:])
    assert "Chung" in RESULTS_NOTE and "transcription" in RESULTS_NOTE


def test_what_is_said_of_the_comparison_is_in_its_table():
    best = {}
    for name, *values in RESULTS:
        on_test = {
            unit: float(value.split("/")[1])
            for unit, value in zip(RESULTS_HEAD[1:], values, strict=True)
        }
        best[name] = min(on_test, key=on_test.get)
        gated, plain = min(on_test["GRU"], on_test["LSTM"]), on_test["tanh"]
        if name.startswith("Ubisoft"):  # speech
            assert gated < plain / 2
    won = list(best.values())
    assert won.count("tanh") < won.count("GRU") + won.count("LSTM")
    assert {"GRU", "LSTM"} <= set(won)
