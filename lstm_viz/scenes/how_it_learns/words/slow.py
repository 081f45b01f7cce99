"""One step in slow motion, in words and sums."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import bracketed, honest, number
from lstm_viz.scenes.how_it_learns.record.step import STEP_SIZE, Slow

HALF = Decimal("0.005")


def slow_caption(one: Slow, stage: int) -> Caption:
    title = f"One step in slow motion: {TITLES[stage]}"
    return caption(title, SENTENCES[stage](one))


TITLES = ("the loss", "the gradient", "the weight", "the gate")


def sums(one: Slow) -> tuple[str, str, str, str]:
    """What is computed at each stage, with "=" only where the printed digits hold."""
    return (
        _squared(one),
        number(one.gradient, sign=True),
        f"{number(one.weight)} − {number(STEP_SIZE)} × {bracketed(number(one.gradient))} = "
        f"{number(one.new_weight)}",
        f"{number(one.new_weight)} + {bracketed(number(one.rest))} = "
        f"{number(one.new_weight + one.rest)} → {number(one.new_gate)}",
    )


def _squared(one: Slow) -> str:
    """(answer − right)² = loss."""
    printed = number(one.answer)
    value = (Decimal(printed.replace("−", "-")) - one.right) ** 2
    sign = "=" if abs(value - Decimal(number(one.loss))) <= HALF else "≈"
    return f"({printed} − {one.right})² {sign} {number(one.loss)}"


def _whole(value: float) -> str:
    """An answer as it is said."""
    return str(int(np.rint(value))).replace("-", "−")


def _loss(one: Slow) -> str:
    return (
        f"{one.step} steps of training later. Mia has emptied her basket and is asked for apples: "
        f"right is {one.right}. The cell state is {number(one.state)}; through tanh, the output "
        f"gate and the weights of the answer it becomes {number(one.answer)}, rounded "
        f"{_whole(one.answer)}. The [[loss]] says how wrong that is: the difference, squared."
    )


def _gradient(one: Slow) -> str:
    way, back = ("rises", "down") if one.gradient > 0 else ("falls", "up")
    return (
        f"Take one of its numbers, the [[weight]] of this word on the [[forget gate]] of the "
        f"apples. The [[gradient]], computed back through the story, says: raise it by a little, "
        f"and the loss {way} by {abs(one.gradient):.2f} times as much. So it has to go {back}."
    )


def _weight(one: Slow) -> str:
    return (
        f"A step: the weight moves against its gradient, with a step size of {STEP_SIZE:g}, "
        f"from {number(one.weight)} to {number(one.new_weight)}. In the training all {one.numbers} "
        "numbers move, and a method called Adam sets the size of each step; here only this one "
        "moves."
    )


def _gate(one: Slow) -> str:
    way = "shuts a little more" if one.new_gate < one.gate else "opens a little more"
    loss = "smaller" if one.new_loss < one.loss else "larger"
    return (
        f"The weight is a part of the sum of which σ makes the gate: it {way}, "
        f"{number(one.gate)} → {number(one.new_gate)} (the {number(one.new_state)} below the belt "
        "is the cell state). The network now makes "
        f"{number(one.new_answer)}, rounded {_whole(one.new_answer)}, and the loss is {loss}: "
        f"{number(one.new_loss)}. That was one step; now see many."
    )


SENTENCES = (_loss, _gradient, _weight, _gate)


NAMES = (
    "loss = (answer − right)²",
    "gradient of the loss by this weight",
    "weight = before − step size × gradient",
    "sum = weight + all else in it, then σ",
)


def ledger(one: Slow) -> tuple[tuple[str, str], ...]:
    """Of each stage what is computed, and the sum with its numbers."""
    return tuple(zip(NAMES, map(honest, sums(one)), strict=True))
