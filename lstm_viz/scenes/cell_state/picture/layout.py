"""Where the parts of both pictures stand, on a wide screen and on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect

WIDE, TALL = (1240.0, 440.0), (366.0, 540.0)
CURVE = (0.0, 0.1, 0.2, 0.3)
"""The levels at which the numbers of c are read."""
BARS = ("kept", "written", "c")
"""What is kept, what is written, and their sum."""


@dataclass(frozen=True, kw_only=True)
class SumLayout(Layout):
    """A row a unit: gate × bar + gate × bar = bar.  On a phone each bar has a line of its own."""

    bars: tuple[tuple[Point, Point, Point], tuple[Point, Point, Point]]
    """By unit, where each bar begins, in the middle of its height."""
    bar: tuple[float, float]
    """The longest length of a bar, and its thickness."""
    gate: tuple[float, float]
    """Width and height of a gate."""
    gap: float
    """Between a gate and its bar."""
    text: float
    fruit: float

    def gate_box(self, unit: int, k: int) -> Rect:
        """The gate before bar ``k`` (0 or 1)."""
        x, y = self.bars[unit][k]
        right, (width, height) = x - self.gap, self.gate
        return (right - width, y - height / 2, right, y + height / 2)

    def times_at(self, unit: int, k: int) -> Point:
        x, y = self.bars[unit][k]
        return (x - self.gap / 2, y)

    def sign_at(self, unit: int, k: int) -> Point:
        """The + or = before bar ``k`` (1 or 2)."""
        x, y = self.bars[unit][k]
        if not self.wide:
            return (11, y)
        return (x - self.gap - (self.gate[0] + 32 if k == 1 else 0), y)

    def name_at(self, unit: int) -> Point:
        _, y = self.bars[unit][0]
        return (118, y - 10) if self.wide else (4, y - 46)

    def above(self, unit: int, k: int) -> Point:
        x, y = self.bars[unit][k]
        return (x, y - self.bar[1] / 2 - (16 if self.wide else 9))

    def number_at(self, unit: int, k: int) -> Point:
        """Where the arithmetic of bar ``k`` stands: below it, on a phone beside it."""
        x, y = self.bars[unit][k]
        if self.wide:
            return (x, y + self.bar[1] / 2 + 20)
        return (x + self.bar[0] + 12, y)

    def fruit_at(self, unit: int, k: int) -> Point:
        x, y = self.bars[unit][k]
        return (x + 12 + self.fruit / 2, y)


SUMS = (
    SumLayout(
        name="wide", size=WIDE,
        bars=(((250, 116), (654, 116), (966, 116)), ((250, 316), (654, 316), (966, 316))),
        bar=(230, 78), gate=(66, 92), gap=44, text=18, fruit=40,
    ),
    SumLayout(
        name="tall", size=TALL,
        bars=(((82, 66), (82, 138), (82, 210)), ((82, 334), (82, 406), (82, 478))),
        bar=(130, 36), gate=(36, 44), gap=22, text=13, fruit=20,
    ),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class BeltLayout(Layout):
    """Wide: a column for each time that Mia sings.  Tall: a line, from top to bottom."""

    first: float
    pitch: float
    """Along time: where the first place is, and how far the next is from it."""
    number: float
    """Across it: the number of the place, the belt, both gates, each answer, the first of h."""
    belt: float
    gates: tuple[float, float]
    says: tuple[float, float]
    h: float
    h_pitch: float
    door: tuple[float, float]
    """Width and height of a gate."""
    fruit: float
    text: float
    curve: tuple[float, float]
    """Across it: where the numbers of c have 0, and their highest level, while no RNN is there."""
    heads: tuple[tuple[str, Point, str, float], ...]
    """Text, place, colour and size of the names of the rows."""

    def at(self, n: float, across: float) -> Point:
        along = self.first + self.pitch * n
        return (along, across) if self.wide else (across, along)

    def fruit_at(self, n: int, unit: int, k: int) -> Point:
        """Where fruit ``k`` (from 0) of a unit lies on the belt."""
        x, y = self.at(n, self.belt)
        step = self.fruit + 1
        if self.wide:
            return (x + (unit - 0.5) * step, y - 5 - self.fruit / 2 - k * step)
        return (x + 7 + self.fruit / 2 + (k + 2.5 * unit) * step, y)

    def level_at(self, n: float, value: float) -> Point:
        """The place of a number of c among ``CURVE``."""
        low, high = self.curve
        return self.at(n, round(low + value / CURVE[-1] * (high - low), 2))

    def cell_at(self, n: int, k: int) -> Point:
        return self.at(n, self.h + k * self.h_pitch)

    def cell(self) -> tuple[float, float]:
        """Width and height of a number of h."""
        along, across = self.pitch - 1, self.h_pitch - 1
        return (along, across) if self.wide else (across, along)

    def gate_box(self, n: int, k: int, unit: int) -> Rect:
        (x, y), (width, height) = self.at(n, self.gates[k]), self.door
        left = x - width - 0.5 + unit * (width + 1)
        return (left, y - height / 2, left + width, y + height / 2)

    def box(self, n: int, *, rival: bool) -> Rect:
        """All that belongs to a place, with or without the RNN."""
        low, high = self.first + (n - 0.5) * self.pitch, self.first + (n + 0.5) * self.pitch
        far = self.size[0 if not self.wide else 1] - 3
        end = far if rival else max(self.curve) + 6
        return (low, 3, high, end) if self.wide else (2, low, end, high)

    def numbers_at(self, n: int, of: int) -> Point:
        """Both numbers of c, below the belt and beside the place."""
        x, _ = self.at(n, 0)
        side = -1 if n > of / 2 else 1
        return (x + side * 122, self.belt + 18) if self.wide else (66, 44)


BELTS = (
    BeltLayout(
        name="wide", size=WIDE, first=224, pitch=33, number=18, belt=84, gates=(126, 152),
        says=(194, 398), h=270, h_pitch=17, curve=(420, 200), door=(13, 19), fruit=14, text=15,
        heads=(
            ("<b>“Mia sings”, times</b>", (194, 18), "$muted", 16),
            ("<b>cell state <i>c</i></b>", (194, 62), "$text_c", 18),
            ("of the LSTM", (194, 84), "$muted", 15),
            ("<b>forget gate</b>", (194, 126), "$text_f", 15),
            ("<b>input gate</b>", (194, 152), "$text_i", 15),
            ("<b>asked, it says</b>", (194, 194), "$ink", 16),
            ("<b>hidden state <i>h</i></b>", (194, 296), "$text_h", 18),
            ("of this RNN", (194, 320), "$muted", 15),
            ("<b>asked, it says</b>", (194, 398), "$ink", 16),
        ),
    ),
    BeltLayout(
        name="tall", size=TALL, first=62, pitch=15.2, number=14, belt=34, gates=(116, 142),
        says=(178, 346), h=214, h_pitch=19, curve=(196, 346), door=(9, 12), fruit=10, text=12,
        heads=(
            ("sings", (16, 14), "$muted", 12),
            ("<b>cell state <i>c</i></b>", (72, 14), "$text_c", 12),
            ("<b><i>f</i></b>", (116, 32), "$text_f", 13),
            ("<b><i>i</i></b>", (142, 32), "$text_i", 13),
            ("LSTM<br>says", (178, 20), "$ink", 12),
            ("<b>this RNN’s <i>h</i></b>", (262, 14), "$text_h", 12),
            ("RNN<br>says", (346, 20), "$ink", 12),
        ),
    ),
)  # fmt: skip
