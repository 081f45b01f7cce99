"""The cell at the step, as far as the reader has come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from lstm_viz.figures.film import Film, film
from lstm_viz.figures.stages import LSTM_STAGES, Stage
from lstm_viz.scenes.your_turn.record.sums import GATES, STEPS
from lstm_viz.scenes.your_turn.record.task import Task

_PLAIN = {stage.id: stage for stage in LSTM_STAGES}
_READ = ("h_in", "x_in")
_WRITE = ("forget", "write", "new-cell-state")
STAGES: tuple[Stage, ...] = (
    Stage(
        id="in",
        title="What comes in",
        equation="{x}, {h_prev}, {c_prev}",
        numbers="h = {h_prev}, c = {c_prev}",
        sentence="The input, and from the step before the hidden state and the cell state: unit "
        "{unit} holds {c_prev}.",
        focus=("x", "h_prev", "c_prev"),
        wires=(*_READ, "c_in"),
        brief="c = {c_prev}",
    ),
    _PLAIN["forget-gate"],
    _PLAIN["input-gate"],
    _PLAIN["candidate"],
    Stage(
        id="state",
        title="New cell state",
        equation="{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}",
        numbers="{f} × {(c_prev)} + {i} × {(g)} = {c}",
        sentence="What is kept, {kept}, plus what is written, {written}: unit {unit} now holds "
        "{c}.",
        focus=("c_prev", "f", "kept", "i", "g", "written", "c"),
        wires=tuple(wire for id in _WRITE for wire in _PLAIN[id].wires),
        ops=tuple(op for id in _WRITE for op in _PLAIN[id].ops),
    ),
    _PLAIN["output-gate"],
    _PLAIN["release"],
)
"""Each with the number that it ends in."""
_SUM = "W {x} + U {h_prev} + b"
WORKED: tuple[Stage, ...] = (
    Stage(
        id="sums",
        title="Four sums, squashed",
        equation=f"{{f}}, {{i}}, {{o}} = σ({_SUM}), {{g}} = tanh({_SUM})",
        numbers="f = {f}, i = {i}, c̃ = {g}, o = {o}",
        sentence="From the same x and h come all four, each with weights of its own: keep {f|%}, "
        "take in {i|%} of {g}, let out {o|%}.",
        focus=("x", "h_prev", *GATES),
        wires=(*_READ, *(f"to_{gate}" for gate in GATES), *(f"{gate}_out" for gate in GATES)),
        gates=GATES,
    ),
    STAGES[4],
    _PLAIN["release"],
)
"""The worked example has the arithmetic beside it and takes fewer."""
ARRIVES = ("x", "h_prev", "c_prev")
ENDS = ("", "f", "i", "g", "c", "o", "h")


def reached(done: Collection[str]) -> int:
    """How many stages are lit when these numbers are there, each with all before it."""
    there = tuple(takewhile(lambda step: step in done, STEPS))
    return sum(not end or end in there for end in ENDS)


def step_film(task: Task, stages: Sequence[Stage]) -> Film:
    """The step in these stages; what arrives is there before."""
    return film(
        task.trace,
        tokens=("input",),
        columns=("x",) if task.inputs == 1 else None,
        stages=tuple(stages),
        given=ARRIVES,
    )
