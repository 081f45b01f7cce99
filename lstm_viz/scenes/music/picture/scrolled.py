"""What scrolls under the line of now: notes, bar lines, ends of phrases, the values of one unit.

A thing keeps its marker for as long as it is on screen, so that it slides; a marker whose thing has
left is given to one that comes.  For that the things of a kind are numbered along the piece, and
there are as many markers as things can be on screen at once: number n has marker n mod that.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import Patch, patch, stroke
from lstm_viz.scenes.music.picture.layout import MusicLayout
from lstm_viz.scenes.music.record.music import Music

PALE, FULL = 0.36, 1.0
"""Opacity of what is yet to come, and of what has been heard."""


@dataclass(frozen=True)
class Thing:
    """At a quarter; ``y`` is its middle, ``length`` that of an upright bar."""

    quarter: int
    y: float
    length: float = 0.0


@dataclass(frozen=True)
class Kind:
    """Things that look alike, in the order of their quarters, in the trace of this name.

    They stand ``at`` so much of their quarter, and are ``pale`` as long as it is yet to come;
    ``upright``: they are bars, whose lengths come with them.
    """

    name: str
    things: tuple[Thing, ...]
    at: float = 0.5
    pale: float = PALE
    upright: bool = False

    def between(self, first: int, last: int) -> range:
        """The numbers of those at quarters from ``first`` to before ``last``."""
        return range(bisect_left(self._quarters, first), bisect_left(self._quarters, last))

    @cached_property
    def _quarters(self) -> list[int]:
        return [thing.quarter for thing in self.things]


def kinds(layout: MusicLayout, music: Music) -> dict[str, Kind]:
    """By name."""
    there = (
        Kind("bar lines", bar_lines(layout, music), at=0, pale=FULL),
        Kind("border", border(layout, music), at=0, pale=FULL),
        Kind("given", notes(layout, music, 0, music.given)),
        Kind("after", notes(layout, music, music.given, len(music))),
        Kind("unit", watched(layout, music), upright=True),
        Kind("ends", ends(layout, music), pale=FULL),
    )
    return {kind.name: kind for kind in there}


def notes(layout: MusicLayout, music: Music, first: int, last: int) -> tuple[Thing, ...]:
    """Those of the quarters from ``first`` to before ``last``."""
    return tuple(
        Thing(t, layout.up(pitch, music)) for t in range(first, last) for pitch in music.chords[t]
    )


def bar_lines(layout: MusicLayout, music: Music) -> tuple[Thing, ...]:
    bar, upbeat = music.beginning.bar, music.beginning.upbeat
    if music.own:  # nobody said where its bars begin
        return ()
    middle = (layout.roll[1] + layout.roll[3]) / 2
    return tuple(Thing(t, middle) for t in range(upbeat, len(music) + 1, bar))


def ends(layout: MusicLayout, music: Music) -> tuple[Thing, ...]:
    return tuple(Thing(t, layout.unit[1] - 6) for t in music.known_ends)


def border(layout: MusicLayout, music: Music) -> tuple[Thing, ...]:
    """Where the beginning is over."""
    return (Thing(music.given, (layout.roll[1] + layout.roll[3]) / 2),)


def watched(layout: MusicLayout, music: Music) -> tuple[Thing, ...]:
    """The unit's value after each quarter, as a bar from 0."""
    axes = unit_axes(layout, music)
    zero = axes.up(0)
    tips = [axes.up(float(value)) for value in music.watched[1:]]
    return tuple(
        Thing(t, round((zero + tip) / 2, 2), max(1.0, abs(zero - tip)))
        for t, tip in enumerate(tips)
    )


def unit_axes(layout: MusicLayout, music: Music) -> Axes:
    """Its values up; 0 is always there, and of a gate 1."""
    left, top, right, bottom = layout.unit
    values = [0.0, *music.watched.tolist()] + [1.0] * (music.look.signal != "c")
    return Axes(left=left, top=top, right=right, bottom=bottom, y=(min(values), max(values)))


def markers(layout: MusicLayout, music: Music, kind: Kind) -> int:
    """How many are needed at once, one at least."""
    firsts = range(len(music) + 1)
    return max(1, *(len(kind.between(at, at + layout.columns + 1)) for at in firsts))


def scrolled(layout: MusicLayout, music: Music, kind: Kind, count: int, t: int) -> Patch:
    """What a frame says of the ``count`` markers of a kind."""
    first = layout.first(t, len(music))
    places: list[Point] = [(layout.roll[0], layout.roll[1])] * count
    seen, sizes = [0.0] * count, [1.0] * count
    for n in kind.between(first, first + layout.columns + (kind.at == 0)):
        thing = kind.things[n]
        places[n % count] = layout.across(thing.quarter + kind.at, first), thing.y
        seen[n % count] = FULL if thing.quarter < t else kind.pale
        sizes[n % count] = stroke(thing.length)
    return patch(places, opacity=seen, size=sizes if kind.upright else None)
