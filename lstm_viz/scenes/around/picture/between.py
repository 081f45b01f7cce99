"""From one sequence to another, as a sheet."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.sheet import Grid, Lit, Sheet, column, matrix, shots
from lstm_viz.scenes.around.record.between import LETTERS, Between
from lstm_viz.scenes.around.words.between import told, told_of_attention
from lstm_viz.tasks.copying import SYMBOLS

ROW = 8
"""The units of the network stand in rows of so many."""


def between_sheet(run: Between) -> Sheet:
    letters = tuple(LETTERS)
    right = frozenset((SYMBOLS.index(letter), k) for k, letter in enumerate(letters))
    grids = (
        Grid("letters", "read", matrix(run.letters.T), "x", letters, SYMBOLS, signed=False),
        Grid("h", "h handed over", matrix(run.h.reshape(-1, ROW)), "h"),
        Grid("c", "c handed over", matrix(run.c.reshape(-1, ROW)), "c"),
        Grid("said", "said again", matrix(run.said.T), heads=letters, sides=SYMBOLS, signed=False),
        Grid("zero", "from zeros", matrix(run.said_from_zero.T), heads=letters, sides=SYMBOLS,
             signed=False),
    )  # fmt: skip
    names = [grid.name for grid in grids]
    lit: Lit = {"said": right, "zero": right}
    return Sheet(
        grids=grids,
        shots=shots(
            ("encoder", "handed over", "decoder", "from zeros"),
            told(run),
            (names[:1], names[:3], names[:4], names),
            [lit] * 4,
            {"decoder": ["letters"], "from zeros": ["letters", "h"]},
        ),
        wide=(("letters", "said", "zero"), ("h", "c")),
        tall=(("letters",), ("h",), ("c",), ("said",), ("zero",)),
        alt="Five letters that a network reads, the two vectors it hands over, and what it says "
        "from them",
    )  # fmt: skip


def attention_sheet(run: Between) -> Sheet:
    letters = tuple(LETTERS)
    grids = (
        Grid("asks", "h of the decoder", matrix(run.asks.reshape(-1, ROW)), "h"),
        Grid("scores", "product", column(run.scores), sides=letters),
        Grid("shares", "attention", column(run.shares), sides=letters, bars=True, signed=False),
        Grid("mixed", "mixed h", matrix(run.mixed.reshape(-1, ROW)), "h"),
    )
    names = [grid.name for grid in grids]
    return Sheet(
        grids=grids,
        shots=shots(
            ("it looks", "products", "shares", "mixed"),
            told_of_attention(run),
            [names[:count] for count in (1, 2, 3, 4)],
        ),
        wide=(("asks", "mixed"), ("scores", "→", "shares")),
        tall=(("asks",), ("scores", "→", "shares"), ("mixed",)),
        alt="The products of the decoder’s h with the h at five letters, their shares, and the h "
        "mixed by them",
    )
