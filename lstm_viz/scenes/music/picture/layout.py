"""Where the roll, what is expected next, the unit and the shape of the task stand."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Rect
from lstm_viz.scenes.music.record.music import Music


@dataclass(frozen=True, kw_only=True)
class MusicLayout(Layout):
    """``room``, ``expects``, ``lane``, ``shape``: grounds.  ``roll``: where notes are drawn, and
    their rows go on into ``expects``, whose bars begin at ``bars`` and are ``full`` long at 1."""

    room: Rect
    roll: Rect
    expects: Rect
    bars: float
    full: float
    lane: Rect
    unit: Rect
    shape: Rect
    columns: int
    """Quarters on screen."""
    now: int
    """The column after which the line of now stands while the roll scrolls."""
    letters: float
    title: float

    @property
    def column(self) -> float:
        """How wide a quarter is."""
        return (self.roll[2] - self.roll[0]) / self.columns

    def first(self, t: int, quarters: int) -> int:
        """The quarter in the first column at step t."""
        return max(0, min(t - self.now, quarters - self.columns))

    def across(self, quarter: float, first: int) -> float:
        """Where a quarter begins."""
        return round(self.roll[0] + (quarter - first) * self.column, 2)

    def row(self, music: Music) -> float:
        low, high = music.rows
        return (self.roll[3] - self.roll[1]) / (high - low + 1)

    def up(self, pitch: float, music: Music) -> float:
        """The middle of a pitch's row."""
        low, _ = music.rows
        return round(self.roll[3] - (pitch - low + 0.5) * self.row(music), 2)


WIDE = MusicLayout(
    name="wide", size=(1240, 440), room=(8, 4, 900, 312), roll=(52, 32, 890, 304),
    expects=(908, 4, 1232, 312), bars=956, full=180, lane=(8, 320, 900, 436),
    unit=(52, 358, 890, 426), shape=(908, 320, 1232, 436), columns=32, now=20,
    letters=13, title=15,
)  # fmt: skip
TALL = MusicLayout(
    name="tall", size=(366, 560), room=(2, 2, 250, 330), roll=(34, 30, 246, 324),
    expects=(254, 2, 364, 330), bars=262, full=56, lane=(2, 336, 364, 440),
    unit=(34, 372, 246, 432), shape=(2, 446, 364, 556), columns=16, now=10,
    letters=11, title=13,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
