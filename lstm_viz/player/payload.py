"""A film as what is sent to the browser: JSON with compact arrays.

Signals go as base64 of float32 (a picture needs no more), once per step: 200 steps of 6 units are
about 100 KB.  What the browser can look up is not sent: h_prev and c_prev are the step before.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from lstm_viz.figures.film import Film, View
from lstm_viz.figures.overview import MOST_ROWS, description
from lstm_viz.figures.stages import Stage as Moment
from lstm_viz.figures.style import THEMES
from lstm_viz.lesson.glossary import entry
from lstm_viz.player.contract import Array as ArraySent
from lstm_viz.player.contract import (
    Cell,
    CellFilm,
    CellView,
    Diagram,
    OneHot,
    Overview,
    Packed,
    Question,
    Scene,
    Stage,
    Story,
)
from lstm_viz.trace import Trace

try:
    orjson: Any = import_module("orjson")
except ImportError:  # in the reader's browser
    orjson = None

Array = NDArray[np.floating[Any]]


def payload(
    film: Film,
    *,
    weights: Mapping[str, Array] | None = None,
    unit_labels: Sequence[str] = (),
    answers: Sequence[str] = (),
    questions: Sequence[Question] = (),
    overview: bool = True,
    ribbon: Literal["steps", "stages"] = "steps",
) -> Cell | Story:
    """Everything the player needs, ready for ``json.dumps``.

    ``weights`` (``weight_ih`` (4H, I), ``weight_hh`` (4H, H), ``bias`` (4H,), or what another kind
    of cell has) let it open a value down to weights and inputs.  ``unit_labels`` are H words on
    what each unit does, ``answers`` T words on what the network says after each step; ``questions``
    are from ``questions.asked``.  ``overview`` says whether the picture of all steps is
    shown under the cell.
    """
    shared = cell_film(film, weights or {}, unit_labels, answers, questions, overview, ribbon)
    views = {name: _view(view) for name, view in film.views.items()}
    if not film.told:
        return {"kind": "cell", **shared, "views": views}
    return {
        "kind": "story",
        **shared,
        "views": views,
        "told": [list(sentences) for sentences in film.told],
        "speaks": [list(units) for units in film.speaks],
        "passed": [t * len(film.stages) + stage for t, stage in film.passed],
    }


def cell_film(
    film: Film,
    weights: Mapping[str, Array],
    unit_labels: Sequence[str],
    answers: Sequence[str],
    questions: Sequence[Question] = (),
    overview: bool = True,
    ribbon: Literal["steps", "stages"] = "steps",
) -> CellFilm:
    """What all films of a cell have."""
    trace, carried = film.trace, film.kind.carried
    return {
        "ribbon": ribbon,
        "steps": len(trace),
        "alone": film.place
        and {
            "numbers": list(film.place.numbers),
            "of": film.place.of,
            "word": film.place.word,
        },
        "units": trace.hidden_size,
        "first": film.first,
        "of": film.of,
        "tokens": list(film.tokens),
        "columns": list(film.columns),
        "unitLabels": list(unit_labels),
        "answers": list(answers),
        "questions": list(questions),
        "shown": list(film.shown),
        "carried": dict(carried),
        "scales": film.scales,
        "signals": {
            row.name: {
                "symbol": row.symbol,
                "label": row.label,
                "meaning": row.meaning,
                "color": row.color,
                "formula": row.formula,
                "inputs": list(row.inputs),
                "squash": row.squash,
                "row": row.row,
            }
            for row in trace.table
        },
        "stages": [
            _stage(stage, states, known=bool(weights))
            for stage, states in zip(film.stages, film.states, strict=True)
        ],
        "quiet": film.quiet,
        "lit": film.lit,
        "overview": _overview(film) if overview else None,
        "palettes": THEMES,
        "values": {
            row.name: packed(getattr(trace, row.name))
            for row in trace.table
            if film.place or row.name not in carried.values()
        },
        "start": _before(trace, carried),
        "initial": _before(film.run or trace, carried),
        "weights": {name: packed(array) for name, array in weights.items()},
        "clamped": {
            name: [None if np.isnan(v) else float(v) for v in values]
            for name, values in trace.clamped.items()
        },
    }


def _before(trace: Trace, carried: Iterable[str]) -> dict[str, ArraySent]:
    """The states before the first step."""
    return {name: packed(np.asarray(getattr(trace, f"{name}0"))) for name in carried}


def _overview(film: Film) -> Overview:
    units = min(film.trace.hidden_size, MOST_ROWS)
    described = description(film, units)
    return {"data": described["data"], "layout": described["layout"], "units": units}


def _stage(stage: Moment, states: dict[str, str], *, known: bool) -> Stage:
    """``known``: the weights are, and the numbers go down to them."""
    return {
        "title": stage.title,
        "term": term(stage.title),
        "equation": stage.equation,
        "numbers": (known and stage.with_weights) or stage.numbers,
        "sentence": stage.sentence,
        "gates": list(stage.gates),
        "held": stage.held,
        "heldSentence": stage.held_sentence,
        "focus": list(stage.focus),
        "wires": list(stage.wires),
        "carries": stage.carries,
        "brief": stage.brief,
        "states": states,
    }


def term(words: str) -> str:
    """The id of the glossary's entry for these words, or nothing."""
    try:
        return entry(words).id
    except KeyError:
        return ""


def encoded(payload: object) -> bytes:
    """As JSON. orjson comes with Streamlit on a server, and takes a tenth of the time.

    What ``json`` refuses (NumPy's arrays and whole numbers), it refuses too.
    """
    if orjson is None:
        return json.dumps(payload, separators=(",", ":")).encode()
    text: bytes = orjson.dumps(payload, default=_as_float)
    return text


def _as_float(value: object) -> float:
    if isinstance(value, float):  # ``np.float64`` is one
        return float(value)
    raise TypeError(f"{type(value).__name__} is not JSON")


def zipped(payload: Mapping[str, object] | str) -> bytes:
    """A payload or a text as gzipped JSON: Streamlit does not compress what it sends."""
    return gzip.compress(encoded(payload), compresslevel=5, mtime=0)


def compressed(payload: Mapping[str, object] | str) -> str:
    """The same in base64, to stand in a text."""
    return base64.b64encode(zipped(payload)).decode()


def packed(array: Array) -> Packed | OneHot:
    """An array as float32; one-hot rows as their columns."""
    if array.ndim == 2 and array.shape[1] > 1 and _is_one_hot(array):
        return {
            "type": "oneHot",
            "shape": list(array.shape),
            "columns": array.argmax(axis=1).tolist(),
        }
    return {"type": "float32", "shape": list(array.shape), "data": base64_of(array, "<f4")}


def base64_of(array: NDArray[Any], dtype: str) -> str:
    return base64.b64encode(np.ascontiguousarray(array, dtype=dtype).tobytes()).decode()


def _is_one_hot(array: Array) -> bool:
    return bool(np.all((array == 0) | (array == 1)) and np.all(array.sum(axis=1) == 1))


def _view(view: View) -> Diagram | Scene:
    if view.scenes:
        return {"kind": "scene", **cell_view(view), "scenes": view.scenes}
    return {"kind": "diagram", **cell_view(view)}


def cell_view(view: View) -> CellView:
    """What all pictures of a cell have."""
    diagram = view.diagram
    return {
        "width": diagram.width,
        "height": diagram.height,
        "data": view.data,
        "hot": [list(part) for part in view.hot],
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
