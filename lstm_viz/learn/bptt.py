"""Back-propagation through time over a batch, whole or truncated."""

from dataclasses import dataclass
from math import isfinite

from lstm_viz.cells import checks
from lstm_viz.learn.batch import Batch
from lstm_viz.learn.forward import State
from lstm_viz.learn.losses import LossFunction
from lstm_viz.learn.model import Model
from lstm_viz.trace import Array
from lstm_viz.workspace import Workspace


@dataclass(frozen=True, eq=False)
class LossAndGradients:
    """loss: over the whole batch; gradients by parameter name; state: after the last step."""

    loss: float
    gradients: dict[str, Array]
    state: State


def forward_and_backward(
    model: Model,
    batch: Batch,
    loss: LossFunction,
    state: State | None = None,
    truncate: int | None = None,
    workspace: Workspace | None = None,
) -> LossAndGradients:
    """One pass over a batch, starting from `state` (zeros if None).

    With `truncate`, the batch is read in pieces of at most so many steps (Williams & Peng 1990).
    Each starts from the state in which the one before ended, so outputs and loss are those of an
    unbroken run, but what a step does to later pieces is left out of the gradient. All pieces
    count towards one gradient, and only one piece's record is in memory at a time: in that of
    `workspace`, which the next pass may use again. Raises `checks.NotFiniteError` if numbers have
    grown out of all bounds on the way.
    """
    total = batch.positions
    length = truncate or batch.seq_len
    value, gradients = 0.0, dict[str, Array]()
    workspace = workspace or Workspace()
    for start in range(0, batch.seq_len, length):
        piece = slice(start, start + length)
        with workspace.anew():
            forward = model.run(batch.x[piece], state)
            state = forward.state
            mask = None if batch.mask is None else batch.mask[piece]
            if mask is not None and not mask.any():
                continue  # nothing to answer here
            result = loss(forward.outputs, batch.targets[piece], mask)
            if not isfinite(result.value):
                raise checks.NotFiniteError(f"the loss is {result.value}")
            positions = forward.outputs[..., 0].size if mask is None else int(mask.sum())
            share = positions / total  # of a mean over the whole batch
            value += share * result.value
            for name, gradient in model.backward(forward, share * result.grad).items():
                gradients[name] = gradients[name] + gradient if name in gradients else gradient
    assert state is not None
    return LossAndGradients(value, gradients, state)
