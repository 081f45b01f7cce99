"""What holding a gate by hand has changed, said from the two runs."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.gates.record import GateRun, label
from lstm_viz.notation import number

SAME = 0.005
"""Two values that are shown alike, to two decimals, are the same."""

_VERBS = {"kept": "keeps", "written": "writes", "c": "c is", "h": "h is"}


def change_sentence(
    run: GateRun, signals: tuple[str, ...], t: int, unit: int, others: bool = True
) -> str:
    """Before and after at step ``t`` and at the last step, for one unit; Markdown.

    ``others``: say too in which unit that nobody touched the most has changed.
    """
    assert run.hold is not None
    last = len(run.trace) - 1
    whose = unit if run.hold.unit is None else run.hold.unit
    told = f"**“{run.tokens[t]}”, unit {whose + 1}:** " + ", ".join(
        f"{_VERBS[name]} {_change(run, name, t, whose)}" for name in signals
    )
    if t < last:
        told += f"; after “{run.tokens[last]}” c is {_change(run, 'c', last, whose)}"
    return told + "." + (_others(run, whose) if others else "")


def _change(run: GateRun, name: str, t: int, unit: int) -> str:
    before, after = (float(getattr(trace, name)[t, unit]) for trace in (run.free, run.trace))
    if abs(after - before) < SAME:
        return f"{number(after)} as before"
    return f"{number(after)} (was {number(before)})"


def _others(run: GateRun, unit: int) -> str:
    """Units that nobody touched change too: every gate reads the h of all units."""
    assert run.hold is not None
    if run.hold.unit is None:
        return ""
    far = np.abs(run.trace.c[-1] - run.free.c[-1])
    far[unit] = 0
    other = int(far.argmax())
    if far[other] < SAME:
        return ""
    return f" Unit {other + 1} feels it through h: its c ends at {_change(run, 'c', -1, other)}."


def prediction_request(run: GateRun) -> str:
    """What the page says until the reader has seen the effect."""
    assert run.hold is not None
    name = label(run.hold.gate)
    return f"The {name} is in your hand, at every step. **Predict** what it does, then → to see."
