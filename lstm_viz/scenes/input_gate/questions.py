"""What is asked in the scene on the input gate; the right answers are read from the run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.input_gate.record import APPLE, SEEN, run


def _apples(basket: Basket, signal: str, sentence: int) -> float:
    """A signal of the apples' unit at the word of a sentence."""
    return float(getattr(basket.trace, signal)[basket.at[sentence], 0])


def _goes_in(value: float) -> Callable[[Basket], bool]:
    return lambda run: bool(np.isclose(_apples(run, "written", APPLE), value))


def questions() -> tuple[Question, ...]:
    offer, gate = (_apples(run(), signal, APPLE) for signal in ("g", "i"))
    return (
        Choice(
            id="goes-in",
            t=0,
            stage=2,
            ask=f"{number(offer)} is on offer, and the gate is {number(gate)}. How much goes into "
            "the apples’ unit?",
            options=(
                Option(f"{number(gate)}: what the gate is", _goes_in(gate), "input-gate-is-input"),
                Option(f"{number(offer)}: the gate is open", _goes_in(offer), "gate-is-a-switch"),
                Option(f"{number(gate * offer)}: a share of the offer", _goes_in(gate * offer)),
            ),
            because=lambda run: (
                f"{number(_apples(run, 'g', APPLE))} × {number(_apples(run, 'i', APPLE))} = "
                f"{number(_apples(run, 'written', APPLE))}: the content is the candidate’s."
            ),
        ),
        Choice(
            id="sees",
            t=3,
            stage=1,
            ask="Mia sees an apple, she does not pick it. How far will the apples’ input gate "
            "open?",
            options=(
                Option("nearly 1: it is an apple", lambda run: _apples(run, "i", SEEN) > 0.9),
                Option("about half", lambda run: 0.1 <= _apples(run, "i", SEEN) <= 0.9),
                Option("nearly 0", lambda run: _apples(run, "i", SEEN) < 0.1),
            ),
            because=lambda run: (
                f"It is {number(_apples(run, 'i', SEEN))}. Nobody told the network which words "
                "matter: it learned that from the right answers."
            ),
        ),
    )
