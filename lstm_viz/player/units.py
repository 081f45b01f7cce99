"""A big network as what is sent to the browser: chosen units whole, the rest as colours.

The chosen units are a film of their own (``payload``).  Beside it goes what the fields and the
derivations need of all units: h as float32, since sums are worked out with it, the gates, the
candidate and c as 16-bit steps of their scale, which is finer than a colour; what follows from
them (kept, written, tanh(c), the states before) is made in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from lstm_viz.figures import fields
from lstm_viz.figures.among import Among, among
from lstm_viz.figures.film import film
from lstm_viz.figures.kind import Kind, kind_of
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.player.contract import Field, Network, Steps, WholeNetwork
from lstm_viz.player.payload import base64_of, cell_film, cell_view, packed
from lstm_viz.trace import Array, Trace

BYTES = 14
"""Of one unit at one step: h in 4 bytes; f, i, g, o and c (of a GRU r, z, xn, hn, n) in 2 each."""
CHOSEN = 6 * 15 * 4
"""Bytes of the chosen units at one step: 15 signals of 6 units, 4 bytes each."""
WEIGHTS = 6 * 4 * 4
"""Bytes for each unit or input that they read: 4 gates of 6 units, 4 bytes each."""
INPUTS = 100
"""Inputs of a network that reads letters, about."""
ROOM = 130_000
"""Bytes that all this may take; as base64, with the picture, about 200 KB are sent."""
WINDOW = 64
"""Steps round the one in focus, where all would not fit."""
FEWEST = 8


def window(steps: int, hidden_size: int, at: int) -> tuple[int, int]:
    """The steps that are sent, (first, the one after the last): all of them if they fit.

    Otherwise a window that has step ``at`` (from 0) in its middle half and moves on by half of its
    length, so that many steps share one.  Raises ``ValueError`` for a step that is not there.
    """
    if not 0 <= at < steps:
        raise ValueError(f"the step must be from 0 to {steps - 1}, got {at}")
    room = ROOM - WEIGHTS * (hidden_size + INPUTS)
    fitting = max(FEWEST, room // (BYTES * hidden_size + CHOSEN))
    if steps <= fitting:
        return 0, steps
    length = min(WINDOW, fitting)
    hop = length // 2
    first = hop * round((at - length / 2) / hop)
    first = max(0, min(first, steps - length))
    return first, first + length


def units_payload(
    trace: Trace,
    *,
    tokens: Sequence[str],
    columns: Sequence[str],
    weights: Mapping[str, Array],
    units: Sequence[int],
    at: int,
    unit_labels: Sequence[str] = (),
    answers: Sequence[str] = (),
) -> Network:
    """Everything the player needs to step through ``units`` of a network, ready for JSON.

    ``trace`` is the run of an LSTM, a GRU or a simple RNN on one sequence, (T, H); ``tokens`` are T
    labels of its steps, ``columns`` I labels of its inputs; ``weights`` are ``weight_ih`` (4H, I),
    ``weight_hh`` (4H, H) and ``bias`` (4H,), rows i, f, g, o (of a simple RNN H rows; of a GRU 3H,
    rows r, z, n, with ``bias_ih`` and ``bias_hh`` in place of ``bias``).  ``units``
    are 1 to 6 numbers of units (from 0), drawn in this order, ``unit_labels`` words on what each of
    them does; ``answers`` are T words on what the network says.  ``at`` (from 0) is the step round
    which ``window`` is sent.  Raises ``ValueError`` for what does not fit together.
    """
    _check(trace, tokens, columns, weights, answers)
    first, stop = window(len(trace), trace.hidden_size, at)
    few, place = among(trace, units, first, stop)
    kind = kind_of(trace.table)
    one = place.fields.inputs > 0
    story = film(
        few, tokens=tokens[first:stop], columns=(NO_TEXT,) if one else columns, among=place
    )
    rows = _rows(kind, weights, place.units, trace.hidden_size)
    return {
        "kind": "network",
        **cell_film(story, rows, unit_labels, answers[first:stop]),
        "views": {
            name: {
                "kind": "fielded",
                **cell_view(view),
                "fields": {name: _field(field) for name, field in view.fields.items()},
            }
            for name, view in story.views.items()
        },
        "network": _network(kind, place, columns),
    }


def _check(
    trace: Trace,
    tokens: Sequence[str],
    columns: Sequence[str],
    weights: Mapping[str, Array],
    answers: Sequence[str],
) -> None:
    kind = kind_of(trace.table)
    rows = kind.blocks * trace.hidden_size
    if trace.batched:
        raise ValueError("expected one sequence, got a batch; pick one with trace.sequence(b)")
    steps, size, inputs = len(trace), trace.hidden_size, trace.input_size
    if len(tokens) != steps or len(answers) not in (0, steps):
        raise ValueError(
            f"expected {steps} tokens (and as many answers), got {len(tokens)} and {len(answers)}"
        )
    if len(columns) != inputs:
        raise ValueError(f"expected {inputs} columns, one an input, got {len(columns)}")
    wanted: dict[str, tuple[int, ...]] = {"weight_ih": (rows, inputs), "weight_hh": (rows, size)}
    wanted |= dict.fromkeys(kind.biases, (rows,))
    found = {name: np.shape(weights[name]) for name in wanted if name in weights}
    if found != wanted:
        raise ValueError(f"expected weights {wanted}, got {found}")


def _rows(
    kind: Kind, weights: Mapping[str, Array], units: Sequence[int], hidden_size: int
) -> dict[str, Array]:
    """The rows of the stacked weights that make the gates of these units, stacked alike."""
    rows = [gate * hidden_size + unit for gate in range(kind.blocks) for unit in units]
    names = ("weight_ih", "weight_hh", *kind.biases)
    return {name: np.asarray(weights[name])[rows] for name in names}


def _network(kind: Kind, place: Among, columns: Sequence[str]) -> WholeNetwork:
    """What fields and derivations need of all units and inputs."""
    whole = place.whole
    return {
        "units": whole.hidden_size,
        "columns": list(columns),
        "oneCell": place.fields.inputs > 0,
        "chosen": list(place.units),
        "start": {name: packed(np.asarray(getattr(whole, f"{name}0"))) for name in kind.carried},
        "values": {
            "x": packed(whole.x),
            "h": packed(whole.h),
            **{name: stepped(getattr(whole, name)) for name in kind.told},
        },
    }


def _field(field: fields.Field) -> Field:
    return {
        "box": list(field.box),
        "cells": field.cells,
        "columns": field.columns,
        "rows": field.rows,
    }


def stepped(array: Array) -> Steps:
    """An array as 16-bit whole numbers."""
    largest = float(np.abs(array).max()) or 1.0
    steps = np.rint(np.asarray(array, dtype=float) / largest * 32767)
    return {
        "type": "int16",
        "shape": list(array.shape),
        "scale": largest,
        "data": base64_of(steps, "<i2"),
    }
