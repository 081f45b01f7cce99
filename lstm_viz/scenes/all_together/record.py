"""All together: one cell over a whole sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.cells.activations import squashed
from lstm_viz.inputs import Inputs, parse
from lstm_viz.networks import NETWORKS, PRESETS, Network, Preset
from lstm_viz.notation import number
from lstm_viz.signals import signal
from lstm_viz.trace import Array, Trace

SENTENCES = ("friend", "again", "count-words")
"""The presets that can be read here; each has few enough steps for a row."""


@dataclass(frozen=True)
class SentenceRun:
    """One sentence read by one cell."""

    preset: Preset
    network: Network
    inputs: Inputs
    cell: LSTM
    trace: Trace

    @property
    def parameters(self) -> int:
        """The numbers of this cell, whatever the length of the sentence: 4H(I + H + 1)."""
        return sum(array.size for array in self.cell.parameters.values())


def preset_of(id: str) -> Preset:
    return next(preset for preset in PRESETS if preset.id == id)


@cache
def run(id: str) -> SentenceRun:
    """The cell of the preset ``id`` over its sentence."""
    preset = preset_of(id)
    inputs = parse(preset.kind, preset.text)
    network = NETWORKS[preset.network]
    cell = network.build(inputs, preset.hidden_size, preset.seed)
    return SentenceRun(preset, network, inputs, cell, cell.run(inputs.x))


def most_steps() -> int:
    return max(len(parse(preset.kind, preset.text).x) for preset in map(preset_of, SENTENCES))


def most_units() -> int:
    return max(preset.hidden_size for preset in map(preset_of, SENTENCES))


def gate_again(run: SentenceRun, gate: str, t: int) -> Array:
    """A gate of step ``t``, (H,), from x_t, h_{t−1} and the one set of weights alone."""
    rows = run.cell.rows(gate)
    z = (
        run.cell.weight_ih[rows] @ run.trace.x[t]
        + run.cell.weight_hh[rows] @ run.trace.h_prev[t]
        + run.cell.bias[rows]
    )
    return squashed(signal(run.trace.table, gate).activation, z)


def from_x_and_h(run: SentenceRun, gate: str, t: int) -> bool:
    """The gate of the run is what x_t, h_{t−1} and the weights of all steps make of it."""
    return bool(np.allclose(gate_again(run, gate, t), getattr(run.trace, gate)[t], atol=1e-9))


def fullest(run: SentenceRun) -> int:
    """The unit with the largest |c| after the last step."""
    return int(np.abs(run.trace.c[-1]).argmax())


def shows(run: SentenceRun) -> tuple[float, float, float]:
    """c, o and h of the fullest unit at the last step."""
    unit = fullest(run)
    c, o, h = (float(getattr(run.trace, name)[-1, unit]) for name in ("c", "o", "h"))
    return c, o, h


def plain(value: float) -> str:
    """Two decimals and a true minus; four where two would round to 1 what is not 1."""
    size = abs(float(value))
    text = f"{size:.4f}" if 0.995 <= size < 1 else number(size)
    return ("−" if value < 0 and float(text) else "") + text
