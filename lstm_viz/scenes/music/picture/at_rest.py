"""What the picture is drawn with: what never moves, and the markers that frames put in place."""

from __future__ import annotations

from lstm_viz.figures.charts import dots, heading, ticks
from lstm_viz.figures.shapes import (
    NOWHERE,
    PlotlyTrace,
    Text,
    bars,
    line,
    lines,
    markers,
    panel,
    texts,
    words,
)
from lstm_viz.networks.chorales.notes import name_of
from lstm_viz.scenes.music.picture import scrolled
from lstm_viz.scenes.music.picture.layout import MusicLayout
from lstm_viz.scenes.music.picture.shape import shape
from lstm_viz.scenes.music.record.music import Music
from lstm_viz.scenes.music.words.around import GIVEN, NEXT, after_it, unit_title, whose

LABELS = 6
"""Notes that are named beside their bars."""


def at_rest(layout: MusicLayout, music: Music) -> list[PlotlyTrace]:
    traces = [
        panel("roll room", layout.room),
        panel("expects room", layout.expects),
        panel("lane room", layout.lane),
        panel("shape room", layout.shape),
        _now(layout),
        *_ground(layout, music),
    ]
    traces += _moving(layout, music)
    traces += _expected(layout, music)
    return [*traces, *shape(layout)]


def _now(layout: MusicLayout) -> PlotlyTrace:
    """The column that is heard."""
    left, top, _, bottom = layout.roll
    return bars(
        "now",
        [(left, (top + bottom) / 2)],
        length=layout.column,
        thick=bottom - top,
        colour="$faint",
        opacity=[0.0],
    )


def _ground(layout: MusicLayout, music: Music) -> list[PlotlyTrace]:
    low, high = music.rows
    left, _top, right, _bottom = layout.roll
    octaves = [pitch for pitch in range(low, high + 1) if pitch % 12 == 0]
    size = layout.letters
    named = [Text(left - 5, layout.up(c, music), name_of(c), "left", size) for c in octaves]
    edges = [(layout.up(c, music) + layout.row(music) / 2) for c in octaves]
    said = [
        heading(layout.room, layout.room[1] + 15, whose(music, layout.wide), layout.title),
        *named,
        heading(layout.lane, layout.lane[1] + 15, unit_title(music, layout.wide), layout.letters),
    ]
    if layout.wide:
        said += [
            Text(right - 118, layout.room[1] + 15, GIVEN, "left", size, "$ink"),
            Text(right, layout.room[1] + 15, after_it(music), "left", size, "$text_h"),
        ]
    axes = scrolled.unit_axes(layout, music)
    zero = axes.up(0)
    said += ticks(
        axes, (), [(value, f"{value:.3g}".replace("-", "−")) for value in axes.y if value], size
    )
    return [
        lines("octaves", [[(left, y), (right, y)] for y in edges], colour="$faint", width=1),
        line("lane zero", [(left, zero), (right, zero)], colour="$wire", width=1),
        words("names", said),
    ]


def _moving(layout: MusicLayout, music: Music) -> list[PlotlyTrace]:
    tall = layout.roll[3] - layout.roll[1]
    thick = max(2.0, round(layout.row(music) - 1.5, 2))
    wide = max(2.0, layout.column - 2)
    kinds = scrolled.kinds(layout, music)

    def upright(name: str, colour: str, width: float, length: float = tall) -> PlotlyTrace:
        count = scrolled.markers(layout, music, kinds[name])
        return bars(
            name, [NOWHERE] * count, length=[length] * count, thick=width, colour=colour,
            opacity=[0.0] * count, upright=True,
        )  # fmt: skip

    def notes(name: str, colour: str) -> PlotlyTrace:
        count = scrolled.markers(layout, music, kinds[name])
        return bars(
            name, [NOWHERE] * count, length=wide, thick=thick, colour=colour,
            opacity=[0.0] * count,
        )  # fmt: skip

    marks = scrolled.markers(layout, music, kinds["ends"])
    return [
        upright("bar lines", "$wire", 1),
        upright("border", "$muted", 2),
        notes("given", "$ink"),
        notes("after", "$h"),
        upright("unit", f"${music.look.signal}", max(2.0, layout.column * 0.6), 1.0),
        markers(
            "ends", [NOWHERE] * marks, size=9, colour="$ink", symbol="triangle-down",
            opacity=[0.0] * marks,
        ),
    ]  # fmt: skip


def _expected(layout: MusicLayout, music: Music) -> list[PlotlyTrace]:
    low, high = music.rows
    pitches = range(low, high + 1)
    thick = max(2.0, round(layout.row(music) - 2, 2))
    places = [(layout.bars, layout.up(pitch, music)) for pitch in pitches]
    left, top, _, _ = layout.expects
    said = Text(left + (14 if layout.wide else 6), top + 15, NEXT[layout.name], "right",
                layout.title if layout.wide else layout.letters, "$ink")  # fmt: skip
    return [
        words("next words", [said]),
        line(
            "next zero",
            [(layout.bars, layout.roll[1]), (layout.bars, layout.roll[3])],
            colour="$wire",
            width=1,
        ),
        bars("expected", places, length=[0.0] * len(places), thick=thick, colour="$z"),
        dots(
            "came", [(layout.bars - 8, y) for _, y in places] if layout.wide
            else [(layout.bars - 4, y) for _, y in places],
            size=7 if layout.wide else 5, colour="$ink", edge_width=0,
        ),
        texts("likely", [NOWHERE] * LABELS, size=layout.letters, colour="$ink", side="right"),
    ]  # fmt: skip
