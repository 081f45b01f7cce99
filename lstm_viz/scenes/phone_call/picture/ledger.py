"""The ledger, a row a unit and a column a signal:
before × keep + let in × new = now, and show × tanh(now) = say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lstm_viz.figures.charts import cells
from lstm_viz.figures.diagram import Diagram, Strip
from lstm_viz.figures.draw_strips import labels, sockets, strips
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, area, patch, texts
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.notation import honest, number
from lstm_viz.scenes.phone_call.picture.layout import CallLayout
from lstm_viz.signals import LSTM_SIGNALS, shares, signal
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
TOLD = (("c_prev", "f"), ("i", "g", "c"), ("o", "tanh_c", "h"))
"""The columns that are told together."""
SCALE = 1.5
"""The value whose colour is full, in the mind and in all columns but those of gates."""
SCALES = dict.fromkeys((row.name for row in LSTM_SIGNALS), SCALE) | dict.fromkeys(
    shares(LSTM_SIGNALS), 1.0
)
LEGEND = "gates: pale 0, full 1; all else:"
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
        *(_under(layout, names) for names in TOLD),
        sockets(list(columns.strips.values())),
        strips(columns),
        symbols | {"y": [top - 6] * len(COLUMNS)},
        texts(
            "headings",
            [(x, top - layout.symbol_size - (19 if wide else 12)) for x in layout.columns],
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


def frame(trace: Trace, t: int, focus: Sequence[str]) -> dict[str, Patch]:
    """The signs between the columns, and the ground under those in ``focus``."""
    signs, units = dict(zip(list(COLUMNS)[1:], OPERATIONS, strict=True)), trace.hidden_size
    equals = {name: [_equals(trace, t, name, unit) for unit in range(trace.hidden_size)]
              for name in SUMS}  # fmt: skip
    written = [sign for name, each in signs.items() for sign in equals.get(name, [each] * units)]
    grounds = {_ground(names): {"opacity": float(names[0] in focus)} for names in TOLD}
    inks = ["$ink" if name in focus else "$muted" for name in signs for _ in range(units)]
    return {**grounds, "operations": patch(text=written, ink=inks)}


def _equals(trace: Trace, t: int, name: str, unit: int) -> str:
    a, b, *more = (number(getattr(trace, factor)[t, unit]) for factor in SUMS[name])
    added = f" + {more[0]} × {more[1]}" if more else ""
    sum_ = honest(f"{a} × {b}{added} = {number(getattr(trace, name)[t, unit])}")
    return "≈" if "≈" in sum_ else "="


def lighting(focus: Sequence[str]) -> dict[str, Patch]:
    """What is lit of the ledger when it is about the columns in ``focus``."""
    inks = [
        f"$text_{signal(LSTM_SIGNALS, name).color}" if name in focus else "$muted"
        for name in COLUMNS
    ]
    return {"labels": patch(ink=inks), "headings": patch(ink=inks)}


def _ground(names: Sequence[str]) -> str:
    return f"ground {names[0]}"


def _under(layout: CallLayout, names: Sequence[str]) -> PlotlyTrace:
    """The ground under columns that stand side by side."""
    (width, height), columns = layout.cell, list(COLUMNS)
    beside = width / 2 + (5 if layout.wide else 2)
    left, right = (layout.columns[columns.index(names[n])] for n in (0, -1))
    above = layout.first_row - height / 2 - (58 if layout.wide else 52)
    box = (left - beside, above, right + beside, layout.rows[-1] + height / 2 + 5)
    return area(_ground(names), box, fill="$panel", edge="$wire", radius=8, opacity=0.0)


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
        texts("legend words", [(left - 8, middle)], [LEGEND], size=size, side="left"),
    ]
