"""What the sentences of the phone call say of its run, and how to see in a trace that it is so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lstm_viz.scenes.phone_call.words.call import (
    ANSWER,
    BIRTHDAY,
    EXAM,
    SATURDAY,
    SHOPPING,
    SONG,
)
from lstm_viz.trace import Trace


@dataclass(frozen=True)
class Claim:
    text: str
    holds: Callable[[Trace], bool]


def unit_is(
    signal: str, unit: int, t: int, *, above: float = -float("inf"), below: float = float("inf")
) -> Callable[[Trace], bool]:
    """``signal`` of ``unit`` at step ``t`` lies between the bounds."""
    return lambda trace: bool(above < getattr(trace, signal)[t, unit] < below)


CLAIMS: dict[str, tuple[Claim, ...]] = {
    "ring": (
        Claim("the shopping list is on your mind", unit_is("c_prev", SHOPPING, 0, above=0.5)),
        Claim("so is a song", unit_is("c_prev", SONG, 0, above=0.5)),
        Claim("so is Ana’s birthday", unit_is("c_prev", BIRTHDAY, 0, above=0.5)),
        Claim("Saturday is not thought of yet", unit_is("c", SATURDAY, 0, below=0.05)),
        Claim("the song fades", lambda trace: bool(0.5 < trace.f[0, SONG] < 0.85)),
        Claim("nothing comes in", lambda trace: bool(trace.i[0].max() < 0.05)),
        Claim("nothing is said", lambda trace: bool(trace.o[0].max() < 0.1)),
    ),
    "hello": (
        Claim("the shopping list is put aside", unit_is("f", SHOPPING, 1, below=0.1)),
        Claim("the song is put aside", unit_is("f", SONG, 1, below=0.1)),
        Claim("the exam is put aside", unit_is("f", EXAM, 1, below=0.1)),
        Claim("Ana’s birthday is kept", unit_is("f", BIRTHDAY, 1, above=0.9)),
        Claim("one thought fills your mind", lambda t: bool((t.c[1] > 0.1).sum() == 1)),
    ),
    "saturday": (
        Claim("Saturday is taken in", unit_is("i", SATURDAY, 2, above=0.9)),
        Claim("an answer begins", unit_is("c", ANSWER, 2, above=0.2, below=0.6)),
        Claim("the birthday is still there", unit_is("c", BIRTHDAY, 2, above=0.9)),
        Claim("hardly anything is said", lambda trace: bool(trace.h[2].max() < 0.15)),
    ),
    "think": (
        Claim("all three are kept", lambda t: bool(t.f[3, BIRTHDAY:].min() > 0.9)),
        Claim("the answer is written", unit_is("written", ANSWER, 3, above=0.7)),
        Claim("the birthday is muttered", unit_is("h", BIRTHDAY, 3, above=0.3)),
        Claim("the answer is not said yet", unit_is("h", ANSWER, 3, below=0.1)),
    ),
    "speak": (
        Claim("the output gate opens", unit_is("o", ANSWER, 4, above=0.9)),
        Claim("the answer is said", unit_is("h", ANSWER, 4, above=0.7)),
        Claim("Saturday is said", unit_is("h", SATURDAY, 4, above=0.4)),
        Claim("the shopping list is not", unit_is("h", SHOPPING, 4, below=0.05)),
    ),
    "onwards": (
        Claim("the answer is put aside", unit_is("c", ANSWER, 5, below=0.15)),
        Claim("the birthday is wished already", unit_is("h", BIRTHDAY, 4, above=0.4)),
        Claim("most of the birthday goes", unit_is("f", BIRTHDAY, 5, below=0.4)),
        Claim("Saturday stays", unit_is("c", SATURDAY, 5, above=0.8)),
    ),
}
"""By the word of the moment whose sentences say it."""
