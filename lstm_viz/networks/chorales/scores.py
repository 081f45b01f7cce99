"""What was measured of the network when it was made, as its file says it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from lstm_viz.networks.chorales.piece import BY_CELL, NAME
from lstm_viz.networks.stored import load


@dataclass(frozen=True)
class Rivals:
    """Nats a quarter on the held-out chorales without a network: every pitch sounds as often as in
    training; it sounds as often as it did there after a quarter like the one before."""

    frequencies: float
    each_goes_on: float


@dataclass(frozen=True)
class Look:
    """The unit and signal that goes most with something that can be said of every quarter of the
    held-out chorales; ``others``: how far the best unit goes with each of these, from 0 to 1."""

    unit: int
    signal: str
    what: str
    correlation: float
    quarters: int
    others: dict[str, float]


@dataclass(frozen=True)
class Form:
    """By who goes on after 16 quarters ("Bach", "whole 0.6", "notes 1"; the number is the
    temperature), over ``pieces`` held-out beginnings: the share of quarters with two notes a
    semitone apart, of those without three or four notes, and of pieces in which a tune comes back
    (``form.comes_back``)."""

    pieces: int
    clash: dict[str, float]
    odd: dict[str, float]
    again: dict[str, float]


@dataclass(frozen=True)
class Wholes:
    """Of ``chords`` that may be drawn as a whole: the share of the held-out quarters that have one
    of them, and the nats of these quarters, drawn so and note by note."""

    chords: int
    covered: float
    whole: float
    by_notes: float


@dataclass(frozen=True)
class Scores:
    """``nats``: a quarter on the held-out chorales, of the network that draws; ``by_cell``: of it
    and of two that were trained like it, with as many units."""

    nats: float
    by_cell: dict[str, float]
    rivals: Rivals
    look: Look
    form: Form
    wholes: Wholes


@cache
def scores() -> Scores:
    made = load(NAME).metadata
    return Scores(
        float(made["score"]),
        {cell: float(load(name).metadata["score"]) for cell, name in BY_CELL.items()},
        Rivals(**json.loads(made["rivals"])),
        Look(**json.loads(made["look"])),
        Form(**json.loads(made["form"])),
        Wholes(**json.loads(made["wholes"])),
    )
