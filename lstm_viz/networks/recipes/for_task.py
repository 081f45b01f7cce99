"""Networks trained on examples that a task draws at random."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import numpy as np

from lstm_viz.learn import Batch, Model, train
from lstm_viz.networks.recipes.recipe import Measured, Recipe, Report
from lstm_viz.networks.stored import Stored
from lstm_viz.tasks import TASKS

HELD_OUT = 2_000
HELD_OUT_SEED = 20_261_122
"""No recipe may train with this seed."""
DATA = {"data": "drawn at random", "licence": "MIT"}
TELL_EVERY = 500


@dataclass(frozen=True)
class Settings:
    """What is trained, on what, for how long.

    size: the difficulty of the examples it is for; shortest: training draws sizes between this and
    `size`, each as likely, or `size` alone if None: a long task is learned from its short cases.
    """

    task: str
    size: int
    hidden_size: int
    seed: int
    steps: int
    cell: str = "lstm"
    layers: int = 1
    forget_bias: float | None = None
    learning_rate: float = 0.02
    batch_size: int = 32
    shortest: int | None = None


def drawn(name: str, settings: Settings) -> Recipe:
    """The recipe of a network that learns from fresh random examples at every step."""
    task = TASKS[settings.task]

    def trained(tell: Report) -> Stored:
        rng = np.random.default_rng(settings.seed)
        model = Model.init(
            cell=settings.cell,
            input_size=len(task.inputs),
            hidden_size=settings.hidden_size,
            output_size=len(task.outputs),
            layers=settings.layers,
            rng=rng,
            forget_bias=settings.forget_bias,
        )
        for progress in train(
            model,
            _batches(settings, rng),
            loss=task.loss,
            steps=settings.steps,
            learning_rate=settings.learning_rate,
        ):
            if progress.step % TELL_EVERY == 0:
                tell(f"step {progress.step:6,}  loss {progress.loss:.4f}")
            model = progress.model
        return Stored(model, _about(name, settings))

    return Recipe(name, trained, measured)


def measured(stored: Stored) -> Measured:
    """The task's score on fixed examples of the network's size, drawn with a seed of their own."""
    task, size = TASKS[stored.metadata["task"]], int(stored.metadata["size"])
    examples = task.test_examples(HELD_OUT, np.random.default_rng(HELD_OUT_SEED), size)
    score = task.score(stored.model.run(examples.x).outputs, examples)
    return Measured(score, task.scores, task.chance(size))


def _batches(settings: Settings, rng: np.random.Generator) -> Iterator[Batch]:
    task = TASKS[settings.task]
    shortest = settings.size if settings.shortest is None else settings.shortest
    while True:
        size = int(rng.integers(shortest, settings.size, endpoint=True))
        yield task.examples(settings.batch_size, rng, size).batch()


def _about(name: str, settings: Settings) -> dict[str, str]:
    in_words = {"task", "size", "seed", "steps", "cell"}
    others = {key: value for key, value in asdict(settings).items() if key not in in_words}
    return {
        "name": name,
        "task": settings.task,
        "size": str(settings.size),
        "seed": str(settings.seed),
        "steps": str(settings.steps),
        "settings": json.dumps(others),
        **DATA,
    }
