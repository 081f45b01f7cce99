"""Write what Python composes: frames and sentences of every kind of film.

python -m tests.unit.player.golden.make
"""

import json
from html import unescape
from pathlib import Path

from lstm_viz.figures.among import among
from lstm_viz.figures.film import compose, film, travelling_dots
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.unrolled.row import compose_row
from lstm_viz.figures.unrolled.row import unrolled as row_of
from lstm_viz.figures.words import sentence
from tests.unit.player.golden.kinds import CELLS, big, some, unrolled

HERE = Path(__file__).parent
LAYOUTS = ("wide", "tall")


def rounded(node):
    if isinstance(node, dict):
        return {key: rounded(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [rounded(item) for item in node]
    return round(float(node), 4) if isinstance(node, float) else node


def changed(frames):
    """Each frame as what differs from the one before: a trace that looks the same is left out."""
    before = {}
    for place, frame in frames:
        yield place, {name: patch for name, patch in frame.items() if before.get(name) != patch}
        before = frame


def frames(story, composed):
    return {
        layout: [
            [*place, rounded(patches)]
            for place, patches in changed((p, composed(layout, *p)) for p in some(story))
        ]
        for layout in LAYOUTS
    }


def composed_of(story):
    return lambda layout, t, k: compose(story, story.views[layout], t, k)


def words(story, unit):
    return [
        [t, k, *(unescape(sentence(text, story, t, unit)) for text in texts(story, t, k, unit))]
        for t, k in story.positions()
    ]


def texts(story, t, k, unit):
    return (story.stages[k].numbers, story.told[t][k]) if story.told else story.words(k, unit)


def golden():
    made = {}
    for name, make in CELLS.items():
        story = make()
        made[name] = {"frames": frames(story, composed_of(story)), "words": words(story, 1)}
    story = unrolled()
    made["row"] = {
        "frames": frames(
            story, lambda layout, t, k: compose_row(story, row_of(story, layout), t, k)
        )
    }
    trace, _, tokens, _, units = big()
    few, place = among(trace, units, 0, len(trace))
    story = film(few, tokens=tokens, columns=(NO_TEXT,), among=place)
    made["big"] = {
        "frames": frames(story, composed_of(story)),
        "words": words(story, 2),
    }
    wires = CELLS["lstm"]().views["tall"].diagram.wires.values()
    made["dots"] = [
        [[list(p) for p in wire.points], shift, rounded(travelling_dots(wire.points, 60, shift))]
        for wire in wires
        for shift in (0, 20, 75.5)
    ]
    return made


if __name__ == "__main__":
    for name, made in golden().items():
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        (HERE / f"{name.replace(' ', '_')}.json").write_text(text, encoding="utf-8")
