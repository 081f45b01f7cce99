"""A training that is done a slice at a time and can be looked at in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

import numpy as np

from lstm_viz.learn import Model, Progress, train
from lstm_viz.notation import percent
from lstm_viz.scenes.train.record.example import checkpoint_of, task_facts, telling_example
from lstm_viz.scenes.train.record.settings import BATCH_SIZE, Settings
from lstm_viz.scenes.train.record.training_record import Checkpoint, TrainingRecord, planned
from lstm_viz.tasks import TASKS, Task
from lstm_viz.tasks.drawn import Batches, HeldOutScore
from lstm_viz.workspace import Workspace

HELD_OUT = 256
"""Sequences that the score is measured on; none of them is ever trained on."""
SCORINGS = 60
"""How often the score is measured, at most."""
ENDED = {
    "steps": "All {step:,} steps are done: the score is {score}.",
    "good enough": "Done after {step:,} steps: the score is {score}.",
}


@dataclass(frozen=True)
class RandomStreams:
    """Independent random numbers for each purpose, all from the one seed."""

    weights: np.random.Generator
    batches: np.random.Generator
    held_out: np.random.Generator
    example: np.random.Generator

    @classmethod
    def of(cls, seed: int) -> RandomStreams:
        return cls(*map(np.random.default_rng, np.random.SeedSequence(seed).spawn(4)))


def new_model(settings: Settings, task: Task, rng: np.random.Generator) -> Model:
    """The untrained network in float32."""
    return Model.init(
        cell=settings.cell,
        input_size=len(task.inputs),
        hidden_size=settings.hidden_size,
        output_size=len(task.outputs),
        rng=rng,
        forget_bias=settings.forget_bias if settings.cell == "lstm" else None,
    )


class ShownNetwork(Protocol):
    """A network that the page can show: one in training, or one from a file (``Opened``)."""

    @property
    def settings(self) -> Settings: ...
    @property
    def task(self) -> Task: ...
    @property
    def model(self) -> Model: ...
    @property
    def models(self) -> Sequence[Model]:
        """The network at each checkpoint of ``record``."""
        ...

    @property
    def record(self) -> TrainingRecord: ...
    @property
    def ended(self) -> bool: ...
    @property
    def memory(self) -> int:
        """Bytes that are kept for it, of the arrays: nearly all there is."""
        ...

    def go(self, seconds: float) -> None: ...
    def rest(self) -> None: ...


def bytes_of(models: Sequence[Model], checkpoints: Sequence[Checkpoint]) -> int:
    """Of the weights, and of the records of the fixed example."""
    weights = sum(array.nbytes for model in models for array in model.parameters.values())
    return weights + sum(array.nbytes for c in checkpoints for array in c.trace.arrays.values())


class Training:
    """Trains on when it is told to ``go``, and never by itself.

    Whoever holds it can read ``record`` (a record, never changed afterwards) and ``model`` at any
    time: when it rests, the last checkpoint is of that model.  ``ValueError`` in one sentence from
    ``go`` if the loss grows beyond all numbers; the training is over then, what was recorded stays,
    and the model is that of the last checkpoint.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.task = TASKS[settings.task]
        draws = RandomStreams.of(settings.seed)
        self.model = new_model(settings, self.task, draws.weights)
        self._held_out = self.task.test_examples(HELD_OUT, draws.held_out, settings.size)
        self._score = HeldOutScore(self.task, self._held_out)
        self._example = telling_example(self.task, draws.example, settings.size)
        self._planned = planned(settings.steps)
        self._losses: list[tuple[int, float]] = []
        self._checkpoints = [self._look(0)]
        self.models = [self.model]
        self._scores = [(0, self._checkpoints[0].score)]
        self._pace = 0.0
        self._ended = ""
        self._workspace = Workspace()
        self._progress = self._train(draws.batches)

    def go(self, seconds: float) -> None:
        """Train for about so many seconds, one step at least; does nothing once it is over."""
        start = perf_counter()
        try:
            while not self._ended:
                self._step()
                if perf_counter() - start >= seconds:
                    break
        finally:  # who rests, and there may be many, keeps no memory to work in
            self._workspace.release()

    def rest(self) -> None:
        """Look at the example now, so that what is shown is the network as it is."""
        if self._losses and self._checkpoints[-1].step < self._losses[-1][0]:
            self._check(self._losses[-1][0])

    @property
    def ended(self) -> bool:
        return bool(self._ended)

    @property
    def memory(self) -> int:
        held_out = self._held_out
        adam = 2 * bytes_of(self.models[:1], ())  # its two moments are as large as the network
        drawn = held_out.x.nbytes + held_out.targets.nbytes + held_out.mask.nbytes
        return bytes_of(self.models, self._checkpoints) + adam + drawn

    @property
    def record(self) -> TrainingRecord:
        return TrainingRecord(
            settings=self.settings,
            **task_facts(self.task, self.settings.size),
            tokens=self._example.tokens[0],
            wanted=self.task.wanted(self._example, 0),
            planned=self._planned,
            checkpoints=tuple(self._checkpoints),
            losses=tuple(self._losses),
            scores=tuple(self._scores),
            examples_per_second=self._pace,
            ended=self._ended,
        )

    # ---- one step ------------------------------------------------------------------------------

    def _train(self, rng: np.random.Generator) -> Iterator[Progress]:
        settings = self.settings
        return train(
            self.model,
            Batches(self.task, BATCH_SIZE, rng, settings.size),
            loss=self.task.loss,
            steps=settings.steps,
            learning_rate=settings.learning_rate,
            score=self._score,
            score_every=max(1, settings.steps // SCORINGS),
            good_enough=self.task.good_enough,
            workspace=self._workspace,
        )

    def _step(self) -> None:
        try:
            progress = next(self._progress)
        except ValueError as problem:
            self._ended = f"Stopped: {problem}."
            self.model = self.models[-1]
            raise
        self.model, self._pace = progress.model, progress.examples_per_second
        self._losses.append((progress.step, progress.loss))
        if progress.score is not None:
            self._scores.append((progress.step, progress.score))
        if progress.step in self._planned or progress.ended:
            self._check(progress.step)
        if progress.ended:
            self._ended = ENDED[progress.ended].format(
                step=progress.step, score=percent(self._scores[-1][1])
            )

    def _check(self, step: int) -> None:
        checkpoint = self._look(step)
        self.models.append(self.model)  # first: to a checkpoint that can be read there is a model
        self._checkpoints.append(checkpoint)

    def _look(self, step: int) -> Checkpoint:
        """What the network does with the fixed example now."""
        score = self._score(self.model)
        return checkpoint_of(self.model, self.task, self._example, step=step, score=score)
