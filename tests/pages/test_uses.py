"""The page "What it is used for": what it hands to the player, its links, no dead ends."""

import pytest

from lstm_viz.lesson.glossary import linked, linked_html
from lstm_viz.scenes.uses.questions import QUESTIONS
from lstm_viz.scenes.uses.record import USES
from lstm_viz.scenes.uses.words import OPENING, ending, sentence
from tests.pages.helpers import handed, open_at

PAGE = "uses"


def test_it_opens_with_the_first_of_five_tasks() -> None:
    at = open_at(page=PAGE)
    data = handed(at)
    film = data["film"]
    assert (film["kind"], film["steps"], len(film["frames"][0])) == ("board", 5, 1)
    assert film["tokens"] == [task.title for task in USES]
    assert [question["id"] for question in film["questions"]] == [q.id for q in QUESTIONS]
    assert film["frames"][0][0]["sentence"] == linked_html(sentence(USES[0]))
    assert (data["query"], data["at"]["t"], data["at"]["stage"]) == ("", 0, 0)
    texts = "".join(text.value for text in at.markdown)
    assert linked(OPENING) in texts and linked(ending()) in texts
    assert not at.warning and not at.error


def test_a_link_opens_a_task() -> None:
    at = open_at(page=PAGE, t="3")
    place = handed(at)["at"]
    assert (place["t"], place["stage"]) == (2, 0)
    assert not at.warning


@pytest.mark.parametrize("query", [{"t": "6"}, {"t": "0"}, {"stage": "8"}, {"stage": "x"}])
def test_nonsense_in_a_link_is_noted_and_left_out(query: dict[str, str]) -> None:
    at = open_at(page=PAGE, **query)
    (note,) = at.warning
    ((name, value),) = query.items()
    assert f"{name}={value}" in note.value
    place = handed(at)["at"]
    assert (place["t"], place["stage"]) == (0, 0)


def test_its_links_lead_to_scenes_there_are() -> None:
    at = open_at(page=PAGE)
    pages = {link.proto.page for link in at.get("page_link")}
    assert pages == {"costs", "glossary", "forecast"}
