"""Boxes, edges and paths, to say where the parts of a diagram are."""

from itertools import pairwise
from math import hypot


def box(part):
    """(left, top, right, bottom) of a strip, a gate or an op."""
    (x, y) = part.centre
    radius = getattr(part, "radius", None)
    width, height = (2 * radius, 2 * radius) if radius else part.size
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def cells(strip):
    """The box of the numbered cells alone."""
    width, height = strip.cell
    x0, y0 = strip.cell_centre(0)
    x1, y1 = strip.cell_centre(strip.cells - 1)
    return x0 - width / 2, y0 - height / 2, x1 + width / 2, y1 + height / 2


def meet(a, b, slack=0.01):
    """Two boxes have more than an edge in common."""
    return (
        a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack
    )


def within(corners, outer, slack=0.0):
    """A box, or a point as (x, y, x, y), is in another."""
    return (
        outer[0] - slack <= corners[0] and corners[2] <= outer[2] + slack
        and outer[1] - slack <= corners[1] and corners[3] <= outer[3] + slack
    )  # fmt: skip


def shrunk(corners, by=0.6):
    x0, y0, x1, y1 = corners
    return x0 + by, y0 + by, x1 - by, y1 - by


def on_edge(point, corners, slack=0.6):
    x0, y0, x1, y1 = shrunk(corners, slack)
    inside = x0 < point[0] < x1 and y0 < point[1] < y1
    return within((*point, *point), corners, slack) and not inside


def off_path(point, corners):
    """How far a point is from a path of straight pieces."""
    distances = []
    for (x0, y0), (x1, y1) in pairwise(corners):
        length = hypot(x1 - x0, y1 - y0)
        share = ((point[0] - x0) * (x1 - x0) + (point[1] - y0) * (y1 - y0)) / length**2
        share = min(1.0, max(0.0, share))
        distances.append(
            hypot(point[0] - x0 - share * (x1 - x0), point[1] - y0 - share * (y1 - y0))
        )
    return min(distances)


def pieces(wire):
    """The box of each straight piece, which is flat."""
    for (x0, y0), (x1, y1) in pairwise(wire.points):
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
