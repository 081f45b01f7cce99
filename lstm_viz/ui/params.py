"""What a reader sets on a page, one kind of it a class, and how it stands in a link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from lstm_viz.notation import clipped
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


ParamOf = Param | Callable[[Mapping[str, Value]], Param]
"""A param, or what says it once the values of those before it are known."""


class PartlyReadError(ValueError):
    """Some of what a link says is not usable (``bad``), the rest is (``good``)."""

    def __init__(self, bad: str, good: Value) -> None:
        super().__init__(bad)
        self.bad = bad
        self.good = good


def read(param: Param, text: str) -> tuple[Value, str]:
    """(what a link says, or the default; a note if what it says is not usable, else nothing)."""
    default = "" if param.default is None else clipped(param.write(param.default))
    instead = f"with {param.name}={default}" if default else "without"
    try:
        return param.read(text), ""
    except PartlyReadError as partly:
        value, bad, instead = partly.good, partly.bad, "without"
    except ValueError:
        value, bad = param.default, text
    return value, (
        f"The link says {param.name}={clipped(bad)}; expected {param.wanted}, "
        f"so it opens {instead}."
    )


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
    noun: str = ""
    """What it is the number of, if its name does not say that."""

    def read(self, text: str) -> Value:
        """The number that a link says; ``ValueError`` if it is none or out of bounds."""
        if len(text) > 20 or not text.isascii() or "_" in text:
            raise ValueError(text)
        if self.whole and not text.isdigit():
            raise ValueError(text)
        value = int(text) if self.whole else float(text)
        if not self.low <= value <= self.high:
            raise ValueError(text)
        return value - self.from_one

    def write(self, value: Value) -> str:
        assert isinstance(value, int | float)
        return str(int(value) + self.from_one) if self.whole else f"{value:.12g}"

    @property
    def wanted(self) -> str:
        noun = self.noun or ("whole number" if self.whole else "number")
        return f"a {noun} from {self.low:.10g} to {self.high:.10g}"


@dataclass(frozen=True)
class Pick:
    """One of a few words."""

    name: str
    options: tuple[str, ...]
    default: str
    always: bool = False
    """A link says it even if it is the default: an address that says nothing opens another one."""
    moved: str = ""
    """Where something is that was an option once."""

    def read(self, text: str) -> Value:
        if text not in self.options:
            raise ValueError(text)
        return text

    def write(self, value: Value) -> str:
        return str(value)

    @property
    def wanted(self) -> str:
        words = ", ".join(self.options)
        one = f"one of {words}" if len(self.options) > 1 else words
        return f"{one} ({self.moved})" if self.moved else one


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
        return f"a whole text of at most {self.longest:,} characters"


@dataclass(frozen=True)
class Several:
    """Things of one kind.  A bad one among them does not take the good ones with it."""

    name: str
    most: int
    between: str
    """What stands between them in the link."""
    read_one: Callable[[str], Any]
    """``ValueError`` if it is not usable."""
    write_one: Callable[[Any], str]
    wanted: str
    default: tuple[Any, ...] = ()
    about: Callable[[Any], object] | None = None
    """Where of two about the same it would not be clear which is meant: what each is about."""

    def read(self, text: str) -> tuple[Any, ...]:
        words = [word for word in text.split(self.between) if word]
        good, bad = [], words[self.most :]
        for word in words[: self.most]:
            try:
                good.append(self.read_one(word))
            except ValueError:
                bad.append(word)
        unclear = self.about is not None and len(set(map(self.about, good))) < len(good)
        if unclear or (bad and not good):
            raise ValueError(text)
        if bad:
            others = f" and {len(bad) - 1:,} more" if len(bad) > 1 else ""
            raise PartlyReadError(f"{bad[0]}{others}", tuple(good))
        return tuple(good)

    def write(self, value: Any) -> str:
        return self.between.join(map(self.write_one, value))
