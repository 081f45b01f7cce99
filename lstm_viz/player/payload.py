"""A film as what is sent to the browser: JSON with compact arrays.

Signals go as base64 of float32 (a picture needs no more), once per step: 200 steps of 6 units are
about 100 KB.  What the browser can look up is not sent: h_prev and c_prev are the step before.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.figures.film import Film, View
from lstm_viz.figures.overview import description
from lstm_viz.figures.style import STRONG, THEMES
from lstm_viz.lesson.glossary import entry

Array = NDArray[np.floating[Any]]


def payload(
    film: Film,
    *,
    weights: Mapping[str, Array] | None = None,
    unit_labels: Sequence[str] = (),
    answers: Sequence[str] = (),
    questions: Sequence[dict[str, Any]] = (),
    overview: bool = True,
    ribbon: str = "steps",
) -> dict[str, Any]:
    """Everything the player needs, ready for ``json.dumps``.

    ``weights`` (``weight_ih`` (4H, I), ``weight_hh`` (4H, H), ``bias`` (4H,), or what another kind
    of cell has) let it open a value down to weights and inputs.  ``unit_labels`` are H words on
    what each unit does, ``answers`` T words on what the network says after each step; ``questions``
    are from ``questions.asked``.  ``overview`` says whether the picture of all steps is
    shown under the cell.
    """
    trace = film.trace
    return {
        "ribbon": ribbon,
        "steps": len(trace),
        "units": trace.hidden_size,
        "tokens": list(film.tokens),
        "columns": list(film.columns),
        "unitLabels": list(unit_labels),
        "answers": list(answers),
        "told": film.told,
        "speaks": film.speaks,
        "questions": list(questions),
        "shown": list(film.shown),
        "carried": dict(film.kind.carried),
        "strong": STRONG,
        "scales": film.scales,
        "signals": {
            row.name: {
                "symbol": row.symbol,
                "label": row.label,
                "meaning": row.meaning,
                "color": row.color,
                "formula": row.formula,
                "inputs": list(row.inputs),
                **({"squash": row.squash} if row.squash else {}),
                **({} if row.row is None else {"row": row.row}),
            }
            for row in trace.table
        },
        "stages": [
            {
                "title": stage.title,
                "term": term(stage.title),
                "equation": stage.equation,
                "numbers": (weights and stage.with_weights) or stage.numbers,
                "sentence": stage.sentence,
                "gates": list(stage.gates),
                "held": stage.held,
                "heldSentence": stage.held_sentence,
                "focus": list(stage.focus),
                "wires": list(stage.wires),
                "carries": stage.carries,
                "camera": stage.camera,
                "brief": stage.brief,
                "work": stage.work,
                "states": states,
            }
            for stage, states in zip(film.stages, film.states, strict=True)
        ],
        "quiet": film.quiet,
        "lit": film.lit,
        "views": {name: _view(view) for name, view in film.views.items()},
        "overview": description(film) if overview else None,
        "palettes": THEMES,
        "values": _values(film),
        "h0": packed(np.asarray(trace.h0)),
        **({"c0": packed(np.asarray(trace.c0))} if "c" in film.kind.carried else {}),
        "weights": {name: packed(array) for name, array in (weights or {}).items()},
        "clamped": {
            name: [None if np.isnan(v) else float(v) for v in values]
            for name, values in trace.clamped.items()
        },
    }


def term(words: str) -> str:
    """The id of the glossary's entry for these words, or nothing."""
    try:
        return entry(words).id
    except KeyError:
        return ""


def zipped(film: dict[str, Any] | str) -> bytes:
    """A payload or a text as gzipped JSON: Streamlit does not compress what it sends."""
    text = json.dumps(film, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=5, mtime=0)


def compressed(film: dict[str, Any] | str) -> str:
    """The same in base64, to stand in a text."""
    return base64.b64encode(zipped(film)).decode()


def packed(array: Array) -> dict[str, Any]:
    """An array as shape and base64 of little-endian float32; one-hot rows as their columns."""
    if array.ndim == 2 and array.shape[1] > 1 and _is_one_hot(array):
        return {"shape": list(array.shape), "oneHot": array.argmax(axis=1).tolist()}
    return {
        "shape": list(array.shape),
        "float32": base64.b64encode(np.ascontiguousarray(array, dtype="<f4").tobytes()).decode(),
    }


def _is_one_hot(array: Array) -> bool:
    return bool(np.all((array == 0) | (array == 1)) and np.all(array.sum(axis=1) == 1))


def _values(film: Film) -> dict[str, Any]:
    return {
        row.name: packed(getattr(film.trace, row.name))
        for row in film.trace.table
        if row.name not in film.kind.carried.values()
    }


def _view(view: View) -> dict[str, Any]:
    diagram = view.diagram
    fields = {name: asdict(field) for name, field in view.fields.items()}
    return {
        **({"fields": fields} if fields else {}),
        "width": diagram.width,
        "height": diagram.height,
        "data": view.data,
        "scenes": view.scenes,
        "cameras": view.cameras,
        "hot": view.hot,
        "strips": {
            name: {
                "cells": strip.cells,
                "numbered": strip.numbered,
                "size": [strip.cell[0], strip.cell[1] - strip.gap],
                "at": [list(strip.cell_centre(k)) for k in range(strip.cells)],
            }
            for name, strip in diagram.strips.items()
        },
        "ops": [[*op.centre, op.radius] for op in diagram.ops.values()],
        "wires": {
            name: {"color": wire.color, "points": [list(point) for point in wire.points]}
            for name, wire in diagram.wires.items()
        },
    }
