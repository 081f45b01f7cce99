"""Where the chosen task, drawn large, and the five cards stand, on a wide and on a tall picture."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.scenes.uses.record import STEPS, USES


@dataclass(frozen=True, kw_only=True)
class TasksLayout(Layout):
    """The row has an answer above, a cell and an input below for each of ``STEPS``."""

    first: float
    pitch: float
    answers: float
    cells: float
    inputs: float
    """Heights of the three rows."""
    cell: float
    chip: tuple[float, float]
    turn: float
    """How far right of a cell's middle a loop goes down."""
    labels: tuple[Point, ...]
    """Of "comes out", the cells and "goes in"; the tall picture has no room for the second."""
    token_size: int
    word_size: int
    """Of the words of cells and labels."""
    card_size: int
    """Of the words of cards."""
    card: tuple[float, float, float, float]
    """Left, top, width and height of the first card."""
    to_next: Point
    """From a card to the next one."""
    lines: tuple[Point, ...]
    """Of a card's words, from its corner: title, pattern, in, out, when."""
    small_row: Point
    """Right end and middle of a card's small row, from its corner."""
    small_pitch: float

    @property
    def x(self) -> list[float]:
        """The middle of each step."""
        return [self.first + n * self.pitch for n in range(STEPS)]

    @property
    def corners(self) -> list[Point]:
        """Left top of each card."""
        left, top, _, _ = self.card
        across, down = self.to_next
        return [(left + n * across, top + n * down) for n in range(len(USES))]

    def card_box(self, n: int) -> Rect:
        left, top = self.corners[n]
        return left, top, left + self.card[2], top + self.card[3]

    @property
    def small_cells(self) -> list[Point]:
        """The steps of the small rows on all cards."""
        right, middle = self.small_row
        return [
            (left + right - (STEPS - 1 - n) * self.small_pitch, top + middle)
            for left, top in self.corners
            for n in range(STEPS)
        ]


WIDE = TasksLayout(
    name="wide", size=(1240, 452), first=250, pitch=178, answers=32, cells=126, inputs=220,
    cell=74, chip=(112, 36), turn=88, labels=((20, 32), (20, 126), (20, 220)), token_size=17,
    word_size=15, card_size=14, card=(6, 276, 236, 168), to_next=(248, 0),
    lines=((14, 21), (14, 59), (14, 101), (14, 125), (14, 149)), small_row=(220, 59),
    small_pitch=15,
)  # fmt: skip
TALL = TasksLayout(
    name="tall", size=(366, 584), first=33, pitch=60, answers=44, cells=112, inputs=180, cell=38,
    chip=(53, 26), turn=30, labels=((4, 14), (4, 211)), token_size=12, word_size=SMALLEST_TEXT,
    card_size=SMALLEST_TEXT, card=(2, 232, 362, 64), to_next=(0, 70),
    lines=((10, 15), (10, 0), (10, 34), (10, 51), (10, 0)), small_row=(350, 33), small_pitch=15,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
