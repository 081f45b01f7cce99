"""How numbers are written, and read: the same in every picture, sentence, table and field.

``player/js/shared/numbers.js`` writes them so in the browser; they are read here alone.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal


def number(value: float, *, sign: bool = False) -> str:
    """A value in the few characters a cell has: ``0.69``, ``−1.20``, ``123``, ``1e+05``."""
    size = Decimal(abs(float(value)))  # exact: rounded half up, as JavaScript's toFixed does
    if size >= Decimal("99999.5"):
        power = size.adjusted()
        leading = size.scaleb(-power).quantize(Decimal(1), ROUND_HALF_UP)
        digits = f"{leading}e+{power:02}" if leading < 10 else f"1e+{power + 1:02}"
    else:
        places = Decimal("0.01") if size < Decimal("99.995") else Decimal(1)
        digits = str(size.quantize(places, ROUND_HALF_UP))
    if float(digits) == 0:
        return "0.00"
    return ("−" if value < 0 else "+" if sign else "") + digits


def counted(many: int, noun: str) -> str:
    """``1 step``, ``2 steps``, ``1,000 steps``."""
    return f"{many:,} {noun}{'s' * (many != 1)}"


def listed(names: Sequence[str]) -> str:
    """``none``, ``a``, ``a and b``, ``a, b and c``."""
    *others, last = names or ["none"]
    return f"{', '.join(others)} and {last}" if others else last


def percent(value: float) -> str:
    """A gate as a share, never rounded to 0 % or 100 % when it is not that."""
    value = float(value)  # a float32 so near to 1 would be 1
    whole = f"{math.floor(100 * value + 0.5)} %"
    if value < 1e-12 or value > 1 - 1e-12:
        return whole
    return "under 1 %" if value < 0.01 else "over 99 %" if value > 0.99 else whole


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(power: int) -> str:
    """A power as it stands above the line: ⁻¹²."""
    return str(power).translate(_RAISED)


def in_powers(value: float) -> str:
    """0.57, 38.3, 8.2·10³, 7.7·10⁻⁶; two or three digits, as a person would write it."""
    size = abs(value)
    sign = "−" if value < 0 else ""
    if size == 0 or 0.01 <= size < 999.5:
        digits = number(size) if size < 9.995 else f"{size:.1f}" if size < 99.95 else f"{size:.0f}"
        return (sign if float(digits) else "") + digits
    leading, power = f"{size:.1e}".split("e")
    return f"{sign}{leading}·10{raised(int(power))}"


# ---- what a reader types or pastes -------------------------------------------------------------

_THIN = "\u2009\u202f\u00a0"
"""Spaces that part a sign or groups of three digits: thin, narrow and plain no-break."""
_GROUPED = rf"[0-9]{{1,3}}(?:[{_THIN}][0-9]{{3}})+|[0-9]{{1,3}}(?:,[0-9]{{3}}){{2,}}"
_IN_ONE_NUMBER = re.compile(
    rf"(?P<sign>[+\-\u2212]?)[{_THIN}]*"
    rf"(?P<whole>{_GROUPED}|[0-9]{{1,3}}(?:,[0-9]{{3}})+(?=\.[0-9])|[0-9]*)"
    r"(?P<part>\.[0-9]*|,[0-9]+)?(?P<power>[eE][+\-\u2212]?[0-9]{1,3})?"
)
_PLAIN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?")
_UNCLEAR = re.compile(r"[+\-\u2212]?[1-9][0-9]{0,2},[0-9]{3}")


def read_number(text: str) -> float:
    """The number that a reader typed or pasted; ``ValueError`` says what came instead.

    What is written here is also read: a true minus, thin spaces and commas that part thousands, an
    ≈ before it.  A comma with digits behind it is a decimal comma, but 1,000 may be either, and is
    refused.  Spaces around it, and characters that are not seen, do not count.
    """
    if _PLAIN.fullmatch(text):  # a table has thousands of them
        return float(text)
    seen = text.strip(_unseen(text)).removeprefix("≈").lstrip(_unseen(text))
    if not seen:
        raise ValueError("nothing")
    found = _IN_ONE_NUMBER.fullmatch(seen)
    if found is None or not re.search("[0-9]", found["whole"] + (found["part"] or "")):
        raise ValueError(quoted(text))
    if _UNCLEAR.fullmatch(seen):
        point, none = seen.replace(",", "."), seen.replace(",", "")
        raise ValueError(f"{quoted(seen)}, which may be {point} or {none}")
    whole = re.sub(f"[,{_THIN}]", "", found["whole"])
    parts = found["sign"], whole or "0", (found["part"] or "").replace(",", "."), found["power"]
    return float("".join(part or "" for part in parts).replace("\u2212", "-"))


def _unseen(text: str) -> str:
    """The spaces, controls and marks of format in it: what can stand around a number unseen."""
    return "".join(char for char in set(text) if unicodedata.category(char)[0] in "ZC")


def clipped(text: str, longest: int = 40) -> str:
    """What somebody wrote as it can stand in a sentence: short, on one line, all of it seen."""
    kept = beginning(text, longest)
    shown = "".join(map(_seen, " " + kept, kept))
    return shown if kept == text else shown + "…"


_JOINER = "\u200d"  # between the parts of an emoji


def _seen(before: str, char: str) -> str:
    joins = char == _JOINER and unicodedata.category(before) in ("So", "Sk", "Mn")
    return char if char.isprintable() or joins else " " if char.isspace() else "�"


def beginning(text: str, longest: int) -> str:
    """At most so many of its characters, no letter or emoji parted from what belongs to it."""
    end = min(longest, len(text))
    while 0 < end < len(text) and _is_one(text[end - 1], text[end]):
        end -= 1
    return text[:end]


def _is_one(before: str, after: str) -> bool:
    """Whether what is seen of two characters is one thing: an accent, a skin tone, a flag."""
    joins = _JOINER in (before, after) or unicodedata.category(after)[0] == "M"
    is_tone = "\U0001f3fb" <= after <= "\U0001f3ff"
    are_flags = all("\U0001f1e6" <= char <= "\U0001f1ff" for char in (before, after))
    return joins or is_tone or are_flags


def quoted(text: str) -> str:
    """What came, to be read after "got"; ``nothing`` if there was nothing to be seen."""
    seen = text.strip(_unseen(text))
    return f"‘{clipped(seen, 23)}’" if seen else "nothing"


def bracketed(text: str) -> str:
    """A number as it stands after × or +: one with a minus in brackets."""
    return f"({text})" if text.startswith("−") else text


# A number with its brackets and the HTML round it; numbers joined by signs; what they are said to
# make, within the same function or not: "tanh(0.30 + 0.20) = tanh(0.51)".  What a gate leaves, as
# in "(1 − 0.30) × 0.50", counts as one number.
_TAGS = r"(?:<[^<>]*>)*"
_NUMBER = rf"{_TAGS}\(?(?:1 − )?{_TAGS}−?\d+\.\d\d{_TAGS}\)?{_TAGS}"
_SUM = re.compile(
    rf"((?:^|(?<=[^\d.])){_NUMBER}(?: [×+−] {_NUMBER})+\)?) = ((?:σ|tanh)?\(?{_NUMBER})"
)
_PARTS = re.compile(r" [×+−] |−?\d+\.\d\d")
_REST = re.compile(r"(?<![\d.])1 − (\d+\.\d\d)")
_HALF = Decimal("0.005")


def honest(text: str) -> str:
    """``text`` (plain or HTML) with ≈ for = where the numbers as printed do not add up.

    Values are computed in full and shown with two decimals: 0.41 × 0.26 may well be 0.10.
    """

    def written(match: re.Match[str]) -> str:
        sign = "=" if abs(_worth(match[1]) - _worth(match[2])) <= _HALF else "≈"
        return f"{match[1]} {sign} {match[2]}"

    return _SUM.sub(written, text)


def multiplied(a: str, b: str, product: str) -> str:
    """``a × b = product`` as it is written, with any decimals; ≈ where that does not hold."""
    values = [Decimal(text.replace("−", "-")) for text in (a, b, product)]
    half = Decimal(1).scaleb(int(values[2].as_tuple().exponent)) / 2
    sign = "=" if abs(values[0] * values[1] - values[2]) <= half else "≈"
    return f"{a} × {bracketed(b)} {sign} {product}"


def _worth(text: str) -> Decimal:
    """What a printed sum of products comes to."""
    total, product, sign = Decimal(0), Decimal(0), " + "
    plain = _REST.sub(lambda share: f"{1 - Decimal(share[1])}", re.sub(r"<[^<>]*>", "", text))
    for part in _PARTS.findall(plain):
        if part in (" × ", " + ", " − "):
            sign = part
        elif sign == " × ":
            product *= Decimal(part.replace("−", "-"))
        else:
            total += product
            value = Decimal(part.replace("−", "-"))
            product = -value if sign == " − " else value
    return total + product
