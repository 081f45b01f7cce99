"""The ledger, a row a unit and a column a signal:
before × keep + let in × new = now, and show × tanh(now) = say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from lstm_viz.figures.charts import cells
from lstm_viz.figures.diagram import Diagram, Strip
from lstm_viz.figures.draw_strips import labels, sockets, strips
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, patch, texts
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.notation import honest, number
from lstm_viz.scenes.phone_call.picture.layout import WIDE, CallLayout
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.trace import Trace

COLUMNS = {
    "c_prev": "before",
    "f": "keep",
    "i": "let in",
    "g": "new",
    "c": "now",
    "o": "show",
    "tanh_c": "tanh",
    "h": "say",
}
OPERATIONS = ("×", "+", "×", "=", NO_TEXT, "×", "=")
"""Between the columns; "≈" comes where "=" does not hold with what is printed."""
SUMS = {"c": ("c_prev", "f", "i", "g"), "h": ("o", "tanh_c")}
"""What the two results are computed from, as products of two."""
SCALE = 1.5
"""The value whose colour is full, in every column and in the mind."""
STEPS = 6
"""Cells of the legend."""


def diagram(layout: CallLayout) -> Diagram:
    """The columns as the strips of a diagram that has nothing else."""
    (width, height), pitch = layout.cell, layout.pitch
    rows = layout.rows
    columns = {
        name: Strip(
            name,
            (x, layout.first_row + pitch * (len(rows) - 1) / 2),
            len(rows),
            (width, pitch),
            gap=pitch - height,
        )
        for name, x in zip(COLUMNS, layout.columns, strict=True)
    }
    return Diagram(layout.name, *layout.size, layout.panel, columns, gates={}, ops={}, wires={})


def at_rest(layout: CallLayout, columns: Diagram, units: Sequence[str]) -> list[PlotlyTrace]:
    wide, top = layout.wide, layout.first_row - layout.cell[1] / 2 - (0 if layout.wide else 18)
    between = [(a + b) / 2 for a, b in pairwise(layout.columns)]
    signs = [(x, y, sign) for x, sign in zip(between, OPERATIONS, strict=True) for y in layout.rows]
    muted = ["$muted"] * len(COLUMNS)
    x, down, side = layout.names
    symbols = labels(columns, ())
    symbols["textfont"]["size"] = layout.symbol_size
    return [
        sockets(list(columns.strips.values())),
        strips(columns),
        symbols | {"y": [top - 6] * len(COLUMNS)},
        texts(
            "headings",
            [(x, top - layout.symbol_size - 12) for x in layout.columns],
            [f"<b>{word}</b>" for word in COLUMNS.values()],
            size=layout.heading_size,
            colour=muted,
            side="above",
        ),
        texts(
            "rows",
            [(x, y + down) for y in layout.rows],
            units,
            size=layout.name_size,
            colour="$ink",
            side=side,
        ),
        texts(
            "operations",
            [(x, y) for x, y, _ in signs],
            [sign for _, _, sign in signs],
            size=18 if wide else SMALLEST_TEXT,
            colour=["$wire"] * len(signs),
        ),
        *_legend(layout),
    ]


def frame(trace: Trace, t: int) -> dict[str, Patch]:
    """The signs between the columns."""
    signs = dict(zip(list(COLUMNS)[1:], OPERATIONS, strict=True))
    equals = {name: [_equals(trace, t, name, unit) for unit in range(trace.hidden_size)]
              for name in SUMS}  # fmt: skip
    return {
        "operations": patch(
            text=[
                sign
                for name, each in signs.items()
                for sign in equals.get(name, [each] * trace.hidden_size)
            ]
        )
    }


def _equals(trace: Trace, t: int, name: str, unit: int) -> str:
    a, b, *more = (number(getattr(trace, factor)[t, unit]) for factor in SUMS[name])
    added = f" + {more[0]} × {more[1]}" if more else ""
    sum_ = honest(f"{a} × {b}{added} = {number(getattr(trace, name)[t, unit])}")
    return "≈" if "≈" in sum_ else "="


def lighting(states: Mapping[str, str], focus: Sequence[str]) -> dict[str, Patch]:
    """What is lit of the ledger when its columns are in these states, those in ``focus`` active."""
    inks = [
        f"$text_{signal(LSTM_SIGNALS, name).color}" if state == "active" else "$muted"
        for name, state in states.items()
    ]
    signs = ["$ink" if name in focus else "$wire" for name in list(COLUMNS)[1:]]
    return {
        "labels": patch(ink=inks),
        "headings": patch(ink=inks),
        "operations": patch(ink=[ink for ink in signs for _ in WIDE.homes]),
    }


def _legend(layout: CallLayout) -> list[PlotlyTrace]:
    """What the colours mean."""
    left, top, right, bottom = layout.legend
    width, middle = (right - left) / STEPS, (top + bottom) / 2
    shown = cells(
        "legend",
        [(left + width * (n + 0.5), middle) for n in range(STEPS)],
        size=(width, bottom - top),
    )
    shown["marker"]["color"] = [round((n + 0.5) / STEPS, 4) for n in range(STEPS)]
    size = 12 if layout.wide else SMALLEST_TEXT
    numbers = [(left + (right - left) * v / SCALE, bottom + 9) for v in (0, 0.5, 1, 1.5)]
    return [
        shown,
        texts("legend numbers", numbers, ["0", "0.5", "1", "1.5"], size=size),
        texts("legend words", [(left - 8, middle)], ["colour = number"], size=size, side="left"),
    ]
