"""Sizes as they are written and judged, from their logarithms: they may be beyond any float."""

from __future__ import annotations

import math

from lstm_viz.notation import in_powers, raised

VANISHED, EXPLODED = 0.05, 20.0
"""A gradient that begins as 1 and arrives beyond these we say has vanished or exploded."""
_IN_FLOATS = 300


def size(log: float) -> str:
    """0.57, 7.7·10⁻⁶, 2.4·10⁻⁸³¹; 0 where nothing is left."""
    if log == -math.inf:
        return "0"
    if abs(log) < _IN_FLOATS:
        return in_powers(10.0**log)
    power = math.floor(log)
    leading = f"{10 ** (log - power):.1f}"
    return f"1.0·10{raised(power + 1)}" if leading == "10.0" else f"{leading}·10{raised(power)}"


def power(log: int) -> str:
    """1, 10⁻⁴, 10⁸: at the marks of a scale."""
    return "1" if log == 0 else f"10{raised(log)}"


def times(log: float) -> str:
    """How often: 3, 320, 12,000, 1.5·10⁷; never where it is without end."""
    if log == math.inf:
        return "never"
    value = 10.0**log if log < 6 else math.inf
    return f"{value:,.0f}" if value < 1e6 else size(log)


def fate(log: float) -> str:
    """ "vanished", "exploded" or "arrives"."""
    if log < math.log10(VANISHED):
        return "vanished"
    return "exploded" if log > math.log10(EXPLODED) else "arrives"
