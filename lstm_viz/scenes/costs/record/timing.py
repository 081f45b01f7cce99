"""The three cells really run, to see how long a step of each takes on this machine."""

from __future__ import annotations

from time import perf_counter

import numpy as np

from lstm_viz.cells import GRU, LSTM, RNN
from lstm_viz.scenes.costs.record.formulas import DTYPE, KINDS, Cost, Costs, Kind, sizes

STEPS = 32
BUDGET = 0.1
"""Seconds for all runs together, those that warm up not counted."""
FEWEST, MOST = 5, 200
"""Runs of each cell."""

CELLS: dict[Kind, type[RNN] | type[GRU] | type[LSTM]] = {"RNN": RNN, "GRU": GRU, "LSTM": LSTM}


def cell_of(kind: Kind, hidden_size: int, input_size: int) -> RNN | GRU | LSTM:
    """A cell with random weights, as it is before training."""
    rng = np.random.default_rng(0)
    return CELLS[kind].init(
        input_size=input_size, hidden_size=hidden_size, rng=rng, dtype=np.dtype(DTYPE)
    )


def measured(hidden_size: int, input_size: int) -> Costs:
    """The costs with the time of a step, from the fastest of several runs of ``STEPS`` steps.

    Whatever else the machine does makes a run slower, never faster; the cells take turns, so that
    it meets all of them alike.
    """
    compared = sizes(hidden_size, input_size)
    wanted = {(kind, size) for row in compared for kind, size in zip(KINDS, row, strict=True)}
    cells = {key: cell_of(*key, input_size) for key in sorted(wanted)}
    x = np.random.default_rng(1).standard_normal((STEPS, input_size))
    for cell in cells.values():
        cell.run(x)
    times: dict[tuple[Kind, int], list[float]] = {key: [] for key in cells}
    end = perf_counter() + BUDGET
    runs = 0
    while runs < FEWEST or (runs < MOST and perf_counter() < end):
        for key, cell in cells.items():
            start = perf_counter()
            cell.run(x)
            times[key].append(perf_counter() - start)
        runs += 1
    seconds = {key: min(found) / STEPS for key, found in times.items()}

    def costs(row: tuple[int, int, int]) -> tuple[Cost, Cost, Cost]:
        rnn, gru, lstm = (
            Cost(kind, size, input_size, seconds[kind, size])
            for kind, size in zip(KINDS, row, strict=True)
        )
        return rnn, gru, lstm

    return Costs(costs(compared[0]), costs(compared[1]), STEPS, runs)
