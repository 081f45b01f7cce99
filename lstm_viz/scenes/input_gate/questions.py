"""What is asked in the scene on the input gate; the right answers are read from the run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lstm_viz.lesson.basket import Basket, read
from lstm_viz.lesson.question import Again, Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.input_gate.record import APPLE, PEAR, SEEN, run


def _apples(basket: Basket, signal: str, sentence: int) -> float:
    """A signal of the apples' unit at the word of a sentence."""
    return float(getattr(basket.trace, signal)[basket.at[sentence], 0])


def _goes_in(value: float) -> Callable[[Basket], bool]:
    return lambda run: bool(np.isclose(_apples(run, "written", APPLE), value))


PEAR_SEEN = ("sees a pear",)
"""Another story."""


def _pear() -> tuple[float, float, float]:
    """Input gate, candidate and what is written in the pears' unit as Mia picks a pear."""
    trace, t = run().trace, run().at[PEAR]
    return float(trace.i[t, 1]), float(trace.g[t, 1]), float(trace.written[t, 1])


def _sees_a_pear() -> float:
    """How far the pears' input gate opens where a pear is only seen."""
    basket = read(PEAR_SEEN)
    return float(basket.trace.i[basket.at[0], 1])


def _picks_a_pear() -> Again:
    gate, offer, _ = _pear()

    def writes(value: float) -> Callable[[Basket], bool]:
        return lambda run: bool(np.isclose(_pear()[2], value))

    return Again(
        concept="input-gate-is-input",
        ask=f"Mia picks a pear: in its unit the input gate is {number(gate)}, the candidate "
        f"{number(offer)}. What is written?",
        options=(
            Option(f"{number(gate * offer)}", writes(gate * offer)),
            Option(f"{number(gate)}: the gate is what is new", writes(gate), "input-gate-is-input"),
            Option(f"{number(gate + offer)}: both", writes(gate + offer)),
        ),
        because=lambda run: (
            f"{number(gate)} × {number(offer)} = {number(_pear()[2])}: the candidate is what is "
            "new, the gate the share of it."
        ),
    )


def _sees() -> Again:
    return Again(
        concept="named-is-written",
        ask="In another story Mia sees a pear. What does the pears’ unit write down?",
        options=(
            Option("a pear: the word names one", lambda run: _sees_a_pear() > 0.9,
                   "named-is-written"),
            Option("half a pear", lambda run: 0.1 <= _sees_a_pear() <= 0.9),
            Option("hardly anything", lambda run: _sees_a_pear() < 0.1),
        ),
        because=lambda run: (
            f"Its input gate is {number(_sees_a_pear())}: a pear that is seen never changed a "
            "right answer."
        ),
    )  # fmt: skip


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
            again=_picks_a_pear(),
        ),
        Choice(
            id="sees",
            t=2,
            stage=1,
            ask="Mia sees an apple, she does not pick it. How far will the apples’ input gate "
            "open?",
            options=(
                Option("nearly 1: it is an apple", lambda run: _apples(run, "i", SEEN) > 0.9,
                       "named-is-written"),
                Option("about half", lambda run: 0.1 <= _apples(run, "i", SEEN) <= 0.9),
                Option("nearly 0", lambda run: _apples(run, "i", SEEN) < 0.1),
            ),
            because=lambda run: (
                f"It is {number(_apples(run, 'i', SEEN))}. Nobody told the network which words "
                "matter: it learned that from the right answers."
            ),
            again=_sees(),
        ),
    )  # fmt: skip
