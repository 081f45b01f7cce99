"""From h to an answer, as a sheet."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.sheet import Grid, Lit, Sheet, column, matrix, shots
from lstm_viz.scenes.around.record.answer import Answer
from lstm_viz.scenes.around.words.answer import told
from lstm_viz.tasks.first_symbol import SYMBOLS


def answer_sheet(run: Answer) -> Sheet:
    units = [f"unit {k + 1}" for k in range(len(run.h))]
    heat = f"{run.temperature:.3g}"
    grids = (
        Grid("weight", "head", matrix(run.weight), heads=units, sides=SYMBOLS),
        Grid("h", "h", column(run.h), "h"),
        Grid("bias", "bias", column(run.bias)),
        Grid("scores", "score", column(run.scores), sides=SYMBOLS),
        Grid("grown", "e<sup>score</sup>", column(run.grown), sides=SYMBOLS, signed=False),
        Grid("shares", "share", column(run.shares), signed=False, bars=True, sides=SYMBOLS),
        Grid("heated", f"at {heat}", column(run.heated), signed=False, bars=True, sides=SYMBOLS),
    )
    head = ("h", "weight", "bias", "scores")
    one = {grid.name: grid.row(run.best) for grid in grids if grid.name in head[1:]}
    there = (
        head[:1], head, head, (*head, "grown"), (*head, "grown", "shares"),
        (*head, "grown", "shares", "heated"),
    )  # fmt: skip
    lit: tuple[Lit, ...] = ({}, one, {}, {}, {}, {})
    labels = ("h", "one score", "scores", "e^score", "softmax", "temperature")
    spared = {
        "e^score": ("weight", "h"),
        "softmax": ("weight", "h"),
        "temperature": ("weight", "h", "bias", "scores"),
    }
    return Sheet(
        grids=grids,
        shots=shots(labels, told(run), there, lit, spared),
        wide=(
            ("weight", "×", "h", "+", "bias", "=", "scores"),
            ("grown", "÷ sum =", "shares", "heated"),
        ),
        tall=(("weight", "×", "h"), ("+", "bias", "=", "scores"), ("grown", "shares"), ("heated",)),
        alt="How h becomes shares: the head’s weights times h plus the bias, e to the power of the "
        "scores, and their shares of the sum",
    )
