"""Where the parts of the conveyor belt stand, on a wide screen and on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.diagram import Point, rounded
from lstm_viz.figures.style import SMALLEST_TEXT

STEPS, UNITS = 20, 4


@dataclass(frozen=True, kw_only=True)
class BeltLayout(Layout):
    """Wide: time runs to the right.  Tall: the same turned, time runs downwards.

    ``first`` and ``pitch`` are along time; ``gate``, ``lane``, ``rail_at`` … across it.
    """

    first: float
    pitch: float
    gate: float
    gate_value: float
    lane: float
    lane_pitch: float
    rail_at: float
    input: float
    input_value: float
    zero: float
    one: float
    step_at: float
    cell: tuple[float, float]
    lamp: float
    type_size: float
    heads: tuple[tuple[str, Point, str], ...]

    @property
    def upright(self) -> bool:
        return not self.wide

    def at(self, along: float, across: float) -> Point:
        return (across, along) if self.upright else (along, across)

    def time(self, t: float) -> float:
        return self.first + self.pitch * t

    def place(self, t: float, across: float) -> Point:
        return self.at(self.time(t), across)

    def parcel(self, t: int, unit: int) -> Point:
        return self.place(t, self.lane + self.lane_pitch * unit)

    def carrier(self, t: int) -> list[Point]:
        """The frame round the parcels of step ``t``."""
        width, height = self.cell
        half_time, half_lane = (height, width) if self.upright else (width, height)
        start, end = self.time(t) - half_time / 2 - 2, self.time(t) + half_time / 2 + 2
        far = self.lane + self.lane_pitch * (UNITS - 1) + half_lane / 2 + 2
        near = self.lane - half_lane / 2 - 2
        (x0, y0), (x1, y1) = self.at(start, near), self.at(end, far)
        return list(rounded(x0, y0, x1, y1, 4))

    def rail(self, t: int) -> Point:
        """Where the lit belt ends when step ``t`` is reached."""
        return self.place(t + 0.44, self.rail_at)

    @property
    def rail_start(self) -> Point:
        return self.place(-0.5, self.rail_at)

    def share(self, t: int, value: float) -> Point:
        return self.place(t, self.zero + (self.one - self.zero) * value)

    def now(self, t: int, end: int) -> Point:
        """The mark of the step in the chart of what is left."""
        return self.place(t, (self.zero, self.one)[end])


WIDE = BeltLayout(
    name="wide", size=(1240, 436), first=118, pitch=57, gate=24, gate_value=50,
    lane=84, lane_pitch=31, rail_at=203, input=234, input_value=260, zero=404, one=316,
    step_at=424, cell=(50, 29), lamp=12, type_size=13,
    heads=(
        ("forget gate", (8, 36), "$text_f"),
        *((f"unit {unit + 1}", (8, 84 + 31 * unit), "$muted") for unit in range(UNITS)),
        ("input gate", (8, 246), "$text_i"),
        ("influence", (8, 350), "$muted"),
        ("of the load", (8, 368), "$muted"),
        ("step", (8, 424), "$muted"),
    ),
)  # fmt: skip
TALL = BeltLayout(
    name="tall", size=(366, 606), first=58, pitch=28, gate=31, gate_value=54,
    lane=99, lane_pitch=42, rail_at=73, input=267, input_value=267, zero=298, one=352,
    step_at=10, cell=(40, 24), lamp=9, type_size=SMALLEST_TEXT,
    heads=(
        ("forget", (24, 24), "$text_f"),
        *((f"unit {unit + 1}", (83 + 42 * unit, 24), "$muted") for unit in range(UNITS)),
        ("input", (254, 24), "$text_i"),
        ("influence", (302, 24), "$muted"),
    ),
)  # fmt: skip
LAYOUTS = (WIDE, TALL)
