"""The page "Around the cell": each part by its link, what can be set, and the way on."""

from lstm_viz.scenes.around.controls import PARTS
from lstm_viz.scenes.around.questions import ASKED
from tests.pages.helpers import handed, open_at, plain, player_tells, sound

PAGE = "around"
FIRST = next(iter(PARTS))


def test_every_part_has_a_link_and_leads_to_the_next(monkeypatch) -> None:
    at = open_at(page=PAGE)
    ids = list(PARTS)
    for number, id in enumerate(ids):
        data = handed(at)
        film = data["film"]
        assert film["kind"] == "board" and len(film["questions"]) == (id in ASKED)
        assert (data["query"], data["at"]["t"]) == (f"part={id}" if number else "", 0)
        assert not at.warning and not at.error
        keys = {f"around_{one.param.name}" for one in PARTS[id].sliders}
        assert {slider.key for slider in at.slider} == keys
        if id == ids[-1]:
            assert data["next"] == {"title": "Chatbot", "page": "/chatbot"}
        else:
            assert data["next"]["title"] == PARTS[ids[number + 1]].title
            at = player_tells(monkeypatch, at, PAGE, "next")
    for id in ids:
        data = handed(open_at(page=PAGE, part=id, t="2"))
        assert data["query"] == (f"part={id}" if id != FIRST else "") and data["at"]["t"] == 1


def test_two_parts_lead_to_the_chatbot_and_a_variant_is_chosen_where_one_is() -> None:
    for id, part in PARTS.items():
        links = [link.proto.label for link in open_at(page=PAGE, part=id).get("page_link")]
        assert len(links) == bool(part.leads_to), id
        assert all("Chatbot" in link for link in links)
    at = open_at(page=PAGE, part="variants", t="3")
    sound(at.button_group(key="around_kind").set_value("coupled").run())
    data = handed(at)
    assert "kind=coupled" in data["query"] and data["at"]["t"] == 2
    assert data["film"]["frames"][1][0]["title"] == "Coupled gates"


def test_the_temperature_leads_to_its_picture_and_the_step_stays_where_one_is() -> None:
    at = open_at(page=PAGE)
    sound(at.slider(key="around_step").set_value(4).run())
    data = handed(at)
    assert "step=4" in data["query"] and data["at"]["t"] == 0
    assert "B, D, A, C" in data["film"]["frames"][0][0]["sentence"]
    sound(at.slider(key="around_heat").set_value(0.5).run())
    data = handed(at)
    assert "heat=0.5" in data["query"] and data["at"]["t"] == 5
    assert "Temperature 0.5" in data["film"]["frames"][5][0]["title"]


def test_the_block_is_turned_where_one_is_and_its_link_turns_it_again() -> None:
    at = open_at(page=PAGE, part="shapes", t="2")
    assert at.slider(key="around_turn").value == 30
    sound(at.slider(key="around_turn").set_value(75).run())
    data = handed(at)
    assert "turn=75" in data["query"] and data["at"]["t"] == 1, "every picture has the block"
    again = handed(open_at(page=PAGE, part="shapes", t="2", turn="75"))
    assert again["film"] == data["film"] != handed(open_at(page=PAGE, part="shapes"))["film"]


def test_nonsense_in_a_link_is_noted() -> None:
    for query in (
        {"part": "tea"},
        {"heat": "0"},
        {"step": "99"},
        {"turn": "91"},
        {"turn": "1.5"},
        {"t": "12"},
    ):
        at = open_at(page=PAGE, **query)
        (note,) = at.warning
        ((name, value),) = query.items()
        assert f"{name}={value}" in plain(note.value)
        assert handed(at)["lesson"] is None and handed(at)["film"]["steps"] == 6, "the first part"
