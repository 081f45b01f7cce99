"""What the picture is drawn with: what never changes, and what each frame fills in."""

from __future__ import annotations

from lstm_viz.figures.charts import cells, heading
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    VALUES,
    PlotlyTrace,
    Side,
    Text,
    bars,
    clickable,
    gate_scale,
    line,
    lines,
    of_run,
    panel,
    texts,
    words,
)
from lstm_viz.networks.captions.describe import BLOCK, BLOCKS
from lstm_viz.networks.captions.scenes import SIDE
from lstm_viz.scenes.captions.picture.layout import SIGNALS, WEIGHED, CaptionsLayout
from lstm_viz.scenes.captions.record import Told

FIRST_WORD = 2
"""The frame that says the first word: before it are the picture and its features."""
LANE_WORDS = {"f": "forget", "i": "input", "c": "cell<br>state", "o": "output"}
ONE_TO_MANY = "One to many: a picture in, words out"
TILE = 1.0
"""Pixels by which tiles lie over each other: no seam shows between them."""


def at_rest(layout: CaptionsLayout, told: Told) -> list[PlotlyTrace]:
    grounds = {
        "seen room": layout.seen,
        "features room": layout.features,
        "steps room": layout.steps,
        "weighed room": layout.weighed,
    }
    return [
        *(panel(name, box) for name, box in grounds.items()),
        words("titles", _titles(layout, told)),
        *_seen(layout),
        _features(layout, told),
        *_steps(layout, told),
        *_weighed(layout),
    ]


def _titles(layout: CaptionsLayout, told: Told) -> list[Text]:
    unit = f"unit {told.look.unit + 1}"
    size, letters = layout.title, layout.letters
    said = [
        heading(layout.seen, layout.seen[1] + 16, "What it sees", size),
        heading(layout.weighed, layout.weighed[1] + 16, "Which word?", size),
        heading(layout.steps, layout.steps[1] + 16, ONE_TO_MANY, size),
        Text(layout.steps[2] - 10, layout.steps[1] + 16, unit, "left", letters),
    ]
    if layout.wide:
        return [*said, heading(layout.features, layout.features[1] + 16, "Features", size)]
    middle = (layout.features[1] + layout.features[3]) / 2
    named = Text(layout.features[0] + 8, middle, "<b>Features</b>", "right", size, "$ink")
    return [*said, named, *_lane_names(layout, letters)]


def _lane_names(layout: CaptionsLayout, letters: float) -> list[Text]:
    """What a lane is: to its left, or above it."""
    names = [("reads", "$muted"), *((LANE_WORDS[name], f"$text_{name}") for name in SIGNALS)]
    names.append(("says", "$muted"))
    if layout.wide:
        x = layout.track[0] - 8
        return [
            Text(x, y, text, "left", letters, ink)
            for y, (text, ink) in zip(layout.lanes, names, strict=True)
        ]
    y = layout.track[0] - 10
    short = {"cell<br>state": "cell"}
    return [
        Text(x, y, short.get(text, text), "center", letters, ink)
        for x, (text, ink) in zip(layout.lanes, names, strict=True)
    ]


# ---- the picture and its features --------------------------------------------------------------


def colours(told: Told) -> list[str]:
    """Of the pixels, row by row, as CSS writes them."""
    text = told.pixels
    return [f"#{text[k : k + 3]}" for k in range(0, len(text), 3)]


def _tiles(layout: CaptionsLayout, count: int) -> list[Point]:
    """The middles of count × count tiles of the square, row by row."""
    left, top, size = layout.square
    pitch = size / count
    return [
        (round(left + (column + 0.5) * pitch, 2), round(top + (row + 0.5) * pitch, 2))
        for row in range(count)
        for column in range(count)
    ]


def _seen(layout: CaptionsLayout) -> list[PlotlyTrace]:
    left, top, size = layout.square
    pixel, block = layout.pixel + TILE, BLOCK * layout.pixel + TILE
    edge = [(left, top), (left + size, top), (left + size, top + size), (left, top + size)]
    veil = cells("veil", _tiles(layout, BLOCKS), size=(block, block), colour="$panel")
    veil["marker"]["opacity"] = [0.0] * BLOCKS**2
    hint = [(left, layout.strip[0] + layout.strip[1] / 2)]
    return [
        cells("pixels", _tiles(layout, SIDE), size=(pixel, pixel)),
        veil,
        line("edge", [*edge, edge[0]], colour="$wire", width=1.5),
        texts("hint", hint, [NO_TEXT], size=layout.letters, side="right"),
    ]


