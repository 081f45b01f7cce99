"""One sequence, read by a simple RNN, a GRU and an LSTM at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lstm_viz.cells import GRU
from lstm_viz.inputs import Inputs
from lstm_viz.networks import NETWORKS
from lstm_viz.scenes.three_cells.record import races
from lstm_viz.scenes.three_cells.record.presets import PRESETS, WANTED, Preset, read
from lstm_viz.tasks import TASKS, Task
from lstm_viz.trace import Array, Trace

CELLS = races.CELLS
RANDOM = {"rnn": "random-rnn", "gru": "random-gru", "lstm": "random"}
UNITS = (1, 6)
CARRIED = {"rnn": "h", "gru": "h", "lstm": "c"}
"""The state that the cell keeps its memory in."""
KEEPS = {"gru": "z", "lstm": "f"}
"""The gate whose share of it stays."""
MOST_KEPT = 32


@dataclass(frozen=True)
class Setup:
    """``units`` and ``seed`` are those of random networks; trained ones are as they are."""

    preset: str
    text: str
    units: int = 4
    seed: int = 0

    @property
    def of(self) -> Preset:
        return PRESETS[self.preset]


@dataclass(frozen=True, eq=False)
class OneCell:
    """What one of them did.  ``says`` has T answers, none if it is trained for nothing."""

    kind: str
    parameters: Mapping[str, Array]
    trace: Trace
    says: tuple[str, ...]

    @property
    def unit(self) -> int:
        """The one to look at: whose memory goes through the widest range."""
        return int(np.ptp(self.state, axis=0).argmax())

    @property
    def state(self) -> Array:
        """(T, H): the memory after each step."""
        return np.asarray(getattr(self.trace, CARRIED[self.kind]))

    def kept(self, t: int) -> float | None:
        """The mean share of the memory that stays at a step; None for a cell without that gate."""
        if self.kind not in KEEPS:
            return None
        return float(getattr(self.trace, KEEPS[self.kind])[t].mean())

    def moved(self, t: int) -> float:
        """How far the memory of a unit goes at a step, on average."""
        before = getattr(self.trace, f"{CARRIED[self.kind]}_prev")[t]
        return float(np.abs(self.state[t] - before).mean())

    def without_past(self, t: int) -> float:
        """How far from itself the candidate of a GRU would be, on average, had h been 0 before."""
        alone = GRU(**self.parameters).run(self.trace.x[t : t + 1])
        return float(np.abs(alone.n[0] - self.trace.n[t]).mean())


@dataclass(frozen=True, eq=False)
class InStep:
    """``wanted`` says what is right after each token, "" where nothing is asked."""

    setup: Setup
    inputs: Inputs
    cells: tuple[OneCell, ...]
    wanted: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.inputs.tokens)

    @property
    def task(self) -> Task | None:
        task = self.setup.of.task
        return TASKS[task] if task else None

    def right(self, cell: OneCell, t: int) -> bool | None:
        """None where nothing is asked."""
        return cell.says[t] == self.wanted[t] if cell.says and self.wanted[t] else None


@lru_cache(MOST_KEPT)
def in_step(setup: Setup) -> InStep:
    """``InputError`` in one sentence for a text that cannot be read."""
    inputs, task = read(setup.of, setup.text), setup.of.task
    if task:
        cells = tuple(_trained(TASKS[task], cell, inputs) for cell in CELLS)
        return InStep(setup, inputs, cells, WANTED[task](inputs.tokens))
    cells = tuple(_random(cell, inputs, setup) for cell in CELLS)
    return InStep(setup, inputs, cells, ("",) * len(inputs.tokens))


def _trained(task: Task, kind: str, inputs: Inputs) -> OneCell:
    model = races.network(task.id, kind)
    run = model.run(inputs.x)
    says = tuple(task.outputs[k] for k in run.outputs.argmax(axis=-1))
    return OneCell(kind, model.layers[0].parameters, run.traces[0], says)


def _random(kind: str, inputs: Inputs, setup: Setup) -> OneCell:
    cell = NETWORKS[RANDOM[kind]].build(inputs, setup.units, setup.seed)
    return OneCell(kind, cell.parameters, cell.run(inputs.x), ())
