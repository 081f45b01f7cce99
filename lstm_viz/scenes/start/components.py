"""The four components of an LSTM: what each is called, what it is for, and one sentence on it.

Sentences are templates with the values of the unit that the reader chose (``player/js/words.js``).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """What is said at one stage; ``name`` and ``role`` stand in the picture too."""

    id: str
    name: str
    role: str
    brief: str
    """A few words with a value, for the row of components."""
    sentence: str


WHOLE = Part(
    "cell",
    "The cell",
    "one time step",
    "“{token}” comes in",
    "One time step of a real run: the cell reads “{token}”. From it, and from the hidden state h "
    "and the cell state c of the step before, it computes both anew.",
)
COMPONENTS: tuple[Part, ...] = (
    Part(
        "c",
        "Cell state",
        "the memory",
        "{c_prev} → {c}",
        "The memory, roughly the long-term one. It runs straight through the cell: unit {unit} "
        "comes in at {c_prev} and goes on at {c}, with one × and one + on the way.",
    ),
    Part(
        "f",
        "Forget gate",
        "what stays",
        "keeps {f|%}",
        "What to keep of the memory. From x and h it computes a share for each unit: of "
        "{c_prev}, unit {unit} keeps {f|%}.",
    ),
    Part(
        "i",
        "Input gate",
        "what comes in",
        "takes in {i|%}",
        "What to add to the memory. From the same x and h come a candidate and the share of it "
        "that is written: of {g}, unit {unit} takes in {i|%}.",
    ),
    Part(
        "o",
        "Output gate",
        "what is shown",
        "shows {o|%}",
        "What to show of the memory. Unit {unit} lets out {o|%} of its squashed cell state: that "
        "is h, {h}, roughly the short-term memory, and what predictions are made from.",
    ),
)
NAMED = Part(
    "named",
    "All four named",
    "",
    "four components",
    "The cell state carries, the forget gate keeps {f|%}, the input gate takes in {i|%}, the "
    "output gate shows {o|%}: that is unit {unit}; every other unit has shares of its own.",
)
PARTS: tuple[Part, ...] = (WHOLE, *COMPONENTS, NAMED)
