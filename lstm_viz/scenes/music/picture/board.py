"""The piece as a board: one frame before it begins, then one a quarter."""

from __future__ import annotations

from collections.abc import Callable

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, stroke
from lstm_viz.networks.chorales.notes import LOW, name_of, named
from lstm_viz.notation import percent
from lstm_viz.scenes.music.picture.at_rest import LABELS, at_rest
from lstm_viz.scenes.music.picture.layout import LAYOUTS, MusicLayout
from lstm_viz.scenes.music.picture.scrolled import kinds, markers, scrolled
from lstm_viz.scenes.music.record.music import Music
from lstm_viz.scenes.music.words.captions import told

ALT = (
    "A piano roll: quarters across, pitches up, the chord that is heard marked. Beside it a bar "
    "for each pitch, as long as it is likely next; below it one unit of the network"
)
NAMED = 0.15
"""A note that is less likely is not named."""
APART = 13
"""Pixels between two names, at least."""


def music_board(music: Music) -> Board:
    steps = range(len(music) + 1)
    drawn = [(layout, frames(layout, music)) for layout in LAYOUTS]
    return Board(
        steps=("start", *(str(t) for t in steps[1:])),
        frames=stills(
            Frame({layout.name: of(t) for layout, of in drawn}, told(music, t)) for t in steps
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout, music)) for layout in LAYOUTS},
        tables=tuple(_table(music, t) for t in steps),
        alt=ALT,
        step_word="step",
    )


def frames(layout: MusicLayout, music: Music) -> Callable[[int], dict[str, Patch]]:
    """What each step's frame says of the traces."""
    moving = [(kind, markers(layout, music, kind)) for kind in kinds(layout, music).values()]
    middle = (layout.roll[1] + layout.roll[3]) / 2

    def frame(t: int) -> dict[str, Patch]:
        now = layout.across(max(0, t - 1) + 0.5, layout.first(t, len(music)))
        return {
            "now": patch([(now, middle)], opacity=[1.0 if t else 0.0]),
            **{kind.name: scrolled(layout, music, kind, count, t) for kind, count in moving},
            **_expected(layout, music, t),
        }

    return frame


def _expected(layout: MusicLayout, music: Music, t: int) -> dict[str, Patch]:
    low, high = music.rows
    likely = music.piece.expected[t, low - LOW : high - LOW + 1]
    heights = [layout.up(pitch, music) for pitch in range(low, high + 1)]
    lengths = [layout.full * float(share) for share in likely]
    came = music.came_next(t) or ()
    named_ = _named(layout, lengths, heights, low)
    names = named_ + [((layout.bars, heights[0]), NO_TEXT)] * (LABELS - len(named_))
    return {
        "expected": patch(
            [
                (round(layout.bars + length / 2, 1), y)
                for length, y in zip(lengths, heights, strict=True)
            ],
            size=[round(stroke(length), 1) for length in lengths],
        ),
        "came": patch(opacity=[1.0 if pitch in came else 0.0 for pitch in range(low, high + 1)]),
        "likely": patch([place for place, _ in names], text=[text for _, text in names]),
    }


def _named(
    layout: MusicLayout, lengths: list[float], heights: list[float], low: int
) -> list[tuple[Point, str]]:
    """The likeliest notes, with names that do not lie on each other."""
    found: list[tuple[Point, str]] = []
    for k in sorted(range(len(lengths)), key=lambda k: -lengths[k]):
        share = lengths[k] / layout.full
        if share < NAMED or len(found) == LABELS:
            break
        if all(abs(y - heights[k]) >= APART for (_, y), _ in found):
            text = f"{name_of(low + k)} {percent(share)}" if layout.wide else name_of(low + k)
            found.append(((round(layout.bars + lengths[k] + 4, 1), heights[k]), text))
    return found


def _table(music: Music, t: int) -> Table:
    """What is heard, and what was held likely before it came."""
    expected = music.piece.expected[t]
    came = music.came_next(t)
    order = sorted(range(len(expected)), key=lambda k: -expected[k])[:8]
    there = {pitch - LOW for pitch in came or ()}
    order += sorted(there - set(order))
    heard = named(music.chords[t - 1]) if t else "nothing yet"
    return Table(
        f"Heard: {heard}. How likely each note is in quarter {t + 1}",
        ("note", "likely", "came"),
        tuple(
            (
                name_of(LOW + k),
                percent(float(expected[k])),
                "" if came is None else "yes" if k in there else "no",
            )
            for k in order
        ),
    )
