"""Where the ribbon of letters and the three lists below it stand."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Point, Rect

NEXT, OFFERS, KEYS = 5, 3, 3
"""Rows of each list."""


@dataclass(frozen=True, kw_only=True)
class TypingLayout(Layout):
    """``ribbon``, ``next``, ``offers`` and ``keys`` are the grounds.

    ``columns`` letters stand side by side, ``column`` wide, the first at ``first``; ``by_key`` is
    how low the line stands that shows what a key put in, ``lane`` where the gate's bars are.
    """

    ribbon: Rect
    next: Rect
    offers: Rect
    keys: Rect
    first: float
    column: float
    columns: int
    by_key: float
    letter: float
    lane: Axes
    size_of_letter: float
    small: float
    title: float

    def across(self, column: int) -> float:
        """The middle of a column."""
        return round(self.first + (column + 0.5) * self.column, 2)

    def window(self, at: int, length: int) -> int:
        """The place that stands in the first column while the reader is at ``at``: about two thirds
        of the letters are behind them, as far as there are more than fit."""
        behind = at - round(self.columns * 2 / 3)
        return max(0, min(behind, length + 1 - self.columns))

    def next_at(self, k: int) -> Point:
        left, top, _, bottom = self.next
        pitch = (bottom - top - 34) / NEXT
        return left + 14, round(top + 34 + (k + 0.5) * pitch - 2, 2)

    def row_at(self, box: Rect, k: int, rows: int) -> Point:
        """Where the words of a row begin; its bar stands ``under`` them."""
        left, top, _, bottom = box
        pitch = (bottom - top - 32) / rows
        return left + 14, round(top + 32 + (k + 0.32) * pitch, 2)

    @property
    def under(self) -> float:
        return self.small + 3


WIDE = TypingLayout(
    name="wide", size=(1240, 344), ribbon=(8, 4, 1232, 186), next=(8, 194, 388, 340),
    offers=(400, 194, 810, 340), keys=(822, 194, 1232, 340), first=52, column=26, columns=45,
    by_key=42, letter=62, lane=Axes(left=52, top=106, right=1222, bottom=166),
    size_of_letter=19, small=13, title=15,
)  # fmt: skip
TALL = TypingLayout(
    name="tall", size=(366, 584), ribbon=(2, 2, 364, 170), next=(2, 178, 364, 308),
    offers=(2, 316, 364, 446), keys=(2, 454, 364, 582), first=30, column=22, columns=15,
    by_key=38, letter=57, lane=Axes(left=30, top=100, right=360, bottom=150),
    size_of_letter=16, small=12, title=13,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
