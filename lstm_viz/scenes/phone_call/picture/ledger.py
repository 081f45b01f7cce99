"""The ledger: a row a unit and a column a signal, before × keep + new = now → say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from lstm_viz.figures.diagram import Diagram, Strip
from lstm_viz.figures.draw_strips import labels, sockets, strips
from lstm_viz.figures.shapes import Patch, PlotlyTrace, patch, texts
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.scenes.phone_call.picture.layout import WIDE, CallLayout
from lstm_viz.signals import LSTM_SIGNALS, signal

COLUMNS = {"c_prev": "before", "f": "keep", "written": "new", "c": "now", "h": "say"}
OPERATIONS = ("×", "+", "=", "→")


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
    wide, top = layout.wide, layout.first_row - layout.pitch / 2
    between = [(a + b) / 2 for a, b in pairwise(layout.columns)]
    signs = [(x, y, sign) for x, sign in zip(between, OPERATIONS, strict=True) for y in layout.rows]
    muted = ["$muted"] * len(COLUMNS)
    return [
        sockets(list(columns.strips.values())),
        strips(columns),
        labels(columns, ()) | {"y": [top - (8 if wide else 4)] * len(COLUMNS)},
        texts(
            "headings",
            [(x, top - (42 if wide else 27)) for x in layout.columns],
            [f"<b>{word}</b>" for word in COLUMNS.values()],
            size=18 if wide else 12,
            colour=muted,
            side="above",
        ),
        texts(
            "rows",
            [(layout.names, y) for y in layout.rows],
            units,
            size=15 if wide else 12,
            colour="$ink",
            side="left" if wide else "right",
        ),
        texts(
            "operations",
            [(x, y) for x, y, _ in signs],
            [sign for _, _, sign in signs],
            size=22 if wide else SMALLEST_TEXT,
            colour=["$wire"] * len(signs),
        ),
    ]


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
