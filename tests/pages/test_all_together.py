"""The page of the whole story: its row, the cell at a sentence, and links from before."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.all_together.controls import cell, row
from lstm_viz.scenes.all_together.words import CELL_OPENING, OPENING, ending
from tests.pages.helpers import handed, open_at, plain

PAGE = "all-together"


def said(at: AppTest) -> list[str]:
    return [plain(text.value) for text in at.markdown]


def test_it_opens_with_the_row_and_a_way_into_the_cell() -> None:
    at = open_at(page=PAGE, t="3")
    data = handed(at)
    assert data["film"] == json.loads(json.dumps(row()))
    assert (data["at"]["t"], data["query"]) == (2, "") and data["into"] and not data["back"]
    assert linked(OPENING) in said(at) and linked(ending()) in said(at)
    assert not at.warning and not at.error


def test_a_link_opens_the_cell_at_a_sentence() -> None:
    at = open_at(page=PAGE, view="cell", word="3", stage="2", unit="2")
    data = handed(at)
    assert data["film"] == json.loads(json.dumps(cell(2)))
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
        ({"word": "9"}, "word=9; expected"),
        ({"t": "99"}, "t=99; expected"),
    ],
)
def test_a_link_from_before_opens_and_says_what_it_left_out(
    query: dict[str, str], note: str
) -> None:
    (warning,) = open_at(page=PAGE, **query).warning
    assert f"The link says {note}" in plain(warning.value)