def _features(layout: CaptionsLayout, told: Told) -> PlotlyTrace:
    left, top, right, bottom = layout.feature_box
    count, across = len(told.described.features), layout.feature_columns
    down = -(-count // across)
    wide, high = (right - left) / across, (bottom - top) / down
    middles = [
        (round(left + (k % across + 0.5) * wide, 2), round(top + (k // across + 0.5) * high, 2))
        for k in range(count)
    ]
    return cells("features", middles, size=(round(wide - 2, 2), round(high - 2, 2)))


# ---- the steps ---------------------------------------------------------------------------------


def _steps(layout: CaptionsLayout, told: Told) -> list[PlotlyTrace]:
    columns, unit = told.columns, told.look.unit
    places = [[layout.at(t, lane, columns) for t in range(columns)] for lane in range(6)]
    reads, *lanes, says = places
    width = layout.cell[0] if columns <= 9 or not layout.wide else layout.cell[0] - 8
    size = (width, layout.cell[1])
    steps = [(t, unit) for t in range(len(told))]
    strips = [
        of_run(
            cells(
                name,
                spots[: len(told)],
                size=size,
                text_size=layout.letters if width > 40 else 11,
                scale=VALUES if name == "c" else gate_scale(name),
            ),
            steps,
        )
        for name, spots in zip(SIGNALS, lanes, strict=True)
    ]
    side: Side = "center"
    word = layout.letters + 1 if columns <= 9 else 11
    frames = [(FIRST_WORD + t, 0) for t in range(len(told))]
    said = texts(
        "says", says[: len(told)], [NO_TEXT] * len(told), size=word, colour="$ink", side=side
    )
    names = [] if not layout.wide else [words("lanes", _lane_names(layout, layout.letters))]
    return [
        *names,
        lines("wires", _wires(layout, told), colour="$wire", width=2),
        line("now", [NOWHERE] * 5, colour="$o", width=2, opacity=0.0),
        *strips,
        texts("reads", reads[: len(told)], [NO_TEXT] * len(told), size=min(word, 13), side=side),
        clickable(said, frames),
    ]


def _wires(layout: CaptionsLayout, told: Told) -> list[list[Point]]:
    """From what is read through the cell to what is said, and from each step to the next."""
    columns, count = told.columns, len(told)
    after_word, before_word = (19, 13) if layout.wide else (26, 20)
    half = layout.cell[1 if layout.wide else 0] / 2
    paths = []
    for t in range(count):
        read, first, last, said = (layout.at(t, lane, columns) for lane in (0, 1, 4, 5))
        paths += [
            _between(layout, read, first, after_word, half),
            _between(layout, last, said, half, before_word),
        ]
    middle = 3  # the lane of the cell state
    along = layout.cell[0 if layout.wide else 1] / 2
    for t in range(count - 1):
        here, there = (layout.at(n, middle, columns) for n in (t, t + 1))
        paths.append(_between(layout, here, there, along, along, across=True))
    return paths


def _between(
    layout: CaptionsLayout, a: Point, b: Point, after: float, before: float, *, across: bool = False
) -> list[Point]:
    """A straight piece from a to b, without its ends."""
    k = 0 if layout.wide == across else 1
    sign = 1 if b[k] > a[k] else -1
    start, end = list(a), list(b)
    start[k] += sign * after
    end[k] -= sign * before
    return [(start[0], start[1]), (end[0], end[1])]


# ---- what was weighed --------------------------------------------------------------------------


def row_at(layout: CaptionsLayout, k: int) -> tuple[float, float]:
    """How low the word of a row stands, and its bar."""
    _, top, _, bottom = layout.weighed
    pitch = (bottom - top - 38) / WEIGHED
    y = top + 34 + k * pitch
    return round(y + 0.3 * pitch, 2), round(y + 0.7 * pitch, 2)


def _weighed(layout: CaptionsLayout) -> list[PlotlyTrace]:
    left = layout.weighed[0] + 14
    rows = [row_at(layout, k) for k in range(WEIGHED)]
    nothing = [NO_TEXT] * WEIGHED
    size = layout.letters + 1
    return [
        texts(
            "names", [(left, y) for y, _ in rows], nothing, size=size, colour="$ink", side="right"
        ),
        bars(
            "bars",
            [(left, y) for _, y in rows],
            length=[0.0] * WEIGHED,
            thick=10,
            colour=["$off"] * WEIGHED,
            opacity=[1.0] * WEIGHED,
        ),
        texts("shares", [(left, y) for _, y in rows], nothing, size=size, side="right"),
    ]
