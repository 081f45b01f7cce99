"""Training, one step at a time: whoever asks for the next step gets it done and told about."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from math import inf, isfinite
from time import perf_counter

import numpy as np

from lstm_viz.cells import checks
from lstm_viz.learn.adam import Adam
from lstm_viz.learn.adam import clip as clip_to
from lstm_viz.learn.batch import Batch
from lstm_viz.learn.bptt import LossAndGradients, forward_and_backward
from lstm_viz.learn.forward import State
from lstm_viz.learn.losses import LOSSES
from lstm_viz.learn.model import Model
from lstm_viz.learn.stopping import Score, Stopping
from lstm_viz.workspace import Workspace


@dataclass(frozen=True, eq=False)
class Progress:
    """What one training step did.

    step: from 1; loss: on this step's batch, before the step; gradient_norm: before clipping;
    examples_per_second: sequences, over all steps so far, pauses and scoring left out; score: of
    the model after this step, None if this step was not scored; best: the best score so far;
    model: after this step; ended: "" while it goes on, else why this was the last step: "steps",
    "good enough" or "no better".
    """

    step: int
    loss: float
    gradient_norm: float
    examples_per_second: float
    score: float | None
    best: float | None
    model: Model
    ended: str = ""


def train(
    model: Model,
    batches: Iterable[Batch],
    *,
    loss: str = "cross_entropy",
    steps: int,
    learning_rate: float = 1e-2,
    clip: float = 1.0,
    truncate: int | None = None,
    score: Score | None = None,
    score_every: int = 100,
    good_enough: float | None = None,
    patience: int | None = None,
    workspace: Workspace | None = None,
) -> Iterator[Progress]:
    """Train with Adam, one batch a step, and yield a `Progress` after each.

    Nothing is computed until the next step is asked for, so whoever stops asking stops the
    training, and may go on later; it can be pickled in between if the batches and the score can.
    Nothing here is random: the same model and batches give the same bits.

    loss: a name in `LOSSES`; clip: the longest gradient that is followed as it is; truncate: a
    batch longer than this is read in pieces of so many steps (see `bptt`), still one step of
    training. score: measured every `score_every` steps and after the last, higher is better.
    Training ends after `steps`, when a score reaches `good_enough`, or when `patience` scores in a
    row were no better than the best before. workspace: where one step after another puts its
    record; a new one if left out.

    Raises `ValueError` for settings that make no sense; later, if the loss or the gradient is no
    longer finite, if a batch does not fit the network, or if the batches run out.
    """
    if loss not in LOSSES:
        raise ValueError(f"loss must be one of {', '.join(LOSSES)}, got {loss!r}")
    counts = {"steps": steps, "score_every": score_every, "truncate": truncate}
    for name, count in (counts | {"patience": patience}).items():
        if count is not None:
            checks.size(name, count)
    if not clip > 0:
        raise ValueError(f"clip must be above 0, got {clip}")
    if score is None and (good_enough is not None or patience is not None):
        raise ValueError("good_enough and patience need a score, got none")
    stopping = Stopping(steps, score, score_every, good_enough, patience)
    room = workspace or Workspace()
    pass_of = partial(forward_and_backward, loss=LOSSES[loss], truncate=truncate, workspace=room)
    return _Steps(model, iter(batches), pass_of, Adam(learning_rate), clip, stopping)


class _Steps(Iterator[Progress]):
    """The steps of one training; after the last, or one that failed, there are no more."""

    def __init__(
        self,
        model: Model,
        batches: Iterator[Batch],
        pass_of: Callable[..., LossAndGradients],
        adam: Adam,
        max_norm: float,
        stopping: Stopping,
    ) -> None:
        self._model, self._kind = model, model.kind
        self._state: State | None = None
        self._batches, self._pass_of, self._adam = batches, pass_of, adam
        self._max_norm, self._stopping = max_norm, stopping
        self._step, self._sequences, self._seconds = 0, 0, 0.0
        self._over = False

    def __next__(self) -> Progress:
        if self._over:
            raise StopIteration
        self._over = True  # unless this step comes out, and is not the last
        progress = self._next_step()
        self._over = bool(progress.ended)
        return progress

    def _next_step(self) -> Progress:
        self._step += 1
        step = self._step
        batch = next(self._batches, None)
        if batch is None:
            raise ValueError(f"batches must last {self._stopping.steps} steps, got {step - 1}")
        start = perf_counter()
        _check(batch, self._model, self._state)
        try:
            with np.errstate(over="ignore", invalid="ignore"):  # said below, in one sentence
                passed = self._pass_of(
                    self._model, batch, state=None if batch.fresh else self._state
                )
        except checks.NotFiniteError:
            raise _diverged(step) from None
        norm = clip_to(passed.gradients, self._max_norm)
        if not isfinite(norm):
            raise _diverged(step)
        self._state = passed.state
        moved = self._adam.moved(self._model.parameters, passed.gradients)
        self._model = Model.from_parameters(self._kind, moved)
        self._seconds += perf_counter() - start
        self._sequences += batch.size
        score, ended = self._stopping.after(step, self._model)
        best = self._stopping.best if self._stopping.best > -inf else None
        pace = self._sequences / self._seconds
        return Progress(step, passed.loss, norm, pace, score, best, self._model, ended)


def _check(batch: Batch, model: Model, state: State | None) -> None:
    """Refuse a batch that this network cannot read, or cannot go on with."""
    if batch.x.shape[-1] != model.input_size:
        wanted = f"(T, B, {model.input_size})"
        raise ValueError(f"x of a batch must have shape {wanted}, got {batch.x.shape}")
    if not batch.fresh and state is not None and len(state[0][0]) != batch.size:
        raise ValueError(
            f"a batch that goes on from the one before must have as many sequences "
            f"({len(state[0][0])}), got {batch.size}"
        )


def _diverged(step: int) -> ValueError:
    return ValueError(
        f"training diverged at step {step}, where the loss or its gradient is no longer finite: "
        "try a smaller learning rate, or clip further"
    )
