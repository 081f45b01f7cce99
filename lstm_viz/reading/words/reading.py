"""A reading in plain sentences, which count places from 1."""

import math

import numpy as np

from lstm_viz.notation import number, percent
from lstm_viz.reading.record import Reading
from lstm_viz.reading.words.phrases import (
    bits,
    shown,
)
from lstm_viz.reading.writing import Writing


def passage(reading: Reading) -> str:
    """The whole text: bits per character, what they mean, and the greatest surprise."""
    if not len(reading):
        return "There is nothing to read yet."
    mean, t = reading.bits_per_character, int(reading.surprise.argmax())
    biggest = (
        f"The greatest surprise is {shown(reading.text[t])} at place {t + 1}, "
        f"{bits(reading.surprise[t])}."
    )
    count = "1 character" if len(reading) == 1 else f"{len(reading):,} characters"
    choices, known = 2**mean, len(reading.alphabet)
    if choices <= known:
        unsure = (
            f"the network is as unsure as if it had to choose among {number(choices)} equally "
            f"likely characters each time, of {known}"
        )
    else:
        unsure = (
            f"guessing blindly among the {known} characters it knows would have cost "
            f"{number(math.log2(known))}"
        )
    sentences = (
        f"{count}, {bits(mean)} each: {unsure}.",
        biggest,
        mapped(reading),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def mapped(reading: Reading) -> str:
    """Which characters the network never saw, and what it read instead; empty if none."""
    count = sum(reading.mapped)
    if not count:
        return ""
    how_many = "1 character" if count == 1 else f"{count:,} characters"
    is_are = "is one" if count == 1 else "are ones"
    read_as = replaced(reading, most=4)
    return f"{how_many} of the text {is_are} the network never saw; it read {read_as}."


def replaced(reading: Reading, most: int = 2) -> str:
    """The same in a few words: ``‘é’ as ‘e’ and ‘😀’ as ‘␣’``; empty if none."""
    some = [f"{shown(typed)} as {shown(read)}" for typed, read in _stand_ins(reading).items()]
    if len(some) > most:
        more = len(some) - most
        some[most:] = ["1 more like that" if more == 1 else f"{more:,} more like that"]
    *others, last = some or [""]
    return f"{', '.join(others)} and {last}" if others else last


def _stand_ins(reading: Reading) -> dict[str, str]:
    """By character that the network never saw, the one it read in its place."""
    came = zip(reading.text, reading.read_as, reading.mapped, strict=True)
    return {typed: read for typed, read, new in came if new}


def sureness(writing: Writing) -> str:
    """How free the draws were, on average; of all of them, also when a reader stops to look on."""
    if not len(writing):
        return "Nothing is written yet."
    first = int((writing.top[:-1, 0] == writing.indices).sum())
    asked = "1 character" if len(writing) == 1 else f"{len(writing):,} characters"
    return (
        f"Of the {asked} that it was asked for, at temperature {number(writing.temperature)}, the "
        f"network drew its most probable one {first:,} times. On average, what it drew had a "
        f"probability of {percent(float(np.mean(writing.probability)))}."
    )
