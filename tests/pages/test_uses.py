"""The page "What it is used for": what it hands to the player, its links, its doors."""

import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.uses.questions import QUESTIONS
from lstm_viz.scenes.uses.record import STEPS, uses
from lstm_viz.scenes.uses.words import OPENING, ending, told
from tests.pages.helpers import handed, open_at, player_tells

PAGE = "uses"


def test_it_opens_with_one_input_read_by_each_of_six_networks() -> None:
    at = open_at(page=PAGE)
    data = handed(at)
    film = data["film"]
    assert (film["kind"], film["steps"], len(film["frames"][0])) == ("board", STEPS, 1)
    assert [question["id"] for question in film["questions"]] == [q.id for q in QUESTIONS]
    assert film["frames"][0][0]["sentence"] == told(uses(), 0).sentence
    assert (data["query"], data["at"]["t"], data["at"]["stage"]) == ("", 0, 0)
    texts = "".join(text.value for text in at.markdown)
    assert linked(OPENING) in texts and linked(ending()) in texts
    assert not at.warning and not at.error


def test_a_link_opens_a_step() -> None:
    at = open_at(page=PAGE, t="3")
    place = handed(at)["at"]
    assert (place["t"], place["stage"]) == (2, 0)
    assert not at.warning


@pytest.mark.parametrize("query", [{"t": "9"}, {"t": "0"}, {"stage": "8"}, {"stage": "x"}])
def test_nonsense_in_a_link_is_noted_and_left_out(query: dict[str, str]) -> None:
    at = open_at(page=PAGE, **query)
    (note,) = at.warning
    ((name, value),) = query.items()
    assert f"{name}={value}" in note.value


def test_each_network_has_a_door_and_its_card_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    at = open_at(page=PAGE)
    pages = {link.proto.page for link in at.get("page_link")}
    assert pages == {"costs", "glossary", *(task.id for task in uses())}
    at = player_tells(monkeypatch, at, PAGE, "run:0:5:0")
    assert "Forecast" in at.title[0].value
