"""Where the picture, its features, the steps and the weighed words stand."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.networks.captions.scenes import SIDE

WEIGHED = 6
"""Words whose bars are shown."""
SIGNALS = ("f", "i", "c", "o")
"""Of the unit to look at, in the order in which they are drawn from input to output."""


@dataclass(frozen=True, kw_only=True)
class CaptionsLayout(Layout):
    """``seen``, ``features``, ``steps`` and ``weighed`` are grounds; ``square`` is the picture's
    left, top and size; ``strip`` the top of the colours below it, and their height."""

    seen: Rect
    square: tuple[float, float, float]
    strip: tuple[float, float]
    features: Rect
    feature_box: Rect
    feature_columns: int
    steps: Rect
    track: tuple[float, float]
    """Where the steps begin and end, along the way that they go."""
    lanes: tuple[float, ...]
    """Across that way: what is read, the signals, what is said."""
    cell: tuple[float, float]
    weighed: Rect
    letters: float
    title: float

    @property
    def pixel(self) -> float:
        return self.square[2] / SIDE

    def step(self, t: int, columns: int) -> float:
        """Along the track, the middle of a step."""
        first, last = self.track
        return round(first + (t + 0.5) * (last - first) / columns, 2)

    def at(self, t: int, lane: int, columns: int) -> Point:
        """Lane 0 is what is read, the last one what is said."""
        along, across = self.step(t, columns), self.lanes[lane]
        return (along, across) if self.wide else (across, along)


WIDE = CaptionsLayout(
    name="wide", size=(1240, 400), seen=(4, 4, 322, 396), square=(13, 32, 300), strip=(344, 34),
    features=(328, 4, 428, 396), feature_box=(338, 42, 418, 386), feature_columns=2,
    steps=(432, 4, 1012, 396), track=(502, 1006), lanes=(352, 290, 236, 182, 128, 68),
    cell=(46, 42), weighed=(1020, 4, 1232, 396), letters=13, title=15,
)  # fmt: skip
TALL = CaptionsLayout(
    name="tall", size=(366, 668), seen=(2, 2, 208, 290), square=(9, 28, 192), strip=(226, 58),
    features=(2, 296, 364, 344), feature_box=(84, 302, 358, 338), feature_columns=24,
    steps=(2, 350, 364, 666), track=(392, 662), lanes=(40, 108, 156, 204, 252, 318),
    cell=(44, 18), weighed=(214, 2, 364, 290), letters=11, title=13,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
