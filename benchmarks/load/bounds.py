"""Numbers on a command line, within bounds: no run here is larger or longer than these say."""

from __future__ import annotations

import argparse
from collections.abc import Callable

MOST_STUDENTS = 200
MOST_MINUTES = 120


def whole(most: int, least: int = 0) -> Callable[[str], int]:
    def read(text: str) -> int:
        _check(int(text), most, least)
        return int(text)

    return read


def number(most: float, least: float = 0.0) -> Callable[[str], float]:
    def read(text: str) -> float:
        _check(float(text), most, least)
        return float(text)

    return read


def _check(value: float, most: float, least: float) -> None:
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"from {least:g} to {most:g}, not {value:g}")
