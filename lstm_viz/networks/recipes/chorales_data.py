"""Bach's chorales as the package `music21` 10.5.1 carries them, in quarters.

The product runs without that package; only training and scoring need it, and nothing is fetched
when they run.  What may be shipped of them (`corpus/license.txt` of the package, and the files):

- The compositions are in the public domain (Bach died in 1750).  The package's code is under the
  BSD licence.  Its corpus is "distributed with the permission of the encoders"; "some encodings
  [...] may not be used for commercial uses or have other restrictions", which the files themselves
  would say.
- The three files in **kern say "rights to all derivative electronic formats reserved" (CCARH): they
  are left out, of the training too.  The MusicXML files of the four-part chorales say nothing.
- So what ships is weights, the intervals that chords are built of, and of a few held-out chorales
  the pitches at the first quarters: facts of the compositions, with nothing of an encoding in them
  (no rhythm below a quarter, no words, no layout).  No file of the corpus is copied.

What is done to them:

1. Files with four parts alone: others have instruments beside the voices.
2. At every quarter, the pitches that sound at its beginning.  The data set "JSB chorales" of the
   published table (Boulanger-Lewandowski et al. 2012) has quarters, too.
3. Of two that share most of their chords, in whatever key, the first alone is kept.
4. In an order drawn with a fixed seed, 77 are held out, 40 choose when to stop, the rest is learned
   from.  Other harmonisations of one tune may be in different parts.
"""

from __future__ import annotations

import importlib.metadata
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from lstm_viz.networks.chorales.notes import Chord, Chords, chord_of
from lstm_viz.networks.recipes.recipe import MissingDataError

PACKAGE, VERSION = "music21", "10.5.1"
INSTALL = "pip install --no-deps -r requirements-train.txt"
VOICES = 4
SAME = 0.5
"""Two that share more of their passages of ``PASSAGE`` chords than this are one chorale."""
PASSAGE = 4
HELD_OUT, CHOOSING = 77, 40
ORDER_SEED = 0
CLOSE = 1e-6
"""Of a quarter: rounding."""


@dataclass(frozen=True)
class Chorale:
    """``ends``: the quarters at which a fermata of the soprano begins, the ends of phrases;
    ``beats``: for every quarter which of its bar it is, from 0."""

    name: str
    chords: Chords
    ends: tuple[int, ...]
    beats: tuple[int, ...]


@dataclass(frozen=True)
class Split:
    training: tuple[Chorale, ...]
    choosing: tuple[Chorale, ...]
    held_out: tuple[Chorale, ...]


@cache
def split() -> Split:
    """All chorales; ``MissingDataError`` without the package."""
    kept = _different(_read())
    order = np.random.default_rng(ORDER_SEED).permutation(len(kept))
    drawn = [kept[k] for k in order]
    return Split(
        training=tuple(drawn[HELD_OUT + CHOOSING :]),
        choosing=tuple(drawn[HELD_OUT : HELD_OUT + CHOOSING]),
        held_out=tuple(drawn[:HELD_OUT]),
    )


def _read() -> list[Chorale]:
    try:
        found = importlib.metadata.version(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        found = "no such package"
    if found != VERSION:
        raise MissingDataError(
            f"expected the package {PACKAGE} {VERSION} with the chorales, got {found}: {INSTALL}"
        )
    import music21

    folder = Path(music21.__file__).parent / "corpus" / "bach"
    files = sorted(file for file in folder.glob("bwv*") if file.suffix in (".mxl", ".xml"))
    scores = ((file, music21.converter.parse(file, forceSource=True)) for file in files)
    return [_chorale(file.name, score) for file, score in scores if len(score.parts) == VOICES]


def _chorale(file: str, score: Any) -> Chorale:
    parts = [part.flatten().notes for part in score.parts]
    notes = [
        (float(note.offset), float(note.offset + note.duration.quarterLength), pitch.midi)
        for part in parts
        for note in part
        if note.duration.quarterLength  # none: a grace note
        for pitch in note.pitches
    ]
    last = int(max(end for _, end, _ in notes) + CLOSE)
    chords = tuple(_sounding(notes, t) for t in range(last))
    ends = {
        int(note.offset)
        for note in parts[0]
        if any("Fermata" in sign.classes for sign in note.expressions)
    }
    bars = [int(bar.offset) for bar in score.parts[0].getElementsByClass("Measure")]
    usual = int(np.bincount(np.diff(bars)).argmax())
    first = bars[1] - usual  # the first bar may be an upbeat
    beats = tuple((t - first) % usual for t in range(last))
    return Chorale(file.rsplit(".", 1)[0], chords, tuple(sorted(ends)), beats)


def _sounding(notes: list[tuple[float, float, int]], at: int) -> Chord:
    """The pitches that sound at the beginning of a quarter."""
    return chord_of(pitch for start, end, pitch in notes if start <= at + CLOSE < end - CLOSE)


def _different(chorales: list[Chorale]) -> list[Chorale]:
    kept: dict[Chorale, frozenset[Any]] = {}
    for one in chorales:
        own = passages(one.chords)
        if not any(len(own & other) > SAME * min(len(own), len(other)) for other in kept.values()):
            kept[one] = own
    return list(kept)


def passages(chords: Chords) -> frozenset[tuple[Chord, ...]]:
    """All passages of ``PASSAGE`` chords, as they are above the first one's bass."""
    found = (chords[t : t + PASSAGE] for t in range(len(chords) - PASSAGE + 1))
    return frozenset(
        tuple(tuple(pitch - passage[0][0] for pitch in chord) for chord in passage)
        for passage in found
        if passage[0]
    )


# ---- the beginnings that ship ------------------------------------------------------------------

BEGINNINGS = {
    "bwv36.4-2": "Wie schön leuchtet der Morgenstern",
    "bwv87.7": "Jesu, meine Freude",
    "bwv281": "Christus, der ist mein Leben",
    "bwv416": "Vater unser im Himmelreich",
    "bwv244.37": "In allen meinen Taten",
    "bwv122.6": "Das neugeborne Kindelein",
}
"""Held-out ones, with the names of their tunes."""
SHIPPED = 32
"""Quarters of each, at most."""
FEWEST = 4
"""Quarters that a beginning is longer than."""


def beginnings() -> list[dict[str, Any]]:
    """As ``chorales/beginnings.json`` has them; a beginning ends with the first phrase."""
    held_out = {chorale.name: chorale for chorale in split().held_out}
    return [
        {
            "id": name.split("-")[0],
            "title": title,
            "bar": max(held_out[name].beats) + 1,
            "upbeat": -held_out[name].beats[0] % (max(held_out[name].beats) + 1),
            "given": next(end for end in held_out[name].ends if end > FEWEST) + 1,
            "ends": [end for end in held_out[name].ends if end < SHIPPED],
            "chords": held_out[name].chords[:SHIPPED],
        }
        for name, title in BEGINNINGS.items()
    ]


if __name__ == "__main__":
    file = Path(__file__).parents[1] / "chorales" / "beginnings.json"
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in beginnings())
    file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
