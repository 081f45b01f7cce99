"""What only the link of "Read along" says: several units, gates held, stretches marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lstm_viz.reading.effect import GATES, Hold

_HOLD = re.compile(rf"([{''.join(GATES)}])\.([0-9]{{1,5}})_([0-9](?:\.[0-9]{{1,4}})?)")
_SPAN = re.compile(r"([0-9]{1,5})-([0-9]{1,5})")

Spans = tuple[tuple[int, int], ...]
"""Stretches of the text: (first character, the one after the last), from 0."""


@dataclass(frozen=True)
class UnitList:
    """A few different units: ``others=12.60`` is units 12 and 60, in Python 11 and 59."""

    name: str
    units: int
    """So many there are."""
    most: int
    default: tuple[int, ...] = ()

    def read(self, text: str) -> tuple[int, ...]:
        found = tuple(_whole(word, self.units) - 1 for word in text.split(".") if text)
        if len(found) > self.most or len(set(found)) != len(found):
            raise ValueError(text)
        return found

    def write(self, value: Any) -> str:
        return ".".join(str(unit + 1) for unit in value)

    @property
    def wanted(self) -> str:
        return f"up to {self.most} different units from 1 to {self.units}, such as 2.7"


@dataclass(frozen=True)
class HoldList:
    """Gates held at values: ``hold=f.12_0.5 o.3_0`` holds the forget gate of unit 12 at 0.5."""

    name: str
    units: int
    most: int
    default: tuple[Hold, ...] = ()

    def read(self, text: str) -> tuple[Hold, ...]:
        words = text.split()
        if len(words) > self.most:
            raise ValueError(text)
        found = tuple(self._hold(word) for word in words)
        if len({(hold.unit, hold.gate) for hold in found}) != len(found):  # which is meant?
            raise ValueError(text)
        return found

    def _hold(self, word: str) -> Hold:
        found = _HOLD.fullmatch(word)
        if found is None:
            raise ValueError(word)
        gate, unit, value = found.groups()
        return Hold(_whole(unit, self.units) - 1, gate, float(value))  # type: ignore[arg-type]

    def write(self, value: Any) -> str:
        return " ".join(f"{hold.gate}.{hold.unit + 1}_{hold.value:g}" for hold in value)

    @property
    def wanted(self) -> str:
        return f"up to {self.most} different gates held from 0 to 1, such as f.12_0.5 for unit 12"


@dataclass(frozen=True)
class SpanList:
    """Stretches of the text: ``marks=3-5.9-9`` is characters 3 to 5 and character 9."""

    name: str
    longest: int
    most: int
    default: Spans = ()

    def read(self, text: str) -> Spans:
        words = text.split(".") if text else []
        if len(words) > self.most:
            raise ValueError(text)
        return tuple(self._span(word) for word in words)

    def _span(self, word: str) -> tuple[int, int]:
        found = _SPAN.fullmatch(word)
        if found is None:
            raise ValueError(word)
        first, last = (_whole(number, self.longest) for number in found.groups())
        if last < first:
            raise ValueError(word)
        return first - 1, last

    def write(self, value: Any) -> str:
        return ".".join(f"{start + 1}-{end}" for start, end in value)

    @property
    def wanted(self) -> str:
        return f"up to {self.most} stretches of characters, such as 3-5.9-9"


def _whole(text: str, most: int) -> int:
    """A number from 1 to ``most``, or ``ValueError``."""
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= most):
        raise ValueError(text)
    return int(text)
