"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.networks.captions.captioner import MOST
from lstm_viz.networks.captions.file import shipped
from lstm_viz.networks.captions.pixels import DIGITS, WHITE
from lstm_viz.scenes.captions.record import OWN, PRESETS
from lstm_viz.ui.into_cell import PICTURE as ON_PICTURE
from lstm_viz.ui.params import Param, Pick, Text

KEY = "captions"
PICTURE = Pick("picture", (*PRESETS, OWN), next(iter(PRESETS)))
PIXELS = Text("pixels", DIGITS, WHITE)
"""Of one's own picture."""
VIEW = Pick("view", (ON_PICTURE, "cell"), ON_PICTURE)
PARAMS: tuple[Param, ...] = (PICTURE, PIXELS, VIEW)
LONGEST = MOST + 3
"""Frames that a place in a link may name."""


def units() -> int:
    return shipped().captioner.model.hidden_size
