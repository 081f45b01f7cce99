"""What a character is: a text cut where its readers would cut it, and what of it is left out.

``player/js/reading/characters.js`` cuts the same way in the browser.
"""

import re
import unicodedata

JOINER = "\u200d"
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
"""Soft hyphens, spaces of no width, marks of direction and of byte order, word joiners."""
_SPACING_VOWELS = "\u0e33\u0eb3"
"""Sara am, Thai and Lao: by category letters, written as a part of the one before."""


def without_unseen(text: str) -> str:
    """``text`` without the characters that are not seen and change no other."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def left_out(text: str) -> tuple[str, ...]:
    """A sentence that tells how many characters ``without_unseen`` takes from the text, if any."""
    count = len(text) - len(without_unseen(text))
    if not count:
        return ()
    many, were = ("", "was") if count == 1 else ("s", "were")
    return (
        f"{count:,} character{many} that cannot be seen (such as soft hyphens) {were} left out.",
    )


def pieces(text: str) -> list[str]:
    """`text` cut into the characters that its readers see; joined again, they are `text`.

    é is one piece even when typed as e and an accent, so is 👩🏽‍🚀, a flag, a syllable of Hangul
    that is typed as its letters, or "\\r\\n".
    """
    found: list[str] = []
    for char in text:
        if found and _joins(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _joins(last: str, char: str) -> bool:
    """Whether the character belongs to the piece before it."""
    if char < "\xad":
        return char == "\n" and last == "\r"
    return (
        (extends(char) and last not in ("\n", "\r", "\r\n"))
        or (last[-1] == JOINER and unicodedata.category(char) == "So")
        or (_is_regional(char) and len(last) == 1 and _is_regional(last))
        or (_goes_on_in_hangul(char) and _is_hangul(last[-1]))
    )


def extends(char: str) -> bool:
    """Whether it belongs to any character before it: accents, joiners, skin tones."""
    tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    mark = unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
    return tone or mark or char in _SPACING_VOWELS


def _is_regional(char: str) -> bool:
    """One of the letters A to Z that make flags in pairs."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _goes_on_in_hangul(char: str) -> bool:
    """A vowel or a final consonant as a letter of its own."""
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"


def _is_hangul(char: str) -> bool:
    syllable = "\uac00" <= char <= "\ud7a3" or "\ua960" <= char <= "\ua97c"
    return "\u1100" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb" or syllable
