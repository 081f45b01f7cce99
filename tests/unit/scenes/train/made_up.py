"""Records as a training would leave them, without one: real runs of networks that grow."""

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.scenes.train.record.example import checkpoint_of, task_facts, telling_example
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import new_model
from lstm_viz.scenes.train.record.training_record import TrainingRecord, planned
from lstm_viz.tasks import TASKS

GROWN = 3.0
"""By how much the weights are larger at the end."""


def made_up(settings: Settings) -> TrainingRecord:
    """What is drawn, of all checkpoints; the loss falls and the score rises, both unsteadily."""
    task, rng = TASKS[settings.task], np.random.default_rng(settings.seed)
    untrained = new_model(settings, task, rng)
    example = telling_example(task, rng, settings.size)
    of = task_facts(task, settings.size)
    plan = planned(settings.steps)
    shares = np.arange(settings.steps + 1) / settings.steps
    scores = of["chance"] + (0.99 - of["chance"]) * shares * rng.uniform(0.8, 1, len(shares))
    losses = 2 * np.exp(-3 * shares) * rng.uniform(0.8, 1.2, len(shares))
    return TrainingRecord(
        settings=settings,
        **of,
        tokens=example.tokens[0],
        wanted=task.wanted(example, 0),
        planned=plan,
        checkpoints=tuple(
            checkpoint_of(
                grown(untrained, shares[k]), task, example, step=k, score=float(scores[k])
            )
            for k in plan
        ),
        losses=tuple((k, float(losses[k])) for k in range(1, settings.steps + 1)),
        scores=tuple((k, float(score)) for k, score in enumerate(scores)),
        examples_per_second=1000.0,
        ended=f"All {settings.steps} steps are done.",
    )


def grown(model: Model, share: float) -> Model:
    scale = np.float32(1 + (GROWN - 1) * share)
    larger = {name: array * scale for name, array in model.parameters.items()}
    return Model.from_parameters(model.kind, larger)
