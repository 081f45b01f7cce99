"""The example of a training: its words, line by line, and its units' cells, a row a unit."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.charts import cells, heading
from lstm_viz.figures.shapes import NO_TEXT, PlotlyTrace, Text, gate_scale, of_run, words
from lstm_viz.figures.style import LIGHT
from lstm_viz.notation import counted
from lstm_viz.scenes.train.picture import text_lines
from lstm_viz.scenes.train.picture.layout import (
    LINES,
    SHOWN,
    TrainingLayout,
    line_y,
    row_height,
    row_y,
    rows,
    shown_units,
)
from lstm_viz.scenes.train.record.training_record import TrainingRecord
from lstm_viz.signals import Signal, signal


def example_words(layout: TrainingLayout, watched: TrainingRecord) -> list[Text]:
    """The heading, what the lines of words are, and what the rows of cells are."""
    left, size = layout.cells[0] - 8, layout.small_size
    hidden = (
        text_lines.reads(layout, watched)[0],
        text_lines.wanted(layout, watched)[0],
        text_lines.says(layout, watched),
    )
    return [
        *_heading(layout, watched),
        *(Text(left, line_y(layout, name), name, "left", size) for name in LINES if name != "so"),
        *(
            Text(left + 10, line_y(layout, row.name), "in the table below", "right", size)
            for row in hidden
            if not row.shown
        ),
        *(
            _signal_name(layout, watched, n, _row_of(watched, name))
            for n, name in enumerate(SHOWN[watched.settings.cell])
        ),
    ]


def _row_of(watched: TrainingRecord, name: str) -> Signal:
    return signal(watched.checkpoints[0].trace.table, name)


def _signal_name(layout: TrainingLayout, watched: TrainingRecord, n: int, row: Signal) -> Text:
    """Beside the middle of the rows of the n-th signal, in its colour if letters have it."""
    units = shown_units(watched)
    middle = row_y(layout, watched, n * units) + (units - 1) / 2 * row_height(layout, watched)
    words = f"{row.label} <i>{row.symbol}</i>" if layout.wide else row.label.split()[0]
    colour = f"$text_{row.color}" if f"text_{row.color}" in LIGHT else "$ink"
    return Text(layout.cells[0] - 8, middle, words, "left", layout.small_size, colour)


def _heading(layout: TrainingLayout, watched: TrainingRecord) -> list[Text]:
    """What it is, and a note; a phone has no room for both where answers are numbered."""
    y = layout.example[1] + 23
    note = Text(layout.example[2] - 12, y, _note(layout, watched), "left", layout.small_size)
    long, short = (
        heading(layout.example, y, text, layout.title_size)
        for text in ("One example, again and again", "One example")
    )
    if layout.wide:
        return [long, note]
    if text_lines.numbered(layout, watched):
        return [note]
    return [short, note] if text_lines.signs(layout, watched) else [long]


def _note(layout: TrainingLayout, watched: TrainingRecord) -> str:
    """What signs and the numbers of answers stand for; else what a row is and its colours mean."""
    signs = text_lines.signs(layout, watched)
    if text_lines.numbered(layout, watched):
        numbers = " · ".join(f"{k} {word}" for k, word in enumerate(watched.answers, start=1))
        return " · ".join((*signs, numbers))
    if not layout.wide:
        return " · ".join(signs)
    of, units = watched.settings.hidden_size, shown_units(watched)
    shown = f"first {units} of {of} units" if of > units else counted(units, "unit")
    gates = () if watched.settings.cell == "rnn" else ("gates: pale 0, full colour 1",)
    return " · ".join((*signs, f"a row a unit, {shown}", *gates))


def given(layout: TrainingLayout, watched: TrainingRecord) -> list[PlotlyTrace]:
    """What the example reads, and what is asked."""
    reads, read = text_lines.reads(layout, watched)
    wanted, asked = text_lines.wanted(layout, watched)
    return [
        _line(layout, reads, reads.texts(read), "$ink"),
        _line(layout, wanted, wanted.texts(asked), "$muted"),
    ]


def answers(layout: TrainingLayout, watched: TrainingRecord) -> list[PlotlyTrace]:
    """What the network says, and whether it is so."""
    nothing = [NO_TEXT] * len(watched.tokens)
    says, so = text_lines.says(layout, watched), text_lines.so(layout, watched)
    return [_line(layout, row, nothing, "$ink") for row in (says, so)]


def _line(
    layout: TrainingLayout, row: text_lines.TextLine, texts: Sequence[str], colour: str
) -> PlotlyTrace:
    items = [row.item(layout, t, len(texts), text, colour) for t, text in enumerate(texts)]
    return words(row.name, items) | {"meta": row.room(layout, len(texts))}


def units(layout: TrainingLayout, watched: TrainingRecord) -> list[PlotlyTrace]:
    """The cells of each signal: a gate's from pale to its own colour, a state's by its sign.

    A click on one goes into the LSTM, GRU or RNN cell that it is a value of.
    """
    count = len(watched.tokens)
    width, height = layout.columns(count), row_height(layout, watched)
    size = (width - min(1.0, width / 8), height - 1)
    across = [layout.x(t, count) for t in range(count)]
    down = [row_y(layout, watched, row) for row in range(len(rows(watched)))]
    found = []
    for name in SHOWN[watched.settings.cell]:
        own = [(row, unit) for row, (of, unit) in enumerate(rows(watched)) if of == name]
        centres = [(x, down[row]) for row, _ in own for x in across]
        places = [(t, unit) for _, unit in own for t in range(count)]
        row = _row_of(watched, name)
        if row.activation == "sigmoid":
            scale = gate_scale(row.color)
            shown = cells(f"units {name}", centres, size=size, colour=0.0, scale=scale)
        else:
            shown = cells(f"units {name}", centres, size=size)
        found.append(of_run(shown, places))
    return found
