"""What stands around the picture: what this is, what to take along, how it was measured."""

from __future__ import annotations

import json

from lstm_viz.networks.basket import right_after_by_seed
from lstm_viz.networks.basket_run import (
    COMMAND,
    HELD_OUT,
    LSTM,
    NO_PENALTY,
    OTHER,
    RNN,
    metadata,
    recorded,
)
from lstm_viz.networks.recipes.basket import (
    BATCH_SIZE,
    LEARNING_RATE,
    PENALTY,
    PENALTY_FROM,
    PENALTY_ON_CANDIDATE,
    STEPS,
    STORIES,
)
from lstm_viz.scenes.how_it_learns.record.jobs import OPEN, SHUT, jobs
from lstm_viz.scenes.how_it_learns.words.captions import bias, by_gate

OPENING = (
    "**Nobody set these gates.** They begin at random; the network is told how wrong its answers "
    "are."
)
ENDING = (
    "**To remember.** [[Training]] makes wrong answers a little less wrong, step by step; "
    "gates that open and shut at the right words are what comes of it."
)
MEASURED_TITLE = "What was trained, and when has a gate found its job?"


def measured() -> str:
    """How the films came to be: Markdown."""
    seeds = json.loads(metadata()["seeds"])
    return (
        f"**A job** is found from the checkpoint on at which the gate is at least {OPEN:g} open at "
        f"every word where it is needed, and at most {SHUT:g} at all others, on average over "
        f"{HELD_OUT} stories that were not trained on, and stays so to the end. Right answers and "
        "loss are measured on the same stories, at the questions. The fruit on the belt are what "
        "the network would say if all its doors let it out; hollow ones count below 0.\n\n"
        f"**The training**: {STEPS:,} steps of {BATCH_SIZE} of {STORIES:,} stories each, by Adam "
        f"from a [[learning rate]] of {LEARNING_RATE:g} down to 0, seed {seeds[LSTM]}. It made the "
        "LSTM of this lesson. The RNN was trained alike; of "
        f"{len(right_after_by_seed())} seeds it is the one that was right most often. The weights "
        f"at each checkpoint ship with the app; `{COMMAND}` makes them again.\n\n"
        "**In your own** the LSTM is trained anew from the forget bias that is set, and beside it "
        f"the RNN, seed {seeds[RNN]}, step by step from the same stories. What is said of them was "
        "measured on that run alone.\n\n"
        f"**The penalty** from step {PENALTY_FROM} on, at every word, mean over all: "
        f"{PENALTY:g}·(i + (1 − f) + o) and {PENALTY_ON_CANDIDATE:g}·i·g², with i as a constant. "
        f"It also pushes forget gates open, in the training from {bias(recorded(OTHER))} too. "
        f"{_without_penalty()}"
    )


def _without_penalty() -> str:
    run = recorded(NO_PENALTY)
    found = [job for job in jobs(run) if job.step is not None]
    missing = [job for job in jobs(run) if job.step is None]
    last = max((job.step for job in found if job.step is not None), default=0)
    said = (
        f"The same training without it ends with {100 * run.checkpoints[-1].right:.0f} % right "
        f"answers as well; found by step {last:,}: {by_gate(found)}"
    )
    return f"{said}; not by this measure: {by_gate(missing)}." if missing else f"{said}."
