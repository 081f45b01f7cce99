"""The scenes of the lesson, in reading order: what the map, the navigation and links go by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scene:
    """``id`` is the scene's address; ``about`` says in a few words what there is to see."""

    id: str
    title: str
    about: str


SCENES: tuple[Scene, ...] = (
    Scene("start", "Start here", "What an LSTM is, and its four components"),
    Scene("phone-call", "The phone call", "The gates as a story, on a real run"),
    Scene("squashing", "Squashing", "How σ makes a share of a number, and what tanh does"),
    Scene("forget-gate", "The forget gate", "How much of the old cell state stays"),
    Scene("input-gate", "The input gate", "What is taken in: the gate and the candidate"),
    Scene("cell-state", "The cell state", "Keeping plus writing, and the conveyor belt"),
    Scene("output-gate", "The output gate", "What of the cell state is shown outside"),
    Scene("all-together", "All together", "A whole story in one row, unrolled"),
    Scene("how-it-learns", "How it learns", "Loss, gradient, weight, gate: a real training"),
    Scene("gradients", "Gradients through time", "How much of the end reaches the start"),
    Scene("your-turn", "Your turn", "One whole step by hand, checked number by number"),
    Scene("costs", "What it costs", "RNN, GRU and LSTM: parameters, work, time"),
    Scene("uses", "What it is used for", "Six tasks: what goes in, what comes out, and when"),
    Scene("glossary", "References and glossary", "Every term and symbol, and where it all is from"),
)

LATER = 2
"""So many scenes later what was missed is asked again."""


def asked_again_in(id: str) -> Scene:
    """From which scene on what is missed in this one is asked again.

    The last one, the glossary, asks nothing: what is missed near the end comes again at the next
    chance, in the scene before it.
    """
    return SCENES[min(SCENES.index(scene(id)) + LATER, len(SCENES) - 2)]


def scene(id: str) -> Scene:
    """The scene with this id; ``KeyError`` if there is none."""
    for found in SCENES:
        if found.id == id:
            return found
    raise KeyError(f"no scene is called {id!r}")
