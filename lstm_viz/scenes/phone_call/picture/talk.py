"""The friend and you, each with a phone, and what is heard and said."""

from __future__ import annotations

import math

from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    Text,
    area,
    line,
    lines,
    markers,
    patch,
    texts,
    words,
)
from lstm_viz.scenes.phone_call.picture.layout import CallLayout

NAMES = ("Ana", "you")


def at_rest(layout: CallLayout) -> list[PlotlyTrace]:
    people, head = (layout.friend, layout.you), layout.head
    inks = ("$text_x", "$text_h")
    boxes = {"heard": layout.heard, "said": layout.said}
    traces = [
        markers("heads", people, size=head, colour=list(inks), opacity=[1.0, 1.0]),
        words(
            "people",
            [
                Text(x, y + head * 1.75, name, "center", layout.name_size, ink)
                for (x, y), name, ink in zip(people, NAMES, inks, strict=True)
            ],
        ),
    ]
    for name, person, ink, towards in zip(NAMES, people, inks, (1, -1), strict=True):
        traces += [
            line(f"{name} body", _shoulders(person, head), colour=ink, width=1, fill=ink),
            area(
                f"{name} phone", _phone(person, head, towards), fill="$ink", edge="$panel", radius=3
            ),
        ]
    for (name, box), ink in zip(boxes.items(), ("$x", "$h"), strict=True):
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        colour = f"$text_{ink[1:]}"
        traces += [
            area(f"{name} box", box, fill="$panel", edge=ink, radius=12, opacity=1.0),
            texts(name, [middle], size=layout.speech_size, colour=colour, side="center"),
        ]
    return [*traces, lines("ringing", _rings(layout), colour="$x", width=2) | {"opacity": 0.0}]


def frame(*, heard: str, said: str, rings: bool) -> dict[str, Patch]:
    return {
        "heard": patch(text=[heard or NO_TEXT]),
        "said": patch(text=[said or NO_TEXT]),
        "said box": {"opacity": float(bool(said))},
        "ringing": {"opacity": float(rings)},
    }


def _shoulders(person: Point, head: float) -> list[Point]:
    """The upper half of a circle, under the head."""
    (x, y), radius = person, head * 0.85
    bottom = y + head * 1.3
    turns = [math.pi * n / 12 for n in range(13)]
    arc = [(x - radius * math.cos(a), bottom - 0.75 * radius * math.sin(a)) for a in turns]
    return [*arc, arc[0]]


def _phone(person: Point, head: float, towards: int) -> Rect:
    """At the ear, on the side of what is spoken."""
    x = person[0] + towards * head * 0.72
    return (x - head * 0.17, person[1] - head * 0.4, x + head * 0.17, person[1] + head * 0.5)


def _rings(layout: CallLayout) -> list[tuple[Point, Point]]:
    """Two bent strokes beside your phone."""
    left, top, _, bottom = _phone(layout.you, layout.head, -1)
    middle = (top + bottom) / 2
    strokes = []
    for radius in (layout.head * 0.35, layout.head * 0.65):
        corner, bend = (left - radius * 0.6, radius), (left - radius * 1.1, 0.0)
        strokes += [
            ((corner[0], middle - corner[1]), (bend[0], middle)),
            ((bend[0], middle), (corner[0], middle + corner[1])),
        ]
    return strokes
