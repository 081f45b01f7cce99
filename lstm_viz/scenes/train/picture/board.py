"""A training as a board: a frame a checkpoint, so that the player scrubs through training time."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.shapes import Patch, patch
from lstm_viz.notation import number
from lstm_viz.scenes.train.picture import text_lines
from lstm_viz.scenes.train.picture.at_rest import at_rest
from lstm_viz.scenes.train.picture.beside import chance_word_at
from lstm_viz.scenes.train.picture.curves import Curves, curves_of
from lstm_viz.scenes.train.picture.layout import (
    LAYOUTS,
    SHOWN,
    TrainingLayout,
    along,
    points,
    rows,
    span,
)
from lstm_viz.scenes.train.record.training_record import Checkpoint, EarlierTraining, TrainingRecord
from lstm_viz.scenes.train.words.captions import checkpoint_caption

SHADES = 2
"""Decimals of a colour's place from −1 to 1: more are not seen, and would have to be sent."""


def training_board(watched: TrainingRecord, before: EarlierTraining | None = None) -> Board:
    """A frame for each checkpoint that was reached: the reader goes through training time.

    ``before``: another training, whose score is drawn faintly behind this one's.
    """
    return _board(watched, before, range(len(watched.checkpoints)))


def live_board(watched: TrainingRecord, before: EarlierTraining | None = None) -> Board:
    """One frame, the newest checkpoint: while it trains, the picture moves from one to the next."""
    newest = len(watched.checkpoints) - 1
    return _board(watched, before, range(newest, newest + 1))


def _board(watched: TrainingRecord, before: EarlierTraining | None, shown: range) -> Board:
    checkpoints = [watched.checkpoints[k] for k in shown]
    curves = curves_of(watched)
    drawn = {layout.name: _lines(layout, watched, curves) for layout in LAYOUTS}
    most = max(1.0, *map(_largest_state, watched.checkpoints))
    return Board(
        steps=tuple(f"{checkpoint.step:,}" for checkpoint in checkpoints),
        frames=stills(_frame(watched, curves, drawn, k, most) for k in shown),
        pictures={
            layout.name: Picture(*layout.size, at_rest(layout, watched, before))
            for layout in LAYOUTS
        },
        tables=tuple(_table(watched, checkpoint) for checkpoint in checkpoints),
        alt="Left, score and loss over the steps of training; right, one example: what the network "
        "reads and answers, and below it the gates and states of its units, a row a unit",
        step_word="checkpoint",
    )


def _frame(
    watched: TrainingRecord,
    curves: Curves,
    drawn: Mapping[str, dict[str, Patch]],
    k: int,
    most: float,
) -> Frame:
    """``most`` is the largest cell state of all checkpoints."""
    units = _units(watched, watched.checkpoints[k], most)
    patches = {
        layout.name: drawn[layout.name]
        | _patches(layout, watched, curves, drawn[layout.name], k)
        | units
        for layout in LAYOUTS
    }
    return Frame(patches, checkpoint_caption(watched, watched.checkpoints[k]))


def _lines(layout: TrainingLayout, watched: TrainingRecord, curves: Curves) -> dict[str, Patch]:
    """The curves as far as they go, and the words that keep out of their way: in every frame."""
    axes, last = layout.axes, span(watched)
    patches: dict[str, Patch] = {}
    known = []
    for name, heights in curves.heights.items():
        drawn = [
            axes.at(along(at.step, last), height)
            for at, height in zip(watched.checkpoints, heights, strict=True)
            if height is not None
        ]
        if drawn:
            known.append(drawn)
        missing = len(heights) - len(drawn)
        drawn = drawn or [axes.at(0, 1)]
        # The line has its points from the beginning: those that are not lie on the first one, and
        # those to come on the last one.
        drawn = [drawn[0]] * missing + drawn
        drawn = (drawn + [drawn[-1]] * points(watched))[: points(watched)]
        patches[f"curve {name}"] = patch(drawn)
    patches["chance word"] = patch([chance_word_at(layout, watched, known)])
    return patches


def _patches(
    layout: TrainingLayout,
    watched: TrainingRecord,
    curves: Curves,
    drawn: Mapping[str, Patch],
    k: int,
) -> dict[str, Patch]:
    """What of frame k is of its checkpoint; ``drawn`` are the curves."""
    checkpoint = watched.checkpoints[k]
    now = layout.axes.across(along(checkpoint.step, span(watched)))
    patches: dict[str, Patch] = {"now": {"x": [now, now]}}
    for name, heights in curves.heights.items():
        x, y = (drawn[f"curve {name}"][axis][k] for axis in "xy")
        patches[f"curve {name} now"] = patch([(x, y)], opacity=[float(heights[k] is not None)])
    patches["values"] = patch(text=[curves.words[name][k] for name in curves.heights])
    return patches | _example(layout, watched, checkpoint)


def _example(
    layout: TrainingLayout, watched: TrainingRecord, checkpoint: Checkpoint
) -> dict[str, Patch]:
    says = text_lines.short(layout, watched, checkpoint.says)
    so = [text_lines.MARKS[right] for right in checkpoint.right]
    ink = {True: "$text_i", False: "$text_f", None: "$muted"}
    colours = [ink[right] for right in checkpoint.right]
    return {
        "says": patch(text=text_lines.says(layout, watched).texts(says), ink=colours),
        "so": patch(text=text_lines.so(layout, watched).texts(so), ink=colours),
    }


def _units(watched: TrainingRecord, checkpoint: Checkpoint, most: float) -> dict[str, Patch]:
    """How dark each cell is: the same in all layouts."""
    patches: dict[str, Patch] = {}
    for name in SHOWN[watched.settings.cell]:
        full = most if name == "c" else 1.0
        units = [unit for of, unit in rows(watched) if of == name]
        values = getattr(checkpoint.trace, name)[:, units].T / full
        shades = np.clip(values, -1.0, 1.0).round(SHADES)
        patches[f"units {name}"] = patch(colour=shades.ravel().tolist())
    return patches


def _largest_state(checkpoint: Checkpoint) -> float:
    states = checkpoint.trace.arrays.get("c")
    return 0.0 if states is None else float(np.abs(states).max())


def _table(watched: TrainingRecord, checkpoint: Checkpoint) -> Table:
    signals = [name for name, unit in rows(watched) if unit == 0]
    mean = {name: getattr(checkpoint.trace, name).mean(axis=1) for name in signals}
    right = {True: "yes", False: "no", None: ""}
    return Table(
        f"After {checkpoint.step:,} steps of training",
        ("reads", "wanted", "says", "right", *(f"{name}, mean of units" for name in signals)),
        tuple(
            (token, wanted, said, right[so], *(number(float(mean[name][t])) for name in signals))
            for t, (token, wanted, said, so) in enumerate(
                zip(watched.tokens, watched.wanted, checkpoint.says, checkpoint.right, strict=True)
            )
        ),
    )
