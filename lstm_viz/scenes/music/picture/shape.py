"""Which shape of task it is, small: chords are read, then each that is drawn is read in turn."""

from __future__ import annotations

import itertools

from lstm_viz.figures.charts import heading
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import PlotlyTrace, Text, lines, markers, words
from lstm_viz.scenes.music.picture.layout import MusicLayout
from lstm_viz.scenes.music.words.around import SHAPE

STEPS, GIVEN = 7, 3


def shape(layout: MusicLayout) -> list[PlotlyTrace]:
    left, top, right, bottom = layout.shape
    pitch = (right - left - 60) / STEPS
    across = [left + 30 + pitch * (k + 0.5) for k in range(STEPS)]
    above, middle, below = top + 40, top + 66, bottom - 22
    cells = [(x, middle) for x in across]
    outs: list[Point] = [(x, above) for x in across[GIVEN - 1 :]]
    ins: list[Point] = [(x, below) for x in across[:GIVEN]]
    arrows = [
        *([one, (one[0], middle + 8)] for one in ins),
        *([(one[0], middle - 8), one] for one in outs),
        *([one, next_] for one, next_ in itertools.pairwise(cells)),
    ]
    fed = [
        [(x, above), ((x + after) / 2, above), ((x + after) / 2, below), (after, below),
         (after, middle + 8)]
        for x, after in zip(across[GIVEN - 1 :], across[GIVEN:], strict=False)
    ]  # fmt: skip
    return [
        lines("shape arrows", arrows, colour="$wire", width=1.5, simplify=True),
        lines("shape fed", fed, colour="$h", width=1.5, simplify=True),
        markers("shape cells", cells, size=17, symbol="square", colour="$panel", edge="$muted",
                edge_width=1.5),
        markers("shape in", ins, size=10, symbol="square", colour="$ink"),
        markers("shape out", outs, size=10, symbol="square", colour="$h"),
        words(
            "shape words",
            [
                heading(layout.shape, top + 15, SHAPE[layout.name], layout.letters),
                Text((across[0] + across[GIVEN - 1]) / 2, bottom - 8, "given", "center",
                     layout.letters),
                Text((across[GIVEN] + across[-1]) / 2, bottom - 8, "drawn before", "center",
                     layout.letters),
            ],
        ),
    ]  # fmt: skip
