"""Which plain characters each character of a text is nearest to.

Nothing here can fail: every piece of any string of Unicode has some candidates, or none.
"""

import unicodedata
from collections.abc import Iterator

from lstm_viz.inputs.characters import extends

REPLACEMENT = "\ufffd"

# Characters that no normalisation takes apart, with what may be read for them, nearest first. They
# are written by number: most look like another one.
_SINGLE_QUOTES = dict.fromkeys(
    "\u2018\u2019\u201a\u201b\u2032\u2039\u203a`\u00b4\u02bc\u02bb\u02c8", "'\""
)
_DOUBLE_QUOTES = dict.fromkeys(
    "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d\u301e", "\"'"
)
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-")
_BREAKS = dict.fromkeys(("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"), "\n ")
_MARKS = {
    "\t": " ", "\n": " ", "\u00b7": ".", "\u2022": "-", "\u3002": ".", "\u3001": ",", "¡": "!",
    "¿": "?", "×": "x", "÷": "/", "\u2044": "/", "'": '"', '"': "'", "[": "(", "]": ")", "{": "(",
    "}": ")", ";": ":,", ":": ";.", "!": ".", "?": ".", "_": "-",
}  # fmt: skip
_LETTERS = dict(zip("øØßæÆœŒłŁđĐðÐþÞ\u0131ħĦŧŦŋŊ", "oOsaAoOlLdDdDtTihHtTnN", strict=True))
_NEAREST = {**_MARKS, **_SINGLE_QUOTES, **_DOUBLE_QUOTES, **_DASHES, **_BREAKS, **_LETTERS}


def without_surrogates(piece: str) -> str:
    """The piece with � for halves of surrogate pairs, which no screen can be sent."""
    return "".join(REPLACEMENT if "\ud800" <= char <= "\udfff" else char for char in piece)


def candidates(piece: str) -> Iterator[str]:
    """Single characters that may be read for `piece`, nearest first."""
    whole = unicodedata.normalize("NFC", piece)
    yield whole
    plain = [c for c in unicodedata.normalize("NFKD", piece) if not extends(c)]
    for char in (whole, whole[:1], *plain):
        yield char
        yield from _NEAREST.get(char, "")
    for char in plain:
        for other_case in (char.lower(), char.upper()):
            yield other_case[:1]
        for near in _NEAREST.get(char, ""):
            yield near.lower()
            yield near.upper()
        digit = unicodedata.digit(char, None)
        if digit is not None:
            yield str(digit)
        if char.isspace():
            yield " "
            yield "\n"
