"""What is asked about σ."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lstm_viz.lesson.question import Again, Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record.sigmoid import SHOWN, GateValue
from lstm_viz.scenes.squashing.words.sigmoid import product

OPEN, ZERO, SHUT = range(1, len(SHOWN))
"""The places of the gates near 1, at z = 0 and near 0."""


def _opens(place: int, low: float, high: float) -> Callable[[Sequence[GateValue]], bool]:
    """Whether the gate there is so far open."""
    return lambda run: low <= run[place].gate <= high


OF_A_NEW_VALUE = Again(
    concept="sigmoid-zero-is-zero",
    ask="The sum z of an input gate is 0. How much of the candidate is written?",
    options=(
        Option("nothing", _opens(ZERO, 0, 0.2), "sigmoid-zero-is-zero"),
        Option("all of it", _opens(ZERO, 0.8, 1)),
        Option("half of it", _opens(ZERO, 0.4, 0.6)),
    ),
    because=lambda run: f"Every gate is σ of its sum, and σ(0) = {number(run[ZERO].gate)}.",
)
OF_ANOTHER_GATE = Again(
    concept="forget-one-forgets",
    ask="The sum z of a forget gate is 4, far above 0. What of its unit’s cell state stays?",
    options=(
        Option("almost nothing", lambda run: _stays(run, OPEN) < 0.1, "forget-one-forgets"),
        Option("almost all of it", lambda run: _stays(run, OPEN) > 0.9),
        Option("about half", lambda run: 0.1 <= _stays(run, OPEN) <= 0.9),
    ),
    because=lambda run: f"{product(run[OPEN])}: a forget gate near 1 keeps.",
)


def _stays(run: Sequence[GateValue], place: int) -> float:
    return run[place].kept / run[place].before


SIGMOID_QUESTIONS: tuple[Question, ...] = (
    Choice(
        id="sigma-of-zero",
        t=ZERO,
        stage=0,
        ask="Now a sum z of 0, neither for nor against. What is σ(0)?",
        options=(
            Option("0", lambda run: run[ZERO].gate < 0.25, "sigmoid-zero-is-zero"),
            Option("½", lambda run: 0.25 <= run[ZERO].gate <= 0.75),
            Option("1", lambda run: run[ZERO].gate > 0.75),
        ),
        because=lambda run: (
            f"σ(0) = 1 / (1 + e⁰) = {number(run[ZERO].gate)}: half of what is held will go."
        ),
        again=OF_A_NEW_VALUE,
    ),
    Choice(
        id="shut-gate",
        t=SHUT,
        stage=0,
        ask="Now z = −4: the forget gate is close to 0. How much of the cell state will stay?",
        options=(
            Option("Almost nothing", lambda run: _stays(run, SHUT) < 0.1),
            Option("About half", lambda run: 0.1 <= _stays(run, SHUT) <= 0.9),
            Option("Almost all of it", lambda run: _stays(run, SHUT) > 0.9, "forget-one-forgets"),
        ),
        because=lambda run: f"{product(run[SHUT])}: a forget gate near 0 forgets.",
        again=OF_ANOTHER_GATE,
    ),
)
