"""The page "Gradients through time": the board it hands to the player, its knobs, its links."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.gradients.controls import jacobian, mattered
from lstm_viz.scenes.gradients.controls.page import film
from lstm_viz.scenes.gradients.record.mattered import LINE, STORY
from lstm_viz.scenes.gradients.record.settings import PRESETS, RHYME, Settings
from lstm_viz.scenes.gradients.words.around import ENDING, OPENING
from lstm_viz.scenes.gradients.words.captions import CHANGE
from tests.pages.helpers import handed, open_at, plain, player_tells, sound, visit

PAGE = "gradients"


@pytest.fixture(scope="module")
def at() -> AppTest:
    return open_at(page="uses", t="2")


def shows(at: AppTest, settings: Settings, *, clip: bool = False) -> bool:
    wanted = json.loads(json.dumps(film(settings, clip)))
    return bool(handed(at)["film"] == wanted)


def test_it_opens_with_three_fresh_cells_and_a_link_opens_its_picture(at: AppTest) -> None:
    visit(at, PAGE, t="2")
    data = handed(at)
    assert shows(at, Settings()) and (data["at"]["t"], data["query"]) == (1, "")
    said = [plain(text.value) for text in at.markdown]
    assert linked(OPENING) in said and linked(ENDING) in said
    assert not at.warning and not at.error
    links = [json.dumps(str(link.proto)) for link in at.get("page_link")]
    for size in (5, 30):
        for cell in ("rnn", "lstm"):
            assert any(f"size={size}" in one and f"cell={cell}" in one for one in links)


def test_each_preset_is_one_choice_and_comes_back_by_its_link(at: AppTest) -> None:
    for id, settings in PRESETS.items():
        visit(at, PAGE, t="2")
        at.selectbox(key="gradients_preset").select(id)
        assert shows(sound(at.run()), settings), id
    query = dict(part.split("=") for part in handed(at)["query"].split("&"))
    assert query == {"net": "trained"}
    visit(at, "uses", t="2")
    visit(at, PAGE, **query)
    assert shows(at, PRESETS["trained"])
    assert at.selectbox(key="gradients_preset").value == "trained"


def test_knobs_change_the_run_and_the_link(at: AppTest) -> None:
    visit(at, "uses", t="2")
    visit(at, PAGE, t="4")
    assert handed(at)["at"]["t"] == 3
    at.slider(key="gradients_gain").set_value(2.0)
    sound(at.run())
    at.slider(key="gradients_bias").set_value(3.0)
    sound(at.run())
    at.text_input(key="gradients_seed").set_value("7")
    sound(at.run())
    at.toggle(key="gradients_clip").set_value(True)
    sound(at.run())
    assert shows(at, Settings(gain=2.0, bias=3.0, seed=7), clip=True)
    data = handed(at)
    assert data["query"] == "gain=2&bias=3&seed=7&clip=on"
    assert data["at"]["t"] == CHANGE, "where clipping is seen"
    assert at.selectbox(key="gradients_preset").value is None


def test_a_text_of_ones_own_is_read_to_its_end_and_numbers_too(at: AppTest) -> None:
    visit(at, "uses", t="2")
    visit(at, PAGE, t="1")
    at.text_input(key="gradients_text").set_value("The keys to the cabinet are")
    sound(at.run())
    own = Settings(text="The keys to the cabinet are", length=6)
    assert shows(at, own) and at.slider(key="gradients_length").value == 6
    at.selectbox(key="gradients_kind").select("numbers")
    sound(at.run())
    assert handed(at)["query"].startswith("as=numbers&text=")
    before = handed(at)["version"]
    at.text_input(key="gradients_text").set_value("one, two")
    sound(at.run())
    (problem,) = at.error
    assert "Expected a number in entry 1" in plain(problem.value)
    assert at.text_input(key="gradients_text").value == "one, two"
    assert handed(at)["version"] == before, "the picture stays"
    at.selectbox(key="gradients_kind").select("sentence")
    sound(at.run())
    assert shows(at, Settings()) and not at.error
    assert at.text_input(key="gradients_text").value == RHYME


def test_what_a_link_says_that_cannot_be_had_is_said(at: AppTest) -> None:
    for query, said in [
        ({"length": "201"}, "length=201; expected a whole number from 2 to 200"),
        ({"gain": "0"}, "gain=0; expected a number from 0.1 to 10"),
        ({"bias": "9"}, "bias=9"),
        ({"t": "6"}, "t=6"),
        ({"as": "numbers", "text": "one"}, "text cannot be read here. Expected a number"),
    ]:
        visit(at, "uses", t="2")
        visit(at, PAGE, **query)
        (note,) = at.warning
        assert said in plain(note.value), query
        assert shows(at, Settings())


def test_the_second_part_takes_a_story_and_a_line(at: AppTest) -> None:
    visit(at, "uses", t="2")
    visit(at, PAGE, part="mattered", t="2")
    data = handed(at)
    assert data["film"] == json.loads(json.dumps(mattered.film(STORY, LINE)))
    assert data["at"]["t"] == 1 and not at.warning
    before = data["version"]
    at.text_input(key="gradients_line").set_value("")
    sound(at.run())
    (problem,) = at.error
    assert "Expected a line of 1 to 40 characters, got 0" in plain(problem.value)
    assert handed(at)["version"] == before
    at.text_input(key="gradients_line").set_value("O Romeo, Ro")
    sound(at.run())
    assert handed(at)["film"] == json.loads(json.dumps(mattered.film(STORY, "O Romeo, Ro")))
    assert handed(at)["query"].startswith("part=mattered&line=") and not at.error
    at.text_input(key="gradients_story").set_value("Mia picks a pear. How many pears?")
    sound(at.run())
    assert handed(at)["at"]["t"] == 0
    assert "pears?" in handed(at)["film"]["frames"][0][0]["title"]
    visit(at, "uses", t="2")
    visit(at, PAGE, part="mattered", story="Mia flies.", t="3")
    said = " ".join(plain(note.value) for note in at.warning)
    assert "story cannot be read here" in said and "t=3; there are 2 pictures" in said
    assert handed(at)["film"] == json.loads(json.dumps(mattered.film(STORY, LINE)))


def test_after_the_way_back_comes_the_second_part(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit(at, "uses", t="2")
    visit(at, PAGE, t="5")
    assert handed(at)["next"] == {"title": "What mattered", "page": None}
    player_tells(monkeypatch, at, PAGE, "next")
    assert handed(at)["query"] == "part=mattered" and handed(at)["at"]["t"] == 0
    assert handed(at)["next"]["title"] == "Your turn"


def test_the_matrices_of_a_step_are_off_the_way_through_the_lesson(at: AppTest) -> None:
    visit(at, "uses", t="2")
    visit(at, PAGE, part="jacobian", length="20", gain="2", step="7")
    settings = Settings(length=20, gain=2.0)

    def shown(settings: Settings, step: int) -> bool:
        return bool(handed(at)["film"] == json.loads(json.dumps(jacobian.film(settings, step))))

    assert shown(settings, 7) and not at.warning
    lesson = handed(at)["lesson"]
    assert lesson["part"] == "jacobian" and "jacobian" not in lesson["parts"]
    assert handed(at)["next"] == {"title": "What mattered", "page": None}
    at.slider(key="gradients_step").set_value(12)
    sound(at.run())
    assert shown(settings, 12) and "step=12" in handed(at)["query"]
    at.slider(key="gradients_length").set_value(5)
    sound(at.run())
    assert shown(Settings(length=5, gain=2.0), 5) and at.slider(key="gradients_step").value == 5
    assert not at.warning, "the reader sees the slider move"
    at.selectbox(key="gradients_preset").select("trained")
    sound(at.run())
    assert shown(PRESETS["trained"], 5)
    visit(at, "uses", t="2")
    visit(at, PAGE, part="jacobian", length="20", step="21")
    (note,) = at.warning
    assert "step=21; there are 20 steps, so it shows the last" in plain(note.value)
    assert shown(Settings(length=20), 20)
