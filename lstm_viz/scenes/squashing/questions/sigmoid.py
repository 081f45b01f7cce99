"""What is asked about σ."""

from __future__ import annotations

from lstm_viz.lesson.question import Choice, Guess, Marker, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record.sigmoid import GateValue

ZERO, ONE, OPEN, SHUT = 5, 6, 10, 0
"""The places among the gates of z = 0, z = 1, the most open and the most shut."""


def _product(gate: GateValue) -> str:
    return f"{number(gate.gate)} × {number(gate.before)} = {number(gate.kept)}"


def _share(n: int) -> tuple[Option, ...]:
    """What stays of the state at gate ``n``; near 1 is believed to forget, near 0 to keep."""
    shut, is_open = (lambda run: run[n].gate < 0.1), (lambda run: run[n].gate > 0.9)
    return (
        Option("Almost nothing", shut, "forget-one-forgets"),
        Option("About half", lambda run: 0.1 <= run[n].gate <= 0.9),
        Option("Almost all of it", is_open, "forget-one-forgets"),
    )


SIGMOID_QUESTIONS: tuple[Question, ...] = (
    Choice(
        id="shut-gate",
        t=SHUT,
        stage=1,
        ask="This forget gate is close to 0. How much of the song will stay?",
        options=_share(SHUT),
        because=lambda run: (
            f"What stays is gate times state: {_product(run[SHUT])}. A forget gate near 0 forgets."
        ),
    ),
    Choice(
        id="sigma-of-zero",
        t=ZERO,
        stage=0,
        ask="Next comes a word that this network has no weights for, so z = 0. What is σ(0)?",
        options=(
            Option("0", lambda run: run[ZERO].gate < 0.25, "sigmoid-zero-is-zero"),
            Option("½", lambda run: 0.25 <= run[ZERO].gate <= 0.75),
            Option("1", lambda run: run[ZERO].gate > 0.75),
        ),
        because=lambda run: (
            f"σ(0) = 1 / (1 + e⁰) = {number(run[ZERO].gate)}: half of the state will go."
        ),
    ),
    Marker(
        id="sigma-of-one",
        t=ONE,
        stage=0,
        ask="Now z = 1. Where between 0 and 1 will σ put the gate?",
        value=lambda run: run[ONE].gate,
        low=0,
        high=1,
        near=0.06,
        because=lambda run: (
            f"σ({run[ONE].z:.0f}) = {number(run[ONE].gate)}: neither open nor shut, as most gates "
            "are."
        ),
        guesses=(Guess(lambda run: 1.0, "gate-is-a-switch"),),
    ),
    Choice(
        id="open-gate",
        t=OPEN,
        stage=1,
        ask="This forget gate is close to 1. How much of the answer will stay?",
        options=_share(OPEN),
        because=lambda run: f"{_product(run[OPEN])}: a forget gate near 1 keeps.",
    ),
)
