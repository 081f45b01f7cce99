"""The page of the cell state: the board it hands to the player, and links from before."""

import json

import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.cell_state.controls import film
from lstm_viz.scenes.cell_state.words import ENDING, OPENING
from tests.pages.helpers import handed, open_at, plain

PAGE = "cell-state"


def test_a_link_opens_its_moment() -> None:
    at = open_at(page=PAGE, t="7")
    data = handed(at)
    assert data["film"] == json.loads(json.dumps(film()))
    assert (data["at"]["t"], data["query"]) == (6, "") and data["next"]["title"]
    said = [plain(text.value) for text in at.markdown]
    assert linked(OPENING) in said and linked(ENDING) in said
    assert not at.warning and not at.error


@pytest.mark.parametrize(
    "query",
    [{"part": "belt"}, {"hold": "0.4"}, {"keep": "0.5"}, {"input": "free"}, {"t": "12"},
     {"stage": "4"}],
    ids=lambda query: next(iter(query)),
)  # fmt: skip
def test_a_link_from_before_opens_and_says_what_it_left_out(query: dict[str, str]) -> None:
    at = open_at(page=PAGE, **query)
    ((name, value),) = query.items()
    (note,) = at.warning
    assert plain(note.value).startswith(f"The link says {name}={value}; expected ")
    assert handed(at)["at"]["t"] == 0 and handed(at)["query"] == ""
