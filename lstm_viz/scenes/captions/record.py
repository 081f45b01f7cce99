"""What is asked about a picture: presets, each with its right caption, or one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from lstm_viz.networks.captions.describe import Described, describe
from lstm_viz.networks.captions.file import shipped
from lstm_viz.networks.captions.look import Look
from lstm_viz.networks.captions.pixels import WHITE, from_text, to_text
from lstm_viz.networks.captions.scenes import COLOURS, LONGEST, NEVER, Scene, Shape

OWN = "own"


@dataclass(frozen=True)
class Preset:
    """``trained``: pictures of its kind were trained on, though not this one."""

    title: str
    scene: Scene
    trained: bool

    @property
    def pixels(self) -> str:
        return to_text(self.scene.picture)


def _preset(title: str, caption: str, *shapes: Shape, trained: bool = False) -> Preset:
    return Preset(title, Scene(shapes, tuple(caption.split())), trained)


PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        "beside": _preset(
            "Two, side by side", "a red circle left of a blue cross",
            Shape("circle", "red", 5, 1, 6, 6), Shape("cross", "blue", 4, 9, 6, 6),
            trained=True,
        ),
        "above": _preset(
            "Two, one above", "a green square above a yellow triangle",
            Shape("square", "green", 1, 5, 5, 6), Shape("triangle", "yellow", 8, 5, 7, 7),
            trained=True,
        ),
        "alone": _preset(
            "One alone", "a purple ring at the bottom right",
            Shape("ring", "purple", 8, 8, 7, 7),
            trained=True,
        ),
        "combined": _preset(
            "Never seen together", "a red triangle in the middle",
            Shape("triangle", "red", 4, 4, 7, 8),
        ),
        "both": _preset(
            "Two that were never seen together",
            "a green circle left of a blue ring",
            Shape("circle", "green", 5, 1, 6, 6), Shape("ring", "blue", 5, 9, 6, 6),
        ),
        "heart": _preset(
            "A form it never saw", "a red heart in the middle",
            Shape("heart", "red", 4, 4, 7, 7),
        ),
        "black": _preset(
            "A colour it never saw", "a black square at the top left",
            Shape("square", "black", 1, 1, 6, 6),
        ),
        "three": _preset(
            "Three shapes", "a blue square left of a red circle left of a green square",
            Shape("square", "blue", 1, 0, 5, 5), Shape("circle", "red", 6, 5, 5, 5),
            Shape("square", "green", 10, 11, 5, 5),
        ),
    }
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Told:
    """A picture and what the network says of it.  ``preset`` is None for the reader's own."""

    pixels: str
    preset: Preset | None
    described: Described
    look: Look

    def __len__(self) -> int:
        return len(self.described)

    @property
    def columns(self) -> int:
        """Places for words: as many as there are, or as the longest caption has."""
        return max(LONGEST, len(self))

    @property
    def right(self) -> bool | None:
        """Whether all of it is right, where that is known."""
        if self.preset is None:
            return None
        return self.described.ended and self.described.caption == self.preset.scene.caption

    @property
    def never(self) -> tuple[str, str] | None:
        """The first colour and form in it that never came together in training."""
        shapes = () if self.preset is None else self.preset.scene.shapes
        return next((shape.kind for shape in shapes if shape.kind in NEVER), None)


def pixels_of(preset: str, own: str) -> str:
    return (own or WHITE) if preset == OWN else PRESETS[preset].pixels


@lru_cache(maxsize=64)
def told(pixels: str) -> Told:
    """``ValueError`` for a text that is no picture."""
    network = shipped()
    preset = next((one for one in PRESETS.values() if one.pixels == pixels), None)
    described = describe(network.captioner, from_text(pixels))
    return Told(pixels, preset, described, network.look)


def without(one: Told, colour: str) -> Told | None:
    """The same picture with all of a colour painted white; None if it has nothing of it."""
    picture = one.described.picture.copy()
    painted = np.isclose(picture, COLOURS[colour], atol=1e-9).all(axis=-1)
    if not painted.any():
        return None
    picture[painted] = 1.0
    return told(to_text(picture))
