"""Where the values of the story come from in the network of a shot: what a click on them opens."""

from __future__ import annotations

from lstm_viz.cells import LSTM
from lstm_viz.figures.basket.layout import RowLayout, window
from lstm_viz.figures.gating.why import worked_out
from lstm_viz.figures.shapes import PlotlyTrace, derived
from lstm_viz.lesson.basket import sums
from lstm_viz.lesson.gating import FRUIT, UNITS
from lstm_viz.networks.basket_run import GATES, HELD_OUT
from lstm_viz.notation import bracketed, number
from lstm_viz.scenes.how_it_learns.record.shots import Shot
from lstm_viz.scenes.how_it_learns.record.story import AT, STORY, read
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.trace import Trace

Values = list[list[str | int]]
MEASURED = (
    f"right answers: the share of all questions of {HELD_OUT} stories that no training reads",
    f"loss: (answer − right answer)², the mean over all questions of {HELD_OUT} stories that no "
    "training reads",
)


def why(shot: Shot) -> dict[str, tuple[str, ...]]:
    """The gates at every sentence, the cell state at the one that is looked at, and the curves."""
    (cell,), (trace, *_) = shot.model.layers, read(shot.model).traces
    assert isinstance(cell, LSTM)
    gates = {gate: _of_gate(cell, trace, gate) for gate in GATES}
    state = {"c": tuple(_state(trace, shot.now, unit) for unit in UNITS)}
    return gates | state | ({"measured": MEASURED} if shot.slow is None else {})


def _of_gate(cell: LSTM, trace: Trace, gate: str) -> tuple[str, ...]:
    return tuple(
        f"{_named(gate, n, unit)}: {worked_out(gate, one)}"
        for n, at in enumerate(AT)
        for unit, one in zip(UNITS, sums(cell, trace, at, gate), strict=True)
    )


def _state(trace: Trace, n: int, unit: int) -> str:
    f, before, i, g, c = (
        number(getattr(trace, name)[AT[n], unit]) for name in ("f", "c_prev", "i", "g", "c")
    )
    made = f"{f} × {bracketed(before)} + {i} × {bracketed(g)} = {c}"
    return f"{_named('c', n, unit)}: f × c before + i × c̃ = {made}"


def _named(name: str, n: int, unit: int) -> str:
    return f"{signal(LSTM_SIGNALS, name).label}, {FRUIT[unit]}, sentence {n + 1}"


def places(layout: RowLayout, now: int) -> dict[str, Values]:
    """Which values the points of the gates are while sentence ``now`` is looked at."""
    seen = window(now, len(STORY), layout.slots)
    of = [len(UNITS) * n + unit for n in seen for unit in UNITS]
    return {f"open {gate}": [[gate, k] for k in of] for gate in GATES}


def opened(trace: PlotlyTrace) -> PlotlyTrace:
    """A trace of the row; a click on its points opens where they come from, if they are values."""
    if trace["name"] == "numbers":
        return derived(trace, "c")
    kind, _, gate = trace["name"].partition(" ")
    return derived(trace, gate) if kind == "open" else trace


def measured(trace: PlotlyTrace, *which: int) -> PlotlyTrace:
    """A trace whose points are shares of right answers (0) or losses (1)."""
    return trace | {"customdata": [["measured", k] for k in which], "hoverinfo": "none"}
