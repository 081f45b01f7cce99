"""Sentences as people type them, read as the network knows them."""

from __future__ import annotations

import re

from lstm_viz.scenes.start.record.story import SENTENCES
from lstm_viz.tasks.basket import MIA, QUESTIONS

WORDS = frozenset(word for sentence in SENTENCES for word in sentence.rstrip("?").split()) | {
    MIA.lower()
}
KNOWN = (
    "it knows that Mia picks, eats or sees an apple or a pear, empties or carries the basket, "
    "sings, sleeps or waits, and is asked “how many apples?” or “how many pears?”."
)
LONGEST = 1_000
"""Characters that are read at once."""

_ENDS = re.compile(r"[.;!,\n]+|(?<=\?)|\b(?:and|then)\b")
_EXAMPLE = "Expected a sentence such as “Mia eats an apple”"


class UnknownSentenceError(ValueError):
    """With one sentence for who typed it."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; ``UnknownSentenceError`` if there are none, or others."""
    if len(text) > LONGEST:
        raise UnknownSentenceError(
            f"{_EXAMPLE}, at most {LONGEST:,} characters; got {len(text):,}."
        )
    parts = [part for part in (_tidy(part) for part in _ENDS.split(text)) if part]
    if not parts:
        raise UnknownSentenceError(f"{_EXAMPLE}; got no words.")
    return tuple(_sentence(part) for part in parts)


def _tidy(part: str) -> str:
    words = part.strip(" \t“”\"'").lower().split()
    return " ".join(words[1:] if words[:1] == [MIA.lower()] and len(words) > 1 else words)


def _sentence(part: str) -> str:
    if part in SENTENCES:
        return part
    if f"{part}?" in QUESTIONS:
        return f"{part}?"
    unknown = next((word for word in part.rstrip("?").split() if word not in WORDS), None)
    if unknown is not None:
        raise UnknownSentenceError(f"The network never learned the word “{unknown}”: {KNOWN}")
    raise UnknownSentenceError(f"The network never learned the sentence “{part}”: {KNOWN}")
