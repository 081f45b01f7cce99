r"""Gated recurrent unit.

Cho et al. 2014, in the form and with the order of weights of PyTorch (rows r, z, n; the reset gate
scales U·h + b after the product, "linear before reset"; z is the share of the old state kept):

    r_t = σ(W_r x_t + b_ir + U_r h_{t−1} + b_hr)             reset gate
    z_t = σ(W_z x_t + b_iz + U_z h_{t−1} + b_hz)             update gate
    n_t = tanh(W_n x_t + b_in + r_t ⊙ (U_n h_{t−1} + b_hn))  candidate
    h_t = z_t ⊙ h_{t−1} + (1 − z_t) ⊙ n_t                    hidden state
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from lstm_viz.cells import checks
from lstm_viz.cells.activations import sigmoid, sigmoid_slope, tanh, tanh_slope
from lstm_viz.cells.affine import (
    carry_product,
    hx1_buffer,
    side_by_side,
    step_product,
    summed,
    summed_outer,
)
from lstm_viz.cells.cell import Cell, new_weights
from lstm_viz.cells.gradients import Gradients
from lstm_viz.signals import GRU_SIGNALS, stacked
from lstm_viz.trace import Array, Trace
from lstm_viz.workspace import empty

GATES = stacked(GRU_SIGNALS)


@dataclass(frozen=True, eq=False)
class GRU(Cell):
    """One GRU layer; immutable, so `dataclasses.replace(cell, bias_ih=…)` makes a new one.

    weight_ih: (3H, I), weight_hh: (3H, H), bias_ih and bias_hh: (3H,), rows r, z, n. Both biases
    are kept because r scales one of them. Read-only copies: float32 if all floating ones are, else
    float64. Raises `ValueError` for a shape, dtype or value that does not fit.
    """

    table: ClassVar = GRU_SIGNALS
    names: ClassVar = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")

    weight_ih: Array
    weight_hh: Array
    bias_ih: Array
    bias_hh: Array

    @classmethod
    def init(
        cls,
        *,
        input_size: int,
        hidden_size: int,
        rng: np.random.Generator,
        dtype: DTypeLike = np.float64,
    ) -> "GRU":
        """Weights uniform in ±1/√H as in PyTorch; biases 0."""
        weight_ih, weight_hh, bias = new_weights(len(GATES), input_size, hidden_size, rng, dtype)
        return cls(weight_ih, weight_hh, bias_ih=bias, bias_hh=bias)

    def run(
        self,
        x: ArrayLike,
        h0: ArrayLike | None = None,
        *,
        clamp: Mapping[str, ArrayLike] | None = None,
    ) -> Trace:
        """Run over a sequence and write down every signal of `GRU_SIGNALS`.

        x: (T, I) or (T, B, I); h0: (H,) or (B, H), zeros if left out. Both follow the cell's dtype.
        `clamp` holds gates ("r", "z", "n") at a number or at values (H,) after their activation at
        every step; NaN in an array leaves that unit free, and the pre-activations of "r" and "z"
        stay what they would have been. The trace has arrays (T, H) or (T, B, H).
        Raises `ValueError` for a shape, dtype or value that does not fit.
        """
        inputs = checks.sequence(x, self.input_size, self.dtype)
        steps, *batch = inputs.shape[:-1]
        state = (*batch, self.hidden_size)
        first_h = checks.state("h0", h0, state, self.dtype)
        clamped = checks.clamps(GRU_SIGNALS, GATES, clamp, self.hidden_size, self.dtype)

        # The whole record is allocated here. The affine parts lie side by side, for one product:
        # z_r and z_z, which need x and h, then the two parts of the candidate.
        hx1 = hx1_buffer(first_h, inputs)
        h = hx1[..., : self.hidden_size]
        affine = empty((steps, 4, *state), self.dtype)
        z_r, z_z, xn, hn = affine.swapaxes(0, 1)
        r_z = empty((steps, 2, *state), self.dtype)
        r, z = r_z.swapaxes(0, 1)
        z_n, n, kept, written = empty((4, steps, *state), self.dtype)
        gate = {"r": r, "z": z, "n": n}
        held_r_z, held_n = (
            [(gate[k], clamped[k], ~np.isnan(clamped[k])) for k in names if k in clamped]
            for names in ("rz", "n")
        )

        product, weights, affine_rows = step_product(self._weights, affine)
        per_step = [
            hx1, affine_rows, affine[:, :2], xn, hn, r_z,
            r, z, z_n, n, h, kept, written, h[1:],
        ]  # fmt: skip
        with np.errstate(over="ignore"):  # σ lets exp overflow, and is right in doing so
            # Going through all arrays together gives this step's row of each. h has one row more
            # than there are steps, and starts with h0: hence h_prev_t beside h_t.
            for t, (
                hx1_t, affine_t, z_r_z_t, xn_t, hn_t, r_z_t,
                r_t, z_t, z_n_t, n_t, h_prev_t, kept_t, written_t, h_t,
            ) in enumerate(zip(*per_step, strict=False)):  # fmt: skip
                product(hx1_t, weights, out=affine_t)  # W·x + U·h_prev + b of z_r, z_z, xn, hn
                sigmoid(z_r_z_t, out=r_z_t)
                for held, value, units in held_r_z:
                    np.copyto(held[t], value, where=units)
                np.multiply(r_t, hn_t, out=z_n_t)
                np.add(xn_t, z_n_t, out=z_n_t)  # xn + r ⊙ hn
                tanh(z_n_t, out=n_t)
                for held, value, units in held_n:
                    np.copyto(held[t], value, where=units)
                np.multiply(z_t, h_prev_t, out=kept_t)
                np.subtract(1, z_t, out=written_t)
                np.multiply(written_t, n_t, out=written_t)  # (1 − z) ⊙ n
                np.add(kept_t, written_t, out=h_t)

        signals = {
            "x": hx1[:-1, ..., self.hidden_size : -1], "h_prev": h[:-1],
            "z_r": z_r, "z_z": z_z, "xn": xn, "hn": hn, "r": r, "z": z, "z_n": z_n, "n": n,
            "kept": kept, "written": written, "h": h[1:],
        }  # fmt: skip
        return Trace(GRU_SIGNALS, signals, clamped)

    @cached_property
    def _weights(self) -> Array:
        """Weights (H + I + 1, 4, H) of z_r, z_z, xn, hn on [h, x, 1]; xn sees no h, hn no x."""
        to_n, from_bias = self.rows("n"), self.bias_ih + self.bias_hh
        from_bias[to_n] = self.bias_ih[to_n]
        from_h = np.concatenate([self.weight_hh, self.weight_hh[to_n]])
        from_h[to_n] = 0
        from_x = np.concatenate([self.weight_ih, np.zeros_like(self.weight_ih[to_n])])
        from_1 = np.concatenate([from_bias, self.bias_hh[to_n]])
        return side_by_side(from_h, from_x, from_1, gates=(0, 1, 2, 3))

    def backward(self, trace: Trace, grad_h: ArrayLike) -> Gradients:
        """Full back-propagation through time over a trace of this cell.

        grad_h: d loss/d h_t at every step, shaped like `trace.h`, as the loss sees h_t directly
        (zero where it does not look). A clamped unit is a constant: nothing flows through it. The
        equations, with d_v for d loss/d v and backwards in t:

            d_h_t = grad_h_t + d_h_{t+1} ⊙ z_{t+1} + U^T [d_z^r, d_z^z, d_hn]_{t+1}
            d_z^n = d_h_t ⊙ (1 − z_t) ⊙ tanh'       d_z^z = d_h_t ⊙ (h_{t−1} − n_t) ⊙ σ'
            d_z^r = d_z^n ⊙ hn_t ⊙ σ'               d_hn = d_z^n ⊙ r_t        d_xn = d_z^n
        """
        checks.trace_of(trace, GRU_SIGNALS, self.input_size, self.hidden_size, self.dtype)
        steps, *batch, hidden_size = trace.h.shape
        d_h = checks.gradient("grad_h", grad_h, trace.h)
        free = {k: np.isnan(trace.clamped[k]) if k in trace.clamped else True for k in GATES}

        # All local derivatives at once: those of h_t by z^r, z^z, hn and xn (the same as by z^n).
        slopes = empty((steps, 3, *batch, hidden_size), self.dtype)
        slope_r, slope_z, slope_hn = slopes.swapaxes(0, 1)
        slope_xn = empty(d_h.shape, self.dtype)
        tanh_slope(trace.n, out=slope_xn)
        slope_xn *= (1 - trace.z) * free["n"]
        sigmoid_slope(trace.r, out=slope_r)
        slope_r *= trace.hn * free["r"]
        slope_r *= slope_xn
        sigmoid_slope(trace.z, out=slope_z)
        slope_z *= (trace.h_prev - trace.n) * free["z"]
        np.multiply(slope_xn, trace.r, out=slope_hn)

        d_hh = empty((steps, *batch, 3, hidden_size), self.dtype)  # r, z, n, as in weight_hh
        from_next, from_next_gates = np.zeros((2, *d_h.shape[1:]), self.dtype)
        carry_to_h, d_hh_rows = carry_product(d_hh, self.weight_hh, from_next_gates)
        per_step = [d_h, slopes, trace.z, np.moveaxis(d_hh, -2, 1), d_hh_rows]
        for d_h_t, slopes_t, z_t, d_hh_gates_t, d_hh_t in zip(
            *(array[::-1] for array in per_step), strict=True
        ):
            np.add(d_h_t, from_next, out=d_h_t)
            np.multiply(d_h_t, slopes_t, out=d_hh_gates_t)
            carry_to_h(d_hh_t)
            np.multiply(d_h_t, z_t, out=from_next)
            np.add(from_next, from_next_gates, out=from_next)

        d_ih = d_hh.copy()
        np.multiply(d_h, slope_xn, out=d_ih[..., 2, :])
        parameters = {
            "weight_ih": summed_outer(d_ih, trace.x),
            "weight_hh": summed_outer(d_hh, trace.h_prev),
            "bias_ih": summed(d_ih),
            "bias_hh": summed(d_hh),
        }
        return Gradients(parameters, h0=from_next, h=d_h, x_from=(d_ih, self.weight_ih))
