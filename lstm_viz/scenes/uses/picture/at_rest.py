"""The tasks at rest as Plotly traces: the row of cells; the cards are in ``cards``."""

from __future__ import annotations

from typing import Any

from lstm_viz.figures.board import Picture
from lstm_viz.figures.shapes import NO_TEXT, QUIET
from lstm_viz.figures.style import SANS
from lstm_viz.scenes.uses.picture import cards
from lstm_viz.scenes.uses.picture.cards import marks, text
from lstm_viz.scenes.uses.picture.layout import Layout
from lstm_viz.scenes.uses.record import STEPS


def picture(layout: Layout) -> Picture:
    """Everything drawn, before a frame says which task it is and how far it has come."""
    tokens, words, _ = layout.text
    x = [layout.x(n) for n in range(STEPS)]
    out, middle, into = layout.heights
    chip = layout.chip
    legs = [
        (middle + layout.cell / 2 + into - chip[1] / 2) / 2,
        (middle - layout.cell / 2 + out + chip[1] / 2) / 2,
    ]
    leg = (into - middle) - chip[1] / 2 - layout.cell / 2
    between = [a + layout.pitch / 2 for a in x[:-1]]
    carry = layout.pitch - layout.cell
    apart = 8 if layout.name == "wide" else 5
    tip = 6 if layout.name == "wide" else 4
    ends = (
        [(a, middle + layout.cell / 2 + tip) for a in x]
        + [(a, out + chip[1] / 2 + tip) for a in x]
        + [(a - chip[0] / 2 - tip, into) for a in x[1:]]
    )
    symbols = ["triangle-up"] * 2 * STEPS + ["triangle-right"] * (STEPS - 1)
    data = [
        *cards.frames(layout),
        *(_loop(layout, n) for n in range(STEPS - 1)),
        _bars("carried c", between, [middle - apart] * len(between), "ew", carry, 4),
        _bars("carried h", between, [middle + apart] * len(between), "ew", carry, 4),
        _bars("into", x, [legs[0]] * STEPS, "ns", leg, 4),
        _bars("out of", x, [legs[1]] * STEPS, "ns", leg, 4),
        marks("heads", ends, symbols, 12 if layout.name == "wide" else 9),
        _bars("input chips", x, [into] * STEPS, "ew", chip[0], chip[1]),
        _bars("answer chips", x, [out] * STEPS, "ew", chip[0], chip[1]),
        marks("cells", [(a, middle) for a in x], ["square"] * STEPS, layout.cell)
        | {
            "mode": "markers+text",
            "text": [NO_TEXT] * STEPS,
            "textfont": {"family": SANS, "size": words, "color": ["$ink"] * STEPS},
        },
        text("inputs", x, [into] * STEPS, tokens),
        text("answers", x, [out] * STEPS, tokens),
        *_labels(layout),
        _names(layout),
        *cards.contents(layout),
    ]
    return Picture(*layout.size, data)


def _loop(layout: Layout, n: int) -> dict[str, Any]:
    """From an answer down to the next input."""
    half = layout.chip[0] / 2
    turn = layout.x(n) + layout.turn
    return QUIET | {
        "name": f"loop {n}",
        "mode": "lines",
        "line": {"color": "$x", "width": 3 if layout.name == "wide" else 2},
        "opacity": 0.0,
        "x": [layout.x(n) + half, turn, turn, layout.x(n + 1) - half - 4],
        "y": [layout.heights[0]] * 2 + [layout.heights[2]] * 2,
    }


def _bars(
    name: str, x: list[float], y: list[float], way: str, length: float, thick: float
) -> dict[str, Any]:
    return QUIET | {
        "name": name,
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {
            "symbol": f"line-{way}-open",
            "size": length / 1.4,
            "color": ["$wire"] * len(x),
            "opacity": [1.0] * len(x),
            "line": {"width": thick},
        },
    }


def _labels(layout: Layout) -> list[dict[str, Any]]:
    """What the three rows are; the tall picture has no room for that of the cells."""
    shown = (0, 1, 2) if layout.name == "wide" else (0, 2)
    at = [layout.labels[n] for n in shown]
    data = text("rows", [x for x, _ in at], [y for _, y in at], layout.text[1])
    data["textposition"] = "middle right"
    data["textfont"]["color"] = "$muted"
    return [data]


def _names(layout: Layout) -> dict[str, Any]:
    """Which of the two lines between the cells is c, and which h."""
    wide = layout.name == "wide"
    away, right = (19, 17) if wide else (14, 5)  # left of the loops
    middle, between = layout.heights[1], layout.first + layout.cell / 2 + right
    data = text(
        "line names", [between] * 2, [middle - away, middle + away], layout.text[1], ["c", "h"]
    )
    data["textfont"]["color"] = ["$text_c", "$text_h"]
    return data
