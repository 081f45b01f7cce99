"""Somebody types a text and takes every offer that is right: how many keys does that take?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.reading.typing_aid.offers import Offer, in_word


@dataclass(frozen=True)
class Typed:
    """``taken`` are the stretches (first, after the last) that an offer put in, a key each."""

    characters: int
    taken: tuple[tuple[int, int], ...]

    @property
    def saved_keys(self) -> int:
        return sum(end - start - 1 for start, end in self.taken)

    @property
    def keys(self) -> int:
        return self.characters - self.saved_keys

    @property
    def saved(self) -> float:
        """The share of keys that is saved; 0 of an empty text."""
        return self.saved_keys / max(1, self.characters)


def right_offer(text: Sequence[str], at: int, offered: Sequence[Offer]) -> int | None:
    """Which of the offers after ``at`` characters is what comes, up to the end of a word."""
    for k, offer in enumerate(offered):
        end = at + len(offer.text)
        ends = end == len(text) or (end < len(text) and not in_word(text[end]))
        if ends and "".join(text[at:end]) == offer.text:
            return k
    return None


def typed_out(text: Sequence[str], offered: Sequence[Sequence[Offer]]) -> Typed:
    """``text`` is a string, or an entry a character; ``offered[t]`` was offered after t of them."""
    taken = []
    at = 0
    while at < len(text):
        right = right_offer(text, at, offered[at])
        end = at + (1 if right is None else len(offered[at][right].text))
        if right is not None:
            taken.append((at, end))
        at = end
    return Typed(len(text), tuple(taken))
