"""What only the link of "Read along" says: several units, gates held, stretches marked."""

from __future__ import annotations

import re

from lstm_viz.reading.effect import GATES, Hold
from lstm_viz.ui.params import Several

_HOLD = re.compile(rf"([{''.join(GATES)}])\.([0-9]{{1,5}})_([0-9](?:\.[0-9]{{1,4}})?)")
_SPAN = re.compile(r"([0-9]{1,5})-([0-9]{1,5})")

Spans = tuple[tuple[int, int], ...]
"""Stretches of the text: (first character, the one after the last), from 0."""


def unit_list(name: str, units: int, most: int, default: tuple[int, ...] = ()) -> Several:
    """A few of so many units: ``others=12.60`` is units 12 and 60, in Python 11 and 59."""
    return Several(
        name,
        most,
        between=".",
        read_one=lambda text: _whole(text, units) - 1,
        write_one=lambda unit: str(unit + 1),
        wanted=f"up to {most} different units from 1 to {units}, such as 2.7",
        default=default,
        about=lambda unit: unit,
    )


def hold_list(name: str, units: int, most: int) -> Several:
    """Gates held at values: ``hold=f.12_0.5 o.3_0`` holds the forget gate of unit 12 at 0.5."""

    def read_one(word: str) -> Hold:
        gate, unit, value = _matched(_HOLD, word)
        return Hold(_whole(unit, units) - 1, gate, float(value))  # type: ignore[arg-type]

    return Several(
        name,
        most,
        between=" ",
        read_one=read_one,
        write_one=lambda hold: f"{hold.gate}.{hold.unit + 1}_{hold.value:g}",
        wanted=f"up to {most} different gates held from 0 to 1, such as f.12_0.5 for unit 12",
        about=lambda hold: (hold.unit, hold.gate),
    )


def span_list(name: str, longest: int, most: int) -> Several:
    """Stretches of the text: ``marks=3-5.9-9`` is characters 3 to 5 and character 9."""

    def read_one(word: str) -> tuple[int, int]:
        first, last = (_whole(number, longest) for number in _matched(_SPAN, word))
        if last < first:
            raise ValueError(word)
        return first - 1, last

    return Several(
        name,
        most,
        between=".",
        read_one=read_one,
        write_one=lambda span: f"{span[0] + 1}-{span[1]}",
        wanted=f"up to {most} stretches of characters, such as 3-5.9-9",
    )


def _matched(pattern: re.Pattern[str], word: str) -> tuple[str, ...]:
    """The groups of a whole word, or ``ValueError``."""
    found = pattern.fullmatch(word)
    if found is None:
        raise ValueError(word)
    return found.groups()


def _whole(text: str, most: int) -> int:
    """A number from 1 to ``most``, or ``ValueError``."""
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= most):
        raise ValueError(text)
    return int(text)
