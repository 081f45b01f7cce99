"""Chords as a MIDI file."""

from __future__ import annotations

import io
from collections.abc import Sequence

import mido

from lstm_viz.networks.chorales.notes import Chord
from lstm_viz.networks.chorales.sound import QUARTER

TICKS = 480
"""To a quarter."""
ORGAN, VELOCITY = 19, 72
"""The instrument (church organ, from 0), and how hard a key is struck."""


def to_midi(chords: Sequence[Chord]) -> bytes:
    """One track; every chord is struck anew, as it is heard."""
    file = mido.MidiFile(ticks_per_beat=TICKS)
    track = file.add_track("chorale")
    track.append(mido.MetaMessage("set_tempo", tempo=round(QUARTER * 1_000_000)))
    track.append(mido.Message("program_change", program=ORGAN))
    waited = 0
    for chord in chords:
        for pitch in chord:
            track.append(mido.Message("note_on", note=pitch, velocity=VELOCITY, time=waited))
            waited = 0
        waited += TICKS
        for pitch in chord:
            track.append(mido.Message("note_off", note=pitch, velocity=0, time=waited))
            waited = 0
    track.append(mido.MetaMessage("end_of_track", time=waited))
    data = io.BytesIO()
    file.save(file=data)
    return data.getvalue()
