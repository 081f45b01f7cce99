"""Where the parts of a row of words stand: columns on a wide screen, lines on a phone.

A *slot* is the place of one sentence; a story that has more of them than slots is shown in part.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.signals import LSTM_SIGNALS, shares

GATES = shares(LSTM_SIGNALS)
"""The gates that are doors, from the top down."""
MOST_FRUIT = 6
"""Of a kind that are drawn."""
SAYERS = ("lstm", "rnn")


@dataclass(frozen=True, kw_only=True)
class RowLayout(Layout):
    """``slots`` sentences, and the heads of the rows (or columns) of what belongs to them."""

    most: ClassVar[int]
    """Slots that there can be."""
    slots: int
    word_text: float
    """Size of the words, of the heads, of what is said, and of the numbers on the belt."""
    head_text: float
    said_text: float
    number_text: float
    door_size: tuple[float, float]
    fruit: float
    """Diameter of a fruit."""

    @abstractmethod
    def box(self, slot: int) -> Rect:
        """All that belongs to a sentence."""

    @abstractmethod
    def word_at(self, slot: int) -> Point: ...

    @abstractmethod
    def door(self, gate: str, slot: int, unit: int) -> Rect: ...

    @abstractmethod
    def fruit_at(self, slot: int, unit: int, k: int, of: int) -> Point:
        """Where fruit ``k`` (from 0) of so many lies."""

    @abstractmethod
    def number_at(self, slot: int, unit: int) -> Point: ...

    @abstractmethod
    def said_at(self, sayer: str, slot: int) -> Point: ...

    @abstractmethod
    def belt(self, slot: int) -> list[Point]:
        """The belt from its beginning to the end of a slot."""

    @abstractmethod
    def head_at(self, name: str) -> Point:
        """Where the name of a gate, the cell state ("c") or a sayer stands."""

    def step(self, of: int, room: float) -> float:
        """From one fruit to the next, closer where there are many."""
        return min(self.fruit + 1, (room - self.fruit) / max(of - 1, 1))


@dataclass(frozen=True, kw_only=True)
class Across(RowLayout):
    """A column a sentence, from left to right."""

    most = 11
    left: float = 164
    column: float = 98
    tops: ClassVar[Mapping[str, float]] = dict(zip(GATES, (84, 158, 350), strict=True))
    belt_y: ClassVar[float] = 302
    said_y: ClassVar[Mapping[str, float]] = {"lstm": 419, "rnn": 446}

    def middle(self, slot: int) -> float:
        return self.left + (slot + 0.5) * self.column

    def box(self, slot: int) -> Rect:
        x = self.middle(slot)
        return (x - 46, 2, x + 46, self.size[1] - 2)

    def word_at(self, slot: int) -> Point:
        return (self.middle(slot), 40)

    def door(self, gate: str, slot: int, unit: int) -> Rect:
        width, height = self.door_size
        left = self.middle(slot) + (2 if unit else -2 - width)
        return (left, self.tops[gate], left + width, self.tops[gate] + height)

    def fruit_at(self, slot: int, unit: int, k: int, of: int) -> Point:
        width, _ = self.door_size
        x = self.middle(slot) + (2 + width / 2) * (1 if unit else -1)
        return (x, self.belt_y - 4 - self.fruit / 2 - k * self.step(of, 70))

    def number_at(self, slot: int, unit: int) -> Point:
        x, _ = self.fruit_at(slot, unit, 0, 1)
        return (x, self.belt_y + 17)

    def said_at(self, sayer: str, slot: int) -> Point:
        return (self.middle(slot), self.said_y[sayer])

    def belt(self, slot: int) -> list[Point]:
        return [(self.left, self.belt_y), (self.left + (slot + 1) * self.column, self.belt_y)]

    def head_at(self, name: str) -> Point:
        if name in self.said_y:
            return (self.left - 14, self.said_y[name])
        y = 264 if name == "c" else self.tops[name] + self.door_size[1] / 2 - 10
        return (self.left - 14, y)


@dataclass(frozen=True, kw_only=True)
class Down(RowLayout):
    """A line a sentence, from top to bottom."""

    most = 6
    top: float = 46
    line: float = 48
    lefts: ClassVar[Mapping[str, float]] = dict(zip(GATES, (106, 152, 276), strict=True))
    belt_x: ClassVar[float] = 200

    def middle(self, slot: int) -> float:
        return self.top + (slot + 0.5) * self.line

    def box(self, slot: int) -> Rect:
        y = self.middle(slot)
        return (2, y - self.line / 2 + 2, self.size[0] - 2, y + self.line / 2 - 2)

    def word_at(self, slot: int) -> Point:
        return (8, self.middle(slot))

    def door(self, gate: str, slot: int, unit: int) -> Rect:
        width, height = self.door_size
        left = self.lefts[gate] + unit * (width + 2)
        y = self.middle(slot)
        return (left, y - height / 2, left + width, y + height / 2)

    def fruit_at(self, slot: int, unit: int, k: int, of: int) -> Point:
        y = self.middle(slot) + (9 if unit else -9)
        return (self.belt_x + 5 + self.fruit / 2 + k * self.step(of, 36), y)

    def number_at(self, slot: int, unit: int) -> Point:
        _, y = self.fruit_at(slot, unit, 0, 1)
        return (self.belt_x + 56, y)

    def said_at(self, sayer: str, slot: int) -> Point:
        return (336, self.middle(slot) + (11 if sayer == "rnn" else -9))

    def belt(self, slot: int) -> list[Point]:
        return [(self.belt_x, self.top), (self.belt_x, self.top + (slot + 1) * self.line)]

    def head_at(self, name: str) -> Point:
        if name in SAYERS:
            return (336, self.top - (12 if name == "rnn" else 27))
        x = 232 if name == "c" else self.lefts[name] + self.door_size[0] + 1
        return (x, self.top - 19)


def layouts(sentences: int) -> tuple[RowLayout, ...]:
    """The wide one and the tall one, with room for so many sentences, or for as many as fit."""
    across, down = min(sentences, Across.most), min(sentences, Down.most)
    column = min(120.0, 1076 / across)
    return (
        Across(
            name="wide", size=(1240, 480), slots=across, column=column,
            word_text=15, head_text=15, said_text=21, number_text=14,
            door_size=(32, 42), fruit=19,
        ),
        Down(
            name="tall", size=(366, 50 + 48 * down), slots=down,
            word_text=13, head_text=11, said_text=14, number_text=11,
            door_size=(17, 30), fruit=11,
        ),
    )  # fmt: skip


def window(now: int, sentences: int, slots: int) -> range:
    """The sentences that stand in the slots while sentence ``now`` is looked at."""
    first = min(max(now - (slots - 3), 0), sentences - slots)
    return range(first, first + slots)
