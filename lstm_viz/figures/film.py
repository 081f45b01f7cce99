"""The animated cell as data: what is drawn once, what each stage lights, what each step fills in.

A film is small, whatever the length of the sequence: geometry and lighting are said once per
stage, values once per step.  ``compose`` puts one frame together from them.  The player in the
browser does the same from the same data (``player/js/film/compose.js``), so a sequence of 200 steps
costs its numbers and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.figures.among import Among, notes
from lstm_viz.figures.camera import CAMERAS, camera
from lstm_viz.figures.diagram import Diagram, Point, Rect
from lstm_viz.figures.draw import traces
from lstm_viz.figures.fields import NO_FIELDS, Field, fields_of
from lstm_viz.figures.kind import LSTM, Kind, kind_of
from lstm_viz.figures.lighting import lighting
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace
from lstm_viz.figures.stages import Stage
from lstm_viz.figures.style import STRONG
from lstm_viz.notation import number
from lstm_viz.trace import Trace

SHOWN, CARRIED = LSTM.shown, LSTM.carried
"""Of an LSTM: the signals that have a strip; where the last stage takes strips to."""

_NOTHING_LIT = Stage("", "", "", "", "", focus=(), wires=())
_STATE_OPACITY = {"active": 1.0, "next": 1.0, "done": 0.5, "empty": 1.0}


@dataclass(frozen=True)
class View:
    """The film drawn for one shape of screen."""

    diagram: Diagram
    data: list[PlotlyTrace]
    """Plotly traces, by ``name``, with nothing lit and nothing filled in."""
    scenes: list[list[dict[str, Patch]]] = field(default_factory=list)
    """Per step and stage, patches of what is drawn beside the strips (``story``)."""
    cameras: dict[str, Rect] = field(default_factory=dict)
    """By name, the parts of the picture that stages look at."""
    hot: Sequence[tuple[float, ...]] = ()
    """(stage, x0, y0, x1, y1): parts of the picture that take to a stage when clicked."""
    fields: dict[str, Field] = field(default_factory=dict)
    """By signal, where the units are that have no cell of their own."""


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
    among: Among | None = None
    """Where this is in the run of a network, if it is a part of one."""

    @property
    def kind(self) -> Kind:
        return kind_of(self.trace.table)

    def __len__(self) -> int:
        """Frames in the film: every stage of every step; the last step has no next one."""
        return len(self.trace) * len(self.stages) - self.stages[-1].carries

    def is_held(self, name: str, unit: int) -> bool:
        """The gate of this unit was held by hand during the run."""
        values = self.trace.clamped.get(name)
        return values is not None and not np.isnan(values[unit])

    def step_number(self, t: int) -> int:
        """What step ``t`` (from 0) is called: its number in the whole run, from 1."""
        return t + 1 + (self.among.first if self.among else 0)

    def unit_number(self, unit: int) -> int:
        """What ``unit`` (from 0) is called: its number in the whole network, from 1."""
        return (self.among.units[unit] if self.among else unit) + 1

    def words(self, k: int, unit: int) -> tuple[str, str]:
        """Stage ``k``'s templates for a unit: (numbers, sentence)."""
        stage = self.stages[k]
        if any(self.is_held(gate, unit) for gate in stage.gates):
            return stage.held, stage.held_sentence
        return stage.numbers, stage.sentence

    def positions(self) -> Iterator[tuple[int, int]]:
        """(step, stage) of every frame, in order."""
        for n in range(len(self)):
            yield divmod(n, len(self.stages))


