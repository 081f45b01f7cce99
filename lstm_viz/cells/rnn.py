r"""Simple recurrent network.

Elman 1990, with the tanh of PyTorch's `nn.RNN`:

    h_t = tanh(W x_t + U h_{t−1} + b)
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from lstm_viz.cells import checks
from lstm_viz.cells.activations import tanh, tanh_slope
from lstm_viz.cells.affine import carry_product, summed, summed_outer
from lstm_viz.cells.cell import Cell, new_weights
from lstm_viz.cells.gradients import Gradients
from lstm_viz.signals import RNN_SIGNALS
from lstm_viz.trace import Array, Trace
from lstm_viz.workspace import empty


@dataclass(frozen=True, eq=False)
class RNN(Cell):
    """One simple recurrent layer; immutable: `dataclasses.replace(cell, bias=…)` makes a new one.

    weight_ih: (H, I), weight_hh: (H, H), bias: (H,), where PyTorch has two to be summed. Kept as
    read-only copies: float32 if all floating ones are, else float64. Raises `ValueError` for a
    shape, dtype or value that does not fit.
    """

    table: ClassVar = RNN_SIGNALS

    weight_ih: Array
    weight_hh: Array
    bias: Array

    @classmethod
    def init(
        cls,
        *,
        input_size: int,
        hidden_size: int,
        rng: np.random.Generator,
        dtype: DTypeLike = np.float64,
    ) -> "RNN":
        """Weights uniform in ±1/√H as in PyTorch; bias 0."""
        return cls(*new_weights(1, input_size, hidden_size, rng, dtype))

    def run(self, x: ArrayLike, h0: ArrayLike | None = None) -> Trace:
        """Run over a sequence and write down every signal of `RNN_SIGNALS`.

        x: (T, I) or (T, B, I); h0: (H,) or (B, H), zeros if left out. Both follow the cell's dtype.
        There is no gate to clamp. The trace has arrays (T, H) or (T, B, H).
        Raises `ValueError` for a shape, dtype or value that does not fit.
        """
        inputs = checks.sequence(x, self.input_size, self.dtype)
        steps, *batch = inputs.shape[:-1]
        state = (*batch, self.hidden_size)
        h = empty((steps + 1, *state), self.dtype)  # h[t] is what step t finds: h_{t−1}
        h[0] = checks.state("h0", h0, state, self.dtype)
        z = inputs @ self.weight_ih.T + self.bias  # W·x + b of every step; U·h joins in the loop

        from_h = np.empty(state, self.dtype)
        product, weight_hh = np.matmul if batch else np.dot, self.weight_hh.T
        for h_prev_t, z_t, h_t in zip(h, z, h[1:], strict=False):
            product(h_prev_t, weight_hh, out=from_h)
            np.add(z_t, from_h, out=z_t)
            tanh(z_t, out=h_t)

        signals = {"x": inputs, "h_prev": h[:-1], "z": z, "h": h[1:]}
        return Trace(RNN_SIGNALS, signals, {})

    def backward(self, trace: Trace, grad_h: ArrayLike) -> Gradients:
        """Full back-propagation through time over a trace of this cell.

        grad_h: d loss/d h_t at every step, shaped like `trace.h`, as the loss sees h_t directly
        (zero where it does not look). With d_v for d loss/d v and backwards in t:

            d_h_t = grad_h_t + U^T d_z_{t+1}        d_z_t = d_h_t ⊙ (1 − h_t²)
        """
        checks.trace_of(trace, RNN_SIGNALS, self.input_size, self.hidden_size, self.dtype)
        steps, *batch, hidden_size = trace.h.shape
        d_h = checks.gradient("grad_h", grad_h, trace.h)
        slope = empty(d_h.shape, self.dtype)
        tanh_slope(trace.h, out=slope)

        d_z = empty((steps, *batch, 1, hidden_size), self.dtype)
        from_next = np.zeros(d_h.shape[1:], self.dtype)
        carry_to_h, d_z_rows = carry_product(d_z, self.weight_hh, from_next)
        per_step = [d_h, slope, d_z_rows]
        for d_h_t, slope_t, d_z_t in zip(*(array[::-1] for array in per_step), strict=True):
            np.add(d_h_t, from_next, out=d_h_t)
            np.multiply(d_h_t, slope_t, out=d_z_t)
            carry_to_h(d_z_t)

        parameters = {
            "weight_ih": summed_outer(d_z, trace.x),
            "weight_hh": summed_outer(d_z, trace.h_prev),
            "bias": summed(d_z),
        }
        return Gradients(parameters, h0=from_next, h=d_h, x_from=(d_z, self.weight_ih))
