"""Many cases of one assertion as one test, which tells all that fail."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

import pytest

LONGEST = 60
"""Characters of a case in the message."""

Test = Callable[..., None]


def for_each(
    names: str | Sequence[str], cases: Iterable[Any], ids: Any = None
) -> Callable[[Test], Test]:
    """Like ``pytest.mark.parametrize``, but one test: each case is tried, whatever others do.

    Several of them one above the other try all combinations.
    """
    wanted = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    given = [_values(case, len(wanted)) for case in cases]
    called = [_called(values) for values in given] if ids is None else (
        [str(ids(*values)) for values in given] if callable(ids) else list(map(str, ids))
    )  # fmt: skip
    assert given, "no case at all would prove nothing"

    def of(test: Test) -> Test:
        @wraps(test)
        def all_of_them(**fixtures: Any) -> None:
            failures = []
            for name, values in zip(called, given, strict=True):
                try:
                    test(**dict(zip(wanted, values, strict=True)), **fixtures)
                except (Exception, pytest.fail.Exception) as problem:
                    failures.append(f"{name[:LONGEST]}: {_told(problem)}")
            if failures:
                first = f"{len(failures)} of {len(given)} cases:"
                pytest.fail("\n".join([first, *failures]), pytrace=False)

        signature = inspect.signature(test)
        rest = [p for name, p in signature.parameters.items() if name not in wanted]
        all_of_them.__signature__ = signature.replace(parameters=rest)  # type: ignore[attr-defined]
        return all_of_them

    return of


def _values(case: Any, count: int) -> tuple[Any, ...]:
    values = getattr(case, "values", None)  # of a pytest.param
    if isinstance(values, tuple):
        return values
    return (case,) if count == 1 else tuple(case)


def _called(values: tuple[Any, ...]) -> str:
    return " ".join(map(repr, values))


def _told(problem: BaseException) -> str:
    kind = "" if isinstance(problem, AssertionError) else f"{type(problem).__name__} "
    return f"{kind}{problem}"
