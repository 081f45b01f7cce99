"""How numbers are written: the same in every picture, sentence and table.

``player/js/shared/numbers.js`` writes them so in the browser.
"""

from __future__ import annotations

import math
import re
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


def percent(value: float) -> str:
    """A gate as a share, never rounded to 0 % or 100 % when it is not that."""
    value = float(value)  # a float32 so near to 1 would be 1
    whole = f"{math.floor(100 * value + 0.5)} %"
    if value < 1e-12 or value > 1 - 1e-12:
        return whole
    return "under 1 %" if value < 0.01 else "over 99 %" if value > 0.99 else whole


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
