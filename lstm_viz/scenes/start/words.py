"""What is said on the start page: of the components, of gradients, and around the picture.

Sentences of components are templates with the values of the unit that the reader chose
(``player/js/words.js``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz.notation import number
from lstm_viz.scenes.start.record import StartRun

OPENING = (
    "An [[LSTM]] is a [[recurrent network]]: it reads a sequence step by step and hands on what it "
    "remembers. In a plain one the [[gradient]] of what lies many steps back "
    "tends to [[vanish|vanishing gradient]] or [[explode|exploding gradient]]; the LSTM was made "
    "against that. Touch one of its four [[components]]."
)
ENDING = (
    "**Takeaway:** c is the memory, h is what is shown of it. Three [[gates]] stand on the way: "
    "what stays, what comes in, what is shown. Each is a vector with a number for every [[unit]]."
)


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
    "one time step",
    "“{token}” comes in",
    "One time step of a real run: the cell reads “{token}”. From it, and from the hidden state h "
    "and the cell state c of the step before, it computes both anew.",
)
COMPONENTS: tuple[Component, ...] = (
    Component(
        "c",
        "Cell state",
        "the memory",
        "{c_prev} → {c}",
        "The memory, roughly the long-term one. It runs straight through the cell: unit {unit} "
        "comes in at {c_prev} and goes on at {c}, with one × and one + on the way.",
    ),
    Component(
        "f",
        "Forget gate",
        "what stays",
        "keeps {f|%}",
        "What to keep of the memory. From x and h it computes a share for each unit: of "
        "{c_prev}, unit {unit} keeps {f|%}.",
    ),
    Component(
        "i",
        "Input gate",
        "what comes in",
        "takes in {i|%}",
        "What to add to the memory. From the same x and h come a candidate and the share of it "
        "that is written: of {g}, unit {unit} takes in {i|%}.",
    ),
    Component(
        "o",
        "Output gate",
        "what is shown",
        "shows {o|%}",
        "What to show of the memory. Unit {unit} lets out {o|%} of its squashed cell state: that "
        "is h, {h}, roughly the short-term memory, and what predictions are made from.",
    ),
)
NAMED = Component(
    "named",
    "All four named",
    "",
    "four components",
    "The cell state carries, the forget gate keeps {f|%}, the input gate takes in {i|%}, the "
    "output gate shows {o|%}: that is unit {unit}; every other unit has shares of its own.",
)
PARTS: tuple[Component, ...] = (WHOLE, *COMPONENTS, NAMED)


def gradient_claim(run: StartRun) -> Mapping[str, str]:
    """What is said of an LSTM's gradients, a run that tests it, and the verdict; Markdown."""
    alone, words = run.along_the_cell_state(), len(run.sentence)
    most, least = alone.argmax(), alone.argmin()
    return {
        "The claim": "An LSTM cures [[vanishing|vanishing gradient]] and "
        "[[exploding|exploding gradient]]: [[gradients]] go back through it unchanged.",
        "A run": f"Back over these {words} words, along the [[cell state]] alone, each step "
        f"multiplies a gradient by f: {_share(alone[most])} is left in unit {most + 1}, "
        f"{_share(alone[least])} in unit {least + 1}. With every forget gate held at 1, "
        f"{_share(run.along_the_cell_state(held=True).min())} is left. But there are "
        "paths through h too: by all paths, a small change of the memory before the first word "
        f"changes it after the last at most {number(run.whole_gradient())} times as much; with the "
        f"gates at 1, {number(run.whole_gradient(held=True))} times.",
        "The verdict": "Unchanged only along the cell state, and only where a forget gate stands "
        "at 1. That path is what an LSTM adds; whether it is open is learned.",
    }


def _share(value: float) -> str:
    """Of a gradient that may have nearly vanished: two digits, however small."""
    return f"{100 * value:.2g} %" if value < 0.995 else f"{100 * value:.0f} %"
