"""What each cell has for each job: the columns of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.figures.shapes import VALUES, Scale, gate_scale
from lstm_viz.scenes.three_cells.record.in_step import OneCell
from lstm_viz.trace import Array

JOBS = (
    "comes in",
    "looks back",
    "keeps",
    "lets in",
    "new content",
    "remembers",
    "shows",
    "gives out",
)
"""From left to right; above them on a wide picture."""


@dataclass(frozen=True)
class Part:
    """A strip of squares: a signal, or 1 − a gate; ``gate`` is the key of its hue, if it is one."""

    signal: str
    symbol: str
    gate: str = ""
    rest: bool = False

    @property
    def scale(self) -> Scale:
        return gate_scale(self.gate) if self.gate else VALUES

    def values(self, cell: OneCell, t: int) -> Array:
        """(H,)"""
        found = np.asarray(cell.trace.arrays[self.signal][t])
        return 1 - found if self.rest else found


_H = Part("h", "h")
PARTS: Mapping[str, Mapping[str, tuple[Part, ...]]] = {
    "rnn": {
        "comes in": (Part("h_prev", "old h"),),
        "new content": (Part("h", "tanh"),),
        "remembers": (_H,),
        "gives out": (Part("h", "h, the same"),),
    },
    "gru": {
        "comes in": (Part("h_prev", "old h"),),
        "looks back": (Part("r", "r", "r"),),
        "keeps": (Part("z", "z", "z"),),
        "lets in": (Part("z", "1 − z", "z", rest=True),),
        "new content": (Part("n", "n"),),
        "remembers": (_H,),
        "gives out": (Part("h", "h, the same"),),
    },
    "lstm": {
        "comes in": (Part("c_prev", "old c"), Part("h_prev", "old h")),
        "keeps": (Part("f", "f", "f"),),
        "lets in": (Part("i", "i", "i"),),
        "new content": (Part("g", "c̃"),),
        "remembers": (Part("c", "c"),),
        "shows": (Part("o", "o", "o"),),
        "gives out": (_H,),
    },
}
"""By cell and job; a job that is not there has no gate."""
