"""What is heard, and the files of it: read back by others."""

import io
import wave

import mido
import numpy as np
import pytest

from lstm_viz.inputs.sound import write_wav
from lstm_viz.networks.chorales import sound
from lstm_viz.networks.chorales.midi import TICKS, to_midi

CHORDS = ((60, 64, 67), (), (57,))


def test_a_pitch_has_its_frequency() -> None:
    for pitch, hertz in ((57, 220), (69, 440), (72, 523.25)):
        heard = sound.heard(((pitch,),), 1.0)
        strongest = np.abs(np.fft.rfft(heard)).argmax()
        assert strongest == pytest.approx(hertz, abs=2)


def test_a_tone_is_the_base_tone_played_faster_as_the_browser_does() -> None:
    with wave.open(io.BytesIO(sound.base_wav())) as file:
        rate, count = file.getframerate(), file.getnframes()
        base = np.frombuffer(file.readframes(count), "<i2") / 32_767
    assert (rate, count) == (sound.BASE_RATE, round(sound.BASE_RATE * sound.LASTS))
    assert 0.5 < np.abs(base).max() <= 1
    seconds = np.arange(round(0.5 * sound.RATE)) / sound.RATE
    for pitch in (48, 60, 76):
        played = np.interp(seconds * sound.speed(pitch) * rate, np.arange(count), base)
        heard = sound.heard(((pitch,),))[: len(seconds)]
        assert heard == pytest.approx(sound.LOUD * played, abs=0.02)


def test_a_piece_is_as_long_as_its_quarters_and_a_rest_is_silent() -> None:
    heard = sound.heard(CHORDS)
    length = len(heard) // 3
    assert len(heard) == 3 * round(sound.RATE * sound.QUARTER)
    assert not heard[length : 2 * length].any() and heard[2 * length :].any()
    assert np.abs(sound.heard((tuple(range(40, 70)),))).max() <= 1
    assert abs(heard[length - 1]) < 0.01, "damped at its end: no crack"
    with wave.open(io.BytesIO(write_wav(heard, sound.RATE))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        assert file.getnframes() == len(heard)
    assert len(sound.heard(())) == 0


def test_a_midi_file_has_the_chords_at_their_quarters() -> None:
    file = mido.MidiFile(file=io.BytesIO(to_midi(CHORDS)))
    assert file.ticks_per_beat == TICKS
    assert file.length == pytest.approx(3 * sound.QUARTER)
    now, on, off = 0, {}, {}
    for message in file.tracks[0]:
        now += message.time
        if message.type in ("note_on", "note_off"):
            (on if message.type == "note_on" else off).setdefault(now, set()).add(message.note)
    assert on == {0: {60, 64, 67}, 2 * TICKS: {57}}
    assert off == {TICKS: {60, 64, 67}, 3 * TICKS: {57}}
