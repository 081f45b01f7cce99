"""A story as a film: what is on your mind on the left, the same moment as a ledger on the right.

Bubbles are the cell state: a thought grows with |c|, a thought that was there and is not any
more sinks below the line, one that is said gets a ring.  The ledger has a row a unit and a column
a signal: before × keep + new = now → say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.figures.diagram import Diagram, Point, Strip
from lstm_viz.figures.draw import labels, sockets, strips
from lstm_viz.figures.film import Film, View
from lstm_viz.figures.lighting import Patch
from lstm_viz.figures.shapes import NO_TEXT, QUIET, area
from lstm_viz.figures.stages import Stage
from lstm_viz.figures.style import SANS, SMALLEST_TEXT
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.trace import Trace

COLUMNS = {"c_prev": "before", "f": "keep", "written": "new", "c": "now", "h": "say"}
OPERATIONS = ("×", "+", "=", "→")
ON_YOUR_MIND = 0.1
"""From this |c| on a thought is on your mind; below, it is put aside or has not come yet."""
SAID = 0.3

STAGES = (
    Stage("hear", "The moment", "{c_prev}", "{c_prev}", "", ("c_prev",), ()),
    Stage("put-aside", "You put aside", "{f} ⊙ {c_prev}", "{f} × {(c_prev)} = {kept}", "",
          ("c_prev", "f"), ()),
    Stage("take-in", "You take in", "{i} ⊙ {g}", "{i} × {(g)} = {written}", "", ("written",), ()),
    Stage("now", "Your thoughts now", "{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}",
          "{kept} + {(written)} = {c}", "", ("c_prev", "f", "written", "c"), ()),
    Stage("say", "You say", "{h} = {o} ⊙ tanh({c})", "{o} × {(tanh_c)} = {h}", "", ("c", "h"), ()),
)  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """Where things stand on one shape of screen."""

    name: str
    size: tuple[float, float]
    panel: tuple[float, float, float, float]
    line: float
    """Below this height lies what is put aside."""
    homes: tuple[Point, ...]
    aside: tuple[Point, ...]
    heard: Point
    said: Point
    columns: tuple[float, ...]
    first_row: float
    pitch: float
    cell: tuple[float, float]
    names: float
    """Where the names of the rows end (wide) or begin (tall)."""
    bubble: float
    """Diameter of a thought with |c| = 1."""


WIDE = Scene(
    name="wide",
    size=(1240, 516),
    panel=(16, 6, 566, 506),
    line=412,
    homes=((112, 130), (206, 268), (104, 330), (316, 176), (456, 178), (410, 304)),
    aside=((84, 458), (172, 458), (260, 458), (348, 458), (436, 458), (516, 458)),
    heard=(548, 44),
    said=(548, 388),
    columns=(764, 872, 980, 1088, 1196),
    first_row=132,
    pitch=66,
    cell=(78, 46),
    names=714,
    bubble=112,
)
TALL = Scene(
    name="tall",
    size=(366, 640),
    panel=(2, 2, 364, 338),
    line=276,
    homes=((62, 84), (128, 176), (62, 218), (200, 116), (300, 130), (262, 208)),
    aside=((36, 308), (94, 308), (152, 308), (210, 308), (268, 308), (326, 308)),
    heard=(354, 24),
    said=(354, 262),
    columns=(122, 178, 234, 290, 342),
    first_row=412,
    pitch=38,
    cell=(44, 30),
    names=4,
    bubble=76,
)


def story(
    trace: Trace,
    *,
    units: Sequence[str],
    moments: Sequence[str],
    heard: Sequence[str],
    said: Sequence[str],
    told: Sequence[Sequence[str]],
    speaks: Sequence[Sequence[int | None]] = (),
) -> Film:
    """Describe the animation of a story told by a run of an LSTM with six units.

    ``trace`` is unbatched, (T, 6).  ``units`` name the thoughts; ``moments``, ``heard`` and
    ``said`` have T entries, ``told`` T times a sentence for each of ``STAGES``, ``speaks``
    likewise the unit (from 0) that the sentence speaks of.
    """
    if trace.hidden_size != len(WIDE.homes):
        raise ValueError(f"a story has {len(WIDE.homes)} thoughts, got {trace.hidden_size} units")
    states = [_states(k) for k in range(len(STAGES))]
    quiet = _lighting(dict.fromkeys(COLUMNS, "empty"), ())
    lit = [_lighting(state, stage.focus) for state, stage in zip(states, STAGES, strict=True)]
    scale = max(1.0, float(np.abs(trace.c).max()))
    scales = {row.name: scale if row.name in ("c", "c_prev") else 1.0 for row in LSTM_SIGNALS}
    views = {scene.name: _view(scene, trace, units, heard, said) for scene in (WIDE, TALL)}
    return Film(
        trace, tuple(moments), tuple(moments), STAGES, states, scales, quiet, lit, views,
        tuple(COLUMNS), tuple(tuple(sentences) for sentences in told),
        tuple(tuple(units) for units in speaks),
    )  # fmt: skip


def _states(k: int) -> dict[str, str]:
    told = {name for stage in STAGES[: k + 1] for name in stage.focus}
    return {
        name: "active" if name in STAGES[k].focus else "done" if name in told else "empty"
        for name in COLUMNS
    }


def _lighting(states: dict[str, str], focus: Sequence[str]) -> dict[str, Patch]:
    inks = [
        f"$text_{signal(LSTM_SIGNALS, name).color}" if state == "active" else "$muted"
        for name, state in states.items()
    ]
    operations = ["$ink" if name in focus else "$wire" for name in list(COLUMNS)[1:]]
    rows = [ink for ink in operations for _ in WIDE.homes]
    return {
        "labels": {"textfont": {"color": inks}},
        "headings": {"textfont": {"color": inks}},
        "operations": {"textfont": {"color": rows}},
    }


def _view(
    scene: Scene, trace: Trace, units: Sequence[str], heard: Sequence[str], said: Sequence[str]
) -> View:
    rows = len(scene.homes)
    middle = scene.first_row + scene.pitch * (rows - 1) / 2
    ledger = {
        name: Strip(
            name,
            (x, middle),
            rows,
            (scene.cell[0], scene.pitch),
            gap=scene.pitch - scene.cell[1],
        )
        for name, x in zip(COLUMNS, scene.columns, strict=True)
    }
    width, height = scene.size
    diagram = Diagram(scene.name, width, height, scene.panel, ledger, {}, {}, {})
    data = [*_room(scene), *_bubbles(scene, units), sockets(diagram), strips(diagram)]
    data += [*_headings(scene, diagram), *_rows(scene, units), *_operations(scene)]
    scenes = [
        [_scene(scene, trace, t, k, heard, said) for k in range(len(STAGES))]
        for t in range(len(trace))
    ]
    return View(diagram, data, scenes)


def _room(scene: Scene) -> list[dict[str, Any]]:
    """The panel of the mind and the line below which lies what is put aside."""
    x0, _, x1, _ = scene.panel
    radius = 44 if scene.name == "wide" else 26
    text_size, speech = (15, 18) if scene.name == "wide" else (12, 13)
    return [
        area("mind", scene.panel, "$panel", "$faint", radius, 2),
        QUIET
        | {
            "name": "line",
            "mode": "lines",
            "line": {"color": "$f", "width": 2},
            "x": [x0 + 22, x1 - 22],
            "y": [scene.line, scene.line],
        },
        QUIET
        | {
            "name": "room text",
            "mode": "text",
            "x": [x0 + 24, x1 - 24],
            "y": [24 if scene.name == "tall" else 32, scene.line + 10],
            "text": ["on your mind", "put aside"],
            "textposition": ["middle right", "middle left"],
            "textfont": {"family": SANS, "size": text_size, "color": ["$text_c", "$text_f"]},
        },
        QUIET
        | {
            "name": "heard",
            "mode": "text",
            "x": [scene.heard[0]],
            "y": [scene.heard[1]],
            "text": [NO_TEXT],
            "textposition": "middle left",
            "textfont": {"family": SANS, "size": speech, "color": "$text_i"},
        },
        QUIET
        | {
            "name": "said",
            "mode": "text",
            "x": [scene.said[0]],
            "y": [scene.said[1]],
            "text": [NO_TEXT],
            "textposition": "middle left",
            "textfont": {"family": SANS, "size": speech, "color": "$text_h"},
        },
    ]


def _bubbles(scene: Scene, units: Sequence[str]) -> list[dict[str, Any]]:
    names = [name.replace(" ", "<br>", 1) for name in units]
    size = 15 if scene.name == "wide" else SMALLEST_TEXT
    return [
        QUIET
        | {
            "name": "bubbles",
            "mode": "markers+text",
            "x": [x for x, _ in scene.homes],
            "y": [y for _, y in scene.homes],
            "text": names,
            "textfont": {"family": SANS, "size": size, "color": ["$muted"] * len(names)},
            "marker": {
                "size": [10.0] * len(names),
                "color": ["$off"] * len(names),
                "opacity": [1.0] * len(names),
                "line": {"color": ["$paper"] * len(names), "width": 4},
            },
        }
    ]


def _headings(scene: Scene, diagram: Diagram) -> list[dict[str, Any]]:
    symbols = labels(diagram, ())
    wide = scene.name == "wide"
    top = scene.first_row - scene.pitch / 2
    symbols["y"] = [top - (8 if wide else 4)] * len(COLUMNS)
    return [
        symbols,
        QUIET
        | {
            "name": "headings",
            "mode": "text",
            "x": list(scene.columns),
            "y": [top - (42 if wide else 27)] * len(COLUMNS),
            "text": [f"<b>{word}</b>" for word in COLUMNS.values()],
            "textposition": "top center",
            "textfont": {
                "family": SANS,
                "size": 18 if wide else 12,
                "color": ["$muted"] * len(COLUMNS),
            },
        },
    ]


def _rows(scene: Scene, units: Sequence[str]) -> list[dict[str, Any]]:
    wide = scene.name == "wide"
    return [
        QUIET
        | {
            "name": "rows",
            "mode": "text",
            "x": [scene.names] * len(units),
            "y": [scene.first_row + scene.pitch * k for k in range(len(units))],
            "text": list(units),
            "textposition": "middle left" if wide else "middle right",
            "textfont": {"family": SANS, "size": 15 if wide else 12, "color": "$ink"},
        }
    ]


def _operations(scene: Scene) -> list[dict[str, Any]]:
    between = [(a + b) / 2 for a, b in zip(scene.columns, scene.columns[1:], strict=False)]
    rows = range(len(scene.homes))
    return [
        QUIET
        | {
            "name": "operations",
            "mode": "text",
            "x": [x for x in between for _ in rows],
            "y": [scene.first_row + scene.pitch * k for _ in between for k in rows],
            "text": [sign for sign in OPERATIONS for _ in rows],
            "textfont": {
                "family": SANS,
                "size": 22 if scene.name == "wide" else SMALLEST_TEXT,
                "color": ["$wire"] * (len(between) * len(scene.homes)),
            },
        }
    ]


def _scene(
    scene: Scene, trace: Trace, t: int, k: int, heard: Sequence[str], said: Sequence[str]
) -> dict[str, Patch]:
    """The bubbles and the words beside the ledger at stage ``k`` of moment ``t``."""
    mind = _mind(trace, t, k)
    been = _been_there(trace, t, k)
    spoken = np.abs(trace.h[t]) > SAID if k == len(STAGES) - 1 else np.zeros(len(mind), bool)
    x, y, sizes, colours, opacities, rings, inks = [], [], [], [], [], [], []
    for unit, weight in enumerate(mind):
        on_mind = weight > ON_YOUR_MIND
        place = scene.aside[unit] if been[unit] and not on_mind else scene.homes[unit]
        x.append(place[0])
        y.append(place[1])
        small = 0.5 * scene.bubble if been[unit] else 0.2 * scene.bubble
        full = scene.bubble * float(weight) ** 0.5
        sizes.append(round(max(small, full), 1) if on_mind else small)
        colours.append("$c" if on_mind else "$off")
        opacities.append(1.0 if on_mind or been[unit] else 0.0)
        rings.append("$h" if spoken[unit] else "$paper")
        known = on_mind or been[unit]
        inks.append("$ink" if on_mind else "$muted" if known else "rgba(0,0,0,0)")
    return {
        "bubbles": {
            "x": x,
            "y": y,
            "marker": {
                "size": sizes,
                "color": colours,
                "opacity": opacities,
                "line": {"color": rings},
            },
            "textfont": {"color": inks},
        },
        "heard": {"text": [heard[t] or NO_TEXT]},
        "said": {"text": [said[t] if k == len(STAGES) - 1 and said[t] else NO_TEXT]},
    }


def _mind(trace: Trace, t: int, k: int) -> NDArray[np.floating[Any]]:
    """|what the cell holds| at a stage: before, after forgetting, after writing."""
    held = (trace.c_prev, trace.kept, trace.c, trace.c, trace.c)[k]
    weights: NDArray[np.floating[Any]] = np.abs(held[t])
    return weights


def _been_there(trace: Trace, t: int, k: int) -> NDArray[np.bool_]:
    """The thoughts that have been on your mind at any moment so far."""
    past = np.abs(trace.c_prev[: t + 1]).max(axis=0)
    been: NDArray[np.bool_] = np.maximum(past, _mind(trace, t, k)) > ON_YOUR_MIND
    return been
