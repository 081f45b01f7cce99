"""The page "Chatbot": each example answered by both networks, the cell, links, and bad lines."""

from typing import Any
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.networks.chat.words import LONGEST
from lstm_viz.scenes.chatbot.controls.params import KEY
from lstm_viz.scenes.chatbot.record import Settings, talk, words_of
from lstm_viz.scenes.chatbot.words.around import EXAMPLES
from tests.pages.helpers import error, handed, open_at, plain, player_tells, sound


def opened(**query: str) -> AppTest:
    return open_at(page=KEY, **query)


def titles(at: AppTest) -> list[str]:
    return [frame["title"] for (frame,) in handed(at)["film"]["frames"]]


def link(at: AppTest) -> dict[str, str]:
    """The screen's link."""
    data = handed(at)
    place = {name: str(data["at"][name] + 1) for name in ("t", "unit")}
    return {**dict(parse_qsl(data["query"])), **place}


def choose(at: AppTest, key: str, option: str) -> AppTest:
    at.button_group(key=key).set_value(option)
    return sound(at.run())


def test_each_example_is_answered_by_both_networks_and_both_searches() -> None:
    at = opened()
    assert not at.warning and not at.error
    for id, example in EXAMPLES.items():
        at.button(key=f"chatbot_try_{id}").click()
        at = sound(at.run())
        assert at.text_input(key="chatbot_line").value == example.line
        assert at.text_input(key="chatbot_other").value == example.other
        for network, search in (("attention", "beam"), ("vector", "greedy")):
            at = choose(choose(at, "chatbot_network", network), "chatbot_search", search)
            settings = Settings(
                words_of(example.line), words_of(example.other), network == "attention",
                search == "beam",
            )  # fmt: skip
            said, sent = talk(settings).said, handed(at)
            words = [title for title in titles(at) if title.startswith("It says “")]
            assert len(words) == len(said.reply), (id, network, search)
            assert sent["at"]["t"] == 0 and sent["into"] == "Into the cell"
            assert ("Where it looked" in titles(at)) == (network == "attention")
            assert ("Halfway between the two" in titles(at)) == (network == "vector")


def test_a_line_is_typed_answered_and_linked() -> None:
    at = opened(t="4")
    at.text_input(key="chatbot_line").set_value("I am a robot, are you?")
    at = sound(at.run())
    words = ("i", "am", "a", "robot", "are", "you")
    assert titles(at)[1:7] == [f"It reads “{word}”" for word in words]
    assert handed(at)["at"]["t"] == 0  # another line is answered from the beginning
    found = opened(**link(at))
    assert handed(found)["film"] == handed(at)["film"]
    assert found.text_input(key="chatbot_line").value == "I am a robot, are you?"


@pytest.mark.parametrize(
    "bad", ["?!", "so " * (LONGEST + 1), "$x$ [a](b) " * 5], ids=["none", "many", "marks"]
)
def test_a_bad_line_is_refused_in_one_sentence_and_the_one_before_stays(bad: str) -> None:
    at = opened()
    before = handed(at)["film"]
    at.text_input(key="chatbot_other").set_value(bad)
    at = sound(at.run())
    assert error(at).startswith(f"Expected a line of 1 to {LONGEST} words, got ")
    assert at.text_input(key="chatbot_other").value == bad
    assert handed(at)["film"] == before
    at.text_input(key="chatbot_line").set_value("Hello")
    at = sound(at.run())
    assert not at.error and titles(at)[1] == "It reads “hello”"


def test_the_picture_leads_into_both_cells_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(words_of("Are you a pizza?"), words_of("How are you?"), False, False)
    found = talk(settings)
    at = opened(line="Are you a pizza?")
    cases: list[tuple[str, int, list[str]]] = [
        ("into:2", 1, ["are", "you", "a", "pizza"]),
        (f"into:{len(found.heard.words) + 4}", 1, ["<start>", *found.said.words[:-1]]),
        ("run:0:3:7", 3, ["are", "you", "a", "pizza"]),
        ("into:0", found.look.at, ["are", "you", "a", "pizza"]),
    ]
    for action, t, tokens in cases:
        at = player_tells(monkeypatch, at, KEY, action)
        sent = handed(at)
        assert (sent["film"]["kind"], sent["at"]["t"]) == ("network", t), action
        assert sent["film"]["tokens"] == tokens
        assert sent["back"] == "Back to the chat"
        assert found.look.unit in sent["film"]["network"]["chosen"]
        assert handed(opened(**link(at)))["film"] == sent["film"]
        at = player_tells(monkeypatch, at, KEY, "back")
        assert handed(at)["film"]["kind"] == "board"
        assert handed(at)["at"]["t"] == int(action.split(":")[1])


def test_a_press_that_means_nothing_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened()
    before: Any = handed(at)
    for action in ("into:x", "unit:3", "run:0", "", "into:999"):
        if action == "into:999":
            at = player_tells(monkeypatch, at, KEY, action)
            assert handed(at)["film"]["kind"] == "network"
        else:
            at = player_tells(monkeypatch, at, KEY, action)
            assert handed(at)["film"] == before["film"], action


def test_a_link_that_means_nothing_is_told_and_opens_on_the_first_example() -> None:
    at = opened(line="?!", network="magic", t="99")
    said = plain(at.warning[0].value)
    assert "line=?!; expected a line of 1 to 12 words" in said
    assert "network=magic; expected one of vector, attention" in said
    assert at.text_input(key="chatbot_line").value == next(iter(EXAMPLES.values())).line
