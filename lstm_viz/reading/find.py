"""Which units follow a pattern in the text, and whether that is more than chance.

The best of 128 units follows any pattern somewhat, the more so since both change slowly. So the
same search is made for the pattern pushed along the text (and round its end) by many distances,
where nothing connects the two: how well does the best unit do there?
"""

import math
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lstm_viz.notation import number
from lstm_viz.reading.measures import auc, shifted, standard, stretches
from lstm_viz.reading.record import Integers
from lstm_viz.trace import Array

WELL, WEAKLY = 0.5, 0.3
"""|r| from which a unit is said to follow a pattern well, or weakly."""
BEATEN = 0.95
"""… if the best unit is better than on this share of the shifts."""
FEWEST = 3
"""Stretches below which nothing is said: what holds once holds at a place special in other ways."""

Verdict = Literal["well", "weakly", "none", "too short"]


class RankedUnit(NamedTuple):
    """How well one unit follows the pattern.

    auc: how well it tells the places apart in the direction in which it follows: for a negative r
    the chance that it is *lower* where the pattern holds; None for a count.
    """

    unit: int
    r: float
    auc: float | None


@dataclass(frozen=True, eq=False)
class SearchResult:
    """The units, best first, and how they compare with chance.

    called: the pattern in words; pattern: (T,) its values; units: (H,) by |r|, best first;
    r: (H,) Pearson's correlation by unit, 0 for one that never changes; auc: (H,) by unit, the
    chance that the unit is higher at a place where the pattern holds than at one where it does
    not, None if the pattern is a count. stretches: how often the pattern begins to hold, or the
    count to rise. shifts: how many shifted patterns were searched for;
    as_good: the share of them whose best unit does as well; chance: the |r| that the best unit
    stays below on 95 % of them; both None if the text is too short for shifts.
    """

    called: str
    pattern: Array
    units: Integers
    r: Array
    auc: Array | None
    stretches: int
    shifts: int
    as_good: float | None
    chance: float | None

    @property
    def best(self) -> int:
        return int(self.units[0])

    def ranked(self, k: int = 5) -> tuple[RankedUnit, ...]:
        """The best k units."""
        return tuple(
            RankedUnit(int(u), float(self.r[u]), self._auc(int(u))) for u in self.units[:k]
        )

    def _auc(self, unit: int) -> float | None:
        """The other way round for a unit that is low where the pattern holds."""
        if self.auc is None:
            return None
        higher = float(self.auc[unit])
        return higher if self.r[unit] >= 0 else 1 - higher

    @property
    def beaten(self) -> int:
        """On how many shifts the best unit follows less well than here."""
        return round(self.shifts * (1 - (1.0 if self.as_good is None else self.as_good)))

    @property
    def asked(self) -> int:
        """How many shifts have to be beaten for a unit to follow."""
        return math.ceil(BEATEN * self.shifts)

    @property
    def verdict(self) -> Verdict:
        if self.as_good is None or self.stretches < FEWEST:
            return "too short"
        strength = float(number(abs(self.r[self.best])))  # as the sentence prints it
        if self.beaten < self.asked or strength < WEAKLY:
            return "none"
        return "well" if strength >= WELL else "weakly"


def find(values: Array, pattern: ArrayLike, called: str) -> SearchResult:
    """Rank the units by how well they follow the pattern.

    values: (T, H), say ``trace.c``; pattern: (T,) bool, or numbers for a count. Raises
    ``ValueError`` if their lengths differ or the pattern is the same everywhere.
    """
    wanted = np.asarray(pattern)
    if values.ndim != 2 or wanted.shape != values.shape[:1]:
        raise ValueError(
            f"the pattern must have one value a character, got {wanted.shape} for values of shape "
            f"{values.shape}"
        )
    if not len(wanted) or (wanted == wanted[0]).all():
        raise ValueError(
            f"There is nothing to tell apart: “{called}” is the same at all {len(wanted)} "
            "characters of this text."
        )
    units = standard(values)
    every = shifted(standard(wanted[:, None])[:, 0])
    r = every @ units / len(wanted)  # (1 + shifts, H), the pattern in its place first
    strength = np.abs(r)
    as_good = chance = None
    if len(every) > 1:
        by_chance = strength[1:].max(axis=1)
        as_good = float((by_chance >= strength[0].max()).mean())
        chance = float(np.quantile(by_chance, BEATEN))
    return SearchResult(
        called,
        wanted.astype(np.float64),
        np.argsort(-strength[0], kind="stable"),
        r[0].copy(),
        auc(values, wanted) if wanted.dtype == bool else None,
        stretches(wanted),
        len(every) - 1,
        as_good,
        chance,
    )
