"""A race: the mean score of each cell over training, in a band from its worst seed to its best."""

from __future__ import annotations

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import Axes, ticks
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, Text, line, patch, texts, words
from lstm_viz.notation import percent
from lstm_viz.scenes.three_cells.picture.layout import RACE_TALL, RACE_WIDE, RaceLayout
from lstm_viz.scenes.three_cells.record.races import Race, Runner
from lstm_viz.scenes.three_cells.words.races import FRAMES, arrivals, mark_at, told
from lstm_viz.scenes.three_cells.words.steps import NAMES

LAYOUTS = (RACE_WIDE, RACE_TALL)
PENS = {"rnn": ("muted", "dot"), "gru": ("z", "dash"), "lstm": ("h", None)}
"""Colour and dash of each cell."""
SIGNS = {"rnn": "· · ·", "gru": "– –", "lstm": "—"}
LEVELS = (0.0, 0.25, 0.5, 0.75, 1.0)
SHADE = 0.16
ALT = (
    "Scores over steps of training: a line for each cell, the mean of its seeds, in a band from "
    "the worst seed to the best"
)


def race_board(race: Race) -> Board:
    frames = range(FRAMES)
    return Board(
        steps=tuple(f"{race.marks[mark_at(race, k)]:,}" for k in frames),
        frames=stills(
            Frame({one.name: _patches(one, race, k) for one in LAYOUTS}, told(race, k))
            for k in frames
        ),
        pictures={one.name: Picture(*one.size, at_rest(one, race)) for one in LAYOUTS},
        tables=tuple(_table(race, k) for k in frames),
        alt=ALT,
        step_word="picture",
    )


def axes_of(layout: RaceLayout, race: Race) -> Axes:
    plot = layout.plot
    return Axes(
        left=plot.left, top=plot.top, right=plot.right, bottom=plot.bottom, x=(0, race.steps)
    )


def at_rest(layout: RaceLayout, race: Race) -> list[PlotlyTrace]:
    axes, size = axes_of(layout, race), layout.letters
    quarter = race.steps // 4
    said = [
        *ticks(axes, range(0, race.steps + 1, quarter), [(y, percent(y)) for y in LEVELS], size),
        Text(axes.left - 36, axes.top - 18, f"{_short(race)}", "right", size),
        Text(axes.right, axes.bottom + 2.4 * size, "steps of training", "left", size),
        Text(axes.right - 4, axes.up(race.chance) - 8, "no memory", "left", size),
    ]
    names = [
        Text(x, y, f"{SIGNS[one.cell]} <b>{NAMES[one.cell]}</b>", "right", size + 2, _ink(one))
        for (x, y), one in zip(layout.rows, race.runners, strict=True)
    ]
    starts = [curve(axes, race, one, 0) for one in race.runners]
    bands = [band(axes, race, one, 0) for one in race.runners]
    under = [(x, y + size + 8) for x, y in layout.rows]
    last = [(x, y + 2 * (size + 7)) for x, y in layout.rows]
    return [
        *(line(f"level {y:g}", axes.level(y), colour="$faint", width=1) for y in LEVELS),
        line("chance", axes.level(race.chance), colour="$muted", width=1.5, dash="dash"),
        words("words", [*said, *names]),
        *(
            line(f"{one.cell} band", points, colour=f"${PENS[one.cell][0]}", width=0,
                 fill=f"${PENS[one.cell][0]}", opacity=SHADE)
            for one, points in zip(race.runners, bands, strict=True)
        ),
        *(
            line(f"{one.cell} mean", points, colour=f"${PENS[one.cell][0]}",
                 width=layout.stroke, dash=PENS[one.cell][1])
            for one, points in zip(race.runners, starts, strict=True)
        ),
        texts("scores", under, size=size, colour="$ink", side="right"),
        texts("arrived", last, size=size, colour="$muted", side="right"),
    ]  # fmt: skip


def _short(race: Race) -> str:
    return f"score: {race.task.scores}"


def _ink(one: Runner) -> str:
    colour = PENS[one.cell][0]
    return "$ink" if colour == "muted" else f"$text_{colour}"


def curve(axes: Axes, race: Race, one: Runner, mark: int) -> list[Point]:
    return _up_to(axes, race, list(one.mean), mark)


def band(axes: Axes, race: Race, one: Runner, mark: int) -> list[Point]:
    most = _up_to(axes, race, list(one.most), mark)
    return most + _up_to(axes, race, list(one.least), mark)[::-1]


def _up_to(axes: Axes, race: Race, values: list[float], mark: int) -> list[Point]:
    """As many points at every frame: those that are not there yet lie on the last."""
    last = [min(k, mark) for k in range(len(race.marks))]
    return [axes.at(race.marks[k], values[k]) for k in last]


def _patches(layout: RaceLayout, race: Race, frame: int) -> dict[str, Patch]:
    axes, mark = axes_of(layout, race), mark_at(race, frame)
    found: dict[str, Patch] = {}
    for one in race.runners:
        found[f"{one.cell} band"] = patch(band(axes, race, one, mark))
        found[f"{one.cell} mean"] = patch(curve(axes, race, one, mark))
    scores = [f"{size_of(one)}: {score(one, mark)}" for one in race.runners]
    there = [_there(race, one, mark) for one in race.runners]
    return {**found, "scores": patch(text=scores), "arrived": patch(text=there)}


def size_of(one: Runner) -> str:
    return f"{one.units} units, {one.parameters} parameters"


def score(one: Runner, mark: int) -> str:
    return f"<b>{percent(one.mean[mark])}</b>"


def _there(race: Race, one: Runner, mark: int) -> str:
    there = [steps for steps in arrivals(race, one) if steps <= race.marks[mark]]
    return f"{len(there)} of {len(race.seeds)} seeds have learned it" if mark else NO_TEXT


def _table(race: Race, frame: int) -> Table:
    mark = mark_at(race, frame)
    return Table(
        f"After {race.marks[mark]:,} steps: {race.task.scores}",
        ("", "units", "parameters", "mean", "worst seed", "best seed"),
        tuple(
            (
                NAMES[one.cell], str(one.units), str(one.parameters), percent(one.mean[mark]),
                percent(one.least[mark]), percent(one.most[mark]),
            )
            for one in race.runners
        ),
    )  # fmt: skip
