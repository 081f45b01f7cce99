"""A text file as people have it, up to its rows of cells: encoding, what separates, comments."""

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lstm_viz.inputs.checked import MAX_CSV_BYTES, InputError
from lstm_viz.inputs.commas import is_number

Row = tuple[int, list[str]]
"""(its number in the file, from 1; its cells, without the spaces around them)."""

_SEPARATORS = (",", ";", "\t", "|")
_MOST_LOOKED_AT = 250
"""Rows from which it is decided what separates the cells."""
_SEP_LINE = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
MISSING = frozenset(("", "-", "–", "—", "?", ".", "na", "n/a", "#n/a", "nan", "null", "none"))
"""What stands in a table where a number is missing, in small letters."""


def decode(data: str | bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark (Excel's "Unicode Text"), else Windows's.

    Raises `InputError` for too large a file and for binary data.
    """
    if len(data) > MAX_CSV_BYTES:
        raise InputError(
            f"Expected a CSV file of at most {MAX_CSV_BYTES:,} bytes, got {len(data):,}."
        )
    text = data if isinstance(data, str) else _decoded(data)
    text = text.removeprefix("\ufeff")
    strange = {char for char in text if unicodedata.category(char) == "Cc"} - set("\t\n\r\f\v\x85")
    if strange:
        raise InputError(
            "Expected a text file with numbers, got binary data "
            f"(a character with code {ord(min(strange))})."
        )
    return text


def _decoded(data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return data.decode("latin-1")


@dataclass(frozen=True)
class Rows:
    """The rows that hold anything; `comments` are (line, text) of those that begin with #."""

    rows: tuple[Row, ...]
    separator: str
    comments: tuple[tuple[int, str], ...]


def read_rows(text: str) -> Rows:
    """Cut into rows and cells by what most likely separates them; rows of nothing are left out."""
    lines = text.splitlines()
    first = next((k for k, line in enumerate(lines) if line.strip()), 0)
    said = _SEP_LINE.fullmatch(lines[first]) if lines else None
    if said:
        lines[first] = ""
    comments = tuple(_comments(lines))
    for number, _ in comments:
        lines[number - 1] = ""
    best = said[1] if said else _separator(lines)
    try:
        rows = tuple(_cut(lines, best))
    except csv.Error as error:
        raise InputError(f"Expected rows of numbers, got text that is not CSV ({error}).") from None
    return Rows(rows, best, comments)


def _comments(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines that begin with #, unless within a quoted cell."""
    quotes = 0
    for number, line in enumerate(lines, start=1):
        if line.lstrip().startswith("#") and quotes % 2 == 0:
            yield number, line.strip()
        else:
            quotes += line.count('"')


def cells_of(line: str, separator: str) -> list[str]:
    """One line, cut."""
    return next((row for _, row in _cut([line], separator)), [])


def _cut(lines: list[str], separator: str) -> Iterator[Row]:
    if separator == " ":
        lines = [" ".join(line.split()) for line in lines]
    stream = io.StringIO("\n".join(lines), newline="")
    rows = csv.reader(stream, delimiter=separator, strict=True, skipinitialspace=True)
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if len(cells) > 1 or any(cells):
            yield number, cells


def _separator(lines: list[str]) -> str:
    """The one with which most rows have numbers and are equally long; a comma if none has any."""
    head = lines[:_MOST_LOOKED_AT]
    ranked = {separator: _fit(head, separator) for separator in _SEPARATORS}
    best = max(ranked, key=lambda separator: ranked[separator])
    return best if ranked[best][0] or not _fit(head, " ")[0] else " "


def _fit(lines: list[str], separator: str) -> tuple[float, ...]:
    """How well a separator fits: (rows with numbers, rows of one length, cells in words, width)."""
    try:
        rows = [row for _, row in _cut(lines, separator) if any(row)]
    except csv.Error:
        return (0, 0, 0, 0)
    if not rows:
        return (0, 0, 0, 0)
    lengths = Counter(map(len, rows))
    width = max(lengths, key=lambda length: (lengths[length], length))
    if width == 1 and separator != "," and any("," in c and not is_number(c) for c, *_ in rows):
        return (0, 0, 0, 0)  # 0,5 alone in each row is a number; 3,4,5 is no word
    numbers = [sum(map(is_number, row)) for row in rows]
    usable = sum(n > 0 for n, row in zip(numbers, rows, strict=True) if len(row) == width)
    filled = sum(sum(map(bool, row)) for row in rows)
    return (usable, lengths[width] / len(rows), sum(numbers) / filled, width)


def is_missing(cell: str) -> bool:
    return cell.lower() in MISSING
