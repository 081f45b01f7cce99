"""The moments that the picture goes through, one a frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lstm_viz.scenes.chatbot.record import Talk

Kind = Literal[
    "answer", "read", "look", "handed", "word", "nearest", "other", "between", "where", "scores"
]


@dataclass(frozen=True)
class Moment:
    """``k``: the word of the line ("read") or of the reply ("word") it is about, from 0."""

    kind: Kind
    k: int = 0


def moments(talk: Talk) -> tuple[Moment, ...]:
    between: Kind = "where" if talk.settings.attends else "between"
    return (
        Moment("answer"),
        *(Moment("read", k) for k in range(len(talk.heard.words))),
        Moment("look"),
        Moment("handed"),
        *(Moment("word", k) for k in range(len(talk.said.words))),
        Moment("nearest"),
        Moment("other"),
        Moment(between),
        Moment("scores"),
    )


def heard_by(talk: Talk, moment: Moment) -> int:
    """Words of the line that are read by then."""
    return moment.k + 1 if moment.kind == "read" else len(talk.heard.words)


def said_by(talk: Talk, moment: Moment) -> int:
    """Words of the reply that are there by then, its end among them."""
    if moment.kind in ("read", "look", "handed"):
        return 0
    return moment.k + 1 if moment.kind == "word" else len(talk.said.words)
