"""Two errors, the one beside the other."""

from __future__ import annotations

ABOUT = 0.02
"""Errors that differ by a smaller share are about the same."""


def compared(error: float, other: float) -> int:
    """−1 if it is smaller than the other, 1 if it is larger, 0 if they are about the same."""
    if abs(error - other) <= ABOUT * max(error, other):
        return 0
    return -1 if error < other else 1


def than(error: float, other: float) -> str:
    """To be read before the other."""
    return {-1: "less than", 0: "about the same as", 1: "more than"}[compared(error, other)]
