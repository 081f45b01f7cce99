"""Numbers of any size as a person would write them."""

from __future__ import annotations

from lstm_viz.notation import number

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
