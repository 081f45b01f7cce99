"""What the reader can set on "Read along", and what is set at first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lstm_viz.reading.find import find
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.read import LONGEST
from lstm_viz.reading.rules import RULES
from lstm_viz.scenes.read_along.controls.params import hold_list, span_list, unit_list
from lstm_viz.scenes.read_along.record import forgets_most, network, reading
from lstm_viz.signals import LSTM_SIGNALS, gates
from lstm_viz.ui.params import MAX_SEED, Number, Param, Pick, Several, Text

KEY = "read_along"
PAGE = "read-along"
CELL_STAGES = 10
MOST_OTHERS = 3
MARKED = "marked"
"""Among the rules: what the reader marked in the text."""
SIGNALS = ("c", *gates(LSTM_SIGNALS), "h")
FIRST_RULE = "speaker"

PASSAGE = Pick("passage", tuple(PASSAGES), next(iter(PASSAGES)))
TEXT = Text("text", LONGEST)
PAINT = Pick("paint", ("surprise", *SIGNALS), "surprise")
PANEL = Pick("panel", ("find", "hold", "write"), "find")
RULE = Pick("rule", (*RULES, MARKED), FIRST_RULE)
MARKS = span_list("marks", longest=LONGEST, most=100)
TEMPERATURE = Number("temperature", 0.1, 2.0, 0.8)
SEED = Number("seed", 0, MAX_SEED, 1, whole=True)
COUNT = Number("count", 1, 300, 100, whole=True)
LEVEL = Pick("level", ("text", "cell"), "text")


@dataclass(frozen=True)
class FirstUnits:
    """The unit that is looked at, and others beside it."""

    unit: int
    others: tuple[int, ...]


@cache
def first_units() -> FirstUnits:
    """The one that forgets most in the first passage, and those that follow some rules best there.

    In another network it is others.
    """
    read = reading(PASSAGES[PASSAGE.default].text)
    found: dict[int, None] = {}
    for rule in (FIRST_RULE, "word-position", "break", "vowel"):
        ranked = find(read.trace.c, RULES[rule].of(read.text), rule).units
        found[next(int(unit) for unit in ranked if unit not in found)] = None
    _, *others = found
    return FirstUnits(forgets_most(read), tuple(others))


@cache
def others_param() -> Several:
    return unit_list("others", network().model.hidden_size, MOST_OTHERS, first_units().others)


@cache
def holds_param() -> Several:
    return hold_list("hold", network().model.hidden_size, most=8)


def params() -> tuple[Param, ...]:
    return (
        *(PASSAGE, TEXT, PAINT, others_param(), PANEL, RULE, MARKS, holds_param()),
        *(TEMPERATURE, SEED, COUNT, LEVEL),
    )
