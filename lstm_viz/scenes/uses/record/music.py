"""The beginning of a chorale, and chords that follow it."""

from __future__ import annotations

from lstm_viz.networks.chorales.beginnings import beginnings
from lstm_viz.networks.chorales.notes import HIGH, LOW, Chord, named
from lstm_viz.networks.chorales.piece import go_on, known_chords, network
from lstm_viz.scenes.uses.record.use import STEPS, Moment, Use, moved_most

OWN = 4
"""Steps at which it reads its own last chord."""
TEMPERATURE = 0.7
SEED = 0


def music() -> Use:
    beginning = next(iter(beginnings().values()))
    given = beginning.chords[: beginning.given]
    piece = go_on(
        network(), given, OWN + 1, temperature=TEMPERATURE, seed=SEED, known=known_chords()
    )
    shown = range(len(given) - (STEPS - OWN), len(given) + OWN)
    moments = []
    for k in shown:
        chord, after = piece.chords[k], piece.chords[k + 1]
        answers = after if k >= len(given) - 1 else None
        moments.append(
            Moment(
                named(chord),
                "" if answers is None else named(answers),
                own=k >= len(given),
                reads_at=_heights(chord),
                answers_at=() if answers is None else _heights(answers),
            )
        )
    gate = moved_most((piece.trace, [k + 1 for k in shown]))  # its first step reads silence
    return Use("music", "Music", tuple(moments), gate)


def _heights(chord: Chord) -> tuple[float, ...]:
    return tuple(round((pitch - LOW) / (HIGH - LOW), 4) for pitch in chord)
