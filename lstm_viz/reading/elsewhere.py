"""Whether a unit follows a rule in other texts as well: what holds in one may be that text's."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lstm_viz.reading.find import FEWEST
from lstm_viz.reading.measures import standard, stretches
from lstm_viz.reading.record import Reading
from lstm_viz.reading.rules import Rule


class OtherPassage(NamedTuple):
    """In the passage ``title`` the unit follows the rule with correlation ``r``."""

    title: str
    r: float


def elsewhere(unit: int, rule: Rule, passages: Mapping[str, Reading]) -> tuple[OtherPassage, ...]:
    """How well ``unit`` follows the rule in each of these, by title, that has enough of it."""
    found = []
    for title, read in passages.items():
        pattern = rule.of(read.text)
        if stretches(pattern) < FEWEST or (pattern == pattern[0]).all():
            continue
        values = standard(read.trace.c[:, unit, None])[:, 0]
        wanted = standard(np.asarray(pattern, np.float64)[:, None])[:, 0]
        found.append(OtherPassage(title, float(values @ wanted) / len(wanted)))
    return tuple(found)
