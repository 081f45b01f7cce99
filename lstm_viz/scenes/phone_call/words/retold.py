"""The story after something was changed: what happens now, in numbers of the run alone."""

from __future__ import annotations

from lstm_viz.notation import number
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.trace import Trace

NOTICED = 0.1
"""A thought counts as on your mind, and a change as one, from here on."""
_TOLD = (
    "the forget gate keeps {{f:{unit}|%}} of it, so of {{c_prev:{unit}}} it keeps {{kept:{unit}}}.",
    "{{written:{unit}}} is taken in, and now it is at {{c:{unit}}}.",
    "the output gate shows {{o:{unit}|%}} of it, and {{h:{unit}}} comes out.",
)
"""For each stage what is said of a unit."""


def retold(since: int) -> tuple[tuple[str, ...], ...]:
    """The story's sentences up to beat ``since``, then numbers of the thoughts they speak of."""
    told, speaks = STORY.templates(), STORY.speaks
    return (*told[:since], *(tuple(map(_said, units, _TOLD)) for units in speaks[since:]))


def _said(unit: int | None, template: str) -> str:
    assert unit is not None
    name = STORY.name(unit)
    return f"{name[0].upper()}{name[1:]}: {template.format(unit=unit)}"


def difference(before: Trace, after: Trace, t: int) -> str:
    """One sentence on what the change did to the cell state at the end of beat ``t``."""
    changed = [
        f"{STORY.name(unit)} {number(after.c[t, unit])}, not {number(before.c[t, unit])}"
        for unit in range(len(STORY.units))
        if abs(after.c[t, unit] - before.c[t, unit]) > NOTICED
    ]
    if not changed:
        return "Then c is the same, to a tenth: nothing was put aside here."
    return f"Then in c: {'; '.join(changed)}."
