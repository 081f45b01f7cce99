"""The cards before a frame says how far their networks have come."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.charts import cells
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    PlotlyTrace,
    Text,
    area,
    gate_scale,
    markers,
    of_run,
    texts,
    words,
)
from lstm_viz.scenes.uses.picture.layout import CardsLayout
from lstm_viz.scenes.uses.record import STEPS, Use
from lstm_viz.scenes.uses.words import gate_of
from lstm_viz.signals import LSTM_SIGNALS, signal

DOT = 6


def at_rest(layout: CardsLayout, tasks: Sequence[Use]) -> list[PlotlyTrace]:
    return [
        *(
            area(f"card {n}", layout.box(n), fill="$panel", edge="$faint", radius=12)
            for n in range(len(tasks))
        ),
        _headings(layout, tasks),
        *(_gates(layout, n, task) for n, task in enumerate(tasks)),
        *(
            texts(name, places(layout, tasks, y), size=layout.word_size, colour=["$ink"] * rows)
            for rows in [STEPS * len(tasks)]
            for name, y in (("inputs", layout.inputs), ("answers", layout.answers))
        ),
        _drawn("drawn inputs", drawn(layout, tasks, "reads")),
        _drawn("drawn answers", drawn(layout, tasks, "answers")),
        *(image(layout, n, task) for n, task in enumerate(tasks) if task.image),
        _touch(layout, len(tasks)),
    ]


def places(layout: CardsLayout, tasks: Sequence[Use], y: float) -> list[Point]:
    """The middle of every step of every card at a height."""
    return [point for n in range(len(tasks)) for point in layout.row(n, y)]


def drawn(layout: CardsLayout, tasks: Sequence[Use], what: str) -> list[tuple[int, int, Point]]:
    """What is drawn of inputs or answers: card, step and place of each point."""
    y = layout.inputs if what == "reads" else layout.answers
    return [
        (n, k, (x, round(middle + layout.chip * (0.5 - height), 2)))
        for n, task in enumerate(tasks)
        for k, ((x, middle), moment) in enumerate(zip(layout.row(n, y), task.moments, strict=True))
        for height in (moment.reads_at if what == "reads" else moment.answers_at)
    ]


def _drawn(name: str, points: Sequence[tuple[int, int, Point]]) -> PlotlyTrace:
    return markers(
        name,
        [point for _, _, point in points],
        symbol="circle",
        size=DOT,
        colour=["$ink"] * len(points),
        opacity=[1.0] * len(points),
    )


def image(layout: CardsLayout, n: int, task: Use) -> PlotlyTrace:
    """The picture that the first moment reads, a square a pixel."""
    (x, y), *_ = layout.row(n, layout.inputs)
    pixel, rows = layout.pixel, len(task.image)
    left, top = x - pixel * (len(task.image[0]) - 1) / 2, y - pixel * (rows - 1) / 2
    return markers(
        f"image {n}",
        [
            (round(left + column * pixel, 2), round(top + row * pixel, 2))
            for row, colours in enumerate(task.image)
            for column in range(len(colours))
        ],
        symbol="square",
        size=pixel + 0.4,
        colour=[colour for row in task.image for colour in row],
    )


def _headings(layout: CardsLayout, tasks: Sequence[Use]) -> PlotlyTrace:
    """What each card is, and which gate its squares show."""
    items = []
    for n, task in enumerate(tasks):
        left, top, right, _ = layout.box(n)
        (across, down), (second, lower) = layout.title, layout.second_line
        pattern = Text(right - across, top + down, task.pattern, "left", layout.word_size)
        ink = f"$text_{signal(LSTM_SIGNALS, task.gate.name).color}"
        gate = Text(left + second, top + lower, gate_of(task), "right", layout.word_size, ink)
        title = f"<b>{task.title}</b>"
        items += [
            Text(left + across, top + down, title, "right", layout.title_size, "$ink"),
            pattern,
            gate,
        ]
    return words("headings", items)


def _touch(layout: CardsLayout, count: int) -> PlotlyTrace:
    """Unseen, over the cards: a click on one leads to its page."""
    width, height = layout.card
    size = min(width, height)
    squares = round(width / size)
    places = [
        ((left + width * (square + 0.5) / squares, top + height / 2), n)
        for n, (left, top) in ((n, layout.corner(n)) for n in range(count))
        for square in range(squares)
    ]
    points = [point for point, _ in places]
    trace = markers("touch", points, symbol="square", size=size, colour="$paper", opacity=0.0)
    return of_run(trace, [(n, 0) for _, n in places])


def _gates(layout: CardsLayout, n: int, task: Use) -> PlotlyTrace:
    """A square a step: how far the gate is open comes with the frame."""
    return cells(
        f"gates {n}",
        layout.row(n, layout.gates),
        size=layout.gate,
        text_size=layout.number_size,
        scale=gate_scale(signal(LSTM_SIGNALS, task.gate.name).color),
    )
