"""How ``savings.json`` is measured: the same offers and the same typist for both models."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from functools import cache
from statistics import median

import numpy as np

from lstm_viz.learn.model import Model
from lstm_viz.networks import plays_data
from lstm_viz.networks.recipes import plays as recipe
from lstm_viz.networks.recipes.recipe import MissingDataError, Report
from lstm_viz.networks.stored import load
from lstm_viz.reading.find import find
from lstm_viz.reading.read import read
from lstm_viz.reading.rules import RULES
from lstm_viz.reading.typing_aid.offers import offers
from lstm_viz.reading.typing_aid.savings import COMMAND, Look, Measured, Passage
from lstm_viz.reading.typing_aid.spellers import Indices, NetworkSpeller, NGramSpeller, Speller
from lstm_viz.reading.typing_aid.typist import Typed, typed_out
from lstm_viz.signals import LSTM_SIGNALS, shares
from lstm_viz.tasks.ngrams import ORDERS, learned

NAME = "plays"
PIECE = "twelfth_night", "SCENE V. A Room in OLIVIA'S House."
SOURCE = "Shakespeare, Twelfth Night, act I, scene 5 (about 1601), Project Gutenberg’s text"
SHORTEST = 3_000
"""The passage ends at the first empty line after so many characters."""
EVERY = 8
"""Every so many units, one is held shut for comparison."""
PLACE_IN_WORD = ("break", "word-position")
"""The rules that tell where in a word a character stands."""


def typed_with(speller: Speller, text: str) -> Typed:
    """A typist who takes every right offer types ``text``."""
    indices = recipe.ALPHABET.encode(text).indices
    return typed_out(text, offers(speller, *speller.read(indices)))


@cache
def network() -> Model:
    return load(NAME).model.astype(np.float64)


def cut_passage() -> Passage:
    """Raises ``MissingDataError`` without the texts."""
    name, opening = PIECE
    (text,) = _plays((name,))
    start = text.index(opening)
    end = text.index("\n\n", start + SHORTEST)
    return Passage(text[start : end + 1], SOURCE)


def look_at(text: str) -> tuple[str, int, str, float]:
    """The gate and the unit that follow a rule on words most closely; the rule, and r."""
    reading = read(network(), recipe.ALPHABET, text)
    found = []
    for gate in shares(LSTM_SIGNALS):
        for rule in PLACE_IN_WORD:
            result = find(getattr(reading.trace, gate), RULES[rule].of(reading.text), rule)
            found.append((abs(result.r[result.best]), gate, result.best, rule, result))
    _, gate, unit, rule, result = max(found, key=lambda one: one[0])
    return gate, unit, rule, float(result.r[unit])


def measured_look(text: str) -> Look:
    gate, unit, rule, r = look_at(text)
    values = getattr(read(network(), recipe.ALPHABET, text).trace, gate)[:, unit]
    between = RULES["break"].of(text)
    within = RULES["word-position"].of(text) > 0
    others = [other for other in range(0, network().hidden_size, EVERY) if other != unit]
    return Look(
        gate=gate,
        unit=unit,
        rule=rule,
        r=round(r, 4),
        between=round(float(values[between].mean()), 4),
        within=round(float(values[within].mean()), 4),
        keys_held=keys_held(text, gate, unit),
        others=len(others),
        keys_others=round(median(keys_held(text, gate, other) for other in others)),
    )


def keys_held(text: str, gate: str, unit: int) -> int:
    """The keys of a text with this gate of this unit held shut."""
    held = np.full(network().hidden_size, np.nan)
    held[unit] = 0.0
    return typed_with(NetworkSpeller(network(), recipe.ALPHABET, clamp={gate: held}), text).keys


@cache
def spellers() -> dict[str, Speller]:
    """The network, and a trigram model of the texts that it learned from."""
    training = recipe.ALPHABET.encode("\n" + "\n".join(_plays(plays_data.TRAINING))).indices
    trigram = learned(training, len(recipe.ALPHABET), ORDERS["trigram"])
    return {
        "network": NetworkSpeller(network(), recipe.ALPHABET),
        "trigram": NGramSpeller(trigram, recipe.ALPHABET),
    }


def keys_on(texts: Iterable[str]) -> Measured:
    """Each text is typed from its own beginning."""
    given = tuple(texts)
    keys = {
        name: sum(typed_with(speller, text).keys for text in given)
        for name, speller in spellers().items()
    }
    return Measured(characters=sum(map(len, given)), **keys)


def held_out() -> tuple[str, ...]:
    """All held-out plays, in the pieces that the network's bits are measured on."""
    text = "\n" + "\n".join(_plays(tuple(plays_data.HELD_OUT)))
    return tuple(map(_characters, recipe.passages(recipe.ALPHABET.encode(text).indices)))


def _characters(piece: Indices) -> str:
    return recipe.ALPHABET.decode(piece[1:])  # a speller reads the first line break by itself


def measured(tell: Report) -> dict[str, dict[str, object]]:
    """What is kept in the file."""
    piece = cut_passage()
    on_passage = keys_on([piece.text])
    tell(f"passage: {on_passage}")
    look = measured_look(piece.text)
    tell(f"look: {look}")
    on_plays = keys_on(held_out())
    tell(f"plays: {on_plays}")
    names = list(plays_data.HELD_OUT.values())
    return {
        "made": {"by": COMMAND, "on": date.today().isoformat(), "plays": names},
        "on_passage": asdict(on_passage),
        "on_plays": asdict(on_plays),
        "look": asdict(look),
        "passage": asdict(piece),
    }


def _plays(names: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return plays_data.plays(names)
    except plays_data.NotInstalledError as missing:
        raise MissingDataError(str(missing)) from None
