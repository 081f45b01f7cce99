"""What is said of the four components in the cell of the network, at one word.

Sentences are templates with the values of the unit that the reader chose
(``player/js/film/words.js``).
"""

from __future__ import annotations

from dataclasses import dataclass


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
    "The network reads “{token}”: x. With it come the hidden state h and the cell state c of the "
    "word before (t − 1); those of this word (t) go out. Unit 1 is for the apples, unit 2 for the "
    "pears. What holds their number?",
)
COMPONENTS: tuple[Component, ...] = (
    Component(
        "c",
        "Cell state",
        "the memory",
        "{c_prev} → {c}",
        "The cell state holds the number: roughly, the long-term memory. It runs straight through "
        "the cell, with one × and one + on the way. Unit {unit}: {c_prev} comes in, {c} goes on.",
    ),
    Component(
        "f",
        "Forget gate",
        "what stays",
        "keeps {f|%}",
        "How much of the memory stays. From the word and from h comes a share f for each unit; ⊙ "
        "multiplies unit by unit. Of {c_prev}, unit {unit} keeps {f|%}.",
    ),
    Component(
        "i",
        "Input gate",
        "what comes in",
        "takes in {i|%}",
        "How much comes in. From the same word and h come the candidate c̃, which could be "
        "written, and the share i of it that is: of {g}, unit {unit} takes in {i|%}.",
    ),
    Component(
        "o",
        "Output gate",
        "what is let out",
        "lets out {o|%}",
        "How much is let out: the share o. Unit {unit} lets out {o|%} of its cell state, squashed "
        "by tanh: that is h, {h}, roughly the short-term memory. The answer is made from h.",
    ),
)
NAMED = Component(
    "named",
    "All four named",
    "",
    "four components",
    "At this word unit {unit} keeps {f|%}, takes in {i|%} and lets out {o|%}. Each unit has its "
    "own shares, and each word changes them: go back to the story and look in at another word.",
)
PARTS: tuple[Component, ...] = (WHOLE, *COMPONENTS, NAMED)
