"""The story after something was changed: what happens now, said from the run alone."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.notation import number
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.trace import Trace

NOTICED = 0.1
"""A thought counts as on your mind, and a change as one, from here on."""
_LISTED = ("kept", "c", "h")
"""For each stage the signal whose units are listed."""


def retold(trace: Trace, since: int) -> tuple[tuple[str, ...], ...]:
    """The story's sentences up to beat ``since``, then sentences made from the run."""
    told = STORY.templates()
    return (*told[:since], *(_beat(trace, t) for t in range(since, len(told))))


def spoken_of(trace: Trace, since: int) -> tuple[tuple[int | None, ...], ...]:
    """The unit (from 0) each sentence of ``retold`` speaks of: of several, the strongest."""
    told = STORY.speaks
    return (*told[:since], *(_strongest(trace, t) for t in range(since, len(told))))


def _strongest(trace: Trace, t: int) -> tuple[int | None, ...]:
    sizes = [abs(getattr(trace, name)[t]) for name in _LISTED]
    return tuple(int(size.argmax()) if size.max() > NOTICED else None for size in sizes)


def _beat(trace: Trace, t: int) -> tuple[str, ...]:
    units = range(len(STORY.units))

    def those(signal: str, template: str, nothing: str) -> str:
        values = getattr(trace, signal)[t]
        found = [unit for unit in units if abs(values[unit]) > NOTICED]
        return _listed([template.format(unit=unit, name=STORY.name(unit)) for unit in found]) or (
            nothing
        )

    return (
        "The forget gate keeps: " + those("kept", "{name} ({{f:{unit}|%}})", "nothing") + ".",
        "Taken in: "
        + those("written", "{name} ({{written:{unit}}})", "nothing")
        + ". On your mind now: "
        + those("c", "{name} ({{c:{unit}}})", "nothing")
        + ".",
        "Said: " + those("h", "{name} ({{h:{unit}}})", "nothing") + ".",
    )


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


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + "".join(parts[-1:])
