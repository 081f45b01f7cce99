"""Where the four lanes over one time axis stand, and the eleven bars beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.networks.digits.files import OUTPUTS


@dataclass(frozen=True, kw_only=True)
class SpeechLayout(Layout):
    """``lanes`` and ``beside`` are the grounds; ``wave``, ``mfcc``, ``gate`` and ``beliefs`` share
    their left and right edges: across them runs the time, in frames."""

    lanes: Rect
    wave: Axes
    mfcc: Axes
    gate: Axes
    beliefs: Axes
    beside: Rect
    bar: tuple[float, float]
    """Where the bars begin, and how long one of 100% is."""
    letters: float
    title: float
    ticks: int
    """Of time, at most."""

    def of(self, frames: int) -> SpeechLayout:
        """The same for a word of so many frames."""
        x = (0.0, float(frames))
        return replace(
            self,
            wave=replace(self.wave, x=x),
            mfcc=replace(self.mfcc, x=x),
            gate=replace(self.gate, x=x),
            beliefs=replace(self.beliefs, x=x),
        )

    def row_at(self, k: int) -> Point:
        left, top, _, bottom = self.beside
        pitch = (bottom - top - 112) / len(OUTPUTS)
        return left + 14, round(top + 64 + (k + 0.5) * pitch, 2)


WIDE = SpeechLayout(
    name="wide", size=(1240, 404), lanes=(8, 4, 892, 400),
    wave=Axes(left=104, top=32, right=878, bottom=82, y=(-1, 1)),
    mfcc=Axes(left=104, top=90, right=878, bottom=194, y=(13, 0)),
    gate=Axes(left=104, top=218, right=878, bottom=262),
    beliefs=Axes(left=104, top=276, right=878, bottom=372),
    beside=(904, 4, 1232, 400), bar=(1050, 90), letters=13, title=15, ticks=10,
)  # fmt: skip
TALL = SpeechLayout(
    name="tall", size=(366, 614), lanes=(2, 2, 364, 312),
    wave=Axes(left=56, top=28, right=356, bottom=58, y=(-1, 1)),
    mfcc=Axes(left=56, top=64, right=356, bottom=142, y=(13, 0)),
    gate=Axes(left=56, top=166, right=356, bottom=200),
    beliefs=Axes(left=56, top=214, right=356, bottom=288),
    beside=(2, 318, 364, 612), bar=(124, 150), letters=11, title=13, ticks=5,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
