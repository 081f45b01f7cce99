"""Where the words, the vectors and the rows beside them stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.networks.chat.reply import MOST
from lstm_viz.networks.chat.words import LONGEST

ROWS = 7
"""Beside the picture."""
LARGEST = 150.0
"""The room of a word of a short line."""
GATES = ("i", "f")
"""Shown of the unit to look at, above its cell state."""


@dataclass(frozen=True, kw_only=True)
class ChatLayout(Layout):
    """``main`` and ``beside`` are the grounds; words stand from ``left`` to ``right``, so many in a
    row.  ``cell`` is the height of a row below a word of the line, ``vector`` that of a strip."""

    main: Rect
    beside: Rect
    left: float
    right: float
    line_top: float
    line_row: int
    cell: float
    vectors_top: float
    vector: float
    reply_top: float
    reply_row: int
    reply_pitch: float
    letters: float
    title: float

    @property
    def line_pitch(self) -> float:
        """From a row of words of the line to the next."""
        return 24 + 4 * self.cell + 8

    def line_slots(self, words: int) -> list[Point]:
        """The middles of the words of a line."""
        width = self.line_width(words)
        return [
            (
                round(self.left + width * (k % self.line_row + 0.5), 2),
                self.line_top + self.line_pitch * (k // self.line_row),
            )
            for k in range(words)
        ]

    def line_width(self, words: int) -> float:
        """The room of a word of a line."""
        return min(LARGEST, (self.right - self.left) / min(words, self.line_row))

    def reply_slots(self) -> list[Point]:
        """The middles of all words that a reply may have."""
        width = (self.right - self.left) / self.reply_row
        return [
            (
                round(self.left + width * (k % self.reply_row + 0.5), 2),
                self.reply_top + self.reply_pitch * (k // self.reply_row),
            )
            for k in range(MOST)
        ]

    @property
    def reply_width(self) -> float:
        return (self.right - self.left) / self.reply_row

    def strip(self, which: int, units: int) -> list[Point]:
        """The middles of a vector's cells: h and c of the line (0, 1), and of another (2, 3)."""
        pair, part = divmod(which, 2)
        y = self.vectors_top + pair * (2 * self.vector + 26) + part * (self.vector + 3)
        width = (self.right - self.left) / units
        return [(round(self.left + width * (k + 0.5), 2), y) for k in range(units)]

    def row(self, k: int) -> tuple[float, float]:
        """How low the words of a row beside stand, and its bar."""
        _, top, _, bottom = self.beside
        pitch = (bottom - top - 34) / ROWS
        y = top + 36 + k * pitch
        return round(y + 0.24 * pitch, 2), round(y + 0.66 * pitch, 2)


WIDE = ChatLayout(
    name="wide", size=(1240, 400), main=(8, 4, 852, 396), beside=(864, 4, 1232, 396),
    left=116, right=842, line_top=44, line_row=LONGEST, cell=22,
    vectors_top=184, vector=16, reply_top=326, reply_row=8, reply_pitch=40, letters=13, title=15,
)  # fmt: skip
TALL = ChatLayout(
    name="tall", size=(366, 758), main=(2, 2, 364, 502), beside=(2, 510, 364, 756),
    left=34, right=360, line_top=42, line_row=6, cell=18,
    vectors_top=258, vector=11, reply_top=366, reply_row=4, reply_pitch=34, letters=11, title=13,
)  # fmt: skip
_ROW = TALL.line_pitch
SHORT = replace(
    TALL,
    size=(366, 758 - _ROW),
    main=(2, 2, 364, 502 - _ROW),
    beside=(2, 510 - _ROW, 364, 756 - _ROW),
    vectors_top=TALL.vectors_top - _ROW,
    reply_top=TALL.reply_top - _ROW,
)
"""The tall one for a line that fits into one row."""


def layouts(words: int) -> tuple[ChatLayout, ChatLayout]:
    """For a line of so many words: the wide one, and the tall one."""
    return WIDE, TALL if words > TALL.line_row else SHORT
