"""Where the chosen task, drawn large, and the five cards stand, on a wide and on a tall picture."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.diagram import Point
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.scenes.uses.record import STEPS


@dataclass(frozen=True)
class Layout:
    """Pixels; the row has an answer above, a cell and an input below for each of ``STEPS``."""

    name: str
    size: tuple[float, float]
    first: float
    pitch: float
    heights: tuple[float, float, float]
    """Of answers, cells and inputs."""
    cell: float
    chip: tuple[float, float]
    turn: float
    """How far right of a cell's middle a loop goes down."""
    labels: tuple[Point, ...]
    """Of "comes out", the cells and "goes in"."""
    text: tuple[int, int, int]
    """Sizes of tokens, the words of cells and labels, and those of cards."""
    card: tuple[float, float, float, float]
    """Left, top, width and height of the first card."""
    to_next: Point
    """From a card to the next one."""
    lines: tuple[Point, ...]
    """Of a card's words, from its corner: title, pattern, in, out, when."""
    mini: tuple[float, float, float]
    """Right end and middle of a card's small row, from its corner, and its pitch."""

    def x(self, n: int) -> float:
        return self.first + n * self.pitch

    def corner(self, n: int) -> Point:
        return self.card[0] + n * self.to_next[0], self.card[1] + n * self.to_next[1]

    def mini_at(self, task: int, n: int) -> Point:
        left, top = self.corner(task)
        right, middle, pitch = self.mini
        return left + right - (STEPS - 1 - n) * pitch, top + middle


WIDE = Layout(
    "wide", (1240, 452), 250, 178, (32, 126, 220), 74, (112, 36), 88,
    ((20, 32), (20, 126), (20, 220)), (17, 15, 14), (6, 276, 236, 168), (248, 0),
    ((14, 21), (14, 59), (14, 101), (14, 125), (14, 149)), (216, 59, 17),
)  # fmt: skip
TALL = Layout(
    "tall", (366, 584), 33, 60, (44, 112, 180), 38, (53, 26), 30,
    ((4, 14), (4, 0), (4, 211)), (12, SMALLEST_TEXT, SMALLEST_TEXT), (2, 232, 362, 64), (0, 70),
    ((10, 15), (10, 0), (10, 34), (10, 51), (10, 0)), (350, 33, 15),
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
