r"""Long short-term memory.

Hochreiter & Schmidhuber 1997, with the forget gate of Gers, Schmidhuber & Cummins 2000 and the
order of weights of PyTorch:

    i_t = σ(W_i x_t + U_i h_{t−1} + b_i)        input gate
    f_t = σ(W_f x_t + U_f h_{t−1} + b_f)        forget gate
    g_t = tanh(W_g x_t + U_g h_{t−1} + b_g)     candidate, often written c̃_t
    o_t = σ(W_o x_t + U_o h_{t−1} + b_o)        output gate
    c_t = f_t ⊙ c_{t−1} + i_t ⊙ g_t             cell state
    h_t = o_t ⊙ tanh(c_t)                       hidden state
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from lstm_viz.cells import checks
from lstm_viz.cells.activations import ONE, sigmoid, tanh, tanh_slope
from lstm_viz.cells.affine import (
    backwards,
    carry_product,
    hx1_buffer,
    side_by_side,
    step_product,
    summed,
    summed_outer,
)
from lstm_viz.cells.cell import Cell, new_weights
from lstm_viz.cells.gradients import Gradients
from lstm_viz.signals import LSTM_SIGNALS, rows, stacked
from lstm_viz.trace import Array, Trace
from lstm_viz.workspace import empty

GATES = stacked(LSTM_SIGNALS)


@dataclass(frozen=True, eq=False)
class LSTM(Cell):
    """One LSTM layer; immutable, so `dataclasses.replace(cell, bias=…)` makes a new one.

    weight_ih: (4H, I) and weight_hh: (4H, H), rows i, f, g, o; bias: (4H,), where PyTorch has two
    to be summed. Kept as read-only copies: float32 if all floating ones are, else float64.
    Raises `ValueError` for a shape, dtype or value that does not fit.
    """

    table: ClassVar = LSTM_SIGNALS

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
        forget_bias: float = 1.0,
        dtype: DTypeLike = np.float64,
    ) -> "LSTM":
        """Weights uniform in ±1/√H as in PyTorch; biases 0, the forget gate's `forget_bias`.

        A forget bias above 0 lets an untrained cell remember (Gers et al. 2000).
        """
        weight_ih, weight_hh, bias = new_weights(len(GATES), input_size, hidden_size, rng, dtype)
        bias[rows(LSTM_SIGNALS, "f", hidden_size)] = forget_bias
        return cls(weight_ih, weight_hh, bias)

    def run(
        self,
        x: ArrayLike,
        h0: ArrayLike | None = None,
        c0: ArrayLike | None = None,
        *,
        clamp: Mapping[str, ArrayLike] | None = None,
    ) -> Trace:
        """Run over a sequence and write down every signal of `LSTM_SIGNALS`.

        x: (T, I) or (T, B, I); h0, c0: (H,) or (B, H), zeros if left out. All follow the cell's
        dtype. `clamp` holds gates ("f", "i", "g", "o") at a number or at values (H,) after their
        activation at every step; NaN in an array leaves that unit free, and the pre-activations
        stay what they would have been. The trace has arrays (T, H) or (T, B, H).
        Raises `ValueError` for a shape, dtype or value that does not fit.
        """
        inputs = checks.sequence(x, self.input_size, self.dtype)
        steps, *batch = inputs.shape[:-1]
        state = (*batch, self.hidden_size)
        first_h = checks.state("h0", h0, state, self.dtype)
        first_c = checks.state("c0", c0, state, self.dtype)
        clamped = checks.clamps(LSTM_SIGNALS, GATES, clamp, self.hidden_size, self.dtype)

        # The whole record is allocated here, most of it in one block (fewer page faults), and the
        # loop writes it in place. What one call reaches lies side by side: the gates f, i, o, all
        # σ, and c_prev with g, in the order of f with i.
        hx1 = hx1_buffer(first_h, inputs)
        h = hx1[..., : self.hidden_size]
        record = empty((steps, 10, *state), self.dtype)
        z, f_i_o, kept_written, tanh_c = record[:, :4], record[:, 4:7], record[:, 7:9], record[:, 9]
        c_g = empty((steps + 1, 2, *state), self.dtype)
        f, i, o = f_i_o[:, 0], f_i_o[:, 1], f_i_o[:, 2]
        c, g = c_g[:, 0], c_g[:-1, 1]
        kept, written = kept_written[:, 0], kept_written[:, 1]
        c[0] = first_c
        gate = {"i": i, "f": f, "g": g, "o": o}
        held = [(gate[name], value, ~np.isnan(value)) for name, value in clamped.items()]

        product, weights, z_rows = step_product(self._weights_fiog, z)
        per_step = [
            hx1, z_rows, z[:, :3], z[:, 3], f_i_o, g, f_i_o[:, :2], c_g, kept_written,
            kept, written, c[1:], tanh_c, o, h[1:],
        ]  # fmt: skip
        with np.errstate(over="ignore"):  # σ lets exp overflow, and is right in doing so
            # Going through all arrays together gives this step's row of each. h and c have one row
            # more than there are steps, and start with h0 and c0: c_g[t] is c_{t−1} beside g_t.
            for t, (
                hx1_t, z_t, z_fio_t, z_g_t, f_i_o_t, g_t, f_i_t, c_prev_g_t, kept_written_t,
                kept_t, written_t, c_t, tanh_c_t, o_t, h_t,
            ) in enumerate(zip(*per_step, strict=False)):  # fmt: skip
                product(hx1_t, weights, out=z_t)  # z = W·x + U·h_prev + b, all four gates
                sigmoid(z_fio_t, out=f_i_o_t)
                tanh(z_g_t, out=g_t)
                for gate_held, value, units in held:
                    np.copyto(gate_held[t], value, where=units)
                np.multiply(f_i_t, c_prev_g_t, out=kept_written_t)  # f ⊙ c_prev and i ⊙ g
                np.add(kept_t, written_t, out=c_t)
                tanh(c_t, out=tanh_c_t)
                np.multiply(o_t, tanh_c_t, out=h_t)

        signals = {
            "x": hx1[:-1, ..., self.hidden_size : -1], "h_prev": h[:-1], "c_prev": c[:-1],
            "z_f": z[:, 0], "z_i": z[:, 1], "z_o": z[:, 2], "z_g": z[:, 3],
            "f": f, "i": i, "g": g, "o": o,
            "kept": kept, "written": written, "c": c[1:], "tanh_c": tanh_c, "h": h[1:],
        }  # fmt: skip
        return Trace(LSTM_SIGNALS, signals, clamped)

    @cached_property
    def _weights_fiog(self) -> Array:
        """All parameters for `step_product`, made once: (H + I + 1, 4, H), gates f, i, o, g."""
        order = tuple(map(GATES.index, "fiog"))
        return side_by_side(self.weight_hh, self.weight_ih, self.bias, order)

    def backward(
        self, trace: Trace, grad_h: ArrayLike, grad_c: ArrayLike | None = None
    ) -> Gradients:
        """Full back-propagation through time over a trace of this cell.

        grad_h, grad_c: d loss/d h_t and d loss/d c_t at every step, shaped like `trace.h`, as the
        loss sees them directly (zero where it does not look). A clamped unit is a constant:
        nothing flows through it. The equations, with d_v for d loss/d v and backwards in t:

            d_h_t = grad_h_t + U^T d_z_{t+1}
            d_c_t = grad_c_t + d_h_t ⊙ o_t ⊙ (1 − tanh(c_t)²) + d_c_{t+1} ⊙ f_{t+1}
            d_z^i = d_c_t ⊙ g_t ⊙ σ'      d_z^f = d_c_t ⊙ c_{t−1} ⊙ σ'
            d_z^g = d_c_t ⊙ i_t ⊙ tanh'   d_z^o = d_h_t ⊙ tanh(c_t) ⊙ σ'
        """
        checks.trace_of(trace, LSTM_SIGNALS, self.input_size, self.hidden_size, self.dtype)
        d_h = checks.gradient("grad_h", grad_h, trace.h)
        direct_c = checks.gradient("grad_c", grad_c, trace.h)
        steps, *state = d_h.shape
        d_z = empty((steps, *state[:-1], 4, state[-1]), self.dtype)  # i, f, g, o as in weight_hh
        d_c = empty(d_h.shape, self.dtype)

        from_next_h, from_next_c = np.zeros((2, *state), self.dtype)
        carry_to_h, d_z_rows = carry_product(d_z, self.weight_hh, from_next_h)
        gates = d_z.swapaxes(1, -2)
        per_step = [d_h, d_c, direct_c, trace.f, gates[:, :3], gates[:, 3], d_z_rows]
        # Backwards, a few steps at a time: first their local derivatives, all at once, and then,
        # step by step, those times what arrives from the loss and from step t + 1.
        blocks = backwards(steps, d_z[0].nbytes)
        local = empty((5, blocks[0].stop - blocks[0].start, *state), self.dtype)
        for block in blocks:
            by_gate, by_c = _local_derivatives(trace, block, local)
            in_block = [array[block] for array in per_step] + [by_gate[:, :3], by_gate[:, 3], by_c]
            for (
                d_h_t, d_c_t, direct_c_t, f_t, d_z_ifg_t, d_z_o_t, d_z_t, by_ifg_t, by_o_t, by_c_t,
            ) in zip(*(array[::-1] for array in in_block), strict=True):  # fmt: skip
                np.add(d_h_t, from_next_h, out=d_h_t)
                np.multiply(d_h_t, by_c_t, out=d_c_t)
                np.add(d_c_t, from_next_c, out=d_c_t)
                np.add(d_c_t, direct_c_t, out=d_c_t)
                np.multiply(d_c_t, by_ifg_t, out=d_z_ifg_t)
                np.multiply(d_h_t, by_o_t, out=d_z_o_t)
                carry_to_h(d_z_t)
                np.multiply(d_c_t, f_t, out=from_next_c)

        parameters = {
            "weight_ih": summed_outer(d_z, trace.x),
            "weight_hh": summed_outer(d_z, trace.h_prev),
            "bias": summed(d_z),
        }
        x_from = (d_z, self.weight_ih)
        return Gradients(parameters, h0=from_next_h, h=d_h, x_from=x_from, c0=from_next_c, c=d_c)


def _local_derivatives(trace: Trace, steps: slice, out: Array) -> tuple[Array, Array]:
    """Those by z^i, z^f, z^g of c_t and by z^o of h_t: (T, 4, [B,] H); and of h_t by c_t.

    Written into `out`, (5, ≥ T, [B,] H). A σ' is s ⊙ (1 − s), and s times what it gates stands in
    the record. A held unit is a constant.
    """
    i, f, g, o, tanh_c = (getattr(trace, name)[steps] for name in (*GATES, "tanh_c"))
    out = out[:, : len(i)]
    for gate, gated, by_z in (
        (i, trace.written, out[0]), (f, trace.kept, out[1]), (o, trace.h, out[3]),
    ):  # fmt: skip
        np.subtract(ONE[out.dtype.char], gate, out=by_z)
        np.multiply(by_z, gated[steps], out=by_z)
    for squashed, gate, by in (g, i, out[2]), (tanh_c, o, out[4]):
        tanh_slope(squashed, out=by)
        np.multiply(by, gate, out=by)
    for name, value in trace.clamped.items():
        out[GATES.index(name)][..., ~np.isnan(value)] = 0
    return out[:4].swapaxes(0, 1), out[4]
