"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.reading.typing_aid import LONGEST
from lstm_viz.scenes.next_character.words import OWN, PRESETS
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.params import Number, Param, Pick, Text

KEY = "next-character"
CELL = "cell"

PRESET = Pick("begin", (*PRESETS, OWN), next(iter(PRESETS)), always=True)
"""Always in the link: who comes by an address that says nothing is at the end of the first text."""
TEXT = Text("text", 8 * LONGEST, "")
"""One that is seen may be made of several characters of Unicode."""
TEMPERATURE = Number("temperature", 0.1, 2.0, 1.0)
VIEW = Pick("view", (PICTURE, CELL), PICTURE)
PARAMS: tuple[Param, ...] = (PRESET, TEXT, TEMPERATURE, VIEW)
