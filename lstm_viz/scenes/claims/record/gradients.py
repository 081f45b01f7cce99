"""Claims on gradients: what comes back through time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from lstm_viz.cells import LSTM, RNN
from lstm_viz.notation import in_powers
from lstm_viz.scenes.claims.record.claim import (
    Bar,
    Bars,
    Claim,
    Curves,
    Evidence,
    always,
    curve,
    opposite,
    same,
)
from lstm_viz.trace import Array

STEPS = 50
UNITS = 8
INPUTS = 4
QUIET = 1e-3
"""Inputs so small that no gate saturates."""


def unchanged() -> Claim:
    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(STEPS, INPUTS))
        along = []
        for bias in (0.0, 1.0, 6.0):
            cell = LSTM.init(
                input_size=INPUTS,
                hidden_size=UNITS,
                rng=np.random.default_rng(seed),
                forget_bias=bias,
            )
            f = cell.run(x).f
            back = np.cumprod(f[::-1], axis=0)[::-1].mean(axis=1)
            along.append((bias, back))
        left = [float(back[0]) for _, back in along]
        changed = max(abs(1 - share) for share in left) > 0.01
        return Evidence(
            "false" if changed else "true",
            Curves(
                "step at which it arrives",
                "share of the gradient along c",
                tuple(
                    curve(f"forget bias {bias:g}", colour, back)
                    for (bias, back), colour in zip(along, ("f", "i", "h"), strict=True)
                ),
                log=True,
            ),
            f"Of a gradient of 1 at the last of {STEPS} steps there arrived at the first "
            f"{in_powers(left[0])} with a forget bias of 0, {in_powers(left[1])} with 1 and "
            f"{in_powers(left[2])} with 6.",
        )

    return Claim(
        "unchanged",
        "In an LSTM gradients come back unchanged.",
        f"Three LSTMs, alike but for the forget bias, read {STEPS} random inputs. How much of the "
        "gradient comes back along c?",
        test,
        "At each step back it is multiplied by the forget gate: it is unchanged only where that "
        "gate is 1.",
        "The cell state hands the whole gradient back, however far it is.",
        same,
        "gradient-unchanged",
    )


def tanh_cures() -> Claim:
    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        turned, _ = np.linalg.qr(rng.normal(size=(UNITS, UNITS)))
        x = rng.normal(size=(STEPS, UNITS))
        cell = RNN(np.eye(UNITS), turned, np.zeros(UNITS))
        h = cell.run(x).h
        plain, squashed = [1.0], [1.0]
        jacobian = straight = np.eye(UNITS)
        for state in h[:0:-1]:
            jacobian = jacobian @ ((1 - state**2)[:, np.newaxis] * turned)
            straight = straight @ turned
            squashed.append(float(np.linalg.norm(jacobian, 2)))
            plain.append(float(np.linalg.norm(straight, 2)))
        ends = squashed[-1]
        return Evidence(
            "false" if ends < plain[-1] else "depends",
            Curves(
                "step",
                "share of the gradient that arrives",
                (curve("without tanh", "h", plain[::-1]), curve("with tanh", "c", squashed[::-1])),
                log=True,
            ),
            "With weights that only turn, "
            f"{in_powers(plain[-1])} of the gradient came back without tanh; with tanh at most "
            f"{in_powers(ends)}.",
        )

    return Claim(
        "tanh-cures",
        "tanh keeps gradients from vanishing.",
        "The same simple recurrent network, with tanh and without; its weights turn a vector and "
        "leave its length. What comes back from the last step to the first?",
        test,
        "The slope of tanh is at most 1: on the way back it can only make a gradient smaller. What "
        "it does is keep values bounded.",
        "On the way back tanh can only make a gradient smaller.",
        opposite,
        "tanh-cures-vanishing",
    )


def never_explode() -> Claim:
    def test(seed: int) -> Evidence:
        gains = (1, 2, 4)
        runs = []
        for gain in gains:
            cell = _scaled(seed, gain)
            x = QUIET * np.random.default_rng(seed + 1).normal(size=(STEPS, INPUTS))
            runs.append(_norms(cell, x))
        grown = [norms / norms[-1] for norms in runs]
        most = [float(norms.max()) for norms in grown]
        return Evidence(
            "false" if max(most) > 10 else "depends",
            Curves(
                "step",
                "size of the gradient by c ÷ that at the last step",
                tuple(
                    curve(f"weights × {gain}", colour, norms)
                    for gain, colour, norms in zip(gains, ("f", "i", "h"), grown, strict=True)
                ),
                log=True,
            ),
            "On the way back from the last step the gradient grew to at most "
            f"{in_powers(most[0])} times its size with weights × {gains[0]}, to "
            f"{in_powers(most[1])} with × {gains[1]} and to {in_powers(most[2])} with × "
            f"{gains[2]}.",
        )

    return Claim(
        "never-explode",
        "The gradient of an LSTM cannot explode.",
        f"An LSTM of {UNITS} units reads {STEPS} random inputs; then the same with weights 2 and 4 "
        "times as large, its forget gates held wide open.",
        test,
        "Along c it is only multiplied by f, which is at most 1. But there is a second way back, "
        "through h and the weights, and on it a gradient can grow. That is why training clips it.",
        "Since no gate is larger than 1, an LSTM needs no clipping of gradients.",
        same,
        "gradient-explodes",
    )


def far_teaches_nothing() -> Claim:
    far = 100

    def test(seed: int) -> Evidence:
        x = np.random.default_rng(seed + 1).normal(size=(far, INPUTS))
        shares = []
        for name, bias in (("forget bias 0", 0.0), ("forget bias 6", 6.0)):
            cell = LSTM.init(
                input_size=INPUTS,
                hidden_size=UNITS,
                rng=np.random.default_rng(seed),
                forget_bias=bias,
            )
            trace = cell.run(x)
            grad_h = np.zeros_like(trace.h)
            grad_h[-1] = 1.0
            by_x = np.linalg.norm(cell.backward(trace, grad_h).x, axis=1)
            shares.append((name, float(by_x[0] / by_x[-1])))
        (shut, least), (opened, most) = shares
        return Evidence(
            "depends" if least < 1e-6 < most else "true" if most < 1e-6 else "false",
            Bars(
                "how much the first input counts (powers of ten)",
                tuple(
                    Bar(name, float(np.log10(max(share, 1e-300))), in_powers(share), colour)
                    for (name, share), colour in zip(shares, ("f", "o"), strict=True)
                ),
            ),
            f"The first of {far} inputs moved the last h {in_powers(least)} times as much as the "
            f"last one did with {shut}, and {in_powers(most)} times with {opened}.",
        )

    return Claim(
        "far-teaches-nothing",
        "An LSTM learns nothing from an input 100 steps back.",
        f"Two LSTMs read {far} random inputs. How much does the last h depend on the first input?",
        test,
        "It depends on the forget gates between: nearly shut, hardly anything comes back to learn "
        "from; nearly open, enough does.",
        "An input so far back is out of reach of an LSTM's training, whatever its gates do.",
        always,
        "gradient-unchanged",
    )


def _scaled(seed: int, gain: float) -> LSTM:
    """Random weights, ``gain`` times as large, the forget gates wide open."""
    cell = LSTM.init(
        input_size=INPUTS, hidden_size=UNITS, rng=np.random.default_rng(seed), forget_bias=6.0
    )
    return replace(cell, weight_ih=cell.weight_ih * gain, weight_hh=cell.weight_hh * gain)


def _norms(cell: LSTM, x: Array) -> Array:
    """‖∂(sum of the last h)/∂c_t‖ at every step."""
    trace = cell.run(x)
    grad_h = np.zeros_like(trace.h)
    grad_h[-1] = 1.0
    found = cell.backward(trace, grad_h).c
    assert found is not None
    norms: Array = np.linalg.norm(found, axis=1)
    return norms


GRADIENTS = (unchanged(), tanh_cures(), never_explode(), far_teaches_nothing())
