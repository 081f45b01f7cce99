"""What a comma means in a table: 0,5 or 1,000 or 1.234,50, decided for the table as a whole."""

import re
from collections.abc import Iterable
from functools import lru_cache

from lstm_viz.inputs.checked import InputError
from lstm_viz.notation import quoted, read_number

_POINTS_GROUP = re.compile(r"[+\-\u2212]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_DECIMAL_COMMA = re.compile(r"[+\-\u2212]?[0-9]+,[0-9]+")
_EITHER = re.compile(r"[+\-\u2212]?[1-9][0-9]{0,2},[0-9]{3}")
_COMMAS_GROUP = re.compile(r"[+\-\u2212]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]*|.*,[0-9]{3},[0-9]{3}")


@lru_cache(maxsize=8192)
def is_number(cell: str) -> bool:
    """Whether it is one, or looks like one: 1,000 does, though it is not clear which."""
    if _POINTS_GROUP.fullmatch(cell) or _EITHER.fullmatch(cell):
        return True
    try:
        read_number(cell)
    except ValueError:
        return False
    return True


def with_points(cells: Iterable[str]) -> dict[str, str]:
    """Each cell that has a comma, as it is written with a decimal point and no groups.

    1,000 is left as it is, and is refused later, unless another cell shows what a comma means.
    Raises ``InputError`` where cells show different things.
    """
    found = list(dict.fromkeys(cells))
    by_points = next(filter(_POINTS_GROUP.fullmatch, found), None)
    decimal = by_points or next((c for c in found if _is_decimal(c)), None)
    grouped = next(filter(_COMMAS_GROUP.fullmatch, found), None)
    point = next((c for c in found if "." in c and "," not in c and is_number(c)), None)
    other = grouped or (None if by_points else point)
    if decimal and other:
        raise InputError(
            "Expected the same decimal sign in all cells, "
            f"got {quoted(decimal)} and {quoted(other)}."
        )
    if decimal:
        return {c: c.replace(".", "").replace(",", ".") for c in found if is_number(c)}
    return {c: c.replace(",", "") for c in found if grouped and is_number(c)}


def _is_decimal(cell: str) -> bool:
    return bool(_DECIMAL_COMMA.fullmatch(cell)) and not _EITHER.fullmatch(cell)