def film(
    trace: Trace,
    *,
    tokens: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    layouts: Sequence[str] = ("wide", "tall"),
    stages: tuple[Stage, ...] | None = None,
    given: Sequence[str] = (),
    told: Sequence[Sequence[str]] = (),
    among: Among | None = None,
) -> Film:
    """Describe the animation of one run of an LSTM, a GRU or a simple RNN.

    ``trace`` is unbatched, (T, H); ``tokens`` are T labels of its steps, ``columns`` I labels of
    its inputs.  ``stages`` are what is shown of each step, all of it unless told otherwise;
    ``given`` are signals that are there before the first of them.  ``told`` has, for each step, a
    sentence for each stage in place of the stage's own.  ``among`` says which units and steps of a
    network these are (``among.among``).  Raises ``ValueError`` for another kind of cell, a batch,
    or labels that do not fit.
    """
    kind = kind_of(trace.table)
    stages = kind.stages if stages is None else stages
    if trace.batched:
        raise ValueError("expected one sequence, got a batch; pick one with trace.sequence(b)")
    steps, inputs = trace.x.shape
    tokens = tuple(tokens) if tokens is not None else tuple(f"step {t + 1}" for t in range(steps))
    columns = tuple(columns) if columns is not None else tuple(f"x{k + 1}" for k in range(inputs))
    if len(tokens) != steps:
        raise ValueError(f"expected {steps} tokens, one a step, got {len(tokens)}")
    if len(columns) != inputs:
        raise ValueError(f"expected {inputs} columns, one an input, got {len(columns)}")
    states = [_states(kind, stages, k, given) for k in range(len(stages))]
    scales = _scales(kind, trace) if among is None else _scales_among(kind, among)
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
            cameras={
                stage.camera: camera(diagrams[name], CAMERAS[stage.camera])
                for stage in stages
                if stage.camera
            },
            fields=fields_of(diagrams[name], fields),
        )
        for name in layouts
    }
    return Film(
        trace, tokens, columns, stages, states, scales, quiet, lit, views,
        shown=kind.shown, told=tuple(tuple(sentences) for sentences in told), among=among,
    )  # fmt: skip


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
    """±1 for what is bounded; inputs, and cell states or sums, have their own largest value."""

    def largest(*names: str) -> float:
        return max(1.0, *(float(np.abs(getattr(trace, name)).max()) for name in names))

    return _scales_of(kind, largest("x"), largest(*kind.unbounded))


def _scales_among(kind: Kind, among: Among) -> dict[str, float]:
    """The colours mean the same for the units of the strips and those of the fields."""
    return _scales_of(kind, among.largest_x, among.state)


def _scales_of(kind: Kind, x: float, state: float) -> dict[str, float]:
    kept = ("kept",) if "c" in kind.carried else ()
    own = {"x": x} | dict.fromkeys((*kind.unbounded, *kept), state)
    return {name: own.get(name, 1.0) for name in kind.shown}


def compose(film: Film, view: View, t: int, k: int) -> dict[str, Patch]:
    """What every changing trace looks like at stage ``k`` of step ``t``: name -> patch."""
    patches = film.quiet | film.lit[k]
    patches["strips"] = _strips(film, view, t, k)
    if view.scenes:
        return patches | view.scenes[t][k]
    patches["token"] = {"text": [_token_label(film, t + film.stages[k].carries)]}
    return patches


def _strips(film: Film, view: View, t: int, k: int) -> Patch:
    xs: list[float] = []
    ys: list[float] = []
    colours: list[Any] = []
    opacities: list[float] = []
    texts: list[str] = []
    inks: list[str] = []
    for name in film.shown:
        strip = view.diagram.strips[name]
        state = film.states[k][name]
        place = strip
        if film.stages[k].carries and name in film.kind.carried:
            place = view.diagram.strips[film.kind.carried[name]]
        values = _values(film.trace, name, t + (state == "next"))
        for j, value in enumerate(values):
            share = float(value) / film.scales[name]
            x, y = place.cell_centre(j)
            xs.append(x)
            ys.append(y)
            colours.append("$off" if state == "empty" else round(share, 4))
            opacities.append(_STATE_OPACITY[state])
            text = _input(value) if name == "x" else number(value, sign=True)
            texts.append(text if strip.numbered and state != "empty" else NO_TEXT)
            inks.append("$on_value" if state != "done" and abs(share) > STRONG else "$ink")
    return {
        "x": xs,
        "y": ys,
        "text": texts,
        "marker": {"color": colours, "opacity": opacities},
        "textfont": {"color": inks},
    }


def _input(value: float) -> str:
    """An input is mostly a 0 or a 1, and is shown as one."""
    return number(value).removesuffix(".00")


def _values(trace: Trace, name: str, t: int) -> NDArray[np.floating[Any]]:
    values: NDArray[np.floating[Any]] = getattr(trace, name)[t]
    return values


def _token_label(film: Film, t: int) -> str:
    return f"“{escape(film.tokens[t], quote=False)}”"


def travelling_dots(points: Sequence[Point], spacing: float, shift: float) -> list[Point]:
    """Points every ``spacing`` pixels along a path, moved ``shift`` pixels along it."""
    corners = np.asarray(points, dtype=float)
    lengths = np.hypot(*np.diff(corners, axis=0).T)
    reached = np.concatenate([[0.0], np.cumsum(lengths)])
    at = np.arange(shift % spacing, reached[-1], spacing)
    x = np.interp(at, reached, corners[:, 0])
    y = np.interp(at, reached, corners[:, 1])
    return list(zip(x.tolist(), y.tolist(), strict=True))
