"""Patterns that a unit might follow: each a rule that gives a value to every character of a text.

A rule says something of the place where character t has just been read: "inside quotes" holds from
the opening mark on and ends with the closing one, which is when a network could know it.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from lstm_viz.reading import marks

Flags = NDArray[np.bool_]
Pattern = NDArray[Any]
"""(T,) bool or float64."""


@dataclass(frozen=True)
class Rule:
    """``title`` fits into "a unit that follows …", ``says`` is one sentence.

    ``pattern`` gets a text with exactly one character a place and gives (T,) bool, or float64 if
    ``kind`` is "count".
    """

    id: str
    title: str
    says: str
    kind: Literal["yes or no", "count"]
    pattern: Callable[[str], Pattern]

    def of(self, characters: Sequence[str]) -> Pattern:
        """The rule's value at every place: a string, or one entry a place as in a ``Reading``."""
        return self.pattern("".join(_one(character) for character in characters))


def by_example(spans: Iterable[tuple[int, int]], length: int) -> Flags:
    """True where one of the marked stretches is: (start, end), the end no longer in it.

    In any order, overlapping, either end first; what lies outside the text is left out.
    """
    marked = np.zeros(length, bool)
    for ends in spans:
        start, end = sorted(min(max(int(end), 0), length) for end in ends)
        marked[start:end] = True
    return marked


def _one(character: str) -> str:
    """A place's first character; a line break is one however it was typed."""
    return "\n" if character[:1] in ("\r", "\n") else character[:1] or " "


def _where(text: str, holds: Callable[[str], bool]) -> Flags:
    return np.fromiter((holds(character) for character in text), bool, len(text))


def _since(reset: Flags) -> Pattern:
    """How many places ago it was last True; before that, counted from 1 at the text's start."""
    places = np.arange(len(reset))
    return (places - np.maximum.accumulate(np.where(reset, places, -1))).astype(float)


def _in_word(text: str) -> Flags:
    """Letters, and apostrophes between them."""
    letter = _where(text, str.isalpha)
    inside = letter.copy()
    inside[1:-1] |= _where(text, lambda c: c in "'’")[1:-1] & letter[:-2] & letter[2:]
    return inside


def _after_capital(text: str) -> Flags:
    inside = _in_word(text)
    first = np.arange(len(text)) - np.where(inside, _since(~inside) - 1, 0).astype(int)
    capital = inside & _where(text, str.isupper)[first]
    return np.asarray(capital)


def _second_half(text: str) -> Flags:
    line_break = _where(text, lambda c: c == "\n")
    ends = [-1, *np.flatnonzero(line_break), len(text)]
    half = np.zeros(len(text), bool)
    for before, after in pairwise(ends):
        length = after - before - 1
        half[before + 1 + (length + 1) // 2 : after] = True
    return half


def _first_word(text: str) -> Flags:
    """In a line's first word: no space has come since the line's first character."""
    first = np.zeros(len(text), bool)
    place = 0
    for line in text.split("\n"):
        start = len(line) - len(line.lstrip())
        word = line[start:].split(maxsplit=1)
        first[place + start : place + start + len(word[0] if word else "")] = True
        place += len(line) + 1
    return first


def _paragraph_opening(text: str) -> Flags:
    opening = np.zeros(len(text), bool)
    place, empty_before = 0, True
    for line in text.split("\n"):
        opening[place : place + len(line)] = empty_before and bool(line.strip())
        empty_before = not line.strip()
        place += len(line) + 1
    return opening


def _vowel(character: str) -> bool:
    return unicodedata.normalize("NFD", character)[0].lower() in "aeiou"


_YES_OR_NO: tuple[tuple[str, str, str, Callable[[str], Pattern]], ...] = (
    (
        "quotes", "inside quotes",
        "From an opening quotation mark up to the closing one; an empty line ends it, and '…' does "
        "not count, since it may be an apostrophe.",
        marks.quoted,
    ),
    (
        "brackets", "inside brackets",
        "From an opening bracket, (, [ or {, until all that were opened are closed.",
        marks.bracketed,
    ),
    (
        "second-half", "in a line’s second half",
        "In the later half of a line’s characters; the middle one belongs to the first half.",
        _second_half,
    ),
    (
        "after-capital", "in a word with a capital",
        "In a word whose first letter is a capital, that letter included.", _after_capital,
    ),
    (
        "vowel", "vowels", "The character is a, e, i, o or u, small or capital, with any accent.",
        lambda text: _where(text, _vowel),
    ),
    (
        "break", "between words", "The character is a space or a line break.",
        lambda text: _where(text, str.isspace),
    ),
    (
        "first-word", "in a line’s first word", "In the word that a line begins with.", _first_word,
    ),
    (
        "paragraph", "in a paragraph’s first line",
        "In a line at the start of the text or after an empty one.", _paragraph_opening,
    ),
    (
        "speaker", "in a speaker’s name",
        "In two or more letters, all capitals, from a line’s start up to its first full stop, "
        "colon or end; headings in capitals count, too.",
        marks.speaker,
    ),
    (
        "after-comma", "after a comma",
        "The last mark of , . ; : ! ? that has been read is a comma.", marks.after_comma,
    ),
    (
        "number", "digits", "The character is a digit.", lambda text: _where(text, str.isdecimal),
    ),
)  # fmt: skip

_COUNTS: tuple[tuple[str, str, str, Callable[[str], Pattern]], ...] = (
    (
        "word-position", "letters since the last break",
        "How many characters of its word have been read: 1 at its first letter, 0 between words.",
        lambda text: np.where(_in_word(text), _since(~_in_word(text)), 0.0),
    ),
    (
        "line-position", "characters since the line began",
        "How many characters of its line have been read; 0 at a line break.",
        lambda text: _since(_where(text, lambda c: c == "\n")),
    ),
    (
        "since-stop", "characters since the sentence began",
        "How many characters have been read since the last . ! or ?, which itself is 0.",
        lambda text: _since(_where(text, lambda c: c in ".!?")),
    ),
)  # fmt: skip

RULES: Mapping[str, Rule] = MappingProxyType(
    {id: Rule(id, title, says, "yes or no", of) for id, title, says, of in _YES_OR_NO}
    | {id: Rule(id, title, says, "count", of) for id, title, says, of in _COUNTS}
)
