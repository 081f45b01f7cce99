"""Where the parts of the row stand: columns on a wide screen, lines on a phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect


@dataclass(frozen=True, kw_only=True)
class RowLayout(Layout):
    """A column (wide) or line (tall) a sentence; across it a place for each signal."""

    first: float
    pitch: float
    """Along the story: where the first sentence begins, and how far the next is from it."""
    across: Mapping[str, float]
    """By signal, and for "words" and "says", the middle of its row."""
    frame: tuple[float, float]
    """Across: from where to where a sentence's cell reaches."""
    cell: tuple[float, float]
    """Width and height of a value."""
    fruit: float
    text: float
    head_text: float

    def at(self, sentence: float, across: float) -> Point:
        along = self.first + self.pitch * (sentence + 0.5)
        return (along, across) if self.wide else (across, along)

    def value_box(self, name: str, sentence: int, unit: int) -> Rect:
        (x, y), (width, height) = self.at(sentence, self.across[name]), self.cell
        left = x - width - 1 + unit * (width + 2)
        return (left, y - height / 2, left + width, y + height / 2)

    def middle(self, name: str, sentence: int, unit: int) -> Point:
        left, top, right, bottom = self.value_box(name, sentence, unit)
        return ((left + right) / 2, (top + bottom) / 2)

    def fruit_at(self, sentence: int, unit: int, k: int, of: int) -> Point:
        """Where fruit ``k`` (from 0) of so many of a unit lies on the belt."""
        room = 60 if self.wide else 36
        step = min(self.fruit + 1, (room - self.fruit) / max(of - 1, 1))
        if self.wide:
            x, y = self.middle("c", sentence, unit)
            return (x, y - 9 - self.fruit / 2 - k * step)
        x, y = self.at(sentence, self.across["c"])
        return (x + 6 + self.fruit / 2 + k * step, y + (8 if unit else -8))

    def number_at(self, sentence: int, unit: int) -> Point:
        """A number of the cell state, under the belt."""
        x, y = self.middle("c", sentence, unit)
        return (x, y + 17)

    def words_at(self, sentence: int) -> Point:
        x, y = self.at(sentence, self.across["words"])
        return (x, y) if self.wide else (6, y)

    def box(self, sentence: int) -> Rect:
        """All that belongs to a sentence."""
        low, high = (self.first + self.pitch * (sentence + end) for end in (0.02, 0.98))
        if self.wide:
            return (low, 2, high, self.size[1] - 2)
        return (2, low, self.size[0] - 2, high)

    def cell_box(self, sentence: int) -> Rect:
        """The cell that reads it."""
        low, high = (self.first + self.pitch * (sentence + end) for end in (0.06, 0.94))
        near, far = self.frame
        return (low, near, high, far) if self.wide else (near, low, far, high)

    def rail(self, name: str, until: float) -> list[Point]:
        """The way of c or h from the beginning to sentence ``until``."""
        return [self.at(-0.5, self.across[name]), self.at(until, self.across[name])]

    def head_at(self, name: str) -> Point:
        if self.wide:
            return (self.first - 12, self.across[name])
        return (self.across[name] + (26 if name == "c" else 0), 24)


def layouts(sentences: int) -> tuple[RowLayout, RowLayout]:
    """The wide one and the tall one, with room for so many sentences."""
    column = min(136.0, 1088 / sentences)
    line = max(42.0, min(54.0, 432 / sentences))
    narrow = column < 110
    begins = 150 + (1088 - column * sentences) / 2
    return (
        RowLayout(
            name="wide", size=(1240, 460), first=begins, pitch=column,
            across={"words": 42, "f": 108, "i": 143, "g": 178, "c": 262, "o": 318, "h": 364,
                    "says": 426},
            frame=(86, 388), cell=(min(54.0, column / 2 - 9), 28), fruit=19,
            text=13 if narrow else 15, head_text=17,
        ),
        RowLayout(
            name="tall", size=(366, 50 + line * sentences), first=46, pitch=line,
            across={"words": 50, "f": 118, "i": 154, "g": 190, "c": 212, "o": 274, "h": 312,
                    "says": 346},
            frame=(96, 332), cell=(15, line - 20), fruit=11, text=12, head_text=12,
        ),
    )  # fmt: skip
