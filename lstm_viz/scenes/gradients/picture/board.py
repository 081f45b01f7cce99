"""The frames of the way back."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.scenes.gradients.picture.at_rest import at_rest
from lstm_viz.scenes.gradients.picture.chart import chart_patches
from lstm_viz.scenes.gradients.picture.layout import FULL, LANES, LAYOUTS, THIN, WayLayout
from lstm_viz.scenes.gradients.picture.series import (
    SIGNALS,
    Shown,
    shown,
    thin_from,
    wide_from,
)
from lstm_viz.scenes.gradients.picture.weights import weight_patches
from lstm_viz.scenes.gradients.record.run import Run
from lstm_viz.scenes.gradients.words.captions import WIDE, captions, near
from lstm_viz.scenes.gradients.words.sizes import size
from lstm_viz.trace import Array

ALT = (
    "Rows of cells unrolled in time; on each the gradient runs from the end back to the start, as "
    "wide as it is large. Below, the same sizes in powers of ten"
)
TOLD = 12
"""Steps whose sizes stand in the table, at most."""


def gradients_board(run: Run, *, clip: bool) -> Board:
    frames = [shown(run, frame) for frame in range(WIDE + 1)]
    back = len(run) - 1 - near(run)
    return Board(
        steps=(f"{back} back", "the start", "what for", "two roads", "wide open"),
        frames=stills(
            Frame(
                {layout.name: _patches(layout, run, one, clip=clip) for layout in LAYOUTS},
                told,
            )
            for one, told in zip(frames, captions(run, clip=clip), strict=True)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout, run)) for layout in LAYOUTS},
        tables=tuple(_table(run, one) for one in frames),
        alt=ALT,
        step_word="picture",
    )


def _patches(layout: WayLayout, run: Run, one: Shown, *, clip: bool) -> dict[str, Patch]:
    return {
        **_lanes(layout, run, one),
        **chart_patches(layout, run, one),
        **weight_patches(layout, run, seen=one.below == "weights", clip=clip),
    }


def _lanes(layout: WayLayout, run: Run, one: Shown) -> dict[str, Patch]:
    steps = len(run)
    found: dict[str, Patch] = {}
    names, under, sizes, notes = ([NO_TEXT] * LANES for _ in range(4))
    inks = ["$ink"] * LANES
    places: list[Point] = [(layout.left, y) for y in layout.lanes]
    for name, signal in SIGNALS.items():
        seen, y = name in one.logs, layout.lanes[signal.lane]
        reached = one.reached if seen else steps - 1
        logs = one.logs.get(name)
        here, end = (layout.across(reached, steps), y), (layout.right, y)
        found[f"thread {name}"] = patch([here, end]) | {"opacity": float(seen)}
        outline = _none(end, steps) if logs is None else _outline(layout, logs, reached, y)
        found[f"signal {name}"] = outline | {"opacity": float(seen)}
        found[f"head {name}"] = patch([here], opacity=[float(seen)])
        if logs is not None:
            names[signal.lane], inks[signal.lane] = (
                f"<b>{signal.name}</b>",
                f"$text_{signal.colour}",
            )
            beyond = wide_from(logs, reached, FULL) is not None
            under[signal.lane] = signal.under + (f" > {FULL:g}" if beyond else "")
            sizes[signal.lane] = f"<b>{size(float(logs[reached]))}</b>"
            note = _note(logs, reached)
            if note:
                text, until = note
                middle = (here[0] + layout.across(until, steps)) / 2
                half = 122 if layout.wide else 82  # of the note in front of a class
                x = min(max(middle, layout.left + half), layout.right - half)
                notes[signal.lane], places[signal.lane] = text, (x, y - 13)
    if len(one.logs) == LANES - 1 and "GRU" not in one.logs and "RNN" in one.logs:
        names[1], under[1] = "<b>GRU</b>", "none was trained"
    for k in range(LANES):
        there = {"opacity": float(names[k] != NO_TEXT)}
        found[f"row {k}"] = found[f"steps {k}"] = there
    ends_at = "c<sub>T</sub>" if "direct" in one.logs else "loss" if layout.wide else "L"
    return found | {
        "loss text": patch(text=[ends_at]),
        "lane names": patch(text=names, ink=inks),
        "lane under": patch(text=under),
        "lane sizes": patch(text=sizes),
        "lane notes": patch(places, text=notes),
    }


def _none(end: Point, steps: int) -> Patch:
    return {"x": [end[0]] * (2 * steps), "y": [end[1]] * (2 * steps)}


def _outline(layout: WayLayout, logs: Array, reached: int, y: float) -> Patch:
    """There along its upper edge and back along its lower one; steps not reached lie on the one
    that is."""
    steps = np.maximum(np.arange(len(logs)), reached)
    half = layout.half * np.minimum(FULL, 10.0 ** np.minimum(logs[steps], 3.0))
    x = layout.left + steps / max(1, len(logs) - 1) * (layout.right - layout.left)
    return {
        "x": np.concatenate([x, x[::-1]]).round(2).tolist(),
        "y": np.concatenate([y - half, (y + half)[::-1]]).round(2).tolist(),
    }


def _note(logs: Array, reached: int) -> tuple[str, int] | None:
    """Where the signal is too thin to be drawn as wide as it is, up to which step."""
    least = 1e-300 if logs[reached] == -math.inf else THIN
    until = thin_from(logs, reached, least)
    if until is None:
        return None
    return f"{f'under {THIN:g}' if least == THIN else '0'} from step {until + 1} back", until


def _table(run: Run, one: Shown) -> Table:
    steps = len(run)
    every = max(1, -(-(steps - 1) // (TOLD - 1)))
    told = sorted({*range(steps - 1, -1, -every), 0, run.first}, reverse=True)
    names: Mapping[str, Array] = one.logs
    return Table(
        "From the end back",
        ("step", "reads", *(f"{SIGNALS[n].name}, {SIGNALS[n].under}" for n in names)),
        tuple(
            (str(t + 1), run.tokens[t], *(size(float(logs[t])) for logs in names.values()))
            for t in told
            if t >= one.reached
        ),
    )
