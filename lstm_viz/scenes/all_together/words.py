"""What is said of the unrolled cell, before and after the picture."""

from __future__ import annotations

import numpy as np

from lstm_viz.scenes.all_together.record import SentenceRun, plain, preset_of, shows
from lstm_viz.signals import shares, signal

OPENING = (
    "One cell, drawn once for each token: [[unrolling]]. The [[cell state]] runs through all of "
    "them on its [[belt|conveyor-belt]], the [[hidden state]] goes from each to the next. Z, or "
    "the button “One cell”, zooms into one of them."
)


def title(id: str) -> str:
    return preset_of(id).title


def ending(run: SentenceRun) -> str:
    """The common confusions and their answers, with this run's numbers: Markdown."""
    trace = run.trace
    steps, units = trace.h.shape
    inputs = trace.x.shape[1]
    c, _, h = shows(run)
    t, gate = _widest(run)
    label, rows = signal(trace.table, gate).label, run.cell.rows("f")
    low, high = float(getattr(trace, gate)[t].min()), float(getattr(trace, gate)[t].max())
    return f"""
**Units or [[time steps|time-step]]?** {steps} steps side by side, {units} [[units|unit]] on top of
each other; each unit lives through all {steps} steps.

**New [[weights|weight]] for each step?** No: 4·{units}·({inputs} + {units} + 1) =
{run.parameters} [[parameters|parameter]], the same at every step and for any length.

**Is h the same as c?** No: at the last step the unit with the largest |c| holds c = {plain(c)}
and shows h = {plain(h)}. c is the memory, h is what is said of it.

**Is a [[gate]] one number?** No, a vector: at step {t + 1} the {label} runs from {plain(low)} to
{plain(high)}, unit by unit.

**Do the gates take turns?** No: all four are computed from the same x and h at once; only the
picture takes them one at a time.

**Two [[biases|bias]] or one?** PyTorch keeps two for each gate, and adds them; one is enough, and
here it is one.

**Which gate is which row?** The weights are stacked in the order i, f, g, o (g is the
candidate), {units} rows for each. Counted from 0, rows {rows.start} to {rows.stop - 1} are the
forget gate’s.
"""


def _widest(run: SentenceRun) -> tuple[int, str]:
    """(step, gate) at which a gate differs most from unit to unit."""
    spread = {gate: np.ptp(getattr(run.trace, gate), axis=1) for gate in shares(run.trace.table)}
    gate = max(spread, key=lambda name: float(spread[name].max()))
    return int(spread[gate].argmax()), gate
