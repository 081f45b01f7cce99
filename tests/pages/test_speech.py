"""The page "Speech": each recording, noise, a file, one's own voice, links, the cell; bad files."""

import io
import wave
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lstm_viz.inputs.sound import RATE, write_wav
from lstm_viz.networks.digits.recordings import RECORDINGS, word_of
from lstm_viz.scenes.speech.controls import own
from lstm_viz.scenes.speech.controls.params import FIRST
from lstm_viz.scenes.speech.record import Shown, shipped
from tests.pages.helpers import handed, open_at, plain, player_tells, sound

PAGE = "speech"
WORD = np.concatenate([np.zeros(RATE), word_of("a-three"), np.zeros(RATE)])


def opened(**query: str) -> AppTest:
    return open_at(page=PAGE, **query)


def titles(at: AppTest) -> list[str]:
    return [frame["title"] for (frame,) in handed(at)["film"]["frames"]]


def again(at: AppTest) -> AppTest:
    """The screen's link, opened by somebody else."""
    data = handed(at)
    place = {"t": str(data["at"]["t"] + 1), "unit": str(data["at"]["unit"] + 1)}
    return opened(**dict(parse_qsl(data["query"])), **place)


def answers(shown: Shown) -> str:
    return f"The word is over: “{shown.heard.answer}”"


def speaks(monkeypatch: pytest.MonkeyPatch, at: AppTest, data: bytes) -> AppTest:
    """The microphone tells of a recording."""

    def audio_input(label: str, *, key: str, on_change: Callable[[], None], **rest: Any) -> None:
        def told() -> None:
            st.session_state[key] = SimpleNamespace(getvalue=lambda: data)
            on_change()
            del st.session_state[key]

        st.button("spoken", key="fake_spoken", on_click=told)

    with monkeypatch.context() as patch:
        patch.setattr(own.st, "audio_input", audio_input)
        sound(at.run())
        at.button(key="fake_spoken").click()
        return sound(at.run())


@pytest.mark.parametrize("name", RECORDINGS)
def test_each_recording_is_heard_and_answered(name: str) -> None:
    at, shown = opened(sound=name), shipped(name, None)
    assert not at.warning and not at.error
    assert titles(at)[-2] == answers(shown)
    assert len(titles(at)) == len(shown.ends) + 2 and handed(at)["into"] == "Into the cell"
    assert again(at).session_state[f"{PAGE}_screen"] == at.session_state[f"{PAGE}_screen"]


def test_noise_is_added_to_what_is_heard_and_counted_below() -> None:
    at = opened(sound="a-three", noise="0")
    assert titles(at)[-2] == answers(shipped("a-three", 0.0))
    assert titles(at)[-1] == "Look here: one gate, in noise"
    below = " ".join(one.value for one in at.markdown)
    assert "rightly with noise as loud as the word" in below
    at.select_slider(key="speech_noise").set_value("none")
    sound(at.run())
    assert titles(at)[-2] == answers(shipped("a-three", None))
    at.selectbox(key="speech_sound").set_value("hello")
    sound(at.run())
    assert titles(at)[-2] == answers(shipped("hello", None)) and handed(at)["at"]["t"] == 0


def test_it_can_be_looked_into_at_the_frame_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    at, shown = opened(sound="a-three"), shipped("a-three", None)
    for step, t in ((4, 4), (len(shown.ends) + 1, len(shown.heard) - 1)):
        at = player_tells(monkeypatch, at, PAGE, f"into:{step}")
        sent = handed(at)
        assert sent["film"]["kind"] == "network" and sent["at"]["t"] == t
        assert sent["at"]["unit"] == shown.look.unit and sent["back"] == "Back to the word"
        assert sent["film"]["network"]["columns"][0] == "MFCC 1"
        assert handed(again(at))["film"] == sent["film"]
        at = player_tells(monkeypatch, at, PAGE, "back")
        assert handed(at)["film"]["kind"] == "board" and handed(at)["at"]["t"] == step


def test_a_file_is_heard_and_stays_in_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(noise="30")
    at.file_uploader(key=own.FILE).set_value(("mine.wav", write_wav(WORD), "audio/wav"))
    sound(at.run())
    assert at.session_state[f"{PAGE}_screen"]["sound"] == "own" and not at.warning
    ours = next(
        one for one in handed(at)["film"]["views"]["wide"]["data"] if one["name"] == "titles"
    )
    assert "<b>mine.wav</b>" in ours["text"]
    assert "Only you know" in handed(at)["film"]["frames"][-2][0]["sentence"]
    link = again(at)
    assert plain(link.warning[0].value).startswith("The link is to somebody’s own sound")
    assert link.session_state[f"{PAGE}_screen"]["sound"] == FIRST
    at.selectbox(key="speech_sound").set_value("b-two")
    assert titles(sound(at.run()))[-2] == answers(shipped("b-two", 30.0))
    at.selectbox(key="speech_sound").set_value("own")
    assert "Only you know" in handed(sound(at.run()))["film"]["frames"][-2][0]["sentence"]


def test_what_is_said_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    at = speaks(monkeypatch, opened(), write_wav(WORD))
    assert "“three”" in titles(at)[-2] and not at.warning
    sent = handed(at)
    at = player_tells(monkeypatch, at, PAGE, "into:3")
    assert handed(at)["film"]["kind"] == "network"
    assert handed(player_tells(monkeypatch, at, PAGE, "back"))["film"] == sent["film"]


def test_bad_sounds_get_one_sentence_and_the_one_before_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = opened(sound="b-nine")
    before = titles(at)
    room = io.BytesIO()
    with wave.open(room, "wb") as file:
        file.setparams((1, 2, 8_000, 0, "NONE", ""))
        file.writeframes(bytes(2 * 8_000 * 11))
    bad = {
        b"not a sound": "Expected a WAV file with PCM samples, got",
        room.getvalue(): "Expected a sound of 0.1 to 10 seconds, got 11.00.",
    }
    for data, said in bad.items():
        at.file_uploader(key=own.FILE).set_value(("bad.wav", data, "audio/wav"))
        sound(at.run())
        (warning,) = at.warning
        assert plain(warning.value).startswith(said)
        assert plain(warning.value).endswith("The sound from before is still there.")
        assert titles(at) == before
    at = speaks(monkeypatch, at, b"RIFF")
    assert len(at.warning) == 1 and titles(at) == before
    at.selectbox(key="speech_sound").set_value("b-two")
    assert not sound(at.run()).warning


def test_an_odd_link_opens_with_a_note() -> None:
    at = opened(sound="eleven", noise="7", t="400")
    said = plain(at.warning[0].value)
    assert "sound=eleven" in said and "noise=7" in said and "t=400" in said
    assert handed(at)["at"]["t"] == len(titles(at)) - 1
