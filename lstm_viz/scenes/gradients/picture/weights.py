"""What the early step asks of the weights: a row a cell, in powers of ten."""

from __future__ import annotations

import math

from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, stroke
from lstm_viz.scenes.gradients.picture.layout import WayLayout
from lstm_viz.scenes.gradients.picture.series import least_power
from lstm_viz.scenes.gradients.record.cells import CELLS
from lstm_viz.scenes.gradients.record.run import Run
from lstm_viz.scenes.gradients.words.captions import MOVED, change, needed
from lstm_viz.scenes.gradients.words.sizes import power, size, times


def weight_patches(layout: WayLayout, run: Run, *, seen: bool, clip: bool) -> dict[str, Patch]:
    left, numbers, _ = layout.columns
    longest = numbers - left - (24 if layout.wide else 14)
    changes = {name: change(way, clip=clip) for name, way in run.ways.items()}
    known = [log for log in changes.values() if log > -math.inf]
    low = -least_power(-min(0.0, *known) + 1)
    high = least_power(max(known)) if max(known, default=0.0) > 0 else 0
    lengths, names, sizes, often = [], [], [], []
    for name in CELLS:
        way = run.ways.get(name)
        if way is None or not seen:
            lengths.append(0.0)
            names.append(NO_TEXT)
            sizes.append(NO_TEXT)
            often.append(NO_TEXT)
            continue
        share = (changes[name] - low) / (high - low)
        lengths.append(round(longest * max(0.0, share), 2))
        names.append(f"<b>{name}</b>")
        sizes.append(f"<b>{size(changes[name])}</b>")
        often.append(times(needed(way, clip=clip)))
    rows = [layout.row(k) for k in range(len(CELLS))]
    x: list[float | None] = []
    y: list[float | None] = []
    for row in rows:
        x += [left, left + longest, None]
        y += [row, row, None]
    heads = (
        ("the weight that moves most moves by", f"such sequences until it has moved by {MOVED:g}")
        if layout.wide
        else ("moves by", f"sequences until {MOVED:g}")
    )
    return {
        "weight names": patch(text=names),
        "weight scale": {"x": x, "y": y, "opacity": 0.5 * seen},
        "weight bars": patch(
            [(left + length / 2, row) for length, row in zip(lengths, rows, strict=True)],
            size=[stroke(length) for length in lengths],
            opacity=[float(length > 0) for length in lengths],
        ),
        "weight ends": patch(
            [(left + 12, layout.row(2) + 24), (left + longest, layout.row(2) + 24)],
            text=[power(low), power(high)] if seen else [NO_TEXT] * 2,
        ),
        "weight sizes": patch(text=sizes),
        "weight times": patch(text=often),
        "weight heads": patch(text=list(heads) if seen else [NO_TEXT] * 2),
    }
