"""What a command line may ask for: no run here is larger or longer than these bounds say."""

from __future__ import annotations

import argparse
from collections.abc import Callable

MOST_STUDENTS = 200
MOST_MINUTES = 120


def lecture_arguments(
    module: str, about: str | None, *, students: int, minutes: float, think: float
) -> argparse.ArgumentParser:
    """How many come, for how long, and how fast they are; with what is set unless it is said."""
    parser = argparse.ArgumentParser(prog=module, description=about)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--students", type=whole(MOST_STUDENTS, 1), default=students)
    parser.add_argument("--minutes", type=number(MOST_MINUTES), default=minutes)
    parser.add_argument("--within", type=number(300), default=60, help="seconds to come in")
    parser.add_argument("--think", type=number(60), default=think, help="seconds, on average")
    return parser


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
