"""Rows of bars: each begins at the left, is as long as its share, and has words behind its end."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, bars, patch, stroke, texts

SHORTEST = 2.0
"""Pixels of a bar, however small its share."""
APART = 6
"""Pixels from its end to the words."""


def bar_list(
    names: tuple[str, str], starts: Sequence[Point], *, thick: float, size: float
) -> list[PlotlyTrace]:
    """The bars and the words behind them, by these names: what they are comes with the frames."""
    count, (bar, words) = len(starts), names
    return [
        bars(
            bar, starts, length=[0.0] * count, thick=thick,
            colour=["$off"] * count, opacity=[1.0] * count,
        ),
        texts(words, starts, size=size, colour=["$ink"] * count, side="right"),
    ]  # fmt: skip


def bar_list_patches(
    names: tuple[str, str],
    starts: Sequence[Point],
    room: float,
    shares: Sequence[float | None],
    colours: Sequence[str],
    said: Sequence[str],
) -> dict[str, Patch]:
    """What a frame says of them: shares of the ``room``, as many as there are rows or fewer; for
    None there are only words."""
    rest = len(starts) - len(shares)
    lengths = [0.0 if one is None else max(SHORTEST, room * one) for one in shares] + [0.0] * rest
    bar, words = names
    return {
        bar: patch(
            [(round(x + n / 2, 2), y) for (x, y), n in zip(starts, lengths, strict=True)],
            size=[stroke(n) for n in lengths],
            colour=[*colours, *["$off"] * rest],
            opacity=[float(n > 0) for n in lengths],
        ),
        words: patch(
            [(round(x + n + APART, 2), y) for (x, y), n in zip(starts, lengths, strict=True)],
            text=[*said, *[NO_TEXT] * rest],
        ),
    }
