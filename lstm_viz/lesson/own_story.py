"""A story of the reader's own: sentences put in and taken out, and how a link says it."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.networks.basket_text import SENTENCES
from lstm_viz.tasks.basket import QUESTIONS


def code(sentence: str) -> str:
    """A sentence as a link says it: ``picks-an-apple``, ``how-many-pears``."""
    return sentence.rstrip("?").replace(" ", "-")


def decoded(text: str) -> str:
    """The sentence that a link means; ``ValueError`` if there is none."""
    for sentence in SENTENCES:
        if code(sentence) == text:
            return sentence
    raise ValueError(text)


def put_in(
    story: Sequence[str], number: int, sentences: Sequence[str]
) -> tuple[tuple[str, ...], int]:
    """The story with ``sentences`` after its sentence ``number``, and where to look then.

    That is the last of them before the first question: questions are asked before they are seen.
    """
    there = number + next((n for n, one in enumerate(sentences) if one in QUESTIONS),
                          len(sentences))  # fmt: skip
    return (*story[: number + 1], *sentences, *story[number + 1 :]), there


def taken_out(story: Sequence[str], number: int) -> tuple[str, ...]:
    """The story without its sentence ``number``."""
    return (*story[:number], *story[number + 1 :])
