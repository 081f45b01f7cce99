"""What is said at each quarter."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.networks.chorales.notes import LOW, name_of, named
from lstm_viz.networks.chorales.piece import NOTES
from lstm_viz.notation import counted, number, percent
from lstm_viz.scenes.music.record.music import Music
from lstm_viz.scenes.music.words.around import signal_name

MENTIONED = 3


def told(music: Music, t: int) -> Caption:
    if t == 0:
        return caption(_start_title(music), _start(music))
    given = t <= music.given
    who = _author(music, given)
    title = f"Quarter {t}, {who}: {named(music.chords[t - 1])}"
    if t == len(music):
        return caption(title, _end(music))
    return caption(title, _heard(music, t) + " " + _next(music, t))


def _author(music: Music, given: bool) -> str:
    if given:
        return "you" if music.own else "Bach"
    return "Bach" if music.asked.by_bach else "the network"


def _start_title(music: Music) -> str:
    return f"{_count(music.given)} given, then {_count(len(music) - music.given)} more"


def _start(music: Music) -> str:
    where = f"What comes after quarter {music.given} " if music.given else "It all "
    drawn = f"is drawn by the network, at [[temperature]] {music.asked.temperature:g}"
    by = "is Bach’s, too" if music.asked.by_bach else drawn
    return f"Play goes through it, → goes on by a quarter. {where}{by}. {_look(music)}"


def _look(music: Music) -> str:
    """What the unit below does."""
    found = music.look
    name = signal_name(music)
    return f"Below: the [[{name}]] of unit {found.unit + 1} goes with {found.what}."


def _heard(music: Music, t: int) -> str:
    """How likely it had held what came."""
    surprise = f"{number(float(music.piece.nats[t - 1]))} nats"
    if t <= music.given or music.asked.by_bach:
        told = " (0 if it was certain of it)" if t == 1 else ""
        return f"It reads this quarter, which surprised it by {surprise}{told}."
    if music.asked.way == NOTES:
        return f"Each note was drawn by itself, and is read; surprise, all together: {surprise}."
    return f"It drew this chord as a whole, and reads it; surprise, note by note: {surprise}."


def _next(music: Music, t: int) -> str:
    """What it holds likely, and what of it comes."""
    expected = music.piece.expected[t]
    order = np.argsort(-expected, kind="stable")[:MENTIONED]
    words = ", ".join(f"{name_of(LOW + int(k))} {percent(float(expected[k]))}" for k in order)
    return f"For the next it holds likely: {words}. Then comes {named(music.chords[t])}."


def _end(music: Music) -> str:
    surprise = number(float(music.piece.nats[music.given :].mean()))
    if music.asked.by_bach:
        return (
            f"What Bach wrote after the beginning surprised it by {surprise} nats a quarter on "
            "average."
        )
    back = music.again
    tunes = (
        "no tune of eight quarters came back"
        if back == 0
        else f"{back} stretch{'es' * (back > 1)} of eight quarters had a tune that was there before"
    )
    return (
        f"It would never end by itself. After the beginning {percent(music.clash)} of its quarters "
        f"have two notes a semitone apart, and {tunes}."
    )


def _count(quarters: int) -> str:
    return "Nothing is" if not quarters else counted(quarters, "quarter")
