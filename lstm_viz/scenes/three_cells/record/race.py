"""Run the races again and write ``races.json``; takes about two minutes.

python -m lstm_viz.scenes.three_cells.record.race

A network is trained as "Train one yourself" trains it: same random numbers, same settings.
"""

from __future__ import annotations

import json
import platform
from datetime import UTC, datetime
from importlib import resources
from typing import Any

import numpy as np

from lstm_viz.learn import Model, one_thread, train
from lstm_viz.scenes.three_cells.record.races import CELLS, FILE, SIZES, UNITS
from lstm_viz.tasks import TASKS, Task
from lstm_viz.tasks.drawn import Batches, HeldOutScore
from lstm_viz.workspace import Workspace

SEEDS = (0, 1, 2, 3, 4)
STEPS = {"first-symbol": 1800, "parity": 1200, "copying": 2400}
MARKS = 60
"""How often the score is measured."""
RATE = 0.01
BATCH_SIZE = 32
HELD_OUT = 256
DIGITS = 6
"""Of a weight that is kept."""
DIVERGED = "A training came to numbers that are too large to go on; another seed may not."


def main() -> None:
    one_thread()
    races = {task: _race(TASKS[task], size) for task, size in SIZES.items()}
    made = {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "seeds": SEEDS,
        "races": races,
    }
    with resources.as_file(FILE) as file:
        file.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"wrote {file}")


def _race(task: Task, size: int) -> dict[str, Any]:
    """Every cell with as many units as the LSTM, then with about as many parameters."""
    steps = STEPS[task.id]
    every = steps // MARKS
    same = {cell: _runner(task, size, cell, UNITS) for cell in CELLS}
    alike = {
        cell: same[cell] if cell == "lstm" else _runner(task, size, cell, as_many(task, cell))
        for cell in CELLS
    }
    best = max(
        range(len(SEEDS)), key=lambda k: max(one["scores"][k][-1] for one, _ in same.values())
    )
    return {
        "size": size,
        "marks": list(range(0, steps + 1, every)),
        "units": {cell: one for cell, (one, _) in same.items()},
        "parameters": {cell: one for cell, (one, _) in alike.items()},
        "networks": {cell: written(models[best]) for cell, (_, models) in same.items()},
    }


def _runner(task: Task, size: int, cell: str, units: int) -> tuple[dict[str, Any], list[Model]]:
    runs = [trained(task, size, cell, units, seed, STEPS[task.id]) for seed in SEEDS]
    scores = [[round(score, 4) for score in found] for found, _ in runs]
    print(f"{task.id}, {cell}, {units} units: {[row[-1] for row in scores]}", flush=True)
    parameters = count(task, cell, units)
    found = {"units": units, "parameters": parameters, "scores": scores}
    return found, [model for _, model in runs]


def trained(
    task: Task, size: int, cell: str, units: int, seed: int, steps: int
) -> tuple[list[float], Model]:
    """(the score at each mark, the network).  Who is good enough stops, and keeps the score."""
    run = OneRun(task, size, cell, units, seed, steps)
    while not run.ended:
        run.go_a_step()
    return run.scores + run.scores[-1:] * (MARKS + 1 - len(run.scores)), run.model


class OneRun:
    """The training of one network, step by step; the same seed gives the same network.

    ``scores`` are those of the marks so far.  It ends after ``steps``, or once it is good enough.
    """

    def __init__(self, task: Task, size: int, cell: str, units: int, seed: int, steps: int) -> None:
        weights, draws, held_out, _ = map(
            np.random.default_rng, np.random.SeedSequence(seed).spawn(4)
        )
        test = task.test_examples(HELD_OUT, held_out, size)
        score = HeldOutScore(task, test)
        self.model = _new(task, cell, units, weights)
        self.scores = [score(self.model)]
        self.step, self.ended = 0, False
        self.workspace = Workspace()
        self.memory = test.x.nbytes + test.targets.nbytes + test.mask.nbytes
        """Bytes, about: what is large are the sequences that it is scored on."""
        self._training = train(
            self.model,
            Batches(task, BATCH_SIZE, draws, size),
            loss=task.loss,
            steps=steps,
            learning_rate=RATE,
            score=score,
            score_every=max(1, steps // MARKS),
            good_enough=task.good_enough,
            workspace=self.workspace,
        )

    def go_a_step(self) -> None:
        """``ValueError`` in one sentence if it came to numbers that are no longer finite."""
        progress = next(self._training, None)
        if progress is None:
            raise ValueError(DIVERGED)
        self.step, self.model, self.ended = progress.step, progress.model, bool(progress.ended)
        if progress.score is not None:
            self.scores.append(progress.score)


def _new(task: Task, cell: str, units: int, rng: np.random.Generator) -> Model:
    return Model.init(
        cell=cell,
        input_size=len(task.inputs),
        hidden_size=units,
        output_size=len(task.outputs),
        rng=rng,
    )


def count(task: Task, cell: str, units: int) -> int:
    """All parameters of such a network."""
    model = _new(task, cell, units, np.random.default_rng(0))
    return sum(array.size for array in model.parameters.values())


def as_many(task: Task, cell: str) -> int:
    """The number of units with which it comes nearest to the parameters of the LSTM."""
    wanted = count(task, "lstm", UNITS)
    return min(range(1, 4 * UNITS), key=lambda units: abs(count(task, cell, units) - wanted))


def written(model: Model) -> dict[str, Any]:
    """Its weights with ``DIGITS`` significant digits, nested lists by name."""
    return {
        name: np.vectorize(lambda value: float(f"{value:.{DIGITS}g}"))(array).tolist()
        for name, array in model.parameters.items()
    }


if __name__ == "__main__":
    main()
