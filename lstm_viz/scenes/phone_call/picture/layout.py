"""Where the mind and the ledger stand, on a wide screen and on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, Rect


@dataclass(frozen=True, kw_only=True)
class CallLayout(Layout):
    """``homes`` and ``aside`` have a place for each thought, ``columns`` one for each signal."""

    panel: Rect
    line: float
    """Below this height lies what is put aside."""
    homes: tuple[Point, ...]
    aside: tuple[Point, ...]
    heard: Point
    said: Point
    columns: tuple[float, ...]
    first_row: float
    pitch: float
    cell: tuple[float, float]
    names: float
    """Where the names of the rows end (wide) or begin (tall)."""
    bubble: float
    """Diameter of a thought with |c| = 1."""

    @property
    def rows(self) -> list[float]:
        """The middle of each row."""
        return [self.first_row + self.pitch * unit for unit in range(len(self.homes))]


WIDE = CallLayout(
    name="wide", size=(1240, 516), panel=(16, 6, 566, 506), line=412,
    homes=((112, 130), (206, 268), (104, 330), (316, 176), (456, 178), (410, 304)),
    aside=((84, 458), (172, 458), (260, 458), (348, 458), (436, 458), (516, 458)),
    heard=(548, 44), said=(548, 388), columns=(764, 872, 980, 1088, 1196), first_row=132,
    pitch=66, cell=(78, 46), names=714, bubble=112,
)  # fmt: skip
TALL = CallLayout(
    name="tall", size=(366, 640), panel=(2, 2, 364, 338), line=276,
    homes=((62, 84), (128, 176), (62, 218), (200, 116), (300, 130), (262, 208)),
    aside=((36, 308), (94, 308), (152, 308), (210, 308), (268, 308), (326, 308)), heard=(354, 24),
    said=(354, 262), columns=(122, 178, 234, 290, 342), first_row=412, pitch=38, cell=(44, 30),
    names=4, bubble=76,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
