"""What a training is drawn with: what never changes, and what each frame fills in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lstm_viz.figures.charts import Words, cells, dots, strokes, words
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, area, line
from lstm_viz.figures.style import LIGHT
from lstm_viz.scenes.train.picture import lines
from lstm_viz.scenes.train.picture.beside import before_this, chance, curve_words
from lstm_viz.scenes.train.picture.layout import (
    CURVES,
    LINES,
    MOST_ROWS,
    SHOWN,
    Layout,
    line_y,
    points,
    row_height,
    row_y,
    rows,
    shown_curves,
)
from lstm_viz.scenes.train.record.training_record import EarlierTraining, TrainingRecord
from lstm_viz.signals import signal

RIDERS = {"score": 15, "loss": 13, "f": 11}
"""Sizes of the dots on the curves, as they are drawn: of two at one place both are seen."""

# ---- what never changes ------------------------------------------------------------------------


def still(
    layout: Layout, watched: TrainingRecord, before: EarlierTraining | None
) -> list[dict[str, Any]]:
    axes = layout.axes
    grid = [(axes.at(0, y), axes.at(1, y)) for y in (0, 0.25, 0.5, 0.75, 1)]
    return [
        area("curves room", layout.curves, "$panel", "$faint", 14),
        area("example room", layout.example, "$panel", "$faint", 14),
        strokes("grid", "$faint", 1.5, grid),
        *chance(layout, watched),
        *([] if before is None else before_this(layout, watched, before)),
        words("words", [*curve_words(layout, watched), *_example_words(layout, watched)]),
        *_tokens(layout, watched),
    ]


def _example_words(layout: Layout, watched: TrainingRecord) -> list[Words]:
    title, beside = layout.type
    units = min(watched.settings.hidden_size, MOST_ROWS)
    table = watched.checkpoints[0].trace.table
    left = layout.cells[0] - 8
    title_at, note_at = layout.example[1] + 23, layout.example[2] - 12
    heading: Words = (
        layout.example[0] + 14, title_at, "<b>One example, again and again</b>", "middle right",
        title, "$ink",
    )  # fmt: skip
    note: Words = (
        note_at,
        title_at,
        _note(layout, watched, units),
        "middle left",
        beside,
        "$muted",
    )
    if layout.name == "wide":
        said: list[Words] = [heading, note]
    else:
        short: Words = (*heading[:2], "<b>One example</b>", *heading[3:])
        if lines.numbered(layout, watched):
            said = [note]
        else:
            said = [short, note] if lines.signs(layout, watched) else [heading]
    said += [
        (left, line_y(layout, name), name, "middle left", beside, "$muted")
        for name in LINES
        if name != "so"
    ]
    said += [
        (left + 10, line_y(layout, row.name), "in the table below", "middle right", beside,
         "$muted")
        for row in (lines.reads(layout, watched)[0], lines.wanted(layout, watched)[0],
                     lines.says(layout, watched))
        if not row.shown
    ]  # fmt: skip
    for n, name in enumerate(SHOWN[watched.settings.cell]):
        row = signal(table, name)
        middle = row_y(layout, watched, n * units) + (units - 1) / 2 * row_height(layout, watched)
        word = row.label if layout.name == "wide" else row.label.split()[0]
        colour = f"$text_{row.color}" if f"text_{row.color}" in LIGHT else "$ink"
        said.append(
            (left, middle, f"{word} <i>{row.symbol}</i>" if layout.name == "wide" else word,
             "middle left", beside, colour)
        )  # fmt: skip
    return said


def _note(layout: Layout, watched: TrainingRecord, units: int) -> str:
    """What signs and the numbers of answers stand for; else what a row is and its colours mean."""
    signs = lines.signs(layout, watched)
    if lines.numbered(layout, watched):
        numbers = " · ".join(f"{k} {word}" for k, word in enumerate(watched.answers, start=1))
        return " · ".join((*signs, numbers))
    if layout.name != "wide":
        return " · ".join(signs)
    of = watched.settings.hidden_size
    shown = f"first {units} of {of} units" if of > units else f"{units} unit{'s' * (units != 1)}"
    gates = () if watched.settings.cell == "rnn" else ("gates: pale 0, full colour 1",)
    return " · ".join((*signs, f"a row a unit, {shown}", *gates))


def _tokens(layout: Layout, watched: TrainingRecord) -> list[dict[str, Any]]:
    """What the example reads, and what is asked."""
    told = ((lines.reads, "$ink"), (lines.wanted, "$muted"))
    found = [(*line_of(layout, watched), colour) for line_of, colour in told]
    return [_row(layout, row, row.texts(texts), colour) for row, texts, colour in found]


def _row(layout: Layout, row: lines.Line, texts: Sequence[str], colour: str) -> dict[str, Any]:
    count = len(texts)
    items = [row.item(layout, t, count, text, colour) for t, text in enumerate(texts)]
    return words(row.name, items)


# ---- what each frame fills in ------------------------------------------------------------------


def moving(layout: Layout, watched: TrainingRecord) -> list[dict[str, Any]]:
    """At rest; where they are and what they say comes with each frame."""
    axes = layout.axes
    count = len(watched.tokens)
    traces: list[dict[str, Any]] = [line("now", "$ink", 1.5, [axes.at(0, 0), axes.at(0, 1)])]
    for name in shown_curves(watched):
        colour = CURVES[name][0]
        traces.append(line(f"curve {name}", colour, 3, [axes.at(0, 0)] * points(watched)))
        rider = dots(f"curve {name} now", 1, RIDERS[name], edge="$panel")
        rider["marker"]["color"] = colour
        traces.append(rider)
    traces.append(words("values", _values(layout, watched)))
    for row in (lines.says(layout, watched), lines.so(layout, watched)):
        traces.append(_row(layout, row, [NO_TEXT] * count, "$ink"))
    return traces + [_units(layout, watched, name) for name in SHOWN[watched.settings.cell]]


def _units(layout: Layout, watched: TrainingRecord, name: str) -> dict[str, Any]:
    """The cells of a signal: a gate's from pale to its own colour, a state's by its sign."""
    count = len(watched.tokens)
    centres: list[Point] = [
        (layout.x(t, count), row_y(layout, watched, row))
        for row, (of, _) in enumerate(rows(watched))
        if of == name
        for t in range(count)
    ]
    width, height = layout.columns(count), row_height(layout, watched)
    size = (width - min(1.0, width / 8), height - 1)
    strip = cells(f"units {name}", centres, size, layout.type[1])
    strip["mode"] = "markers"
    row = signal(watched.checkpoints[0].trace.table, name)
    if row.activation == "sigmoid":
        pale_to_full = [[0, "$off"], [1, f"${row.color}"]]
        strip["marker"] |= {"colorscale": pale_to_full, "cmin": 0, "color": [0.0] * len(centres)}
    return strip


def _values(layout: Layout, watched: TrainingRecord) -> list[Words]:
    """Below the curves: what each of them is, in its colour, and its value."""
    (left, *_), (_, beside) = layout.curves, layout.type
    top = layout.axes.bottom + (54 if layout.name == "wide" else 46)
    step = 22 if layout.name == "wide" else 15
    return [
        (left + 16, top + n * step, NO_TEXT, "middle right", beside + 1, CURVES[name][1])
        for n, name in enumerate(shown_curves(watched))
    ]
