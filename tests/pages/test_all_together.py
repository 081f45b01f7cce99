"""The page on the unrolled cell: its sentences, its two levels, links in."""

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.glossary import linked
from lstm_viz.player import questions_payload
from lstm_viz.scenes.all_together import record as together
from lstm_viz.scenes.all_together.questions import questions
from lstm_viz.scenes.all_together.words import ending
from tests.pages.helpers import handed, open_at, plain, sound, unpacked

PAGE = "all-together"


def assert_shows(at: AppTest, id: str) -> None:
    told = together.run(id)
    film = handed(at)["film"]
    assert film["tokens"] == list(told.inputs.tokens)
    for name, sent in film["values"].items():
        np.testing.assert_array_equal(unpacked(sent), np.float32(getattr(told.trace, name)), name)
    assert film["questions"] == questions_payload(questions(told), told)
    assert set(film["views"]) == set(film["rows"]) == {"wide", "tall"}
    assert linked(ending(told)).strip() in [text.value.strip() for text in at.markdown]


def test_it_opens_with_the_row_of_the_first_sentence() -> None:
    at = open_at(page=PAGE)
    assert_shows(at, "friend")
    assert handed(at)["film"]["level"] == "row" and handed(at)["query"] == ""
    assert not at.warning and not at.error


@pytest.mark.parametrize("id", together.SENTENCES)
def test_each_sentence_can_be_read(id: str) -> None:
    at = open_at(page=PAGE)
    (pick,) = at.get("button_group")
    sound(pick.set_value(id).run())
    assert_shows(at, id)


def test_a_link_opens_a_cell_of_another_sentence() -> None:
    at = open_at(page=PAGE, sentence="again", view="cell", t="3", stage="5", unit="2")
    assert_shows(at, "again")
    data = handed(at)
    assert data["film"]["level"] == "cell"
    assert (data["at"]["t"], data["at"]["stage"], data["at"]["unit"]) == (2, 4, 1)
    assert data["query"] == "sentence=again&view=cell"


@pytest.mark.parametrize(
    ("name", "value"), [("view", "both"), ("sentence", "novel"), ("t", "99"), ("stage", "11")]
)
def test_a_bad_link_gives_a_note_and_the_default(name: str, value: str) -> None:
    at = open_at(page=PAGE, **{name: value})
    (note,) = at.warning
    assert plain(note.value).startswith(f"The link says {name}={value}; expected ")
    assert_shows(at, "friend")
    assert handed(at)["film"]["level"] == "row"
