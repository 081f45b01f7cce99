"""Dots travel along the wires of the picture of an LSTM."""

from itertools import pairwise
from math import hypot

import pytest

from lstm_viz.figures import lstm_diagram
from tests.unit.figures.geometry import off_path
from tests.unit.frames import dots

layouts = pytest.mark.parametrize("layout", ["wide", "tall"])


@layouts
@pytest.mark.parametrize("hidden_size", [1, 6, 12])
def test_travelling_dots_stay_on_their_wire(layout, hidden_size):
    diagram = getattr(lstm_diagram, layout)(hidden_size, 4)
    for wire in diagram.wires.values():
        along = sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(wire.points))
        for found in dots(wire.points, 0, 1, 20, 59.9, 60, 137):
            assert all(off_path(dot, wire.points) < 1e-6 for dot in found), wire.name
            assert abs(len(found) - along / 60) <= 1
