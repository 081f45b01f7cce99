"""Sentences and brackets: one step a word or a character, each one of several things."""

import unicodedata
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from lstm_viz.inputs.characters import pieces, without_unseen
from lstm_viz.inputs.checked import (
    MAX_VOCABULARY,
    InputError,
    Inputs,
    limit_characters,
    limit_steps,
)

BRACKET_COLUMNS = ("(", ")", "other")

_WORD_JOINERS = "'’-‐_"
_NUMBER_JOINERS = ".,"

# Scripts written without spaces: Thai to Khmer, kana and bopomofo, Han, and their extensions.
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x312F),
    (0x31A0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F),
    (0x1B000, 0x1B16F), (0x20000, 0x3FFFF),
)  # fmt: skip


def _characters(text: str) -> list[str]:
    """``text`` as its readers count characters; those that cannot be seen separate."""
    whole = unicodedata.normalize("NFC", without_unseen(text.replace("\u200b", " ")))
    found: list[str] = []
    for piece in pieces(whole):
        if piece[0].isspace() or unicodedata.category(piece[0]) in ("Cc", "Cf", "Cs", "Cn"):
            found += [" ", piece[1:]]
        else:
            found.append(piece)
    return [char for char in found if char.strip("\u200c\u200d\ufe0e\ufe0f")]


def _in_word(char: str) -> bool:
    code = ord(char[0])
    return char[0].isalnum() and not any(low <= code <= high for low, high in _UNSPACED)


def _joins(char: str, before: str, after: str) -> bool:
    """Whether a mark stands inside a word (don't, well-known) or inside a number (3.14)."""
    if char in _WORD_JOINERS:
        return _in_word(before) and _in_word(after)
    return char in _NUMBER_JOINERS and before[0].isdigit() and after[0].isdigit()


def _tokens(text: str) -> list[str]:
    """Words and punctuation marks; characters where a script has no spaces."""
    # A step beyond both ends, so that every character has neighbours.
    chars = [" ", *_characters(text), " "]
    tokens: list[str] = []
    grows = False
    for before, char, after in zip(chars, chars[1:], chars[2:], strict=False):
        belongs = _in_word(char) or _joins(char, before, after)
        if belongs and grows:
            tokens[-1] += char
        elif not char.isspace():
            tokens.append(char)
        grows = belongs
    return tokens


def _one_hot(positions: Iterable[int], size: int) -> NDArray[np.float64]:
    """x: (T, size)"""
    return np.eye(size)[list(positions)]


def from_sentence(text: str) -> Inputs:
    """One step a word or punctuation mark; one column a different word, in order of appearance.

    "The" and "the" are one word of the vocabulary; every token is shown as it was typed.
    """
    limit_characters(text)
    tokens = _tokens(text)
    if not tokens:
        raise InputError("Expected a sentence of at least one word, got nothing that can be seen.")
    limit_steps(len(tokens), "words and punctuation marks")
    vocabulary: dict[str, int] = {}
    columns: list[str] = []
    for token in tokens:
        if token.casefold() not in vocabulary:
            vocabulary[token.casefold()] = len(columns)
            columns.append(token)
    if len(columns) > MAX_VOCABULARY:
        raise InputError(
            f"Expected at most {MAX_VOCABULARY} different words and punctuation marks, "
            f"got {len(columns)}."
        )
    x = _one_hot((vocabulary[token.casefold()] for token in tokens), len(columns))
    return Inputs("sentence", tuple(tokens), tuple(columns), x)


def from_brackets(text: str) -> Inputs:
    """One step a character: an opening bracket, a closing one, or anything else."""
    limit_characters(text)
    characters = _characters(without_unseen(text).strip())
    if not characters:
        raise InputError("Expected brackets such as “(()(()))”, got nothing that can be seen.")
    limit_steps(len(characters), "characters")
    brackets = BRACKET_COLUMNS[:2]
    seen = (BRACKET_COLUMNS.index(c[0]) if c[0] in brackets else 2 for c in characters)
    tokens = tuple("␣" if char.isspace() else char for char in characters)
    return Inputs("brackets", tokens, BRACKET_COLUMNS, _one_hot(seen, len(BRACKET_COLUMNS)))
