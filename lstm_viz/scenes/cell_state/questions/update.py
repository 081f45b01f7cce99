"""What is asked about one update after the other; the right answers are read from the run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.cell_state.record import EATS, PICKS, PUSH, pushed, story


def _apples(basket: Basket, name: str, sentence: int = PICKS) -> float:
    """A signal of the apples' unit at the word of a sentence."""
    return float(getattr(basket.trace, name)[basket.at[sentence], 0])


def _is(name: str, value: float) -> Callable[[Basket], bool]:
    return lambda run: bool(np.isclose(_apples(run, name), value))


def questions() -> tuple[Question, ...]:
    now = story()
    f, i, kept, written = (_apples(now, name) for name in ("f", "i", "kept", "written"))
    words = len(now.words)
    return (
        Choice(
            id="sum",
            t=0,
            stage=1,
            ask=f"The forget gate of the apples is {number(f)} at this word. What is its input "
            "gate?",
            options=(
                Option(
                    f"{number(1 - f)}: what one keeps, the other cannot take in",
                    _is("i", 1 - f),
                    "gates-sum-to-one",
                ),
                Option(f"{number(i)}: it has weights of its own", _is("i", i)),
            ),
            because=lambda run: (
                f"{number(_apples(run, 'f'))} and {number(_apples(run, 'i'))}: both are open, for "
                "one apple is there and one comes."
            ),
        ),
        Choice(
            id="replaces",
            t=0,
            stage=2,
            ask=f"{number(kept)} is kept, {number(written)} is written. What do the apples’ unit "
            "hold after this word?",
            options=(
                Option(
                    f"{number(written)}: the new takes the place of the old",
                    _is("c", written),
                    "write-replaces",
                ),
                Option(f"{number(kept + written)}: both", _is("c", kept + written)),
                Option(
                    f"{number(kept)}: all was kept, so nothing changes",
                    _is("c", kept),
                    "keep-is-all",
                ),
            ),
            because=lambda run: (
                f"{number(_apples(run, 'kept'))} + {number(_apples(run, 'written'))} = "
                f"{number(_apples(run, 'c'))}: what is written is added."
            ),
        ),
        Choice(
            id="eats",
            t=1,
            stage=1,
            ask="Mia eats an apple. How does the network take it away?",
            options=(
                Option(
                    "the forget gate of the apples shuts",
                    lambda run: _apples(run, "f", EATS) < 0.5,
                    "forget-one-forgets",
                ),
                Option(
                    "a number below 0 is written",
                    lambda run: _apples(run, "written", EATS) < -0.05,
                ),
            ),
            because=lambda run: (
                f"{number(_apples(run, 'written', EATS))} is written. A shut forget gate would let "
                "go of both apples."
            ),
        ),
        Choice(
            id="far",
            t=2,
            stage=2,
            ask=f"Start from 0, forget nothing, and write {number(PUSH)} at each of the {words} "
            "words of this story. Where does c end?",
            options=(
                Option(
                    f"{number(1.0)}: it cannot go beyond",
                    lambda run: bool(np.isclose(pushed(), 1)),
                    "c-is-bounded",
                ),
                Option(
                    f"{number(PUSH * words)}: they add up",
                    lambda run: bool(np.isclose(pushed(), PUSH * words)),
                ),
            ),
            because=lambda run: (
                f"Run that way, this cell ends at {number(pushed())}. Nothing squashes c itself."
            ),
        ),
    )
