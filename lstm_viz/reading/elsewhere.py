"""Whether a unit follows a rule in other texts as well: what holds in one may be that text's."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lstm_viz.notation import number
from lstm_viz.reading.find import FEWEST, WEAKLY, SearchResult
from lstm_viz.reading.measures import standard, stretches
from lstm_viz.reading.record import Reading
from lstm_viz.reading.rules import Rule


class OtherPassage(NamedTuple):
    """In the passage `title` the unit follows the rule with correlation `r`."""

    title: str
    r: float


def elsewhere(unit: int, rule: Rule, passages: Mapping[str, Reading]) -> tuple[OtherPassage, ...]:
    """How well `unit` follows the rule in each of these, by title, that has enough of it."""
    found = []
    for title, read in passages.items():
        pattern = rule.of(read.text)
        if stretches(pattern) < FEWEST or (pattern == pattern[0]).all():
            continue
        values = standard(read.trace.c[:, unit, None])[:, 0]
        wanted = standard(np.asarray(pattern, np.float64)[:, None])[:, 0]
        found.append(OtherPassage(title, float(values @ wanted) / len(wanted)))
    return tuple(found)


def sentence(found: SearchResult, others: tuple[OtherPassage, ...]) -> str:
    """A sentence to go with `found.says`; empty if nothing was found that could be checked."""
    if found.verdict in ("none", "too short"):
        return ""
    if not others:
        return "No other passage here has enough of this to check it."
    direction = 1 if found.r[found.best] >= 0 else -1
    low, high = min(there.r for there in others), max(there.r for there in others)
    so = all(direction * r > 0 and float(number(abs(r))) >= WEAKLY for r in (low, high))
    does = "does so elsewhere too" if so else "does not do so everywhere"
    if len(others) == 1:
        where = f"in the passage “{others[0].title}” its r is {number(low, sign=True)}"
    else:
        where = (
            f"in the {len(others)} other passages with enough of this its r is "
            f"{number(low, sign=True)} to {number(high, sign=True)}"
        )
    return f"It {does}: {where}."
