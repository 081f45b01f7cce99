"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.networks.chorales.beginnings import beginnings
from lstm_viz.networks.chorales.notes import HIGH, LOW, Chord, chord_of
from lstm_viz.scenes.music.record.music import (
    BACH,
    LONGEST,
    MOST_OWN,
    NETWORK,
    OWN,
    QUARTERS,
    TEMPERATURES,
    WAYS,
    Asked,
)
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.params import Number, Param, Pick, Several
from lstm_viz.ui.scene_state import SceneScreen

KEY = "music"
REST = "r"
MOST_AT_ONCE = 8
"""Notes of a chord that is played."""
STEPS = LONGEST + 1
"""Steps that there can be, that before the first quarter among them."""
MOST_SEED = 9_999


def read_chord(text: str) -> Chord:
    """``60.64.67``, or ``r`` for a rest; ``ValueError`` for anything else."""
    if text == REST:
        return ()
    if len(text) > 4 * MOST_AT_ONCE or not text.isascii():
        raise ValueError(text)
    words = text.split(".")
    if len(words) > MOST_AT_ONCE or not all(map(str.isdigit, words)):
        raise ValueError(text)
    return chord_of(map(int, words))


def write_chord(chord: Chord) -> str:
    return ".".join(map(str, chord)) or REST


BEGINNING = Pick("begins", (*beginnings(), OWN), next(iter(beginnings())))
NOTES = Several(
    "notes",
    MOST_OWN,
    "~",
    read_chord,
    write_chord,
    f"pitches from {LOW} to {HIGH} with dots between them, and ~ between quarters",
)
WAY = Pick("chords", WAYS, Asked.way)
WHO = Pick("on", (NETWORK, BACH), NETWORK)
TEMPERATURE = Number("temperature", *TEMPERATURES, Asked.temperature)
LENGTH = Pick("quarters", QUARTERS, str(Asked.quarters))
SEED = Number("seed", 1, MOST_SEED, Asked.seed, whole=True)
VIEW = Pick("view", (PICTURE, "cell"), PICTURE)
PARAMS: tuple[Param, ...] = (BEGINNING, NOTES, WHO, WAY, TEMPERATURE, LENGTH, SEED, VIEW)


def asked_of(screen: SceneScreen) -> Asked:
    """The piece on screen; what makes no difference to it is left out."""
    own = screen[BEGINNING.name] == OWN
    if screen[WHO.name] == BACH and not own:
        return Asked(screen[BEGINNING.name], who=BACH)
    return Asked(
        screen[BEGINNING.name],
        tuple(screen[NOTES.name]) if own else (),
        NETWORK,
        screen[WAY.name],
        float(screen[TEMPERATURE.name]),
        int(screen[LENGTH.name]),
        int(screen[SEED.name]),
    )
