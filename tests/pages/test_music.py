"""The page "Music": each beginning, each way to go on, one's own notes, files, links, the cell."""

import io
import wave
from urllib.parse import parse_qsl

import mido
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.inputs.sound import write_wav
from lstm_viz.networks.chorales.beginnings import beginnings
from lstm_viz.networks.chorales.midi import to_midi
from lstm_viz.networks.chorales.notes import named
from lstm_viz.networks.chorales.sound import RATE, heard
from lstm_viz.scenes.music.controls.params import BEGINNING, asked_of
from lstm_viz.scenes.music.record.music import OWN, Music, music
from tests.each import for_each
from tests.pages.helpers import handed, open_at, player_tells

KEY = "music"


def opened(**query: str) -> AppTest:
    return open_at(page=KEY, **query)


def piece(at: AppTest) -> Music:
    return music(asked_of(at.session_state["music_screen"]))


def again(at: AppTest) -> AppTest:
    """The screen's link, opened by somebody else."""
    return opened(**dict(parse_qsl(handed(at)["query"])))


@for_each("name", BEGINNING.options)
def test_each_beginning_is_heard_and_gone_on_with(name: str) -> None:
    at = opened(begins=name)
    assert not at.warning and not at.error
    sent, found = handed(at), piece(at)
    film = sent["film"]
    assert film["steps"] == len(found) + 1 and sent["into"] == "Into the cell"
    rates = film["sound"]["rates"]
    assert [len(now) for now in rates] == [0, *(len(chord) for chord in found.chords)]
    assert found.given == (0 if name == OWN else beginnings()[name].given)
    assert len(found.after) == 32


def test_what_is_set_leads_to_the_piece_and_its_link_reproduces_it() -> None:
    at = opened(begins="bwv416")
    at.segmented_control(key="music_chords").set_value("notes").run()
    at.segmented_control(key="music_quarters").set_value("16").run()
    at.slider(key="music_temperature").set_value(1.2).run()
    at.button(key="music_another").click().run()
    asked = piece(at).asked
    assert (asked.way, asked.quarters, asked.temperature, asked.seed) == ("notes", 16, 1.2, 2)
    assert handed(again(at))["film"] == handed(at)["film"]
    at.segmented_control(key="music_on").set_value("bach").run()
    assert piece(at).chords == beginnings()["bwv416"].chords
    assert handed(again(at))["film"] == handed(at)["film"]
    at.button(key="music_try_chords").click().run()
    assert piece(at).asked.way == "notes" and not piece(at).asked.by_bach
    at.button(key="music_try_quarters").click().run()
    assert len(piece(at).after) == 128


def test_every_quarter_opens_in_the_cell_and_there_is_a_way_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = player_tells(monkeypatch, opened(t="12"), KEY, "into:11")
    sent, found = handed(at), piece(at)
    assert (sent["film"]["kind"], sent["at"]["t"]) == ("network", 11)
    assert sent["film"]["answers"][11] == f"{named(found.chords[11])} comes next"
    assert sent["film"]["tokens"][11] == named(found.chords[10])
    assert sent["at"]["unit"] == found.look.unit
    assert found.look.unit in sent["film"]["network"]["chosen"]
    at = player_tells(monkeypatch, at, KEY, "back")
    assert handed(at)["film"]["kind"] == "board" and handed(at)["at"]["t"] == 11


def test_notes_of_a_link_are_played_and_bad_ones_are_said() -> None:
    at = opened(begins=OWN, notes="60~64.67~r")
    assert piece(at).chords[:3] == ((60,), (64, 67), ())
    assert handed(again(at))["film"] == handed(at)["film"]
    for bad in ("200", "60.x", "60..64", "²", "-60", ".".join(map(str, range(40, 60)))):
        at = opened(begins=OWN, notes=f"60~{bad}")
        (said,) = [one.value for one in at.warning]
        assert "expected pitches from 36 to 81" in said
        assert piece(at).chords[:1] == ((60,),)
    at = opened(begins="nothing", temperature="9", seed="0", quarters="7", t="999")
    assert len(at.warning) == 1 and piece(at).asked.beginning == BEGINNING.default


def test_the_files_are_of_the_piece_on_screen() -> None:
    found = piece(opened(quarters="16"))
    assert mido.MidiFile(file=io.BytesIO(to_midi(found.chords))).length > 16
    with wave.open(io.BytesIO(write_wav(heard(found.chords), RATE))) as file:
        assert file.getnframes() / file.getframerate() == pytest.approx(0.7 * len(found), abs=0.1)
