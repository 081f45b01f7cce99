"""The page of references and terms: it opens, at a term too; statements are judged once."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.scenes.glossary.questions import STATEMENTS
from lstm_viz.scenes.glossary.words import LESSON, PAPERS, VERDICTS
from tests.pages.helpers import open_at, plain, sound

PAGE = "glossary"


def first(at: AppTest) -> str:
    """The id of the entry that stands on top."""
    handed = [json.loads(one.proto.json) for one in at.get("bidi_component")]
    (found,) = [data["first"] for data in handed if "first" in data]
    return str(found)


def texts(at: AppTest) -> str:
    return "\n".join(one.value for one in at.markdown)


def test_the_page_opens_with_every_reference_and_verdict() -> None:
    at = open_at(page=PAGE)
    assert (at.title[0].value, first(at), list(at.warning)) == ("References and glossary", "", [])
    for reference in LESSON + PAPERS:
        assert f"]({reference.url})" in texts(at)
    for verdict in VERDICTS:
        assert verdict.claim in texts(at)
    assert "[[" not in texts(at)


@pytest.mark.parametrize("term", ["forget-gate", "Forget gate", "forget gates"])
def test_a_link_puts_its_term_on_top(term: str) -> None:
    at = open_at(page=PAGE, term=term)
    assert first(at) == "forget-gate"
    assert not at.warning


@pytest.mark.parametrize("term", ["flux", "", "<b>*x*</b>", "x" * 5000])
def test_a_term_that_is_not_there_opens_with_a_note(term: str) -> None:
    at = open_at(page=PAGE, term=term)
    assert first(at) == ""
    (note,) = at.warning
    cut = "…" if len(term) > 40 else ""
    assert plain(note.value) == (
        f"The link says term={term[:40]}{cut}; expected a term or symbol of the glossary, "
        "so it opens without."
    )


def answers(at: AppTest) -> list[str]:
    return [one.value for one in at.markdown if one.value.startswith(("**Right:", "**No:"))]


def test_every_statement_is_judged_before_it_is_answered() -> None:
    at = open_at(page=PAGE)
    for number, statement in enumerate(STATEMENTS):
        assert f"“{statement.text}”" in texts(at)
        assert f"\n{number + 1} of {len(STATEMENTS)}" in texts(at)
        assert answers(at) == []
        chosen = "True" if number % 2 else "False"
        sound(at.get("button_group")[0].set_value(chosen).run())
        word, truth = (
            "Right" if (chosen == "True") == statement.so else "No",
            "it is true" if statement.so else "it is false",
        )
        assert answers(at) == [f"**{word}: {truth}.** {statement.because}"]
        sound(at.button[0].click().run())
    assert answers(at) != [], "the first one again, with its answer"


def test_the_first_answer_counts() -> None:
    at = open_at(page=PAGE)
    wrong = "True"
    sound(at.get("button_group")[0].set_value(wrong).run())
    said = answers(at)
    sound(at.get("button_group")[0].set_value("False").run())
    assert answers(at) == said
    assert at.session_state["true_or_false"] == {STATEMENTS[0].id: wrong}


def test_the_statements_come_before_what_gives_their_answers_away() -> None:
    heads = [one.value for one in open_at(page=PAGE).header]
    assert heads.index("True or false?") < heads.index("What the lesson says, and what is so")
    assert heads[-1] == "What the lesson says, and what is so"
