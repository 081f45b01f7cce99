"""A forget gate at three sums z, and at one that the reader sets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.cells.activations import squashed

SHOWN = (1.1, 4.0, 0.0, -4.0)
"""Where σ is about three quarters, nearly 1, in the middle, and nearly 0."""
OWN_Z = -1.1
"""It keeps a quarter."""
HELD = 1.0
"""What the unit holds whose gate it is."""


@dataclass(frozen=True)
class GateValue:
    """σ of ``z``, and what such a forget gate keeps of ``before``.

    ``own`` says that the reader has set z.
    """

    z: float
    gate: float
    before: float = HELD
    own: bool = False

    @property
    def kept(self) -> float:
        return self.gate * self.before

    @property
    def slope(self) -> float:
        """dσ/dz = σ·(1 − σ)."""
        return self.gate * (1 - self.gate)


def gate_values(own_z: float = OWN_Z) -> tuple[GateValue, ...]:
    """At ``SHOWN``, then at the reader's z."""
    places = np.array([*SHOWN, own_z])
    gates = squashed("sigmoid", places).tolist()
    return tuple(
        GateValue(z, gate, own=n == len(SHOWN))
        for n, (z, gate) in enumerate(zip(places.tolist(), gates, strict=True))
    )
