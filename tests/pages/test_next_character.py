"""The page "Next character": typed on, written on, begun anew, looked into; links, bad ones."""

import json
from typing import Any
from urllib.parse import parse_qsl

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lstm_viz.reading.typing_aid import LONGEST, typing_of
from lstm_viz.scenes.next_character.controls import field
from lstm_viz.scenes.next_character.words import PRESETS
from tests.pages.helpers import handed, open_at, plain, player_tells, sound

PAGE = "next-character"


def opened(**query: str) -> AppTest:
    return open_at(page=PAGE, **query)


def told(at: AppTest) -> dict[str, Any]:
    """What the field is told."""
    sent = [json.loads(component.proto.json) for component in at.get("bidi_component")]
    (data,) = [found for found in sent if "offers" in found]
    return data


def again(at: AppTest) -> AppTest:
    """The screen's link, opened by somebody else."""
    data = handed(at)
    place = {"t": str(data["at"]["t"] + 1), "unit": str(data["at"]["unit"] + 1)}
    return opened(**dict(parse_qsl(data["query"], keep_blank_values=True)), **place)


def types(
    monkeypatch: pytest.MonkeyPatch, at: AppTest, text: str, number: int, *, line: bool = False
) -> AppTest:
    """The field tells of a text, and asks for a line after it."""
    shown = field._mount

    def mount(*, on_text_change: Any, **rest: Any) -> None:
        def tell() -> None:
            st.session_state[field.FIELD] = {"text": {"text": text, "id": number, "line": line}}
            on_text_change()
            del st.session_state[field.FIELD]

        st.button("typed", key="fake_typed", on_click=tell)
        shown(on_text_change=on_text_change, **rest)

    with monkeypatch.context() as patch:
        patch.setattr(field, "_mount", mount)
        sound(at.run())
        at.button(key="fake_typed").click()
        return sound(at.run())


def test_it_opens_at_the_end_of_a_text_that_can_be_gone_on_with() -> None:
    at = opened()
    text = PRESETS["held-out"].text
    sent, film = told(at), handed(at)
    assert sent["text"] == sent["put"]["text"] == text and film["at"]["t"] == len(text)
    offered = typing_of(text).offered[-1]
    assert [one["text"] for one in sent["offers"]] == [one.text for one in offered]
    assert film["film"]["steps"] == len(text) + 1 and film["into"] == "Into the cell"
    assert again(at).session_state[f"{PAGE}_screen"] == at.session_state[f"{PAGE}_screen"]


@pytest.mark.parametrize("preset", PRESETS)
def test_each_text_opens_and_can_be_looked_into(
    preset: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened(begin=preset, t="9")
    assert not at.warning and not at.error
    assert told(at)["text"] == PRESETS[preset].text and handed(at)["at"]["t"] == 8
    at = player_tells(monkeypatch, at, PAGE, "into:8")
    sent = handed(at)
    assert (sent["film"]["kind"], sent["at"]["t"], sent["at"]["unit"]) == ("network", 8, 33)
    assert sent["film"]["tokens"][:2] == ["start", PRESETS[preset].text[0]]
    assert handed(again(at))["film"] == sent["film"]
    at = player_tells(monkeypatch, at, PAGE, "back")
    assert handed(at)["film"]["kind"] == "board" and handed(at)["at"]["t"] == 8


def test_what_is_typed_is_answered_and_stays_the_reader_s(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened()
    put = told(at)["put"]["id"]
    at = types(monkeypatch, at, "O good my lo", 7)
    sent = told(at)
    assert (sent["text"], sent["answered"], sent["put"]["id"]) == ("O good my lo", 7, put)
    assert sent["offers"][0]["text"] == "rd" and sent["said"] == ""
    assert handed(at)["at"]["t"] == 12 and at.selectbox[0].value == "own"
    link = again(at)
    assert told(link)["text"] == "O good my lo" and handed(link)["film"] == handed(at)["film"]
    at = types(monkeypatch, at, "O good\u00ad my café" + "x" * LONGEST, 8)
    assert len(told(at)["text"]) == LONGEST and "‘é’ as ‘e’" in told(at)["said"]


def test_the_network_writes_on_and_the_text_can_be_cleared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = opened(begin="question")
    before = told(at)
    at.button(key="typing_write").click()
    sent = told(sound(at.run()))
    assert sent["text"].startswith(before["text"]) and len(sent["text"]) > len(before["text"])
    assert sent["put"]["after"] == before["text"] and sent["put"]["id"] == before["put"]["id"] + 1
    at = types(monkeypatch, at, "O good my lo", 7, line=True)  # typed while the line was written
    late = told(at)
    assert late["put"]["after"] == "O good my lo" and len(late["text"]) > len("O good my lo")
    at.button(key="typing_clear").click()
    cleared = told(sound(at.run()))
    assert cleared["text"] == "" and cleared["put"]["after"] is None
    assert handed(at)["film"]["steps"] == 1 and handed(at)["at"]["t"] == 0
    at.selectbox[0].set_value("modern")
    assert told(sound(at.run()))["text"] == PRESETS["modern"].text


def test_the_temperature_changes_what_is_offered() -> None:
    shares = [told(opened(temperature=t))["offers"][0]["share"] for t in ("0.2", "1", "2")]
    assert len(set(shares)) == 3
    at = opened()
    at.slider[0].set_value(0.2)
    assert told(sound(at.run()))["offers"][0]["share"] == shares[0]
    assert "temperature=0.2" in handed(at)["query"]


def test_a_link_s_text_that_has_no_room_is_cut_and_said() -> None:
    at = opened(begin="own", text="a" * (LONGEST + 20), t="281")
    assert len(told(at)["text"]) == LONGEST and handed(at)["at"]["t"] == LONGEST
    (said,) = (plain(warning.value) for warning in at.warning)
    assert "has 300 characters; expected at most 280, so the first 280 are here" in said
    at = opened(begin="own", text="a\r\nb\u00adc\ud800".encode("utf-8", "replace").decode())
    assert told(at)["text"] == "a\nbc?" and "1 character" in plain(at.warning[0].value)
    at = opened(begin="own", text="abc", t="9")
    assert "t=9; there are 4 places, so it opens at the last" in plain(at.warning[0].value)
