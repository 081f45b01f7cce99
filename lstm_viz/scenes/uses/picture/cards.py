"""The five cards under the chosen task: what goes in, what comes out, when, and a small row."""

from __future__ import annotations

from typing import Any

from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, QUIET, area
from lstm_viz.figures.style import SANS
from lstm_viz.scenes.uses.picture.layout import Layout
from lstm_viz.scenes.uses.record import STEPS, USES, Use


def frames(layout: Layout) -> list[dict[str, Any]]:
    """The cards' own outlines, under everything else."""
    return [_card(layout, n) for n in range(len(USES))]


def contents(layout: Layout) -> list[dict[str, Any]]:
    return [*_minis(layout), *_card_words(layout), _touch(layout)]


def _card(layout: Layout, n: int) -> dict[str, Any]:
    left, top = layout.corner(n)
    box = (left, top, left + layout.card[2], top + layout.card[3])
    return area(f"card {n}", box, "$paper", "$faint", 12)


def _minis(layout: Layout) -> list[dict[str, Any]]:
    """On each card its row once more, small: a square a cell, dots for what goes in and out."""
    wide = layout.name == "wide"
    at = [layout.mini_at(task, n) for task in range(len(USES)) for n in range(STEPS)]
    away = 18 if wide else 16
    own = ["circle-open" if moment.own else "circle" for task in USES for moment in task.moments]
    return [
        marks("small cells", at, ["square"] * len(at), 13 if wide else 11),
        marks("small inputs", [(x, y + away) for x, y in at], own, 8 if wide else 7),
        marks("small answers", [(x, y - away) for x, y in at], ["circle"] * len(at), 8),
    ]


def card_words(layout: Layout, task: Use) -> tuple[str, ...]:
    """What stands on a card, in the order of ``layout.lines``; "" if nothing."""
    into, out = f"<b>in</b> {task.goes_in}", f"<b>out</b> {task.comes_out}"
    if layout.name == "wide":
        return (f"<b>{task.title}</b>", task.pattern, into, out, f"<b>when</b> {task.when}")
    return (f"<b>{task.title}</b> · {task.pattern}", "", into, f"{out}, {task.when}", "")


def _card_words(layout: Layout) -> list[dict[str, Any]]:
    tokens, _, size = layout.text
    found = []
    for line, (right, down) in enumerate(layout.lines):
        words = [card_words(layout, task)[line] for task in USES]
        if not any(words):
            continue
        corners = [layout.corner(n) for n in range(len(USES))]
        data = text(
            f"card line {line}",
            [x + right for x, _ in corners],
            [y + down for _, y in corners],
            tokens if line == 0 else size,
            words,
        )
        data["textposition"] = "middle right"
        data["textfont"]["color"] = "$ink" if line == 0 else "$muted"
        found.append(data)
    return found


def _touch(layout: Layout) -> dict[str, Any]:
    """Unseen, over the cards: a click on one goes to its task."""
    _, _, width, height = layout.card
    size = min(width, height)
    places = max(1, round(width / size))
    at = [
        (layout.corner(n)[0] + width * (place + 0.5) / places, layout.corner(n)[1] + height / 2, n)
        for n in range(len(USES))
        for place in range(places)
    ]
    return QUIET | {
        "name": "touch",
        "mode": "markers",
        "hoverinfo": "none",
        "x": [x for x, _, _ in at],
        "y": [y for _, y, _ in at],
        "customdata": [["@", n, 0] for _, _, n in at],
        "marker": {"symbol": "square", "size": size, "color": "$paper", "opacity": 0.0},
    }


def marks(name: str, at: list[Point], symbols: list[str], size: float) -> dict[str, Any]:
    return QUIET | {
        "name": name,
        "mode": "markers",
        "x": [x for x, _ in at],
        "y": [y for _, y in at],
        "marker": {
            "symbol": symbols,
            "size": size,
            "color": ["$wire"] * len(at),
            "opacity": [1.0] * len(at),
            "line": {"color": ["$wire"] * len(at), "width": 2 if name == "cells" else 0},
        },
    }


def text(
    name: str, x: list[float], y: list[float], size: int, text: list[str] | None = None
) -> dict[str, Any]:
    return QUIET | {
        "name": name,
        "mode": "text",
        "x": x,
        "y": y,
        "text": text or [NO_TEXT] * len(x),
        "textfont": {"family": SANS, "size": size, "color": ["$ink"] * len(x)},
    }
