"""Start here: the page the app opens on, the story and the cell it hands to the player, the map."""

import json
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.contents import SCENES
from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.own_story import code
from lstm_viz.lesson.word_row import word_row
from lstm_viz.scenes.start.controls.films import cell_film, story_film
from lstm_viz.scenes.start.picture.cell import STAGES
from lstm_viz.scenes.start.record.story import MOST, STORY, steps, where_each_acts
from lstm_viz.scenes.start.words.around import CELL_OPENING, ENDING, OPENING
from lstm_viz.ui.scene_state import SceneScreen
from tests.browser.server import ROOT
from tests.pages.helpers import handed, plain, sound, unpacked

PUT, TYPED = "start_put", "start_typed"
OWN = ("picks an apple", "how many apples?")


def open_start(**query: str) -> AppTest:
    """The app as a link to its first page opens it."""
    at = AppTest.from_file(str(ROOT / "lstm_viz" / "app" / "main.py"), default_timeout=30)
    for name, value in query.items():
        at.query_params[name] = value
    return sound(at.run())


def link(story: tuple[str, ...]) -> str:
    return ".".join(map(code, story))


def screen_of(at: AppTest) -> SceneScreen:
    screen = at.session_state["start_screen"]
    assert isinstance(screen, SceneScreen)
    return screen


def film_of(at: AppTest) -> Any:
    return handed(at)["film"]


def test_the_app_opens_on_a_question_and_the_story() -> None:
    at = open_start()
    assert [title.value for title in at.title] == [SCENES[0].title] == ["Start here"]
    assert not at.warning and not at.error
    texts = [plain(text.value) for text in at.markdown]
    assert linked(OPENING) in texts and linked(ENDING) in texts
    data = handed(at)
    assert data["at"] == {"id": 0, "t": 0, "stage": 0, "unit": 0}
    assert (data["query"], data["scene"], data["tells"]) == ("", "start", False)
    assert data["into"] and not data["back"]
    assert data["film"] == json.loads(json.dumps(story_film(STORY)))


def test_a_link_brings_the_whole_screen_back() -> None:
    at = open_start(story=link(OWN), t="2", change="yes")
    assert film_of(at)["tokens"] == ["Mia picks an apple", "how many apples?"]
    assert handed(at)["at"]["t"] == 1 and handed(at)["tells"]
    assert handed(at)["query"] == f"story={link(OWN)}&change=yes"
    inside = open_start(part="cell", story=link(OWN), word="1", stage="3", unit="2")
    data = handed(inside)
    assert data["at"] == {"id": 0, "t": 0, "stage": 2, "unit": 1} and data["back"]
    assert data["film"] == json.loads(json.dumps(cell_film(OWN, 0)))
    assert linked(CELL_OPENING) in [plain(text.value) for text in inside.markdown]
    assert not at.warning and not inside.warning


def test_the_cell_is_that_of_the_story_at_its_word() -> None:
    film = film_of(open_start(part="cell", word="5"))
    one, row = steps(word_row(STORY), (4,)), word_row(STORY)
    for name, sent in film["values"].items():
        np.testing.assert_array_equal(unpacked(sent), np.float32(getattr(one, name)), name)
    for name, sent in film["weights"].items():
        weights = row.basket.cell.parameters[name]
        np.testing.assert_array_equal(unpacked(sent), np.float32(weights), name)
    assert film["tokens"] == ["picks a pear"]
    assert film["unitLabels"] == ["apples", "pears"]


def test_the_way_in_leads_to_the_words_at_which_each_component_acts() -> None:
    film = film_of(open_start(part="cell"))
    look = where_each_acts(word_row(STORY))
    assert film["alone"]["numbers"] == list(look.sentences)
    for name, sent in film["values"].items():
        expected = np.float32(getattr(steps(word_row(STORY), look.sentences), name))
        np.testing.assert_array_equal(unpacked(sent), expected, name)


def test_a_link_from_before_the_story_opens_its_component() -> None:
    at = open_start(stage="3", unit="2")
    assert screen_of(at)["part"] == "cell" and handed(at)["at"]["stage"] == 2
    assert not at.warning


@pytest.mark.parametrize(
    "query, said",
    [
        ({"story": "buys-an-apple"}, "expected sentences that the network knows"),
        ({"story": "sings.buys-a-car"}, "story=buys-a-car"),
        ({"t": "10"}, "there are 9 sentences"),
        ({"t": "31"}, "expected a step from 1 to 30"),
        ({"part": "cell", "word": "10"}, "the story has 9 sentences"),
        ({"part": "cell", "stage": "7"}, f"from 1 to {len(STAGES)}"),
        ({"part": "cell", "t": "4"}, "there are 3 steps"),
        ({"part": "cell", "word": "2", "t": "2"}, "there is 1 step"),
    ],
)
def test_nonsense_in_a_link_is_noted(query: dict[str, str], said: str) -> None:
    (note,) = open_start(**query).warning
    assert said in plain(note.value)


def test_an_empty_story_is_the_first_one() -> None:
    assert len(film_of(open_start(story=""))["tokens"]) == len(STORY)


def test_sentences_are_put_in_by_touch_typed_and_taken_out() -> None:
    at = open_start(t="2")
    assert not at.text_input
    sound(at.toggle(key="start_switch").set_value(True).run())
    sound(at.button(key=f"{PUT}_waits").click().run())
    assert screen_of(at)["story"] == (*STORY[:2], "waits", *STORY[2:])
    assert handed(at)["at"]["t"] == 2, "and there the reader is taken"
    sound(at.text_input(key=TYPED).set_value("Mia eats an apple. How many apples?").run())
    assert screen_of(at)["story"][3:5] == ("eats an apple", "how many apples?")
    assert handed(at)["at"]["t"] == 3, "the question is asked before it is seen"
    assert at.text_input(key=TYPED).value == ""
    sound(at.button(key="start_out").click().run())
    assert screen_of(at)["story"] == (*STORY[:2], "waits", "how many apples?", *STORY[2:])
    sound(at.button(key="start_again").click().run())
    assert screen_of(at)["story"] == STORY


def test_what_cannot_be_put_in_is_said_and_nothing_is_lost() -> None:
    at = open_start(change="yes", story=link(("sings",) * MOST))
    before = screen_of(at)["story"]
    for typed, said in (("Mia buys a car", "“buys”"), ("Mia sings", "at most 30 sentences")):
        sound(at.text_input(key=TYPED).set_value(typed).run())
        (note,) = at.warning
        assert said in plain(note.value)
        assert at.text_input(key=TYPED).value == typed and screen_of(at)["story"] == before
    alone = open_start(change="yes", story="sings")
    assert alone.button(key="start_out").disabled, "a story has a sentence"


def test_the_map_lists_every_scene_in_reading_order() -> None:
    at = open_start()
    sent = [json.loads(component.proto.json) for component in at.get("bidi_component")]
    (data,) = [data for data in sent if "scenes" in data]
    assert [(one["id"], one["title"], one["about"]) for one in data["scenes"]] == [
        (scene.id, scene.title, scene.about) for scene in SCENES
    ]
    assert [one["page"] for one in data["scenes"]] == ["", *(scene.id for scene in SCENES[1:])]
    assert data["root"] == "/"
    links = {link.proto.label: link.proto for link in at.get("page_link")}
    assert links["The phone call →"].page == "phone-call"
