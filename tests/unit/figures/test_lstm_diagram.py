"""Dots travel along the wires of the picture of an LSTM."""

from itertools import pairwise
from math import hypot

import pytest

from lstm_viz.figures import lstm_diagram
from lstm_viz.figures.film import travelling_dots
from tests.unit.figures.geometry import off_path

layouts = pytest.mark.parametrize("layout", ["wide", "tall"])


@layouts
@pytest.mark.parametrize("hidden_size", [1, 6, 12])
def test_travelling_dots_stay_on_their_wire(layout, hidden_size):
    diagram = getattr(lstm_diagram, layout)(hidden_size, 4)
    for wire in diagram.wires.values():
        along = sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(wire.points))
        for shift in (0, 1, 20, 59.9, 60, 137):
            dots = travelling_dots(wire.points, 60, shift)
            assert all(off_path(dot, wire.points) < 1e-6 for dot in dots), wire.name
            assert abs(len(dots) - along / 60) <= 1
