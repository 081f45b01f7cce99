"""What the runs of the scene on squashing leave behind: values, gates and gradients.

The runs themselves are in ``runs``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.notation import number
from lstm_viz.trace import Array

TURN: Array = np.array([[2.0, -1.0, 2.0], [2.0, 2.0, -1.0], [-1.0, 2.0, 2.0]]) / 3
"""An orthogonal matrix (3, 3): a turn by 60° about the axis (1, 1, 1); lengths stay."""
SIZE = len(TURN)
STEPS = 20
LONG = 50
UNKNOWN = "cough"
"""A word that the network has no weights for: it adds 0 to every pre-activation."""


# ---- values: the same matrix again and again ---------------------------------------------------


@dataclass(frozen=True, eq=False)
class Repeated:
    """A vector that goes through the same W = gain · TURN at every step, t = 0 … T.

    plain: (T + 1, 3), without tanh; squashed: (T + 1, 3), with; z: (T + 1, 3), what tanh is given,
    where step 0 has none and z[0] is the vector itself.
    """

    gain: float
    weight: Array
    plain: Array
    z: Array
    squashed: Array

    @property
    def slopes(self) -> Array:
        """dtanh/dz = 1 − tanh(z)² at every z: (T + 1, 3)."""
        slopes: Array = 1 - np.tanh(self.z) ** 2
        return slopes

    @property
    def furthest(self) -> Array:
        """The component of z that is furthest from 0, at every step."""
        components: Array = np.abs(self.z).argmax(axis=1)
        return components


# ---- gates: σ in a real LSTM -------------------------------------------------------------------


@dataclass(frozen=True)
class Gate:
    """One value of a real forget gate, and the state it is multiplied with.

    ``own`` says that the reader has set its pre-activation.
    """

    thought: str
    word: str
    z: float
    gate: float
    before: float
    kept: float
    own: bool = False

    @property
    def slope(self) -> float:
        """dσ/dz = σ·(1 − σ)."""
        return self.gate * (1 - self.gate)


# ---- gradients: over many steps ----------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Long:
    """A run over `LONG` steps of small inputs, without tanh and with, and its way back.

    plain, squashed: (T + 1,), the largest |value| of h_t. plain_gradient, squashed_gradient:
    (T + 1,), the spectral norm of ∂h_T/∂h_t: the largest factor by which a small change of h_t can
    have grown at the end.
    """

    gain: float
    plain: Array
    squashed: Array
    plain_gradient: Array
    squashed_gradient: Array


@dataclass(frozen=True, eq=False)
class Both:
    """The long run at a gain, and with W a mere turn (gain 1)."""

    chosen: Long
    orthogonal: Long


# ---- numbers in sentences ----------------------------------------------------------------------

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def in_powers(value: float) -> str:
    """0.57, 38.3, 8.2·10³, 7.7·10⁻⁶; two or three digits, as a person would write it."""
    size = abs(value)
    sign = "−" if value < 0 else ""
    if size == 0 or 0.01 <= size < 999.5:
        digits = number(size) if size < 9.995 else f"{size:.1f}" if size < 99.95 else f"{size:.0f}"
        return (sign if float(digits) else "") + digits
    leading, power = f"{size:.1e}".split("e")
    return f"{sign}{leading}·10{str(int(power)).translate(_RAISED)}"
