"""A series of numbers, the part of it that is held out, and the series that the page offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import floor, log10, sqrt
from types import MappingProxyType

import numpy as np

from lstm_viz.inputs import InputError, Inputs, Table, from_csv, from_numbers, read_table
from lstm_viz.notation import clipped
from lstm_viz.scenes.forecast.record.sunspots import sunspots
from lstm_viz.trace import Array

LEAST, MOST = 40, 1_000
"""Values that a series can have."""
MOST_HELD_OUT = 48
DRAWN = 24
"""Points, at most, that the reader draws."""
OWN = "own"


@dataclass(frozen=True)
class Series:
    """``labels`` has one for each of the N ``values``; the last ``held_out`` of them are hidden."""

    name: str
    values: tuple[float, ...]
    labels: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.values)

    @property
    def held_out(self) -> int:
        return min(MOST_HELD_OUT, len(self) // 5)

    @property
    def past(self) -> int:
        """Values that are known: those that a network may be trained on."""
        return len(self) - self.held_out

    @cached_property
    def array(self) -> Array:
        return np.array(self.values)

    @cached_property
    def mean(self) -> float:
        """Of the past alone, as ``deviation``: nothing of what is hidden leaks in."""
        return float(self.array[: self.past].mean())

    @cached_property
    def deviation(self) -> float:
        return float(self.array[: self.past].std())

    @property
    def decimals(self) -> int:
        """As many as make three digits of the deviation."""
        return min(15, max(0, 2 - floor(log10(self.deviation))))

    def written(self, value: float) -> str:
        """A value, or a difference of two, as it is said."""
        text = f"{value:,.{self.decimals}f}"
        return text.replace("-", "−") if float(text.replace(",", "")) else text.lstrip("-")

    @cached_property
    def drawn_at(self) -> tuple[int, ...]:
        """Where the reader draws points: steps after the past, from 1; the last is the end."""
        stride = -(-self.held_out // DRAWN)
        return tuple(range(self.held_out, 0, -stride))[::-1]


def _counted(count: int) -> tuple[str, ...]:
    return tuple(map(str, range(1, count + 1)))


def _made(name: str, values: Array) -> Series:
    return Series(name, tuple(map(float, values.round(4))), _counted(len(values)))


def sine() -> Series:
    """A wave of 24 steps, with noise."""
    t, rng = np.arange(240), np.random.default_rng(1)
    return _made("a sine with noise", np.sin(2 * np.pi * t / 24) + rng.normal(0, 0.15, t.size))


def seasons() -> Series:
    """Waves of 12 and 40 steps on a slope, with noise."""
    t, rng = np.arange(240), np.random.default_rng(2)
    waves = 2 * np.sin(2 * np.pi * t / 12) + 1.2 * np.sin(2 * np.pi * t / 40)
    return _made("two seasons and a trend", 10 + 0.03 * t + waves + rng.normal(0, 0.35, t.size))


def walk() -> Series:
    """Each step is drawn anew: nothing of the past tells which way the next one goes."""
    rng = np.random.default_rng(5)
    return _made("a random walk", 100 + rng.normal(0, 1, 240).cumsum())


def yearly_sunspots() -> Series:
    years, counts = sunspots()
    return Series("sunspots a year", counts, years)


PRESETS: Mapping[str, Callable[[], Series]] = MappingProxyType(
    {"sine": sine, "seasons": seasons, "sunspots": yearly_sunspots, "walk": walk}
)


@lru_cache(maxsize=32)
def series_of(preset: str, text: str = "", column: int | None = None) -> Series:
    """A preset's series; of ``OWN`` the one in a text.  ``InputError`` in one sentence."""
    return own_series(text, column) if preset == OWN else PRESETS[preset]()


# ---- the reader's own --------------------------------------------------------------------------


def table_of(text: str) -> Table | None:
    """The table in a text, if it is one: numbers on one line are none."""
    return read_table(text) if "\n" in text.strip() else None


def columns_of(table: Table) -> tuple[int, ...]:
    """Those that can be forecast: that of the labels is none."""
    return tuple(k for k in table.numbers if k != table.labels)


def column_of(table: Table, column: int | None) -> int:
    """The column asked for; else the first in which not every cell is the same, or the first."""
    columns = columns_of(table)
    if column in columns:
        return column
    changing = (k for k in columns if len({row[k] for _, row in table.rows}) > 1)
    return next(changing, columns[0])


def own_series(text: str, column: int | None = None) -> Series:
    """One column of a table, or numbers on one line."""
    table = table_of(text)
    if table is None:
        return _checked("your numbers", from_numbers(text), None)
    chosen = column_of(table, column)
    name = table.names[chosen] if table.named else "your numbers"
    return _checked(clipped(name, 30), from_csv(text, (chosen,)), table.labels)


def _checked(name: str, inputs: Inputs, labelled_by: int | None) -> Series:
    values = inputs.x[:, 0]
    if not LEAST <= len(values) <= MOST:
        raise InputError(f"Expected {LEAST} to {MOST:,} numbers, got {len(values):,}.")
    labels = inputs.tokens if labelled_by is not None else _counted(len(values))
    found = Series(name, tuple(map(float, values)), labels, inputs.notes)
    size = sqrt(float((found.array**2).mean()))
    if found.deviation <= 1e-12 * size:
        raise InputError(
            f"Expected numbers that change, got the same number, {values[0]:g}, in all "
            f"{found.past} places before the part that is hidden."
        )
    return found
