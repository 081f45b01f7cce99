"""Text that people typed, or a link says, as it can be shown."""

from __future__ import annotations

import re

_LINKS = re.compile(r"://|www(?=\.)|@", re.IGNORECASE)
_JOINER = "\u2060"
"""Takes no room, and parts what Markdown would take for an address."""


def plain(text: str) -> str:
    """Text as it is, whatever a person typed into it: no Markdown, LaTeX, emoji codes or links."""
    text = _LINKS.sub(lambda found: found[0][:1] + _JOINER + found[0][1:], text)
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]()<>#+-.!|$:~" else mark for mark in text)
