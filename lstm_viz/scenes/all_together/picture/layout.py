"""Where the parts of the row stand: columns on a wide screen, lines on a phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.scenes.all_together.record import SENTENCES


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

    def fruit_at(self, sentence: int, unit: int, k: int) -> Point:
        """Where fruit ``k`` (from 0) of a unit lies on the belt."""
        if self.wide:
            x, y = self.middle("c", sentence, unit)
            return (x, y - 9 - self.fruit / 2 - k * (self.fruit + 1))
        x, y = self.at(sentence, self.across["c"])
        return (x + 6 + self.fruit / 2 + k * (self.fruit + 1), y + (8 if unit else -8))

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


LAYOUTS = (
    RowLayout(
        name="wide", size=(1240, 460), first=150, pitch=1088 / SENTENCES,
        across={"words": 42, "f": 108, "i": 143, "g": 178, "c": 262, "o": 318, "h": 364,
                "says": 426},
        frame=(86, 388), cell=(54, 28), fruit=19, text=15, head_text=17,
    ),
    RowLayout(
        name="tall", size=(366, 50 + 54 * SENTENCES), first=46, pitch=54,
        across={"words": 50, "f": 118, "i": 154, "g": 190, "c": 212, "o": 274, "h": 312,
                "says": 346},
        frame=(96, 332), cell=(15, 34), fruit=11, text=12, head_text=12,
    ),
)  # fmt: skip
