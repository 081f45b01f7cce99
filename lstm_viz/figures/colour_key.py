"""What the colours of the cells mean, under the wide picture: there is room for it there alone."""

from __future__ import annotations

from collections.abc import Mapping

from lstm_viz.figures.diagram import Diagram
from lstm_viz.figures.shapes import VALUES, PlotlyTrace, Scale, Side, bars, gate_scale, texts
from lstm_viz.signals import shares, signal

CELLS = 21
GATES, LAST_GATE = 744, 794
OTHERS, LAST_OTHER = 1006, 1070
"""From where to where the two bars go."""
THICK = 12


def colour_key(diagram: Diagram, scales: Mapping[str, float]) -> list[PlotlyTrace]:
    """A bar in the hues of the gates, and one for all other values; ``scales`` has the value of
    each signal whose colour is full."""
    y = diagram.height - 13
    gates = shares(diagram.table)
    full = scales["h"]
    others = f"{'other values' if gates else 'values'} −{full:.3g}"
    points = [(OTHERS - 7, y), (LAST_OTHER + 6, y)]
    told = [others, f"+{full:.3g}"]
    sides: list[Side] = ["left", "right"]
    if scales["x"] > full:
        points.append((LAST_OTHER + 24, y - 17))
        told.append(f"inputs: ±{scales['x']:.3g}")
        sides.append("left")
    if gates:
        points = [(GATES - 6, y), (LAST_GATE + 5, y), *points]
        told, sides = ["gates 0", "1", *told], ["left", "right", *sides]
    thick = THICK / max(1, len(gates))
    hues = [
        _bar(
            f"key {name}",
            (GATES, LAST_GATE),
            y + thick * (n - (len(gates) - 1) / 2),
            thick - 0.5,
            gate_scale(signal(diagram.table, name).color),
        )
        for n, name in enumerate(gates)
    ]
    return [
        *hues,
        _bar("key", (OTHERS, LAST_OTHER), y, THICK - 1, VALUES),
        texts("key text", points, told, size=12, side=sides),
    ]


def _bar(
    name: str, across: tuple[float, float], y: float, thick: float, scale: Scale
) -> PlotlyTrace:
    left, right = across
    width = (right - left) / CELLS
    part = (scale.high - scale.low) / (CELLS - 1)
    return bars(
        name,
        [(left + width * (k + 0.5), y) for k in range(CELLS)],
        length=width + 0.4,
        thick=thick,
        colour=[round(scale.low + part * k, 4) for k in range(CELLS)],
        scale=scale,
    )
