"""The bars of the costs at rest: where they and their words stand, wide and tall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lstm_viz.figures.board import Picture
from lstm_viz.figures.shapes import NO_TEXT, QUIET
from lstm_viz.figures.style import SANS, SMALLEST_TEXT
from lstm_viz.scenes.costs.record.formulas import KINDS, MAPS

MARKS = 6
"""Lines behind the bars, at 1 × to 6 × the RNN."""


@dataclass(frozen=True)
class Layout:
    """Where things stand on one shape of screen; offsets are from the middle of a cell's bar."""

    name: str
    size: tuple[float, float]
    rows: tuple[float, float, float]
    """The middle of each bar."""
    left: float
    longest: float
    thick: float
    names: tuple[float, float]
    units: tuple[float, float]
    formula: float
    value: float
    """Height of the amount; it stands after the bar (wide) or at the right edge (tall)."""
    share: tuple[float, float]
    foot: float
    text: tuple[int, int, int, int]
    """Sizes of names, amounts, formulas and labels."""


WIDE = Layout(
    "wide", (1240, 410), (74, 200, 326), 176, 800, 46, (24, -10), (24, 17), -39, -9, (14, 14), 392,
    (24, 19, 15, 14),
)  # fmt: skip
TALL = Layout(
    "tall", (366, 412), (78, 206, 334), 4, 344, 32, (4, -56), (62, -55), -31, -56, (362, -56), 396,
    (17, 15, 12, SMALLEST_TEXT),
)  # fmt: skip
LAYOUTS = (WIDE, TALL)


def picture(layout: Layout) -> Picture:
    """Everything drawn, before a frame says how long the bars are."""
    names, amounts, formulas, labels = layout.text
    parts = [len(MAPS[kind]) + 1 for kind in KINDS]
    bars = [y for y, count in zip(layout.rows, parts, strict=True) for _ in range(count)]
    top, bottom = layout.rows[0] - layout.thick / 2 - 4, layout.rows[2] + layout.thick / 2 + 4
    wide = layout.name == "wide"
    data = [
        QUIET
        | {
            "name": "marks",
            "mode": "markers",
            "x": [layout.left] * MARKS,
            "y": [(top + bottom) / 2] * MARKS,
            "marker": {
                "symbol": "line-ns-open",
                "size": (bottom - top) / 1.4,
                "color": "$faint",
                "opacity": [1.0] * MARKS,
                "line": {"width": 1.5},
            },
        },
        QUIET
        | {
            "name": "bars",
            "mode": "markers+text",
            "x": [layout.left] * len(bars),
            "y": bars,
            "text": [NO_TEXT] * len(bars),
            "textfont": {"family": SANS, "size": labels, "color": ["$ink"] * len(bars)},
            "marker": {
                "symbol": "line-ew-open",
                "size": [0.0] * len(bars),
                "color": ["$wire"] * len(bars),
                "opacity": 1.0,
                "line": {"width": layout.thick},
            },
        },
        _words(layout, "names", layout.names, names, "$ink", [f"<b>{kind}</b>" for kind in KINDS]),
        _words(layout, "units", layout.units, formulas, "$muted"),
        _words(layout, "formulas", (layout.left, layout.formula), formulas, "$muted"),
        _words(layout, "amounts", (layout.share[0], layout.value), amounts, "$ink")
        | {"textposition": "middle right" if wide else "middle left"},
        QUIET
        | {
            "name": "mark text",
            "mode": "text",
            "x": [layout.left] * MARKS,
            "y": [layout.foot] * MARKS,
            "text": [NO_TEXT] * MARKS,
            "textfont": {"family": SANS, "size": labels, "color": "$muted"},
        },
    ]
    if wide:
        data += [_words(layout, "shares", layout.share, formulas, "$muted"), _foot(layout)]
    return Picture(*layout.size, data)


def _foot(layout: Layout) -> dict[str, Any]:
    return QUIET | {
        "name": "foot",
        "mode": "text",
        "x": [layout.units[0]],
        "y": [layout.foot],
        "text": ["times the RNN"],
        "textposition": "middle right",
        "textfont": {"family": SANS, "size": layout.text[3], "color": "$muted"},
    }


def _words(
    layout: Layout,
    name: str,
    at: tuple[float, float],
    size: int,
    colour: str,
    text: list[str] | None = None,
) -> dict[str, Any]:
    """A text beside each bar."""
    return QUIET | {
        "name": name,
        "mode": "text",
        "x": [at[0]] * len(KINDS),
        "y": [y + at[1] for y in layout.rows],
        "text": text or [NO_TEXT] * len(KINDS),
        "textposition": "middle right",
        "textfont": {"family": SANS, "size": size, "color": colour},
    }
