"""Scenes of one or two shapes on white paper, each with its caption, drawn by this code.

One shape: "a red circle at the top left".  Two: "a red circle left of a blue square" or "… above
…", where the one that is named first is the left or the upper one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Literal

import numpy as np

from lstm_viz.networks.captions.forms import FORMS, UNKNOWN_FORMS, mask
from lstm_viz.trace import Array

SIDE = 16
"""Pixels of a picture across, and as many down."""
Colour = tuple[float, float, float]
COLOURS: Mapping[str, Colour] = MappingProxyType(
    {
        name: (red / 15, green / 15, blue / 15)
        for name, (red, green, blue) in {
            "red": (13, 3, 3),
            "orange": (14, 8, 2),
            "yellow": (15, 13, 3),
            "green": (3, 9, 4),
            "blue": (3, 6, 13),
            "purple": (9, 4, 11),
        }.items()
    }
)
UNKNOWN_COLOURS: Mapping[str, Colour] = MappingProxyType(
    {"black": (2 / 15, 2 / 15, 2 / 15), "pink": (15 / 15, 9 / 15, 12 / 15)}
)
"""Never seen in training; there is no word for them."""
DOWN, ACROSS = ("top", "", "bottom"), ("left", "", "right")
Kind = tuple[str, str]
"""A colour and a form."""
KINDS: tuple[Kind, ...] = tuple(product(COLOURS, FORMS))
NEVER: frozenset[Kind] = frozenset(
    zip(COLOURS, ("triangle", "cross", "square", "circle", "ring", "bar"), strict=True)
)
"""Each colour and each form is seen in training, but never these together."""
KNOWN: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind not in NEVER)
END = "."
WORDS = (
    "a", *COLOURS, *FORMS,
    "at", "in", "the", "top", "bottom", "left", "right", "middle", "of", "above", END,
)  # fmt: skip
LONGEST = 9
"""Words of a caption, with its end."""

Place = tuple[int, int]
"""Of nine: (row, column), each 0 to 2."""
PLACES: tuple[Place, ...] = tuple(product(range(3), range(3)))


@dataclass(frozen=True)
class Shape:
    """A form in a box of pixels; ``colour`` may be none that has a name."""

    form: str
    colour: str
    top: int
    left: int
    height: int
    width: int

    @property
    def kind(self) -> Kind:
        return self.colour, self.form


@dataclass(frozen=True)
class Scene:
    shapes: tuple[Shape, ...]
    caption: tuple[str, ...]
    """Without the end."""

    @property
    def picture(self) -> Array:
        """(SIDE, SIDE, 3), each shape in exactly its colour."""
        canvas = np.ones((SIDE, SIDE, 3), np.float32)
        for one in self.shapes:
            box = canvas[one.top : one.top + one.height, one.left : one.left + one.width]
            box[mask(one.form, one.height, one.width)] = {**COLOURS, **UNKNOWN_COLOURS}[one.colour]
        return canvas


def at(place: Place) -> tuple[str, ...]:
    """Where a shape is, in words."""
    words = [word for word in (DOWN[place[0]], ACROSS[place[1]]) if word]
    return ("at", "the", *words) if words else ("in", "the", "middle")


def never_at(kind: Kind) -> frozenset[Place]:
    """Where a kind is never seen alone, though it is elsewhere: two places of nine, for each kind
    others."""
    k = KINDS.index(kind)
    return frozenset({PLACES[(2 * k) % 9], PLACES[(2 * k + 5) % 9]})


def varied(pictures: Array, rng: np.random.Generator) -> Array:
    """(B, SIDE, SIDE, 3) so that no two are quite the same: shades, the paper and each pixel."""
    each = (len(pictures), 1, 1)
    ink = (1 - pictures) * rng.normal(1, 0.08, (*each, 3)) + 0.06 * rng.random((*each, 1))
    ink += rng.normal(0, 0.015, ink.shape)
    found: Array = (1 - ink).clip(0, 1).astype(np.float32)
    return found


# ---- scenes by chance --------------------------------------------------------------------------


def trained_on(kind: Kind, place: Place) -> bool:
    return kind in KNOWN and place not in never_at(kind)


def one_shape(rng: np.random.Generator, kind: Kind, place: Place) -> Scene:
    height = int(rng.integers(5, 9, endpoint=True))
    width = min(9, max(5, height + int(rng.integers(-1, 1, endpoint=True))))
    shape = Shape(
        kind[1], kind[0], _start(rng, place[0], height), _start(rng, place[1], width),
        height, width,
    )  # fmt: skip
    return Scene((shape,), ("a", *kind, *at(place)))


def _start(rng: np.random.Generator, third: int, size: int) -> int:
    """Where a box begins whose middle is clearly in that third of the picture."""
    low, high = ((0.0, 5.5), (7.0, 9.0), (10.5, float(SIDE)))[third]
    first = int(np.ceil(max(0.0, low - size / 2)))
    last = int(np.floor(min(float(SIDE - size), high - size / 2)))
    return int(rng.integers(first, last, endpoint=True))


def two_shapes(rng: np.random.Generator, first: Kind, second: Kind, beside: bool) -> Scene:
    """The first left of the second, or (not ``beside``) above it."""
    sizes = rng.integers(5, 7, endpoint=True, size=(2, 2))  # of each: along, and the other way
    room = SIDE - 1 - int(sizes[:, 0].sum())
    before, between = sorted(rng.integers(0, room, endpoint=True, size=2))
    along = (int(before), int(sizes[0, 0] + 1 + between))
    # The other way they lie almost level: the way to go from one to the other is clear.
    middle = float(rng.uniform(3.5, SIDE - 3.5))
    across = [
        int(np.clip(round(middle - size / 2 + rng.uniform(-1.5, 1.5)), 0, SIDE - size))
        for size in sizes[:, 1]
    ]
    shapes = []
    for kind, (long, wide), start, level in zip((first, second), sizes, along, across, strict=True):
        box = (level, start, wide, long) if beside else (start, level, long, wide)
        shapes.append(Shape(kind[1], kind[0], *map(int, box)))
    said = ("left", "of") if beside else ("above",)
    return Scene(tuple(shapes), ("a", *first, *said, "a", *second))


def pick(rng: np.random.Generator, among: tuple[Kind, ...]) -> Kind:
    return among[int(rng.integers(len(among)))]


def training_scene(rng: np.random.Generator) -> Scene:
    """As training sees them: half of them have one shape."""
    if rng.random() < 0.5:
        while True:
            kind, place = pick(rng, KNOWN), PLACES[int(rng.integers(9))]
            if trained_on(kind, place):
                return one_shape(rng, kind, place)
    return two_shapes(rng, pick(rng, KNOWN), pick(rng, KNOWN), bool(rng.integers(2)))


# ---- what was never seen -----------------------------------------------------------------------

Set = Literal["new", "placed", "combined", "form", "colour"]


def held_out_scene(rng: np.random.Generator, name: Set) -> Scene:
    """A scene of one of the sets that scores are measured on."""
    if name == "new":
        return training_scene(rng)
    if name == "placed":
        kind = pick(rng, KNOWN)
        places = sorted(never_at(kind))
        return one_shape(rng, kind, places[int(rng.integers(len(places)))])
    strange = {
        "combined": tuple(sorted(NEVER)),
        "form": tuple(product(COLOURS, UNKNOWN_FORMS)),
        "colour": tuple(product(UNKNOWN_COLOURS, FORMS)),
    }[name]
    kind = pick(rng, strange)
    if rng.random() < 0.5:
        return one_shape(rng, kind, PLACES[int(rng.integers(9))])
    pair = [kind, pick(rng, KNOWN)]
    if rng.random() < 0.5:
        pair.reverse()
    return two_shapes(rng, pair[0], pair[1], bool(rng.integers(2)))
