"""The run behind "Start here": one time step of the preset "A friend calls", and its gradients."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs, from_sentence
from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.trace import Array, Trace

PRESET = "friend"
WORD = 5
"""The step that is shown, from 0: “happy”."""


@dataclass(frozen=True, eq=False)
class StartRun:
    """What the page is computed from; every trace is unbatched.

    ``step`` is the one step that is shown (1, H), ``held`` the same with every forget gate at 1,
    ``released`` with every output gate at 1,
    ``sentence`` the run over all T words (T, H) and ``sentence_held`` that with every forget gate
    at 1.
    """

    inputs: Inputs
    cell: LSTM
    step: Trace
    held: Trace
    released: Trace
    sentence: Trace
    sentence_held: Trace

    @property
    def token(self) -> str:
        return self.inputs.tokens[WORD]

    def along_the_cell_state(self, held: bool = False) -> Array:
        """∂c_T/∂c_0 by the cell state alone, where each step multiplies by f: ∏ f, (H,)."""
        product: Array = (self.sentence_held if held else self.sentence).f.prod(axis=0)
        return product

    def whole_gradient(self, held: bool = False) -> float:
        """‖∂c_T/∂c_0‖ (spectral norm) by all paths, those through h among them."""
        trace = self.sentence_held if held else self.sentence
        nothing = np.zeros_like(trace.h)
        rows = []
        for unit in range(trace.hidden_size):
            seed = nothing.copy()
            seed[-1, unit] = 1
            rows.append(self.cell.backward(trace, nothing, seed).c0)
        return float(np.linalg.norm(np.array(rows), 2))


@cache
def run() -> StartRun:
    """The preset's run, and the step of it that is shown, as a run of its own."""
    preset = next(one for one in PRESETS if one.id == PRESET)
    inputs = from_sentence(preset.text)
    cell = NETWORKS[preset.network].build(inputs, preset.hidden_size, preset.seed)
    sentence = cell.run(inputs.x)
    x, before = inputs.x[WORD : WORD + 1], (sentence.h_prev[WORD], sentence.c_prev[WORD])
    keep = {"f": 1.0}
    return StartRun(
        inputs,
        cell,
        step=cell.run(x, *before),
        held=cell.run(x, *before, clamp=keep),
        released=cell.run(x, *before, clamp={"o": 1.0}),
        sentence=sentence,
        sentence_held=cell.run(inputs.x, clamp=keep),
    )
