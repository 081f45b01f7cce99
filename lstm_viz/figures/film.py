"""The animated cell as data: what is drawn once, what each stage lights, what each step fills in.

A film is small, whatever the length of the sequence: geometry and lighting are said once per
stage, values once per step.  The player in the browser composes frames and sentences of them, and
nothing else does (``player/js``), so a sequence of 200 steps costs its numbers and nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from lstm_viz.figures.among import Among, notes
from lstm_viz.figures.diagram import Diagram
from lstm_viz.figures.draw import traces
from lstm_viz.figures.fields import NO_FIELDS, Field, fields_of
from lstm_viz.figures.kind import LSTM, Kind, full_colour, kind_of
from lstm_viz.figures.lighting import lighting
from lstm_viz.figures.shapes import Patch, PlotlyTrace
from lstm_viz.figures.stages import Stage
from lstm_viz.signals import shares
from lstm_viz.trace import Trace

SHOWN = LSTM.shown
"""Of an LSTM: the signals that have a strip."""

_NOTHING_LIT = Stage("", "", "", "", "", focus=(), wires=())


@dataclass(frozen=True)
class View:
    """The film drawn for one shape of screen."""

    diagram: Diagram
    data: list[PlotlyTrace]
    """Plotly traces, by ``name``, with nothing lit and nothing filled in."""
    scenes: list[list[dict[str, Patch]]] = field(default_factory=list)
    """Per step and stage, patches of what is drawn beside the strips (``story``)."""
    hot: Sequence[tuple[float, ...]] = ()
    """(stage, x0, y0, x1, y1): parts of the picture that take to a stage when clicked."""
    fields: dict[str, Field] = field(default_factory=dict)
    """By signal, where the units are that have no cell of their own."""


class Place(NamedTuple):
    """Which steps of a longer run are shown alone: their numbers from 0, of so many, and what a
    step is.  Each is read with the states that it had in the run."""

    numbers: tuple[int, ...]
    of: int
    word: str


@dataclass(frozen=True)
class Film:
    trace: Trace
    tokens: tuple[str, ...]
    columns: tuple[str, ...]
    stages: tuple[Stage, ...]
    states: list[dict[str, str]]
    """Per stage, for each shown signal: empty, active, done or next (the next step's value)."""
    scales: dict[str, float]
    """The value at which a signal's colour is full."""
    quiet: dict[str, Patch]
    """What every trace that can be lit looks like unlit."""
    lit: list[dict[str, Patch]]
    """Per stage: the patches of what is lit, where they differ from ``quiet``."""
    views: dict[str, View]
    shown: tuple[str, ...] = SHOWN
    """The signals that have a strip, in the order of the diagrams."""
    told: tuple[tuple[str, ...], ...] = ()
    """Per step and stage a sentence of its own, in place of the stage's (``story``)."""
    speaks: tuple[tuple[int | None, ...], ...] = ()
    """Per step and stage the unit (from 0) that the sentence speaks of, if it is one."""
    passed: tuple[tuple[int, int], ...] = ()
    """Steps and stages (from 0) without news of their own, at which who steps does not stop."""
    among: Among | None = None
    """Where this is in the run of a network, if it is a part of one."""
    place: Place | None = None
    """Which steps of a longer run these are, if they are not one after the other."""
    run: Trace | None = None
    """The whole run, if ``trace`` is a stretch of its steps."""
    first: int = 0
    """The number of the first step in the whole run, from 0."""

    @property
    def of(self) -> int:
        """Steps of the whole run."""
        return self.among.steps if self.among else len(self.run or self.trace)

    @property
    def kind(self) -> Kind:
        return kind_of(self.trace.table)

    def step_number(self, t: int) -> int:
        """What step ``t`` (from 0) is called: its number in the whole run, from 1."""
        return t + 1 + self.first


_DAY = re.compile(r"(?P<day>.{10})[ T]00:00(:00(\.0+)?)?([+-]\d\d:\d\d)?|NaT", re.DOTALL)

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Marks that would turn round the sentence that a label stands in; halves of characters."""


def as_labels(name: str, values: Iterable[object]) -> tuple[str, ...]:
    """What is written for each: words, numbers, dates (without the time if it is midnight)."""
    try:
        written = tuple(_TURNING.sub("�", str(value)) for value in values)
    except TypeError:
        raise ValueError(f"{name} must be several labels, got {values!r}") from None
    days = [_DAY.fullmatch(label) for label in written]
    return tuple(
        (day["day"] if day and all(days) else None) or label
        for day, label in zip(days, written, strict=True)
    )


def film(
    trace: Trace,
    *,
    tokens: Iterable[object] | None = None,
    columns: Iterable[object] | None = None,
    layouts: Sequence[str] = ("wide", "tall"),
    stages: tuple[Stage, ...] | None = None,
    given: Sequence[str] = (),
    told: Sequence[Sequence[str]] = (),
    among: Among | None = None,
    scaled: Trace | None = None,
    stretch: tuple[int, int] | None = None,
) -> Film:
    """Describe the animation of one run of an LSTM, a GRU or a simple RNN.

    ``trace`` is unbatched, (T, H); ``tokens`` are T labels of its steps (words, numbers, dates),
    ``columns`` I labels of its inputs.  ``stages`` are what is shown of each step, all of it unless
    told otherwise; ``given`` are signals that are there before the first of them.  ``told`` has,
    for each step, a sentence for each stage in place of the stage's own.  ``among`` says which
    units and steps of a network these are (``among.among``).  ``scaled`` is the run whose values
    make the scales of the colours, if ``trace`` is a part of it.  ``stretch`` are the steps that
    are shown, (first, the one after the last), all of them unless told otherwise: colours mean the
    same in the whole run.  Raises ``ValueError`` for another kind of cell, a batch, labels that do
    not fit, or steps that are not there.
    """
    kind = kind_of(trace.table)
    stages = kind.stages if stages is None else stages
    if trace.batched:
        raise ValueError("expected one sequence, got a batch; pick one with trace.sequence(b)")
    steps, inputs = trace.x.shape
    tokens = (
        tuple(f"step {t + 1}" for t in range(steps))
        if tokens is None
        else as_labels("tokens", tokens)
    )
    columns = (
        tuple(f"x{k + 1}" for k in range(inputs))
        if columns is None
        else as_labels("columns", columns)
    )
    if len(tokens) != steps:
        raise ValueError(f"expected {steps} tokens, one a step, got {len(tokens)}")
    if len(columns) != inputs:
        raise ValueError(f"expected {inputs} columns, one an input, got {len(columns)}")
    first, stop = (0, steps) if stretch is None else stretch
    if not 0 <= first < stop <= steps:
        raise ValueError(f"stretch must be within 0 to {steps}, got {first} to {stop}")
    states = [_states(kind, stages, k, given) for k in range(len(stages))]
    scales = _scales(kind, scaled or trace) if among is None else _scales_among(kind, among)
    fields = among.fields if among else NO_FIELDS
    diagrams = {
        name: layout(trace.hidden_size, inputs, fields) for name, layout in kind.layouts.items()
    }
    quiet = lighting(diagrams["wide"], _NOTHING_LIT, dict.fromkeys(kind.shown, "empty"))
    lit = [
        {
            name: patch
            for name, patch in lighting(diagrams["wide"], stage, state).items()
            if patch != quiet[name]
        }
        for stage, state in zip(stages, states, strict=True)
    ]
    views = {
        name: View(
            diagrams[name],
            traces(diagrams[name], columns, scales, tuple(trace.clamped))
            + (notes(diagrams[name], among) if among else []),
            fields=fields_of(diagrams[name], fields),
        )
        for name in layouts
    }
    shown = trace if stop - first == steps else _stretch(trace, first, stop)
    return Film(
        shown, tokens[first:stop], columns, stages, states, scales, quiet, lit, views,
        shown=kind.shown, told=tuple(tuple(sentences) for sentences in told), among=among,
        run=trace, first=among.first if among else first,
    )  # fmt: skip


def _stretch(trace: Trace, first: int, stop: int) -> Trace:
    """The record of these steps alone; the states before them are those of the whole run."""
    steps = {name: array[first:stop] for name, array in trace.arrays.items()}
    return Trace(trace.table, steps, trace.clamped)


def _states(kind: Kind, stages: Sequence[Stage], k: int, given: Sequence[str]) -> dict[str, str]:
    """A strip is empty until the story has computed it; then it stays readable."""
    computed = {name for stage in stages[: k + 1] for name in stage.focus} | set(given)
    stage = stages[k]
    states = {
        name: "active" if name in stage.focus else "done" if name in computed else "empty"
        for name in kind.shown
    }
    if stage.carries:
        states |= {"x": "next"} | dict.fromkeys(kind.carried.values(), "empty")
        states |= {name: "empty" for name in kind.shown if name not in ("x", *kind.carried)}
    return states


def _scales(kind: Kind, trace: Trace) -> dict[str, float]:
    return _scales_of(kind, float(np.abs(trace.x).max()), full_value(trace))


def full_value(trace: Trace) -> float:
    """The value whose colour is full: of all that has a sign, so that a number has one colour."""
    names = kind_of(trace.table).unbounded
    return full_colour(max(float(np.abs(getattr(trace, name)).max()) for name in names))


def _scales_among(kind: Kind, among: Among) -> dict[str, float]:
    """The colours mean the same for the units of the strips and those of the fields."""
    return _scales_of(kind, among.largest_x, among.state)


def _scales_of(kind: Kind, x: float, state: float) -> dict[str, float]:
    """1 for gates; inputs that are larger than all else have a scale of their own."""
    own = dict.fromkeys(shares(kind.table), 1.0) | {"x": max(x, state)}
    return {name: own.get(name, state) for name in kind.shown}
