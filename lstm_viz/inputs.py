"""Sequences that a person types or drops in: text in, a labelled array (T, I) out.

Nothing is repaired silently. What cannot be read is refused with an `InputError`, whose message is
one sentence that says what was expected and what came.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from lstm_viz.notation import quoted

MAX_STEPS = 200
MAX_COLUMNS = 16
MAX_VOCABULARY = 64
MAX_CHARACTERS = 20_000
MAX_CSV_BYTES = 1_000_000
MAX_NUMBER = 1e6

BRACKET_COLUMNS = ("(", ")", "other")


class InputError(ValueError):
    """What was typed cannot be read; the message is one sentence for the person who typed it."""


@dataclass(frozen=True, eq=False)
class Inputs:
    """A sequence as a network sees it, with the words for what it sees.

    x: (T, I), read-only; `tokens` has a label per time step (T), `columns` one per input (I).
    """

    kind: str
    tokens: tuple[str, ...]
    columns: tuple[str, ...]
    x: NDArray[np.float64]

    def __post_init__(self) -> None:
        x = np.array(self.x, dtype=np.float64)
        if x.shape != (len(self.tokens), len(self.columns)):
            wanted = (len(self.tokens), len(self.columns))
            raise ValueError(f"x must have shape {wanted}, got {x.shape}")
        x.flags.writeable = False
        object.__setattr__(self, "x", x)

    @property
    def one_hot(self) -> bool:
        """Whether each step is one of several things (a word, a bracket), not measured numbers."""
        return self.kind in ("sentence", "brackets")


# ---- sentences ---------------------------------------------------------------------------------

_JOINER = "\u200d"
_WORD_JOINERS = "'’-‐_"
_NUMBER_JOINERS = ".,"

# Scripts written without spaces: Thai to Khmer, kana and bopomofo, Han, and their extensions.
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x312F),
    (0x31A0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F),
    (0x1B000, 0x1B16F), (0x20000, 0x3FFFF),
)  # fmt: skip


def _is_regional(char: str) -> bool:
    return 0x1F1E6 <= ord(char) <= 0x1F1FF


def _extends(char: str) -> bool:
    """Whether `char` belongs to the one before it: accents, joiners, skin tones, flag tags."""
    tone_or_tag = 0x1F3FB <= ord(char) <= 0x1F3FF or 0xE0020 <= ord(char) <= 0xE007F
    return unicodedata.category(char).startswith("M") or char in "\u200c\u200d" or tone_or_tag


def _characters(text: str) -> list[str]:
    """`text` as its readers count characters: 👩🏽‍🚀, é and 🇨🇭 are one each."""
    found: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        last = found[-1] if found else " "
        # Characters that cannot be seen (control, format, half of a surrogate pair) separate.
        category = unicodedata.category(char)
        visible = char if category not in ("Cc", "Cf", "Cs", "Cn") or _extends(char) else " "
        joined = _extends(visible) or last.endswith(_JOINER)
        flag = _is_regional(visible) and len(last) == 1 and _is_regional(last)
        if (joined or flag) and not last.isspace() and not visible.isspace():
            found[-1] = last + visible
        else:
            found.append(visible)
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
    _limit_characters(text)
    tokens = _tokens(text)
    if not tokens:
        raise InputError("Expected a sentence of at least one word, got nothing that can be seen.")
    _limit_steps(len(tokens), "words and punctuation marks")
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


# ---- numbers -----------------------------------------------------------------------------------

_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")


def _parse_number(text: str) -> float | None:
    """The number written in `text`, None if none is (`float` would also take nan, inf and 1_0)."""
    plain = text.strip().replace("\u2212", "-")
    return float(plain) if _NUMBER.fullmatch(plain) else None


def _number(text: str, where: str) -> float:
    """The number in an entry or a cell; `where` names it."""
    value = _parse_number(text)
    if value is None:
        if not text.strip():
            raise InputError(f"Expected a number in {where}, got nothing.")
        if _DECIMAL_COMMA.fullmatch(text.strip()):
            raise InputError(
                f"Expected a number with a decimal point in {where}, got {quoted(text)} with a "
                "comma."
            )
        raise InputError(f"Expected a number in {where}, got {quoted(text)}.")
    if abs(value) > MAX_NUMBER:
        limits = f"between −{MAX_NUMBER:,.0f} and {MAX_NUMBER:,.0f}"
        raise InputError(f"Expected a number {limits} in {where}, got {quoted(text)}.")
    return value


def _refuse_decimal_commas(text: str) -> None:
    """In "0,5 1,5" nothing tells whether the commas part numbers or their digits."""
    pieces = [piece for piece in re.split(r"[;\s]+", text) if piece]
    with_comma = [piece for piece in pieces if "," in piece]
    unclear = all(_DECIMAL_COMMA.fullmatch(piece) for piece in with_comma)
    if len(pieces) > 1 and with_comma and unclear:
        raise InputError(
            f"Expected decimal points, or a space after each comma that separates two numbers, "
            f"got {quoted(with_comma[0])}."
        )


def from_numbers(text: str) -> Inputs:
    """One step a number, one column; commas, semicolons and spaces separate."""
    _limit_characters(text)
    stripped = text.strip().rstrip(",;").strip()
    if not stripped:
        raise InputError("Expected numbers such as “0, 1, 0.5, −1”, got nothing.")
    _refuse_decimal_commas(stripped)
    entries = re.split(r"\s*[,;]\s*|\s+", stripped)
    _limit_steps(len(entries), "numbers")
    values = [_number(entry, f"entry {k}") for k, entry in enumerate(entries, start=1)]
    labels = (e if len(e) <= 8 else f"{v:.4g}" for e, v in zip(entries, values, strict=True))
    x = np.array(values)[:, np.newaxis]
    return Inputs("numbers", tuple(labels), ("number",), x)


# ---- CSV ---------------------------------------------------------------------------------------


def decode(data: str | bytes) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, else Latin-1.

    Raises `InputError` for too large a file and for binary data.
    """
    if len(data) > MAX_CSV_BYTES:
        raise InputError(
            f"Expected a CSV file of at most {MAX_CSV_BYTES:,} bytes, got {len(data):,}."
        )
    if isinstance(data, str):
        text = data.removeprefix("\ufeff")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
    strange = {char for char in text if unicodedata.category(char) == "Cc"} - set("\t\n\r\f\v\x85")
    if strange:
        raise InputError(
            "Expected a text file with numbers, got binary data "
            f"(a character with code {ord(min(strange))})."
        )
    return text


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with its number in the file."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = next((mark for mark in "\t;" if mark in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        numbered = list(enumerate(reader, start=1))
    except csv.Error as error:
        raise InputError(f"Expected rows of numbers, got text that is not CSV ({error}).") from None
    return [(n, row) for n, row in numbered if len(row) > 1 or "".join(row).strip()]


