"""What is said of a live race: all of it computed from the three runs."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import percent
from lstm_viz.scenes.three_cells.record.live import LiveRecord
from lstm_viz.scenes.three_cells.record.races import Race, Runner
from lstm_viz.scenes.three_cells.words.races import arrivals, good_enough
from lstm_viz.scenes.three_cells.words.steps import SHORT


def told(live: LiveRecord, recorded: Race) -> Caption:
    race = live.race
    name = f"Your race, seed {race.seeds[0]}"
    if live.ended:
        return caption(f"{name}: the end", f"{verdict(race)} {beside(recorded)}")
    steps = race.marks[live.reached]
    scores = ", ".join(
        f"{SHORT[one.cell]} {percent(one.mean[live.reached])}" for one in race.runners
    )
    return caption(
        f"{name}: after {steps:,} of {race.steps:,} steps",
        f"{scores}; without memory {percent(race.chance)} can be had. The shaded bands are the "
        f"{_recorded(recorded)}, from the worst to the best.",
    )


def verdict(race: Race) -> str:
    """Who was good enough, and after how many steps; where the others ended."""
    there = sorted(
        (steps, SHORT[one.cell]) for one in race.runners for steps in arrivals(race, one)
    )
    ended = [
        f"the {SHORT[one.cell]} ended at {percent(one.mean[-1])}"
        for one in race.runners
        if not arrivals(race, one)
    ]
    goal = f"{good_enough(race)} right, measured every {race.marks[1]} steps"
    if not there:
        return f"None reached {goal}, within {race.steps:,}: {', '.join(ended)}."
    rows = ", ".join(f"the {name} after {steps:,}" for steps, name in there)
    rest = f" Not within {race.steps:,}: {', '.join(ended)}." if ended else ""
    return f"Reached {goal}: {rows} steps.{rest}"


def beside(recorded: Race) -> str:
    """One seed is one throw of the dice."""
    rows = ", ".join(
        f"the {SHORT[one.cell]} with {len(arrivals(recorded, one))}" for one in recorded.runners
    )
    return f"One seed is one try. Of the {_recorded(recorded)}, it was reached by {rows}."


def _recorded(recorded: Race) -> str:
    return f"{len(recorded.seeds)} recorded seeds"


def there(race: Race, one: Runner, mark: int) -> str:
    """After how many steps, once it is; beside the curve."""
    steps = [found for found in arrivals(race, one) if found <= race.marks[mark]]
    return f"reached {good_enough(race)} after {steps[0]:,} steps" if steps else ""
