"""One sequence through the three cells: a frame each step."""

from __future__ import annotations

from html import escape

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import cells, shade
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    Side,
    Text,
    bars,
    panel,
    patch,
    short,
    texts,
    words,
)
from lstm_viz.notation import counted, number
from lstm_viz.scenes.three_cells.picture.jobs import JOBS, PARTS
from lstm_viz.scenes.three_cells.picture.layout import STEP_TALL, STEP_WIDE, StepLayout
from lstm_viz.scenes.three_cells.record.in_step import InStep, OneCell
from lstm_viz.scenes.three_cells.words.steps import NAMES, equations, says, told

LAYOUTS = (STEP_WIDE, STEP_TALL)
NO_GATE = "no gate"
LONGEST_TOKEN = 20
ALT = (
    "A simple RNN, a GRU and an LSTM, one below the other, at the same step of the same sequence: "
    "what comes into each, its gates as squares, what it remembers and what it gives out"
)


def step_board(run: InStep) -> Board:
    steps = range(len(run))
    return Board(
        steps=run.inputs.tokens,
        frames=stills(
            Frame({one.name: _patches(one, run, t) for one in LAYOUTS}, told(run, t)) for t in steps
        ),
        pictures={one.name: Picture(*one.size, _at_rest(one, run)) for one in LAYOUTS},
        tables=tuple(_table(run, t) for t in steps),
        alt=ALT,
    )


def _at_rest(layout: StepLayout, run: InStep) -> list[PlotlyTrace]:
    traces = [panel(f"{cell.kind} room", layout.panel(cell.kind)) for cell in run.cells]
    traces.append(words("words", _words(layout, run)))
    traces += [_token(layout), _unit_marks(layout, run)]
    for cell in run.cells:
        for job, parts in PARTS[cell.kind].items():
            for k, part in enumerate(parts):
                centres = _centres(layout, cell, job, k)
                traces.append(
                    cells(
                        _name(cell, job, k), centres, size=_square(layout, cell), scale=part.scale
                    )
                )
    size, tops = layout.letters, [layout.panel(cell.kind)[1] for cell in run.cells]
    lines = [(x, top + y) for top in tops for x, y in layout.equations]
    side: Side = "center" if layout.wide else "left"
    x, y = layout.says
    return [
        *traces,
        texts("equations", lines, size=size + layout.wide, colour="$ink", side="right"),
        texts("says", [(x, top + y) for top in tops], size=size + 1, colour="$ink", side=side),
    ]


def _words(layout: StepLayout, run: InStep) -> list[Text]:
    found, size = [], layout.letters
    if layout.wide:
        found += [Text(layout.middle("lstm", job)[0], 18, job, "center", 14) for job in JOBS]
    for cell in run.cells:
        top = layout.panel(cell.kind)[1]
        units = counted(cell.trace.hidden_size, "unit")
        name = f"<b>{NAMES[cell.kind]}</b>"
        if layout.wide:
            found += [
                Text(20, top + 40, name, "right", layout.title, "$ink"),
                Text(20, top + 62, units, "right", size),
                Text(20, top + layout.equations[0][1], f"unit {cell.unit + 1}:", "right", size),
            ]
        else:
            unit = f"{name}, {units}; below: unit {cell.unit + 1}"
            found.append(Text(12, top + 16, unit, "right", size + 1, "$ink"))
        for job in JOBS:
            said = f"{job} " * (not layout.wide)
            for k, part in enumerate(PARTS[cell.kind].get(job, ())):
                x, y = layout.middle(cell.kind, job, k)
                symbol = part.symbol if layout.wide else part.symbol.partition(",")[0]
                ink = f"$text_{part.gate}" if part.gate else "$muted"
                found.append(Text(x, y - layout.above, said + symbol, "center", size, ink))
            if job not in PARTS[cell.kind]:
                x, y = layout.middle(cell.kind, job)
                found.append(Text(x, y, NO_GATE, "center", size))
                if not layout.wide:
                    found.append(Text(x, y - layout.above, job, "center", size))
    return found


def _token(layout: StepLayout) -> PlotlyTrace:
    y = 18 if layout.wide else 13
    return texts("token", [(12, y)], size=layout.title, colour="$ink", side="right")


def _unit_marks(layout: StepLayout, run: InStep) -> PlotlyTrace:
    """A line under the square of the unit that the equation speaks of."""
    width, height = layout.unit(run.cells[0].trace.hidden_size)
    under = [
        (x, y + height / 2 + 2)
        for cell in run.cells
        for job, parts in PARTS[cell.kind].items()
        for k in range(len(parts))
        for x, y in [_centres(layout, cell, job, k)[cell.unit]]
    ]
    return bars("unit marks", under, length=width - 3, thick=2.5, colour="$ink")


def _square(layout: StepLayout, cell: OneCell) -> tuple[float, float]:
    width, height = layout.unit(cell.trace.hidden_size)
    return width - 1.5, height


def _centres(layout: StepLayout, cell: OneCell, job: str, part: int) -> list[tuple[float, float]]:
    x, y = layout.middle(cell.kind, job, part)
    units = cell.trace.hidden_size
    width, _ = layout.unit(units)
    return [(x + (k - (units - 1) / 2) * width, y) for k in range(units)]


def _name(cell: OneCell, job: str, part: int) -> str:
    return f"{cell.kind} {job} {part}"


def _patches(layout: StepLayout, run: InStep, t: int) -> dict[str, Patch]:
    token = escape(short(run.inputs.tokens[t], LONGEST_TOKEN if not layout.wide else 8))
    found = {"token": patch(text=[f"<b>“{token}”</b>"])}
    for cell in run.cells:
        for job, parts in PARTS[cell.kind].items():
            for k, part in enumerate(parts):
                values = [shade(value) for value in part.values(cell, t)]
                found[_name(cell, job, k)] = patch(colour=values)
    lines = [line for cell in run.cells for line in _lines(layout, cell, t)]
    answers = [says(run, cell, t) or NO_TEXT for cell in run.cells]
    return {**found, "equations": patch(text=lines), "says": patch(text=answers)}


def _lines(layout: StepLayout, cell: OneCell, t: int) -> list[str]:
    first, second = equations(cell, t)
    between = " " if second.startswith("=") else NO_TEXT * 4
    return [f"{first}{between}{second}"] if layout.wide else [first, second or NO_TEXT]


def _table(run: InStep, t: int) -> Table:
    rows = []
    for job in JOBS:
        row = [job]
        for cell in run.cells:
            written = [
                f"{part.symbol}: {' '.join(number(value) for value in part.values(cell, t))}"
                for part in PARTS[cell.kind].get(job, ())
            ]
            row.append("; ".join(written) or NO_GATE)
        rows.append(tuple(row))
    if run.task:
        rows.append(("says", *(says(run, cell, t) for cell in run.cells)))
    head = ("", *(NAMES[cell.kind] for cell in run.cells))
    return Table(f"Step {t + 1}, “{run.inputs.tokens[t]}”: every unit", head, tuple(rows))
