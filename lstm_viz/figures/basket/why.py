"""Which value each point of the row of words is: a click on it opens where that comes from."""

from __future__ import annotations

from lstm_viz.figures.basket.layout import GATES, MOST_FRUIT, RowLayout, window
from lstm_viz.figures.shapes import Patch, PlotlyTrace, derived
from lstm_viz.lesson.gating import UNITS

Values = list[list[str | int]]


def opened(trace: PlotlyTrace) -> PlotlyTrace:
    """A trace of the row of words whose points open where they come from, if they are values."""
    name = trace["name"]
    kind, _, gate = name.partition(" ")
    if kind == "open":
        return derived(trace, gate)
    if name in ("fruit", "numbers"):
        return derived(trace, "c")
    return derived(trace, "says") if name == "lstm says" else trace


def places(layout: RowLayout, now: int, sentences: int) -> dict[str, Patch]:
    """Which values the points are while sentence ``now`` is looked at."""
    seen = window(now, sentences, layout.slots)
    both = [len(UNITS) * n + unit for n in seen for unit in UNITS]
    values: dict[str, Values] = {
        **{f"open {gate}": [[gate, k] for k in both] for gate in GATES},
        "fruit": [["c", k] for k in both for _ in range(MOST_FRUIT)],
        "numbers": [["c", len(UNITS) * now + unit] for unit in UNITS],
        "lstm says": [["says", n] for n in seen],
    }
    return {name: {"customdata": of} for name, of in values.items()}
