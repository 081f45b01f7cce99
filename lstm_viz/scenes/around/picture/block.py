"""Samples × time × features as a block of cubes, turned, and seen a little from above.

Three of its sides are seen: the first sample, the last feature, and from above the first step.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lstm_viz.figures.charts import shade
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    Text,
    ink_on,
    line,
    patch,
    texts,
    words,
)
from lstm_viz.figures.style import MONO
from lstm_viz.notation import number
from lstm_viz.trace import Array

Cube = tuple[int, int, int]
"""Sample, step and feature."""
CUBE = {"wide": (60.0, 28.0), "tall": (50.0, 21.0)}
"""How wide and deep, and how high a cube is, in pixels."""
SIZES = {"wide": 13.0, "tall": 11.0}
LIFT = 0.2
"""What is one pixel further away stands so much higher."""
THINNEST = 2.0
"""A face less wide is not drawn."""


@dataclass(frozen=True, eq=False)
class Block:
    """``values`` (B, T, F); ``lit`` is, frame by frame, what is looked at: the axis and the number
    on it, or nothing; on a tall picture it stands in the first ``on_tall`` frames."""

    values: Array
    turn: float
    """In degrees: at 0 a sample is in front, at 90 a feature."""
    lit: Sequence[tuple[int, int] | None]
    on_tall: int
    beside: str
    """The grid left of it on a wide picture."""
    below: str
    """The grid above it on a tall one."""

    def there(self, screen: str, frame: int) -> bool:
        return screen == "wide" or frame < self.on_tall

    def looked_at(self, cube: Cube, frame: int) -> bool:
        lit = self.lit[frame]
        return lit is not None and cube[lit[0]] == lit[1]


@dataclass(frozen=True)
class Face:
    """The side of a cube that is seen; ``middle`` is where its number stands, if it has room."""

    side: str
    cube: Cube
    corners: tuple[Point, ...]
    middle: Point | None

    @property
    def name(self) -> str:
        return f"block {self.side} {' '.join(map(str, self.cube))}"


@dataclass(frozen=True, eq=False)
class Standing:
    """A block on a picture: the top left corner of its title."""

    block: Block
    screen: str
    corner: Point
    letters: float

    @property
    def size(self) -> Point:
        """The room it takes with its words, however it is turned."""
        samples, steps, features = self.block.values.shape
        width, height = CUBE[self.screen]
        longest = math.hypot(samples, features) * width
        above, below = self.letters + 9, SIZES[self.screen] + 9
        return longest, above + longest * LIFT + steps * height + below

    def at(self, sample: float, step: float, feature: float) -> Point:
        """Where a corner of the cubes is on the picture."""
        _, steps, features = self.block.values.shape
        (width, height), angle = CUBE[self.screen], math.radians(self.block.turn)
        across = feature * math.cos(angle) + sample * math.sin(angle)
        nearer = (feature - features) * math.sin(angle) - sample * math.cos(angle)
        bottom = self.corner[1] + self.size[1] - SIZES[self.screen] - 9
        x = self.corner[0] + across * width
        y = bottom - (steps - step) * height + nearer * width * LIFT
        return round(x, 2), round(y, 2)

    @cached_property
    def faces(self) -> list[Face]:
        samples, steps, features = self.block.values.shape
        last = features - 1
        faces = [self._upright("sample", (0, t, f)) for t in range(steps) for f in range(features)]
        faces += [
            self._upright("feature", (b, t, last)) for t in range(steps) for b in range(samples)
        ]
        for b in range(samples):
            for f in range(features):
                corners = (
                    self.at(b, 0, f), self.at(b, 0, f + 1),
                    self.at(b + 1, 0, f + 1), self.at(b + 1, 0, f),
                )  # fmt: skip
                faces.append(Face("step", (b, 0, f), corners, None))
        return [face for face in faces if face.side == "step" or _width(face) >= THINNEST]

    def _upright(self, side: str, cube: Cube) -> Face:
        b, t, f = cube
        near = (b, f) if side == "sample" else (b, f + 1)
        far = (b, f + 1) if side == "sample" else (b + 1, f + 1)
        corners = tuple(
            self.at(sample, step, feature)
            for (sample, feature), step in ((near, t), (far, t), (far, t + 1), (near, t + 1))
        )
        (left, top), (right, low) = corners[0], corners[2]
        middle = (round((left + right) / 2, 2), round((top + low) / 2, 2))
        needed = 0.6 * SIZES[self.screen] * len(self.says(cube))
        return Face(side, cube, corners, middle if right - left >= needed else None)

    def says(self, cube: Cube) -> str:
        return number(self.block.values[cube], sign=True)

    @cached_property
    def numbered(self) -> list[Face]:
        return [face for face in self.faces if face.middle]

    @cached_property
    def words(self) -> list[Text]:
        samples, steps, features = self.block.values.shape
        size = SIZES[self.screen]
        left, top = self.corner
        title = f"<b>the block, turned by {self.block.turn:g}°</b>"
        items = [Text(left, top + self.letters / 2 + 2, title, "right", self.letters, "$text_x")]
        low = round(top + self.size[1] - size / 2 - 2, 2)
        for word, one, other in (
            ("features →", self.at(0, steps, 0), self.at(0, steps, features)),
            ("samples →", self.at(0, steps, features), self.at(samples, steps, features)),
        ):
            if other[0] - one[0] >= 0.54 * size * len(word):
                middle = round((one[0] + other[0]) / 2, 2)
                items.append(Text(middle, low, word, "center", size))
        return items

    # ---- as traces -----------------------------------------------------------------------------

    def at_rest(self) -> list[PlotlyTrace]:
        traces = [
            line(
                face.name, (*face.corners, face.corners[0]), colour="$paper", width=2,
                fill="$off", opacity=1.0,
            )
            for face in self.faces
        ]  # fmt: skip
        points = [face.middle for face in self.numbered if face.middle]
        return [
            *traces,
            texts(
                "block numbers", points, [self.says(face.cube) for face in self.numbered],
                size=SIZES[self.screen], colour=["$muted"] * len(points), side="center",
                family=MONO,
            ),
            words("block words", self.words),
        ]  # fmt: skip

    def patches(self, frame: int) -> dict[str, Patch]:
        there = self.block.there(self.screen, frame)
        seen = {"opacity": float(there)}
        patches: dict[str, Patch] = {
            face.name: seen | {"fillcolor": self._fill(face.cube, frame)} for face in self.faces
        }
        inks = [
            ink_on("values", shade(self.block.values[face.cube]))
            if self.block.looked_at(face.cube, frame)
            else "$muted"
            for face in self.numbered
        ]
        said = [self.says(face.cube) if there else NO_TEXT for face in self.numbered]
        patches["block numbers"] = patch(text=said, ink=inks) | seen
        patches["block words"] = seen
        return patches

    def _fill(self, cube: Cube, frame: int) -> str:
        if not self.block.looked_at(cube, frame):
            return "$off"
        return f"$values@{shade(self.block.values[cube])}"


def _width(face: Face) -> float:
    return face.corners[1][0] - face.corners[0][0]
