"""What is measured of the network that goes on with chorales, beside its score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn import Model
from lstm_viz.networks.chorales.form import clashes, comes_back
from lstm_viz.networks.chorales.notes import Chord, Chords, roll_of
from lstm_viz.networks.chorales.piece import (
    NOTES,
    WHOLE,
    go_on,
    nats,
    nats_as_wholes,
    read,
    shifted,
)
from lstm_viz.networks.chorales.scores import Form, Look, Rivals, Wholes
from lstm_viz.networks.recipes.chorales_data import Chorale, Split
from lstm_viz.trace import Array

SIGNALS = ("f", "i", "o", "c")
BEGINNING, LEAST, QUARTERS = 16, 32, 64
"""Quarters that are given, and how many are drawn: as many as Bach wrote, within these limits."""
TEMPERATURES = (0.8, 1.0)
BACH = "Bach"
Marks = NDArray[Any]
"""(T,): something that can be said of every quarter."""


def rivals(split: Split) -> Rivals:
    rolls = [roll_of(chorale.chords) for chorale in split.training]
    now = np.concatenate(rolls)
    before = np.concatenate([shifted(roll)[:-1] for roll in rolls])
    held_out = [roll_of(chorale.chords) for chorale in split.held_out]
    came = np.concatenate(held_out)
    was = np.concatenate([shifted(roll)[:-1] for roll in held_out])
    often = _share(now.sum(axis=0), len(now))
    stays = _share((now * before).sum(axis=0), before.sum(axis=0))
    enters = _share((now * (1 - before)).sum(axis=0), (1 - before).sum(axis=0))
    return Rivals(_nats(often, came), _nats(np.where(was > 0, stays, enters), came))


def _share(hits: Array, of: Array | int) -> Array:
    """Half a hit and half a miss are added: nothing is impossible."""
    return np.asarray((hits + 0.5) / (of + 1.0))


def _nats(share: Array, came: Array) -> float:
    return float(nats(np.log(share / (1 - share)), came).mean())


def look(model: Model, chorales: Sequence[Chorale]) -> Look:
    traces = [read(model, chorale.chords).trace for chorale in chorales]
    signals = {
        name: np.concatenate([trace.arrays[name][1:] for trace in traces]).astype(np.float64)
        for name in SIGNALS
    }
    best: dict[str, tuple[float, int, str]] = {}
    for what, mark in MARKS.items():
        marks = np.concatenate([np.asarray(mark(chorale), np.float64) for chorale in chorales])
        for signal, values in signals.items():
            likeness = np.nan_to_num(np.corrcoef(values.T, marks)[-1, :-1])
            unit = int(np.abs(likeness).argmax())
            found = float(likeness[unit]), unit, signal
            if abs(found[0]) > abs(best.get(what, (0.0, 0, ""))[0]):
                best[what] = found
    what = max(best, key=lambda what: abs(best[what][0]))
    correlation, unit, signal = best[what]
    quarters = len(signals[signal])
    return Look(
        unit, signal, what, correlation, quarters, {what: abs(one[0]) for what, one in best.items()}
    )


def _ends(chorale: Chorale) -> Marks:
    return np.isin(np.arange(len(chorale.chords)), chorale.ends)


def _first_beats(chorale: Chorale) -> Marks:
    return np.equal(chorale.beats, 0)


def _passed(chorale: Chorale) -> Marks:
    return np.arange(len(chorale.chords))


def _sharps(chorale: Chorale) -> Marks:
    """How far the last eight quarters lie to the sharp side of the circle of fifths, C major in
    the middle: the mean of the sine of every note's place."""
    found = []
    for t in range(len(chorale.chords)):
        lately = [pitch for chord in chorale.chords[max(0, t - 7) : t + 1] for pitch in chord]
        places = [(7 * pitch - 2) % 12 for pitch in lately] or [0]  # D is in the middle of C major
        found.append(np.sin(2 * np.pi * np.array(places) / 12).mean())
    return np.array(found)


MARKS: Mapping[str, Callable[[Chorale], Marks]] = {
    "the ends of phrases": _ends,
    "the first beats of bars": _first_beats,
    "how many quarters have passed": _passed,
    "the key, flats to sharps": _sharps,
}
"""What a unit may go with, one number a quarter."""


def form(model: Model, chorales: Sequence[Chorale], known: Array) -> Form:
    exact = model.astype(np.float64)
    long = [one.chords for one in chorales if len(one.chords) >= BEGINNING + LEAST]
    by: dict[str, list[Chords]] = {BACH: [chords[: BEGINNING + QUARTERS] for chords in long]}
    for way, temperature in product((WHOLE, NOTES), TEMPERATURES):
        by[f"{way} {temperature:g}"] = [
            go_on(
                exact, chords[:BEGINNING], len(chords) - BEGINNING, temperature=temperature,
                seed=k, known=known if way == WHOLE else None,
            ).chords
            for k, chords in enumerate(by[BACH])
        ]  # fmt: skip
    after = {who: [chord for one in all_ for chord in one[BEGINNING:]] for who, all_ in by.items()}

    def share(of: Callable[[Chord], bool]) -> dict[str, float]:
        return {who: float(np.mean([of(one) for one in chords])) for who, chords in after.items()}

    return Form(
        pieces=len(long),
        clash=share(clashes),
        odd=share(lambda chord: len(chord) not in (3, 4)),
        again={
            who: float(np.mean([comes_back(one) > 0 for one in all_])) for who, all_ in by.items()
        },
    )


def shapes(chorales: Sequence[Chorale]) -> Chords:
    """Of the chords that came more than once, in whatever place, those that came most first."""
    found = Counter(
        tuple(pitch - chord[0] for pitch in chord)
        for chorale in chorales
        for chord in chorale.chords
        if chord
    )
    return tuple(shape for shape, count in found.most_common() if count > 1)


def as_wholes(model: Model, chorales: Sequence[Chorale], known: Array) -> Wholes:
    by_notes, whole = [], []
    for chorale in chorales:
        piece = read(model.astype(np.float64), chorale.chords)
        by_notes += piece.nats.tolist()
        whole += nats_as_wholes(piece.z[:-1], roll_of(chorale.chords), known).tolist()
    there = np.isfinite(whole)
    return Wholes(
        len(known),
        float(there.mean()),
        float(np.array(whole)[there].mean()),
        float(np.array(by_notes)[there].mean()),
    )
