"""The five cards under the chosen task: what goes in, what comes out, when, and a small row."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import PlotlyTrace, area, clickable, markers, texts
from lstm_viz.scenes.uses.picture.layout import TasksLayout
from lstm_viz.scenes.uses.record import USES, Use


def frames(layout: TasksLayout) -> list[PlotlyTrace]:
    """The cards' own outlines, under everything else."""
    return [
        area(f"card {n}", layout.card_box(n), fill="$paper", edge="$faint", radius=12)
        for n in range(len(USES))
    ]


def contents(layout: TasksLayout) -> list[PlotlyTrace]:
    return [*_small_rows(layout), *_card_lines(layout), _touch(layout)]


def _small_rows(layout: TasksLayout) -> list[PlotlyTrace]:
    """On each card its row once more, small: a square a cell, dots for what goes in and out."""
    cells, wide = layout.small_cells, layout.wide
    away = 18 if wide else 16
    moments = [moment for task in USES for moment in task.moments]
    own = ["circle-open" if moment.own else "circle" for moment in moments]
    answers = [(x, y - away) for (x, y), m in zip(cells, moments, strict=True) if m.answers]
    return [
        marks("small cells", cells, "square", 11, "$muted"),
        marks("small inputs", [(x, y + away) for x, y in cells], own, 7, "$x"),
        marks("small answers", answers, "circle", 7, "$h"),
    ]


def card_words(layout: TasksLayout, task: Use) -> tuple[str, ...]:
    """What stands on a card, in the order of ``layout.lines``; "" if nothing."""
    into, out = f"<b>in</b> {task.goes_in}", f"<b>out</b> {task.comes_out}"
    if layout.wide:
        return (f"<b>{task.title}</b>", task.pattern, into, out, f"<b>when</b> {task.when}")
    return (f"<b>{task.title}</b> · {task.pattern}", "", into, f"{out}, {task.when}", "")


def _card_lines(layout: TasksLayout) -> list[PlotlyTrace]:
    """A trace a line, over all cards."""
    lines = zip(*(card_words(layout, task) for task in USES), strict=True)
    return [
        texts(
            f"card line {n}",
            [(left + right, top + down) for left, top in layout.corners],
            line,
            size=layout.card_size if n else layout.token_size,
            colour="$muted" if n else "$ink",
            side="right",
        )
        for n, (line, (right, down)) in enumerate(zip(lines, layout.lines, strict=True))
        if any(line)
    ]


def _touch(layout: TasksLayout) -> PlotlyTrace:
    """Unseen, over the cards: a click on one goes to its task."""
    _, _, width, height = layout.card
    size = min(width, height)
    squares = max(1, round(width / size))
    places = [
        ((left + width * (square + 0.5) / squares, top + height / 2), n)
        for n, (left, top) in enumerate(layout.corners)
        for square in range(squares)
    ]
    trace = markers(
        "touch",
        [point for point, _ in places],
        symbol="square",
        size=size,
        colour="$paper",
        opacity=0.0,
    )
    return clickable(trace, [(n, 0) for _, n in places]) | {"hoverinfo": "none"}


def marks(
    name: str,
    points: Sequence[Point],
    symbol: str | Sequence[str],
    size: float,
    colour: str | Sequence[str],
    *,
    edge: str = "$wire",
    edge_width: float = 0,
) -> PlotlyTrace:
    return markers(
        name,
        points,
        symbol=[symbol] * len(points) if isinstance(symbol, str) else symbol,
        size=size,
        colour=[colour] * len(points) if isinstance(colour, str) else colour,
        opacity=[1.0] * len(points),
        edge=[edge] * len(points),
        edge_width=edge_width,
    )
