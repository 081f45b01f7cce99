"""JavaScript without its comments, its indentation and the spaces that it does not need."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<space>\s+) | (?P<comment>//[^\n]* | /\*.*?\*/)
      | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | [^\s"'`/{}]+ | .""",
    re.DOTALL | re.VERBOSE,
)
_REGEX = re.compile(r"/(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n\[])+/[a-z]*")
_WORD = re.compile(r"[\w$]")
_TEMPLATE = re.compile(r"((?:\\.|\$(?!\{)|[^`\\$])*)(`|\$\{)", re.DOTALL)
_BEFORE_REGEX = re.compile(r"(?:[(,=:\[!&|?{};+]|\breturn|^)$")
"""A slash after this begins a regular expression; after anything else it divides."""


def squeezed(text: str) -> str:
    """Lines stay lines, so that an error still says where it is."""
    if sys.platform == "emscripten":
        return text  # Python is in the browser already: nothing is sent
    out: list[str] = []
    last = space = ""
    for token in _tokens(text):
        if token.isspace():
            space = "\n" if "\n" in token + space else " "
            continue
        if space == "\n" and last:
            out.append("\n")
        elif space and (last[-1:] + token[:1] in ("++", "--", "//") or _are_words(last, token)):
            out.append(" ")
        out.append(token)
        last, space = token, ""
    return "".join(out)


def _are_words(one: str, other: str) -> bool:
    return bool(_WORD.match(one[-1:])) and bool(_WORD.match(other))


def _tokens(text: str) -> Iterator[str]:
    """Stretches of code, whole strings and regular expressions; of a template its parts of text."""
    at, last = 0, ""
    braces: list[int] = []
    """Of each template that we are in a ``${…}`` of, the braces that are open there."""
    while at < len(text):
        regex = text[at] == "/" and _BEFORE_REGEX.search(last) and _REGEX.match(text, at)
        match = regex or _TOKEN.match(text, at)
        assert match
        token, at = match[0], match.end()
        if not regex and (match["space"] or match["comment"]):
            yield " " if match["comment"] else token
            continue
        if braces:
            braces[-1] += (token == "{") - (token == "}")
        if token == "`" or (braces and braces[-1] < 0):
            part = _TEMPLATE.match(text, at)
            assert part, "a template that does not end"
            at = part.end()
            if token == "}":
                braces.pop()
            if part[2] == "${":
                braces.append(0)
            token += re.sub(r"\s*\n\s*", "\n", part[0])
        yield token
        last = token
