"""Stories of Mia's basket as people type them, read as its networks know them."""

from __future__ import annotations

import re

import numpy as np

from lstm_viz.inputs import InputError, Inputs
from lstm_viz.inputs.characters import without_unseen
from lstm_viz.notation import clipped
from lstm_viz.tasks.basket import (
    EATS,
    EMPTIES,
    IDLE,
    MIA,
    PICKS,
    QUESTIONS,
    WORDS,
    columns,
    sentence,
)

STORY = "story"
"""The kind of these inputs."""
SENTENCES = (*PICKS, *EATS, EMPTIES, *IDLE, *QUESTIONS)
"""All that the networks have learned to read."""
KNOWN = (
    "it knows that Mia picks, eats or sees an apple or a pear, empties or carries the basket, "
    "sings, sleeps or waits, and is asked “how many apples?” or “how many pears?”."
)
LONGEST = 1_000
"""Characters that are read at once."""

_WORDS = frozenset(word for known in SENTENCES for word in known.rstrip("?").split()) | {
    MIA.lower()
}
_ENDS = re.compile(r"[.;!,\n]+|(?<=\?)|\b(?:and|then)\b")
_EXAMPLE = "Expected a sentence such as “Mia eats an apple”"


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, as in ``SENTENCES``; ``InputError`` if there are none, or others."""
    if len(text) > LONGEST:
        raise InputError(f"{_EXAMPLE}, at most {LONGEST:,} characters; got {len(text):,}.")
    parts = [part for part in (_tidy(part) for part in _ENDS.split(without_unseen(text))) if part]
    if not parts:
        raise InputError(f"{_EXAMPLE}; got no words.")
    return tuple(_sentence(part) for part in parts)


def from_story(text: str) -> Inputs:
    """One step a word as the networks know words ("picks an apple" is one), one column each."""
    tokens = [
        word
        for told in sentences(text)
        for word in ((told,) if told in QUESTIONS else sentence(told))
    ]
    return Inputs(STORY, tuple(tokens), WORDS, np.eye(len(WORDS))[columns([tokens])[:, 0]])


def _tidy(part: str) -> str:
    words = part.strip(" \t“”\"'").lower().split()
    return " ".join(words[1:] if words[:1] == [MIA.lower()] and len(words) > 1 else words)


def _sentence(part: str) -> str:
    if part in SENTENCES:
        return part
    if f"{part}?" in QUESTIONS:
        return f"{part}?"
    unknown = next((word for word in part.rstrip("?").split() if word not in _WORDS), None)
    if unknown is not None:
        raise InputError(f"The network never learned the word “{clipped(unknown)}”: {KNOWN}")
    raise InputError(f"The network never learned the sentence “{clipped(part)}”: {KNOWN}")
