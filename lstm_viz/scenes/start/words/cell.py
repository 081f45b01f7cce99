"""What is said of the four components in the cell of the network, at one word.

Sentences are templates with the values of the unit that the reader chose
(``player/js/film/words.js``).
"""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.tasks.basket import WORDS


@dataclass(frozen=True)
class Component:
    """What is said at one stage; ``name`` and ``role`` stand in the picture too."""

    id: str
    name: str
    role: str
    brief: str
    """A few words with a value, for the row of components."""
    sentence: str


WHOLE = Component(
    "cell",
    "The cell",
    "one word",
    "“{token}”",
    f"Three things come in: x, the word “{{token}}” ({len(WORDS)} places, a 1 at its own); and "
    "from the word before (t − 1) the cell state c, what is held, and the hidden state h, what "
    "was let out: two numbers each, unit 1 for the apples, unit 2 for the pears.",
)
COMPONENTS: tuple[Component, ...] = (
    Component(
        "i",
        "Input gate",
        "what comes in",
        "takes in {i|%}",
        "How much comes in. “{token}” and h make the candidate c̃, what could be written, and i, "
        "the share of it that is: σ makes shares, from 0 to 1. ⊙ multiplies unit by unit: of {g}, "
        "unit {unit} takes in {i|%}.",
    ),
    Component(
        "c",
        "Cell state",
        "the memory",
        "{c_prev} → {c}",
        "The cell state holds the number: roughly, the long-term memory. It runs straight through "
        "the cell. Unit {unit}: {kept} stays of what was there, {written} comes in, {c} goes on.",
    ),
    Component(
        "f",
        "Forget gate",
        "what stays",
        "keeps {f|%}",
        "How much of the memory stays: from “{token}” and h comes a share f for each unit. Of "
        "{c_prev}, unit {unit} keeps {f|%}.",
    ),
    Component(
        "o",
        "Output gate",
        "what is let out",
        "lets out {o|%}",
        "How much is let out: the share o. At “{token}” unit {unit} lets out {o|%} of its cell "
        "state, squashed by tanh to between −1 and 1: h is {h}. It is roughly the short-term "
        "memory; from it comes the answer.",
    ),
)
NAMED = Component(
    "named",
    "All four named",
    "",
    "four components",
    "At “{token}” unit {unit} keeps {f|%}, takes in {i|%} and lets out {o|%}. Each unit has its "
    "own shares, and each word changes them: go back to the story and look in at another word.",
)
PARTS: tuple[Component, ...] = (WHOLE, *COMPONENTS, NAMED)
