"""Below the cards a row a unit, and in it bars: each with a name above and its value below."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.gating.layout import RowsLayout, corners
from lstm_viz.figures.gating.strip import FRUIT_COLOURS
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    Side,
    Text,
    bars,
    derived,
    line,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.lesson.gating import FRUIT, UNITS

OUTLINES = tuple(f"outline {unit}" for unit in UNITS)


def rows_at_rest(layout: RowsLayout, outline: str) -> list[PlotlyTrace]:
    """The units' names, and an outline for each row; ``outline`` is the key of its colour."""
    x, dy = layout.name_at
    side: Side = "left" if layout.wide else "right"  # on a phone above the row
    across, down, size = (0, 24, layout.text - 3) if layout.wide else (72, 1, layout.text - 1)
    names = [
        item
        for unit, (name, y) in enumerate(zip(FRUIT, layout.rows, strict=True))
        for item in (
            Text(x, y + dy, f"<b>{name}</b>", side, layout.name_text, FRUIT_COLOURS[unit]),
            Text(x + across, y + dy + down, f"unit {unit + 1}", side, size),
        )
    ]
    return [
        words("unit names", names),
        *(
            line(name, [(0, 0)] * 5, colour=f"${outline}", width=2, dash="dash", opacity=0.0)
            for name in OUTLINES
        ),
    ]


def bars_at_rest(layout: RowsLayout, name: str, x: float, colour: str) -> list[PlotlyTrace]:
    """A bar in each row that begins at ``x``."""
    below, above = layout.thick / 2 + 14, -layout.thick / 2 - 13
    ink = f"$text_{colour}"
    return [
        derived(
            bars(name, [(x, y) for y in layout.rows], length=[1.0] * len(UNITS),
                 thick=layout.thick, colour=f"${colour}", opacity=1.0), name,
        ),
        derived(
            texts(f"{name} text", [(x + 4, y + below) for y in layout.rows], size=layout.text,
                  colour=ink, side="right"), name,
        ),
        texts(f"{name} names", [(x, y + above) for y in layout.rows], size=layout.text - 1,
              colour=ink, side="right"),
    ]  # fmt: skip


def sign_at_rest(layout: RowsLayout, name: str, x: float, sign: str = "") -> PlotlyTrace:
    points = [(x, y) for y in layout.rows]
    return texts(name, points, [sign] * len(UNITS) if sign else None, size=layout.text + 9)


def bars_patches(
    layout: RowsLayout,
    name: str,
    *,
    starts: float,
    lengths: Sequence[float],
    shown: bool,
    called: str,
    told: Sequence[str],
) -> dict[str, Patch]:
    """The bars are as long as this, to the left if below 0, with a name and a value each."""
    places = [(starts + length / 2, y) for length, y in zip(lengths, layout.rows, strict=True)]
    sizes = [stroke(max(abs(length), 0.5)) for length in lengths]
    return {
        name: patch(places, size=sizes) | {"opacity": float(shown)},
        f"{name} text": patch(text=list(told) if shown else [NO_TEXT] * len(UNITS)),
        f"{name} names": patch(text=[called if shown else NO_TEXT] * len(UNITS)),
    }


def outline_patches(
    layout: RowsLayout, x: float, lengths: Sequence[float], *, shown: bool
) -> dict[str, Patch]:
    """What was there, as a dashed box round what is left of it."""
    half = layout.thick / 2
    return {
        name: patch(corners((x, y - half, x + max(length, 2), y + half)))
        | {"opacity": float(shown)}
        for name, y, length in zip(OUTLINES, layout.rows, lengths, strict=True)
    }
