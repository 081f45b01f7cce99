"""Where the six cards and their rows stand, on a wide and on a tall picture."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.scenes.uses.record import STEPS


@dataclass(frozen=True, kw_only=True)
class CardsLayout(Layout):
    """A card has its words on top and below them, for each of ``STEPS``, an answer, a gate and an
    input."""

    across: int
    """Cards side by side."""
    card: tuple[float, float]
    to_next: Point
    title: Point
    """From a card's corner, as are the next four."""
    second_line: Point
    first: float
    answers: float
    gates: float
    inputs: float
    pitch: float
    gate: tuple[float, float]
    chip: float
    """How high an answer or an input is that is drawn."""
    pixel: float
    """Of a picture that is read."""
    title_size: int
    word_size: int
    number_size: int

    def corner(self, n: int) -> Point:
        """Left top of card ``n``."""
        right, down = self.to_next
        return 2 + (n % self.across) * right, 2 + (n // self.across) * down

    def box(self, n: int) -> Rect:
        left, top = self.corner(n)
        return left, top, left + self.card[0], top + self.card[1]

    def row(self, n: int, y: float) -> list[Point]:
        """The middle of each step of a card at a height."""
        left, top = self.corner(n)
        return [(left + self.first + k * self.pitch, top + y) for k in range(STEPS)]


WIDE = CardsLayout(
    name="wide", size=(1240, 452), across=3, card=(404, 218), to_next=(416, 230),
    title=(14, 22), second_line=(14, 46), first=38, answers=84, gates=130, inputs=178,
    pitch=47, gate=(42, 30), chip=34, pixel=3.2, title_size=18, word_size=15, number_size=14,
)  # fmt: skip
TALL = CardsLayout(
    name="tall", size=(366, 822), across=1, card=(362, 128), to_next=(0, 138),
    title=(10, 16), second_line=(10, 34), first=29, answers=58, gates=84, inputs=110,
    pitch=43.5, gate=(38, 18), chip=20, pixel=2, title_size=14, word_size=SMALLEST_TEXT,
    number_size=SMALLEST_TEXT,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
