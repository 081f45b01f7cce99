"""What else a unit follows in the same text, perhaps better: quotes may begin where lines do."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from lstm_viz.reading.find import SearchResult
from lstm_viz.reading.measures import standard
from lstm_viz.reading.rules import RULES, Rule
from lstm_viz.trace import Array


class RivalRule(NamedTuple):
    """A rule that a unit follows, and how well."""

    rule: Rule
    r: float


def rival(found: SearchResult, values: Array, characters: Sequence[str]) -> RivalRule | None:
    """The rule that the best unit found follows better than what it was found for, if there is one.

    values: (T, H), those that ``found`` was found in; characters: the text, as for a rule.
    """
    of_rules = [np.asarray(rule.of(characters), np.float64) for rule in RULES.values()]
    unit = standard(values[:, found.best, None])[:, 0]
    r = unit @ standard(np.stack(of_rules, axis=1)) / len(unit)
    best = int(np.abs(r).argmax())
    # The same rule again may differ by a rounding.
    if abs(r[best]) <= abs(found.r[found.best]) + 1e-9:
        return None
    return RivalRule(tuple(RULES.values())[best], float(r[best]))
