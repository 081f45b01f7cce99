"""Patterns that hang on marks read before: quotes, brackets, commas, names in capitals.

Each function gets a text with one character a place and gives (T,) bool.
"""

import re

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]

_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»"}
"""What opens a quotation, and what may close it then."""
_BRACKETS = {")": "(", "]": "[", "}": "{"}
# What stands before a line's first full stop, colon or end.
_LINE_OPENING = re.compile(r"^[ \t]*([^.:\n]*[^.:\n \t])[ \t]*(?=[.:]|$)", re.MULTILINE)


def quoted(text: str) -> Flags:
    """Whether a quotation is open once the character is read; one within another is not seen."""
    inside = np.zeros(len(text), bool)
    closing = ""
    for t, character in enumerate(text):
        if not closing:
            closing = _QUOTES.get(character, "")
        elif character in closing or text[t - 1 : t + 1] == "\n\n":
            closing = ""
        inside[t] = bool(closing)
    return inside


def bracketed(text: str) -> Flags:
    """Whether a bracket is open; a closing one that fits none that is open is passed over."""
    inside = np.zeros(len(text), bool)
    stack: list[str] = []
    for t, character in enumerate(text):
        if character in _BRACKETS.values():
            stack.append(character)
        elif character in _BRACKETS and stack and stack[-1] == _BRACKETS[character]:
            stack.pop()
        inside[t] = bool(stack)
    return inside


def speaker(text: str) -> Flags:
    """Whether the character stands in a name in capitals with which a line begins."""
    inside = np.zeros(len(text), bool)
    for line in _LINE_OPENING.finditer(text):
        name = line[1]
        if name.isupper() and sum(map(str.isalpha, name)) >= 2:
            inside[line.start(1) : line.end(1)] = True
    return inside


def after_comma(text: str) -> Flags:
    """Whether the last mark read is a comma."""
    inside = np.zeros(len(text), bool)
    last = ""
    for t, character in enumerate(text):
        last = character if character in ",.;:!?" else last
        inside[t] = last == ","
    return inside
