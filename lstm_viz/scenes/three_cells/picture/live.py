"""A live race: its three curves as far as they are, over the bands of the recorded one."""

from __future__ import annotations

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.notation import percent
from lstm_viz.scenes.three_cells.picture.layout import RaceLayout
from lstm_viz.scenes.three_cells.picture.race import (
    LAYOUTS,
    at_rest,
    axes_of,
    band,
    curve,
    score,
    size_of,
)
from lstm_viz.scenes.three_cells.record.live import LiveRecord
from lstm_viz.scenes.three_cells.record.races import Race
from lstm_viz.scenes.three_cells.words.live import there, told
from lstm_viz.scenes.three_cells.words.steps import NAMES

ALT = (
    "Scores over steps of training: a line for each cell in your race, over bands from the worst "
    "to the best of the recorded seeds"
)


def live_board(live: LiveRecord, recorded: Race) -> Board:
    """One frame: how it stands now."""
    frames = {one.name: _patches(one, live, recorded) for one in LAYOUTS}
    return Board(
        steps=(f"{live.race.marks[live.reached]:,}",),
        frames=((Frame(frames, told(live, recorded)),),),
        pictures={one.name: Picture(*one.size, at_rest(one, recorded)) for one in LAYOUTS},
        tables=(_table(live, recorded),),
        alt=ALT,
        step_word="picture",
    )


def _patches(layout: RaceLayout, live: LiveRecord, recorded: Race) -> dict[str, Patch]:
    axes, race, mark = axes_of(layout, recorded), live.race, live.reached
    found: dict[str, Patch] = {}
    for one, before in zip(race.runners, recorded.runners, strict=True):
        found[f"{one.cell} band"] = patch(band(axes, recorded, before, len(recorded.marks) - 1))
        found[f"{one.cell} mean"] = patch(curve(axes, race, one, mark))
    scores = [f"{size_of(one)}: {score(one, mark)}" for one in race.runners]
    arrived = [there(race, one, mark) or NO_TEXT for one in race.runners]
    return {**found, "scores": patch(text=scores), "arrived": patch(text=arrived)}


def _table(live: LiveRecord, recorded: Race) -> Table:
    race, mark = live.race, live.reached
    step = race.marks[mark]
    at = max(k for k, there in enumerate(recorded.marks) if there <= step)
    return Table(
        f"After {step:,} steps, seed {race.seeds[0]}: {race.task.scores}",
        ("", "units", "parameters", "your race", "worst recorded", "best recorded"),
        tuple(
            (
                NAMES[one.cell], str(one.units), str(one.parameters), percent(one.mean[mark]),
                percent(before.least[at]), percent(before.most[at]),
            )
            for one, before in zip(race.runners, recorded.runners, strict=True)
        ),
    )  # fmt: skip
