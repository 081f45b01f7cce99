"""The page of the whole story: its row, the cell at a sentence, and links from before."""

import json
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.all_together.controls import cell, row
from lstm_viz.scenes.all_together.record import MOST, STORY, run
from lstm_viz.scenes.all_together.words import CELL_OPENING, OPENING, ending
from tests.pages.helpers import handed, open_at, plain, sound

PAGE = "all-together"


def said(at: AppTest) -> list[str]:
    return [plain(text.value) for text in at.markdown]


def test_it_opens_with_the_row_and_a_way_into_the_cell() -> None:
    at = open_at(page=PAGE, t="3")
    data = handed(at)
    assert data["film"] == json.loads(json.dumps(row()))
    assert (data["at"]["t"], data["query"]) == (2, "") and data["into"] and not data["back"]
    assert linked(OPENING) in said(at) and linked(ending(run())) in said(at)
    assert not at.warning and not at.error


def test_a_link_opens_the_cell_at_a_sentence() -> None:
    at = open_at(page=PAGE, view="cell", word="3", stage="2", unit="2")
    data = handed(at)
    assert data["film"] == json.loads(json.dumps(cell(STORY, 2)))
    assert (data["at"]["stage"], data["at"]["unit"]) == (1, 1) and data["back"]
    assert data["query"] == "view=cell&word=3" and linked(CELL_OPENING) in said(at)
    assert not at.warning


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ({"sentence": "again"}, "sentence=again; expected nothing of that name any more"),
        ({"view": "both"}, "view=both; expected one of row, cell"),
        ({"view": "cell", "t": "3"}, "t=3; there is 1 step"),
        ({"t": "3", "stage": "4"}, "stage=4; there is 1 stage"),
        ({"view": "cell", "word": "9"}, "word=9; the story has 8 sentences"),
        ({"word": "13"}, "word=13; expected"),
        ({"story": "buys-an-apple"}, "story=buys-an-apple; expected sentences that the network"),
        ({"t": "99"}, "t=99; expected"),
    ],
)
def test_a_link_from_before_opens_and_says_what_it_left_out(
    query: dict[str, str], note: str
) -> None:
    (warning,) = open_at(page=PAGE, **query).warning
    assert f"The link says {note}" in plain(warning.value)


def test_a_story_of_ones_own_is_in_the_link_and_can_be_changed() -> None:
    own = ("eats a pear", "how many pears?")
    query = {"story": "eats-a-pear.how-many-pears", "change": "yes"}
    at = open_at(page=PAGE, **query)
    assert handed(at)["film"] == json.loads(json.dumps(row(own)))
    assert parse_qs(handed(at)["query"]) == {name: [value] for name, value in query.items()}
    assert handed(at)["tells"] and linked(ending(run(own))) in said(at)
    sound(at.button(key=f"{PAGE}_put_sings").click().run())
    assert handed(at)["film"]["tokens"][1] == "Mia sings" and handed(at)["at"]["t"] == 1
    sound(at.text_input(key=f"{PAGE}_typed").set_value("Mia flies").run())
    (warning,) = at.warning
    assert "“flies”" in plain(warning.value)
    sound(at.text_input(key=f"{PAGE}_typed").set_value("sings. " * MOST).run())
    (warning,) = at.warning
    assert f"at most {MOST} sentences" in plain(warning.value)
    sound(at.button(key=f"{PAGE}_again").click().run())
    assert handed(at)["film"] == json.loads(json.dumps(row()))
