"""A picture, and what is said of it, word by word."""

from __future__ import annotations

import numpy as np

from lstm_viz.networks.captions.describe import describe
from lstm_viz.networks.captions.file import shipped
from lstm_viz.networks.captions.scenes import Scene, Shape
from lstm_viz.scenes.uses.record.use import STEPS, Moment, Use, moved_most

SCENE = Scene((Shape("circle", "red", 3, 2, 5, 5), Shape("square", "blue", 4, 9, 5, 5)), ())


def captions() -> Use:
    found = describe(shipped().captioner, SCENE.picture.astype(np.float64))
    moments = (
        Moment("picture", found.said[0]),
        *(Moment(found.said[t - 1], found.said[t], own=True) for t in range(1, STEPS)),
    )
    return Use(
        "captions",
        "Image captioning",
        moments,
        moved_most((found.trace, range(STEPS))),
        image=tuple(
            tuple(
                "#" + "".join(f"{round(255 * float(part)):02x}" for part in pixel) for pixel in row
            )
            for row in SCENE.picture
        ),
    )
