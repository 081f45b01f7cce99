"""The sizes and costs that the tests look at."""

import itertools

from lstm_viz.scenes.costs.record.formulas import KINDS, Cost, Costs, sizes
from tests.each import for_each

GRID = list(itertools.product((4, 5, 16, 64, 255, 256), (1, 2, 32, 256)))
grid = for_each("H, I", GRID)
SECONDS = {"RNN": 3e-6, "GRU": 1.2e-5, "LSTM": 1e-5}


def costs_of(H: int, I: int, seconds: dict[str, float] = SECONDS) -> Costs:  # noqa: E741
    """As they would be measured, with given times."""
    rows = [
        tuple(Cost(kind, size, I, seconds[kind]) for kind, size in zip(KINDS, row, strict=True))
        for row in sizes(H, I)
    ]
    return Costs(rows[0], rows[1], steps=32, runs=9)