def _labels(header: list[str] | None, width: int) -> tuple[str, ...]:
    names = header or [""] * width
    return tuple(name.strip() or f"column {k}" for k, name in enumerate(names, start=1))


def from_csv(data: str | bytes) -> Inputs:
    """One step a row, one input a column; a first row without any number labels the columns."""
    rows = _rows(decode(data))
    if not rows:
        raise InputError("Expected a CSV file with rows of numbers, got an empty one.")
    first_number, first = rows[0]
    named = any(cell.strip() for cell in first)
    header = first if named and all(_parse_number(cell) is None for cell in first) else None
    body = rows[1:] if header else rows
    if len(first) > MAX_COLUMNS:
        raise InputError(f"Expected at most {MAX_COLUMNS} columns, got {len(first)}.")
    if not body:
        raise InputError(
            f"Expected rows of numbers, got only row {first_number}, which starts with "
            f"{quoted(first[0])}."
        )
    _limit_steps(len(body), "rows of numbers")
    for n, row in body:
        if len(row) != len(first):
            raise InputError(
                f"Expected {len(first)} columns in row {n}, as in row {first_number}, "
                f"got {len(row)}."
            )
    x = np.array(
        [[_number(c, f"row {n}, column {k}") for k, c in enumerate(row, 1)] for n, row in body]
    )
    tokens = tuple(f"row {k}" for k in range(1, len(body) + 1))
    return Inputs("csv", tokens, _labels(header, len(first)), x)


# ---- brackets ----------------------------------------------------------------------------------


def from_brackets(text: str) -> Inputs:
    """One step a character: an opening bracket, a closing one, or anything else."""
    _limit_characters(text)
    characters = _characters(text.strip())
    if not characters:
        raise InputError("Expected brackets such as “(()(()))”, got nothing that can be seen.")
    _limit_steps(len(characters), "characters")
    brackets = BRACKET_COLUMNS[:2]
    seen = (BRACKET_COLUMNS.index(c[0]) if c[0] in brackets else 2 for c in characters)
    tokens = tuple("␣" if char.isspace() else char for char in characters)
    return Inputs("brackets", tokens, BRACKET_COLUMNS, _one_hot(seen, len(BRACKET_COLUMNS)))


# ---- all kinds ---------------------------------------------------------------------------------


def _limit_characters(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"Expected at most {MAX_CHARACTERS:,} characters, got {len(text):,}.")


def _limit_steps(count: int, what: str) -> None:
    if count > MAX_STEPS:
        raise InputError(f"Expected at most {MAX_STEPS} {what}, got {count:,}.")


KINDS: Mapping[str, Callable[[str], Inputs]] = MappingProxyType(
    {
        "sentence": from_sentence,
        "numbers": from_numbers,
        "csv": from_csv,
        "brackets": from_brackets,
    }
)


def parse(kind: str, text: str) -> Inputs:
    """`text` read as `kind`, one of `KINDS`."""
    if kind not in KINDS:
        raise InputError(f"Expected one of {', '.join(KINDS)} as the kind, got {quoted(kind)}.")
    return KINDS[kind](text)
