"""Before a race: how many of the simple RNNs will learn the task?"""

from __future__ import annotations

from functools import partial

from lstm_viz.lesson.question import Again, Choice, Option
from lstm_viz.scenes.three_cells.record.races import Race
from lstm_viz.scenes.three_cells.words.races import arrived, good_enough

CONCEPT = "rnn-cannot-hold"
OPTIONS = {"none": "None", "some": "Some of them", "all": "All of them"}


def question(race: Race) -> Choice:
    """Who says "none" in vain holds that no simple RNN can remember."""
    rnn, count = race.runners[0], len(race.seeds)
    title = race.task.title
    return Choice(
        f"race-{race.task.id}-{race.match}",
        1,
        0,
        f"{count} simple RNNs of {rnn.units} units, each from its own seed: how many will learn "
        f"“{title}” ({good_enough(race)} right) within {race.steps:,} steps?",
        tuple(_option(id, text) for id, text in OPTIONS.items()),
        arrived,
        Again(
            CONCEPT,
            f"“{title}” was put to {count} simple RNNs with {rnn.parameters} parameters each. How "
            "many learned it?",
            tuple(_option(id, text) for id, text in reversed(OPTIONS.items())),
            arrived,
        ),
    )


def _option(id: str, text: str) -> Option:
    return Option(text, partial(_is, id), CONCEPT if id == "none" else None)


def _is(id: str, race: Race) -> bool:
    count = sum(k is not None for k in race.runners[0].done(race.task.good_enough))
    return id == ("none" if not count else "all" if count == len(race.seeds) else "some")
