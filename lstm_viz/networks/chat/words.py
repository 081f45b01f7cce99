"""Lines as the chatbot reads them, and replies as it writes them: small letters, word by word."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

UNKNOWN, START, END = "<unk>", "<start>", "<end>"
SPECIAL = (UNKNOWN, START, END)
MARKS = ".,?!"
LONGEST = 12
"""Words of a line that it reads."""
LONGEST_REPLY = 14
"""Words and marks of a reply, without the end."""

_PIECE = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*|[.,?!]")


def pieces(text: str) -> tuple[str, ...]:
    """Words and marks, in small letters: "I'm fine, thanks." is i'm fine , thanks ."""
    return tuple(_PIECE.findall(text.replace("’", "'").lower()))


def asked(text: str) -> tuple[str, ...]:
    """The words of a line: it does not read marks, which people leave out when they chat."""
    return tuple(piece for piece in pieces(text) if piece not in MARKS)


def written(words: Iterable[str]) -> str:
    """A reply as one reads it: no space before a mark."""
    text = " ".join(words)
    for mark in MARKS:
        text = text.replace(f" {mark}", mark)
    return text


@dataclass(frozen=True)
class Vocabulary:
    """The words that the network knows; ``words`` begins with ``SPECIAL``."""

    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def numbers(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.words)}

    def knows(self, word: str) -> bool:
        return word in self.numbers and word not in SPECIAL

    def encode(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Their numbers; that of ``UNKNOWN`` for a word that it does not know."""
        return np.array([self.numbers[w] if self.knows(w) else 0 for w in words], np.int64)
