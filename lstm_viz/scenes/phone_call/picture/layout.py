"""Where the talk, the mind and the ledger stand, on a wide screen and on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.shapes import Side


@dataclass(frozen=True, kw_only=True)
class CallLayout(Layout):
    """``homes`` and ``aside`` have a place for each thought, ``columns`` one for each signal."""

    friend: Point
    you: Point
    """Where the heads are."""
    head: float
    """Diameter of a head."""
    heard: Rect
    said: Rect
    speech_size: float
    panel: Rect
    line: float
    """Below this height lies what is put aside."""
    homes: tuple[Point, ...]
    aside: tuple[Point, ...]
    bubble: float
    """Diameter of a thought with |c| = 1."""
    least: float
    """Diameter of the smallest bubble: its name stands in it."""
    name_size: float
    columns: tuple[float, ...]
    first_row: float
    pitch: float
    cell: tuple[float, float]
    names: tuple[float, float, Side]
    """Of the rows: where they begin or end, how far from the middle of the row, on which side."""
    heading_size: float
    symbol_size: float
    legend: Rect

    @property
    def rows(self) -> list[float]:
        """The middle of each row."""
        return [self.first_row + self.pitch * unit for unit in range(len(self.homes))]


WIDE = CallLayout(
    name="wide", size=(1240, 516), friend=(40, 16), you=(1200, 16), head=20,
    heard=(84, 8, 420, 48), said=(740, 8, 1156, 48), speech_size=16,
    panel=(16, 72, 566, 510), line=420,
    homes=((98, 180), (216, 292), (92, 336), (330, 180), (478, 196), (392, 334)),
    aside=((70, 464), (158, 464), (246, 464), (334, 464), (422, 464), (510, 464)),
    bubble=108, least=76, name_size=14,
    columns=(722, 786, 850, 914, 978, 1064, 1128, 1192), first_row=166, pitch=54, cell=(50, 38),
    names=(688, 0, "left"), heading_size=15, symbol_size=16, legend=(990, 488, 1214, 500),
)  # fmt: skip
TALL = CallLayout(
    name="tall", size=(366, 754), friend=(22, 10), you=(344, 52), head=14,
    heard=(46, 3, 250, 31), said=(22, 45, 326, 73), speech_size=12,
    panel=(2, 84, 364, 378), line=312,
    homes=((60, 146), (132, 226), (54, 254), (206, 146), (304, 160), (248, 250)),
    aside=((32, 344), (92, 344), (152, 344), (212, 344), (272, 344), (332, 344)),
    bubble=76, least=58, name_size=11,
    columns=(21, 65, 109, 153, 197, 251, 295, 339), first_row=448, pitch=48, cell=(37, 24),
    names=(3, -21, "right"), heading_size=11, symbol_size=12, legend=(190, 722, 350, 732),
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
