"""Where the reader looks: a part of a diagram, big enough for what is named to be in it."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.diagram import Diagram, Rect, Strip

MARGIN = {"wide": 10.0, "tall": 6.0}
"""What stays free round the parts that are looked at."""
LABEL = {"above": (0.0, 32.0), "left": (38.0, 0.0), "right": (44.0, 0.0)}
"""Room for a strip's symbol beside it, across and up."""
LONG_LABEL = 92.0
"""Room for a symbol such as tanh(c) beside its strip."""
TOKEN, COLUMN_NAMES = 150.0, 30.0
"""Room for the word that is being read, right of x, and for the names of its columns below."""

BESIDE = 0.56
"""The share of a wide picture's room that is left of the workings."""

CAMERAS: dict[str, tuple[str, ...]] = {
    "forget": ("c_prev", "h_prev", "x", "f", "kept", "gate f", "op forget"),
    "read-input": ("c_prev", "h_prev", "x", "i", "gate i"),
    "read-candidate": ("h_prev", "x", "i", "g", "gate i", "gate g"),
    "input": ("gate f", "kept", "i", "g", "written", "gate i", "gate g", "op write", "op add"),
    "keep": ("c_prev", "h_prev", "x", "f", "kept", "gate f", "gate i", "op forget"),
    "write": ("gate f", "kept", "i", "g", "written", "gate i", "gate g", "op write", "op add"),
    "add": ("kept", "written", "op add", "c"),
    "read-output": ("h_prev", "x", "gate o"),
    "output": ("o", "tanh_c", "gate o", "op squash", "op release", "c", "h"),
}
"""What each camera has to show: strips by their signal, gates and operations by their name."""


def camera(diagram: Diagram, parts: Sequence[str]) -> Rect:
    """The smallest part of the picture that shows all of ``parts`` with a margin and no blank.

    Upright pictures are always looked at in their whole width.
    """
    boxes = [_box(diagram, part) for part in parts]
    left, top, right, bottom = zip(*boxes, strict=True)
    margin = MARGIN[diagram.name]
    x = max(0.0, min(left) - margin), min(diagram.width, max(right) + margin)
    y = max(0.0, min(top) - margin), min(diagram.height, max(bottom) + margin)
    if diagram.name == "tall":
        return (0.0, y[0], diagram.width, y[1])
    shape = BESIDE * diagram.width / diagram.height
    x = _widened(x, shape * (y[1] - y[0]), diagram.width)
    y = _widened(y, (x[1] - x[0]) / shape, diagram.height)
    return (x[0], y[0], x[1], y[1])


def _widened(span: tuple[float, float], least: float, end: float) -> tuple[float, float]:
    """At least ``least`` long, to both sides alike, but from 0 to ``end`` at most."""
    missing = max(0.0, min(least, end) - (span[1] - span[0]))
    start = max(0.0, min(span[0] - missing / 2, end - (span[1] - span[0] + missing)))
    return (start, start + span[1] - span[0] + missing)


def _box(diagram: Diagram, part: str) -> Rect:
    kind, _, name = part.partition(" ")
    if kind == "gate":
        return diagram.gates[name].box
    if kind == "op":
        return diagram.ops[name].box
    return _strip(diagram.strips[part], wide=diagram.wide)


def _strip(strip: Strip, *, wide: bool) -> Rect:
    """A strip with its symbol, and for x with its word and the names of its columns."""
    left, top, right, bottom = strip.box
    across, up = LABEL[strip.label]
    if strip.label == "right" and strip.signal in ("written", "tanh_c", "kept"):
        across = LONG_LABEL
    if strip.signal == "x":
        if wide:
            return (left, top, right + TOKEN, bottom + COLUMN_NAMES)
        return (left, top - up, right + 44, bottom)
    if strip.label == "left":
        return (left - across, top, right, bottom)
    return (left, top - up, right + across, bottom)
