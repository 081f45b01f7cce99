"""Where the cells of the unrolled row stand: the cell's own diagram, made smaller and repeated."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lstm_viz.figures.diagram import Diagram, Point, Rect
from lstm_viz.figures.shapes import PlotlyTrace

MARGIN = 10.0
TOP = 44.0
"""Room above the row for its heading."""
TALL_CELL = (0.72, 0.27)
"""How much smaller than the big picture a cell of the column is, across and down."""
TALL_GAP = 12.0
WIDE_DOWN = 0.7
WIDE_FOOT = 30.0
"""Room under the inputs for the tokens."""


@dataclass(frozen=True, kw_only=True)
class Placement:
    """``scale`` and ``origin`` put a point of the big picture into the first cell of the row."""

    width: float
    height: float
    scale: Point
    origin: Point
    shift: Point
    """From a cell to the next."""
    steps: int
    upright: bool

    def point(self, place: Point) -> Point:
        return (
            self.origin[0] + self.scale[0] * place[0],
            self.origin[1] + self.scale[1] * place[1],
        )

    def rect(self, full: Diagram, t: int) -> Rect:
        """Where the whole big picture lies at step ``t``."""
        corners = (0, 0), (full.width, full.height)
        start, end = self.at(t, [self.point(corner) for corner in corners])
        return (*start, *end)

    def shrunk(self, full: Diagram) -> Diagram:
        """The big picture's parts where the first cell of the row has them."""
        across, down = self.scale
        return replace(
            full,
            width=full.width * across,
            height=full.height * down,
            frame=(*self.point(full.frame[:2]), *self.point(full.frame[2:])),
            strips={
                name: replace(
                    strip,
                    centre=self.point(strip.centre),
                    cell=(strip.cell[0] * across, strip.cell[1] * down),
                    numbered=False,
                    gap=0.0,
                )
                for name, strip in full.strips.items()
            },
            gates={
                name: replace(
                    gate,
                    centre=self.point(gate.centre),
                    size=(gate.size[0] * across, gate.size[1] * down),
                )
                for name, gate in full.gates.items()
            },
            ops={
                name: replace(op, centre=self.point(op.centre), radius=self._radius(op.radius))
                for name, op in full.ops.items()
            },
            wires={
                name: replace(wire, points=tuple(self.point(point) for point in wire.points))
                for name, wire in full.wires.items()
            },
            text_scale=0.5,
        )

    def at(self, t: int, points: Sequence[Point]) -> list[Point]:
        """Points of the first cell in the cell of step ``t``."""
        dx, dy = self.shift
        return [(x + t * dx, y + t * dy) for x, y in points]

    def spread(self, trace: PlotlyTrace) -> PlotlyTrace:
        """A trace that has the points of the first cell as often as there are steps, with each
        of them in its own cell."""
        points = list(zip(trace["x"], trace["y"], strict=True))
        count = len(points) // self.steps
        places = [
            place
            for t in range(self.steps)
            for place in self.at(t, points[t * count : (t + 1) * count])
        ]
        return trace | {"x": [x for x, _ in places], "y": [y for _, y in places]}

    def _radius(self, radius: float) -> float:
        """Round in the row too, though it may be squeezed in one direction."""
        return max(5.0, radius * math.sqrt(self.scale[0] * self.scale[1]))


def placement(full: Diagram, steps: int) -> Placement:
    """Wide: a row in which c_t and h_t stand where the next cell reads them. Tall: a column."""
    if full.name == "tall":
        across, down = TALL_CELL
        pitch = full.height * down + TALL_GAP
        return Placement(
            width=full.width,
            height=TOP + steps * pitch,
            scale=TALL_CELL,
            origin=(full.width * (1 - across), TOP),
            shift=(0.0, pitch),
            steps=steps,
            upright=True,
        )
    first, last = full.strips["c_prev"], full.strips["c"]
    period = last.centre[0] - first.centre[0]
    ends = first.size[0] / 2, last.size[0] / 2
    across = (full.width - 2 * MARGIN) / (steps * period + ends[0] + ends[1])
    start = MARGIN - (first.centre[0] - ends[0]) * across
    return Placement(
        width=full.width,
        height=TOP + full.strips["x"].edge("bottom")[1] * WIDE_DOWN + WIDE_FOOT,
        scale=(across, WIDE_DOWN),
        origin=(start, TOP),
        shift=(period * across, 0.0),
        steps=steps,
        upright=False,
    )
