"""What a reader sets on a page, one kind of it a class, and how it stands in a link."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Protocol

from lstm_viz.ui.packing import pack_text, unpack_text

MAX_SEED = 2**31 - 1
Value = float | int | str | tuple[Any, ...] | None


class Param(Protocol):
    """One thing that the reader sets, with how it stands in a link."""

    @property
    def name(self) -> str: ...
    @property
    def default(self) -> Value: ...
    @property
    def wanted(self) -> str:
        """What a link should say, to be read after "expected"."""
        ...

    def read(self, text: str) -> Value:
        """What a link says; ``ValueError`` if that is not usable."""
        ...

    def write(self, value: Any) -> str: ...


@dataclass(frozen=True)
class Number:
    """A number that the reader sets; ``default`` None means: not set unless they do."""

    name: str
    low: float
    high: float
    default: float | None = None
    whole: bool = False
    from_one: bool = False
    """Counted from 1 in the link, from 0 everywhere else."""

    def read(self, text: str) -> Value:
        """The number that a link says; ``ValueError`` if it is none or out of bounds."""
        if not text.isascii() or len(text) > 20:
            raise ValueError(text)
        value = int(text) if self.whole else float(text)
        if not (math.isfinite(value) and self.low <= value <= self.high) or "_" in text:
            raise ValueError(text)
        if self.whole and not text.isdigit():
            raise ValueError(text)
        return int(value) - 1 if self.from_one else value

    def write(self, value: Value) -> str:
        assert isinstance(value, int | float)
        return str(int(value) + self.from_one) if self.whole else f"{value:g}"

    @property
    def wanted(self) -> str:
        kind = "a whole number" if self.whole and not self.from_one else "a number"
        return f"{kind} from {self.low:.10g} to {self.high:.10g}"


@dataclass(frozen=True)
class Pick:
    """One of a few words."""

    name: str
    options: tuple[str, ...]
    default: str

    def read(self, text: str) -> Value:
        if text not in self.options:
            raise ValueError(text)
        return text

    def write(self, value: Value) -> str:
        return str(value)

    @property
    def wanted(self) -> str:
        return "one of " + ", ".join(self.options)


@dataclass(frozen=True)
class Text:
    """Anything typed, long texts packed; ``default`` None means: not set unless the reader does."""

    name: str
    longest: int
    """In characters."""
    default: str | None = None

    def read(self, text: str) -> Value:
        found = unpack_text(text)
        if len(found) > self.longest:
            raise ValueError(text)
        return found

    def write(self, value: Value) -> str:
        return pack_text(str(value))

    @property
    def wanted(self) -> str:
        return f"a text of at most {self.longest:,} characters"
