"""Cards, products and sums of a gate, read from the run on Mia's basket."""

from __future__ import annotations

import numpy as np

from lstm_viz.figures.gating.board import Card, Product
from lstm_viz.figures.gating.sums import Sum
from lstm_viz.lesson.basket import Basket

UNITS = (0, 1)


def cards(basket: Basket, gate: str) -> list[Card]:
    """A card a sentence: the gate at its word, the fruit held after it."""
    values = getattr(basket.trace, gate)
    return [
        Card(
            basket.label(n),
            gates=(float(values[at, 0]), float(values[at, 1])),
            fruit=(basket.fruit(until, 0), basket.fruit(until, 1)),
        )
        for n, (at, until) in enumerate(zip(basket.at, basket.until, strict=True))
    ]


def products(
    basket: Basket, number: int, before: str, gate: str, after: str, *, fruit: bool = True
) -> tuple[Product, Product]:
    """``before`` × ``gate`` = ``after`` (names of signals) at the word of sentence ``number``.

    With ``fruit`` what was held before the word lies in the first bar.
    """
    t, trace = basket.at[number], basket.trace
    first, second = (
        Product(
            float(getattr(trace, before)[t, unit]),
            float(getattr(trace, gate)[t, unit]),
            float(getattr(trace, after)[t, unit]),
            basket.fruit(t - 1, unit) if fruit and t else 0,
        )
        for unit in UNITS
    )
    return first, second


def sums(basket: Basket, number: int, gate: str) -> tuple[Sum, Sum]:
    """Where the gate comes from at the word of sentence ``number``."""
    t, trace, cell = basket.at[number], basket.trace, basket.cell
    rows = cell.rows(gate)
    word = cell.weight_ih[rows] @ trace.x[t]
    hidden = cell.weight_hh[rows] @ trace.h_prev[t]
    z = getattr(trace, f"z_{gate}")[t]
    bias, value = np.asarray(cell.bias[rows]), getattr(trace, gate)[t]
    first, second = (
        Sum(*(float(part[unit]) for part in (word, hidden, bias, z, value))) for unit in UNITS
    )
    return first, second
