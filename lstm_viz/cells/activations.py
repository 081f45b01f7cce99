"""The activations and their slopes, written into arrays that exist already."""

from typing import Final

import numpy as np

from lstm_viz.signals import Activation
from lstm_viz.trace import Array

# NumPy takes longer to convert a Python 1 at every call than to add it to a small array.
ONE: Final[dict[str, Array]] = {"f": np.array(1, np.float32), "d": np.array(1, np.float64)}

tanh = np.tanh


def sigmoid(z: Array, out: Array) -> None:
    """out = σ(z) = 1 / (1 + exp(−z)).

    This form is right to the last digits in both tails, in float32 and float64. (The cheaper
    ½·(tanh(z/2) + 1) is exactly 0 at z = −40.) For z below about −709 (−88 in float32) exp
    overflows to infinity and σ is exactly 0, which is as near as a normal float gets; the caller
    silences the warning once for the whole loop.
    """
    one = ONE[out.dtype.char]
    np.negative(z, out=out)
    np.exp(out, out=out)
    np.add(one, out, out=out)
    np.divide(one, out, out=out)


def squashed(activation: Activation | None, z: Array) -> Array:
    """What an activation makes of pre-activations, as the cells do, in a new array."""
    out = np.empty_like(z)
    if activation == "sigmoid":
        sigmoid(z, out=out)
    else:
        tanh(z, out=out)
    return out


def sigmoid_slope(s: Array, out: Array) -> None:
    """out = dσ/dz = s·(1 − s), from the activated value s = σ(z)."""
    np.subtract(ONE[out.dtype.char], s, out=out)
    np.multiply(out, s, out=out)


def tanh_slope(a: Array, out: Array) -> None:
    """out = dtanh/dz = 1 − a², from the activated value a = tanh(z)."""
    np.multiply(a, a, out=out)
    np.subtract(ONE[out.dtype.char], out, out=out)
