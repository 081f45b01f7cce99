"""Where the parts of the picture of a gate at work stand, on a wide screen and on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect


@dataclass(frozen=True, kw_only=True)
class RowsLayout(Layout):
    """The story on cards on top, below them a row a unit."""

    cards_in_row: int
    card: tuple[float, float]
    """Width and height of a card of the story."""
    card_gap: float
    card_text: float
    label: float
    """The middle of the text on a card, from its top."""
    door: tuple[float, float]
    """Width and height of a gate on a card."""
    fruit: float
    """Diameter of a fruit on a card."""
    rows: tuple[float, float]
    """The middles of the two units' rows."""
    name_at: Point
    """Where a unit's name stands, from the middle of its row."""
    name_text: float
    text: float
    longest: float
    """The most that a bar can be long."""
    thick: float

    def card_box(self, number: int) -> Rect:
        row, column = divmod(number, self.cards_in_row)
        left = 2 + column * (self.card[0] + self.card_gap)
        top = 2 + row * (self.card[1] + self.card_gap)
        return (left, top, left + self.card[0], top + self.card[1])

    def doors(self, number: int) -> tuple[Rect, Rect]:
        """The two gates on a card."""
        left, _, _, bottom = self.card_box(number)
        width, height = self.door
        first = left + 10
        second = first + width + 4
        foot = bottom - 9
        return (
            (first, foot - height, first + width, foot),
            (second, foot - height, second + width, foot),
        )

    def fruit_at(self, number: int, unit: int, k: int) -> Point:
        """Where fruit ``k`` (from 0) of a unit lies on a card."""
        (_, top, right, bottom) = self.doors(number)[1]
        step = self.fruit + 1.5
        beside, apart = (12, 5) if self.wide else (5, 2)
        left = right + beside + unit * (3 * step + apart)
        return (left + k * step, (top + bottom) / 2)

    def count_at(self, number: int, unit: int) -> Point:
        """The middle of how many fruit of a unit there are on a card, if they are many."""
        x, y = self.fruit_at(number, unit, 0)
        return (x + (2 if self.wide else 0.5) * self.fruit, y)


@dataclass(frozen=True, kw_only=True)
class GatingLayout(RowsLayout):
    """In a row: bar, ×, gate, =, bar."""

    bar_fruit: float
    """Diameter of a fruit in a bar."""
    before: float
    """Left edge of the first bar."""
    times: float
    gate: float
    """Left edge of the gate."""
    gate_size: tuple[float, float]
    equals: float
    after: float
    """Left edge of the second bar."""
    sums: tuple[float, ...]
    """The middles of what a gate is made of: word, h, bias, their sum, the gate."""
    sum_box: tuple[float, float]

    def bar_fruit_at(self, unit: int, k: int) -> Point:
        """Where fruit ``k`` (from 0) of a unit lies in the first bar."""
        return (self.before + 8 + self.bar_fruit * (0.5 + 1.22 * k), self.rows[unit])


def corners(box: Rect) -> list[Point]:
    """The closed outline of a box."""
    left, top, right, bottom = box
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


WIDE_ROWS: dict[str, Any] = {
    "name": "wide", "size": (1240, 440), "cards_in_row": 8, "card": (148, 84), "card_gap": 7.5,
    "card_text": 14, "label": 27, "door": (20, 19), "fruit": 10, "rows": (204, 364),
    "name_at": (150, -8), "name_text": 22, "text": 17, "longest": 262, "thick": 72,
}  # fmt: skip
TALL_ROWS: dict[str, Any] = {
    "name": "tall", "size": (366, 470), "cards_in_row": 4, "card": (86, 62), "card_gap": 6,
    "card_text": 11, "label": 16, "door": (11, 14), "fruit": 6, "rows": (242, 396),
    "name_at": (4, -62), "name_text": 16, "text": 12, "longest": 112, "thick": 44,
}  # fmt: skip
LAYOUTS = (
    GatingLayout(
        **WIDE_ROWS, bar_fruit=34, before=180, times=552, gate=598, gate_size=(88, 112),
        equals=734, after=786, sums=(264, 440, 616, 800, 1010), sum_box=(112, 56),
    ),
    GatingLayout(
        **TALL_ROWS, bar_fruit=20, before=4, times=130, gate=144, gate_size=(46, 66),
        equals=204, after=218, sums=(34, 108, 182, 256, 332), sum_box=(58, 40),
    ),
)  # fmt: skip
