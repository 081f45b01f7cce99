"""What is said of a race: all of it computed from the file."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import percent
from lstm_viz.scenes.three_cells.record.races import COMMAND, Race, Runner, made
from lstm_viz.scenes.three_cells.words.steps import SHORT

FRAMES = 6
"""Of a race, from the start to the end."""


def mark_at(race: Race, frame: int) -> int:
    """How far the race is at a frame: the number of the last mark that is seen."""
    return round((len(race.marks) - 1) * frame / (FRAMES - 1))


def told(race: Race, frame: int) -> Caption:
    mark = mark_at(race, frame)
    if frame == 0:
        return caption("Before the start", start(race))
    if frame == FRAMES - 1:
        return caption(f"The end, after {race.marks[mark]:,} steps", verdict(race))
    return caption(f"After {race.marks[mark]:,} steps of training", so_far(race, mark))


def start(race: Race) -> str:
    sizes = ", ".join(
        f"{SHORT[one.cell]} {one.units} units and {one.parameters} parameters"
        for one in race.runners
    )
    return (
        f"{race.task.asks} {race.task.size_name.capitalize()} {race.size}. {sizes}. Each is "
        f"trained {len(race.seeds)} times; with a seed all three see the same sequences. The LSTM "
        "has one head start, the usual one: a [[forget bias]] of 1. Who will get there first?"
    )


def so_far(race: Race, mark: int) -> str:
    rows = [
        f"{SHORT[one.cell]} {percent(one.mean[mark])} ({_range(one, mark)})" for one in race.runners
    ]
    return (
        f"Mean score and, in brackets, the worst and the best of {len(race.seeds)} seeds: "
        f"{', '.join(rows)}. Without memory {percent(race.chance)} can be had."
    )


def _range(one: Runner, mark: int) -> str:
    return f"{percent(one.least[mark])} to {percent(one.most[mark])}"


def verdict(race: Race) -> str:
    return f"{arrived(race)} {_first(race)} {_spread(race)}"


def arrived(race: Race) -> str:
    rnn, *others = (
        f"the {SHORT[one.cell]} with {len(arrivals(race, one))}" for one in race.runners
    )
    return (
        f"Reached {good_enough(race)} within {race.steps:,} steps: {rnn} of {len(race.seeds)} "
        f"seeds, {' and '.join(others)}."
    )


def good_enough(race: Race) -> str:
    return f"{100 * race.task.good_enough:g} %"


def arrivals(race: Race, one: Runner) -> list[int]:
    """After how many steps it was good enough, of the seeds with which it was."""
    return [race.marks[k] for k in one.done(race.task.good_enough) if k is not None]


def _first(race: Race) -> str:
    """Who is there first, if somebody always is; else who has the best score at the end."""
    every = [one for one in race.runners if len(arrivals(race, one)) == len(race.seeds)]
    if every:
        times = sorted((_mean(arrivals(race, one)), SHORT[one.cell]) for one in every)
        rows = ", ".join(f"{name} {steps:,.0f}" for steps, name in times)
        return f"Who did with every seed needed, on average: {rows} steps."
    final = sorted(((float(one.mean[-1]), SHORT[one.cell]) for one in race.runners), reverse=True)
    return (
        "Mean score at the end: " + ", ".join(f"{n} {percent(score)}" for score, n in final) + "."
    )


def _mean(values: list[int]) -> float:
    return sum(values) / len(values)


def ranking(race: Race) -> tuple[tuple[Runner, ...], bool]:
    """The best on average first (over the whole race), and whether it is so with every seed."""
    order = tuple(sorted(race.runners, key=lambda one: -float(one.scores.mean())))
    best, second = (one.scores.mean(axis=1) for one in order[:2])
    return order, bool((best > second).all())


def _spread(race: Race) -> str:
    (best, second, _), always = ranking(race)
    first, other = SHORT[best.cell], SHORT[second.cell]
    means = f"In the mean score over the whole race the {first} is ahead"
    if always:
        return f"{means} of the {other} with every seed."
    ahead = int((best.scores.mean(axis=1) > second.scores.mean(axis=1)).sum())
    beats = f"it beats the {other} with {ahead} of {len(race.seeds)} seeds only"
    return f"{means}, but {beats}: no clear win."


def origin(race: Race) -> str:
    """When and how it was run, in Markdown."""
    by = made()
    return (
        f"Recorded on {by['date']} with seeds {race.seeds[0]} to {race.seeds[-1]} (Python "
        f"{by['python']}, NumPy {by['numpy']}): 32 sequences a step, Adam, learning rate 0.01, "
        f"scored on 256 sequences never trained on; who reaches {good_enough(race)} stops and "
        f"keeps that score. `{COMMAND}` runs them again."
    )
