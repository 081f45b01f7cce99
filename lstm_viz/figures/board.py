"""A picture that changes frame by frame and is no cell: curves, bars, boxes in a row.

A board is played by the same player as a film.  It has steps and stages too; every frame says in
patches how its traces differ, and carries its own words, with the numbers already in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lstm_viz.figures.shapes import Patch, PlotlyTrace
from lstm_viz.lesson.caption import Caption


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where the parts of a picture stand on one shape of screen; pixels, origin top left."""

    name: str
    """"wide" or "tall"."""
    size: tuple[float, float]

    @property
    def wide(self) -> bool:
        return self.name == "wide"


@dataclass(frozen=True)
class Picture:
    """A board drawn for one shape of screen; pixels, origin top left, y downwards.

    ``data`` are Plotly scatter traces, each with a ``name``; colours are roles (``"$ink"``).
    A point whose ``customdata`` is ``["@", t, k]`` takes the reader there when it is clicked; one
    with ``["run", t, unit]`` leads into a cell; one with ``[name, k]`` opens
    where it comes from, if the frame says so (``Frame.why``, ``Frame.elsewhere``).
    """

    width: float
    height: float
    data: list[PlotlyTrace]


@dataclass(frozen=True)
class Frame:
    """One moment of a board: what the traces look like, and what is said of it."""

    patches: Mapping[str, Mapping[str, Patch]]
    """Per picture ("wide", "tall"): trace name -> the attributes that differ."""
    told: Caption
    why: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Where values come from: by their name (``shapes.derived``) a line of HTML for each."""
    elsewhere: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The same of what is not listed: such a line stands alone when its value is clicked."""


@dataclass(frozen=True)
class Table:
    """What a picture shows, as a table: the text twin of a step."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Board:
    """``frames[t][k]`` is stage ``k`` of step ``t``; all steps have as many, the last one may have
    fewer."""

    steps: tuple[str, ...]
    """A label for each step; they stand in the ribbon."""
    frames: tuple[tuple[Frame, ...], ...]
    pictures: Mapping[str, Picture]
    """One called "wide", one called "tall"."""
    tables: tuple[Table, ...]
    alt: str
    """What the picture is, for who does not see it."""
    step_word: str = "step"
    """What a step is called in the readout: "step 3 of 6"."""

    def __post_init__(self) -> None:
        stages = [len(frames) for frames in self.frames]
        if len(stages) != len(self.steps) or not stages:
            raise ValueError("a board needs a row of frames for each step")
        if len({*stages[:-1], max(stages)}) != 1 or not stages[-1]:
            raise ValueError("a board needs rows of frames of one length; the last may be shorter")
        if len(self.tables) != len(self.steps):
            raise ValueError("a board needs a table for each step")
        if set(self.pictures) != {"wide", "tall"}:
            raise ValueError("a board needs a wide and a tall picture")

    def __len__(self) -> int:
        return sum(map(len, self.frames))


def stills(frames: Iterable[Frame]) -> tuple[tuple[Frame, ...], ...]:
    """The frames of a board whose steps have one stage each."""
    return tuple((frame,) for frame in frames)
