"""Marks in a text that is being changed: they stay on the letters they were put on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from lstm_viz.scenes.read_along.controls.params import Spans


def pushed(marks: Spans, before: Sequence[str], after: Sequence[str]) -> Spans:
    """``marks`` on ``before``, where their characters are in ``after``; those that are gone go.

    One stretch of the text is taken to have been replaced by another, as typing and pasting do.
    """
    start = _same(before, after)
    most = min(len(before), len(after)) - start
    tail = min(_same(before[::-1], after[::-1]), most)
    end, by = len(before) - tail, len(after) - len(before)
    found = (_moved(mark, start, end, by) for mark in marks)
    return tuple((first, last) for first, last in found if first < last)


def _moved(mark: tuple[int, int], start: int, end: int, by: int) -> tuple[int, int]:
    """A mark after characters ``start`` to ``end`` became ``by`` more; empty if it is gone."""
    first, last = mark
    if last <= start:  # what is typed just after a mark is not in it
        return mark
    if first >= end:  # nor what is typed just before
        return first + by, last + by
    if first <= start and end <= last and (start, end) != mark:  # changed inside
        return first, last + by
    kept = (first, start) if first < start else (end + by, last + by)
    # Another text often begins or ends with the same letters: what is left is no mark of it.
    return kept if 2 * (kept[1] - kept[0]) >= last - first else (0, 0)


def inside(marks: Spans, length: int) -> Spans:
    """``marks`` as far as they are in a text of so many characters."""
    return tuple((first, min(last, length)) for first, last in marks if first < length)


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """So many characters the two have in common at their start."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
