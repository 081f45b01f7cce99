"""What a training on a task is given: batches without end, and a score; both can be pickled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lstm_viz.learn.batch import Batch
from lstm_viz.learn.model import Model
from lstm_viz.tasks.task import Examples, Task


@dataclass(frozen=True, eq=False)
class Batches(Iterator[Batch]):
    """Of ``count`` fresh examples each, for ever."""

    task: Task
    count: int
    rng: np.random.Generator
    size: int

    def __next__(self) -> Batch:
        return self.task.examples(self.count, self.rng, self.size).batch()


@dataclass(frozen=True, eq=False)
class HeldOutScore:
    """How well a network does on examples that it is not trained on."""

    task: Task
    examples: Examples

    def __call__(self, model: Model) -> float:
        return self.task.score(model.run(self.examples.x).outputs, self.examples)
