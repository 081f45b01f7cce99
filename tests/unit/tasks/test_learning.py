"""A short training run really learns: each cell, on tasks that it is known to learn soon."""

import numpy as np
import pytest

from lstm_viz.learn import Model, train
from lstm_viz.tasks import TASKS

# task, size, cell, units, steps; the score on new examples must come this near to good_enough
RUNS = [
    ("parity", 8, "rnn", 8, 600, 0.95),
    ("parity", 8, "gru", 8, 600, 0.95),
    ("parity", 8, "lstm", 8, 600, 0.95),
    ("first-symbol", 5, "rnn", 12, 600, 0.9),
    ("first-symbol", 5, "gru", 12, 600, 0.9),
    ("first-symbol", 5, "lstm", 12, 600, 0.9),
    ("brackets", 12, "lstm", 8, 600, 0.97),
    ("anbn", 5, "lstm", 8, 800, 0.95),
    ("adding", 10, "lstm", 16, 1000, 0.8),
    ("copying", 2, "lstm", 24, 800, 0.8),
    ("reber", 10, "lstm", 12, 800, 0.95),
    ("next-character", 20, "lstm", 24, 300, 0.7),
]


@pytest.mark.trains("arithmetic")
@pytest.mark.parametrize(
    ("id", "size", "cell", "units", "steps", "bar"),
    RUNS,
    ids=[f"{run[0]} {run[2]}" for run in RUNS],
)
def test_training_takes_it_well_above_chance(
    id: str, size: int, cell: str, units: int, steps: int, bar: float
) -> None:
    task, rng = TASKS[id], np.random.default_rng(0)
    model = Model.init(
        cell=cell, input_size=len(task.inputs), hidden_size=units, output_size=len(task.outputs),
        rng=rng,
    )  # fmt: skip
    unseen = task.test_examples(400, np.random.default_rng(1), size)

    def score(candidate: Model) -> float:
        return task.score(candidate.run(unseen.x).outputs, unseen)

    batches = (task.examples(32, rng, size).batch() for _ in range(steps))
    best = None
    for progress in train(
        model, batches, loss=task.loss, steps=steps, learning_rate=2e-2, score=score,
        score_every=50, good_enough=bar,
    ):  # fmt: skip
        best = progress.best
    assert best is not None and best >= bar > task.chance(size) + 0.05
    assert score(model) < bar  # it was not so from the start
