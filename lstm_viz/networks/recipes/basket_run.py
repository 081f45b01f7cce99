"""The trainings of the networks that read Mia's basket, recorded at their checkpoints."""

from __future__ import annotations

import json
from time import perf_counter

from lstm_viz.learn import Model
from lstm_viz.networks.basket_run import (
    COMMAND,
    LSTM,
    NO_PENALTY,
    OTHER,
    OTHER_BIAS,
    RNN,
    STEPS,
    to_bytes,
)
from lstm_viz.networks.recipes import basket as recipe
from lstm_viz.networks.recipes.for_task import DATA
from lstm_viz.networks.recipes.recipe import Report
from lstm_viz.networks.stored import load


def recorded_anew(tell: Report) -> bytes:
    """The file: the trainings that made the shipped networks, and two more to compare."""
    seeds = {LSTM: recipe.SEED, OTHER: recipe.SEED, NO_PENALTY: recipe.SEED}
    seeds[RNN] = int(load("basket-rnn").metadata["seed"])
    runs: dict[str, list[Model]] = {}
    seconds: dict[str, float] = {}
    for name, seed in seeds.items():
        cell = "rnn" if name == RNN else "lstm"
        bias = OTHER_BIAS if name == OTHER else recipe.FORGET_BIAS
        started = perf_counter()
        runs[name] = [recipe.untrained(cell, seed, bias)]
        for step, _, model in recipe.training(
            cell, seed, forget_bias=bias, charged=name != NO_PENALTY
        ):
            if step in STEPS:
                runs[name].append(model)
        seconds[name] = round(perf_counter() - started, 1)
        tell(f"{name}, seed {seed}: {recipe.STEPS:,} steps")
    return to_bytes(
        runs,
        {
            "seeds": json.dumps(seeds),
            "forget_bias": json.dumps({LSTM: recipe.FORGET_BIAS, OTHER: OTHER_BIAS}),
            "steps": str(recipe.STEPS),
            "seconds": json.dumps(seconds),
            "made_by": COMMAND,
            **DATA,
        },
    )
