"""Shares of right answers; only positions that the mask keeps count.

outputs: (T, B, O), as `Model.run(x).outputs`. Where outputs are classes, the largest is the answer.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from lstm_viz.tasks.task import Examples, Outputs


def right(outputs: Outputs, examples: Examples) -> NDArray[np.bool_]:
    """(T, B): whether the largest output is the right one."""
    if outputs.shape[:2] != examples.mask.shape:
        raise ValueError(
            f"outputs must begin with {examples.mask.shape}, as the examples, got {outputs.shape}"
        )
    return np.asarray(outputs.argmax(axis=-1) == examples.targets)


def share_of_steps(outputs: Outputs, examples: Examples) -> float:
    """Of all answers asked for, in all sequences together."""
    return float(right(outputs, examples)[examples.mask].mean())


def share_of_sequences(
    outputs: Outputs, examples: Examples, counted: NDArray[np.bool_] | None = None
) -> float:
    """Of sequences, those with every answer right; `counted`: (T, B), all of the mask without."""
    asked = examples.mask if counted is None else counted
    return float((right(outputs, examples) | ~asked).all(axis=0).mean())


def share_within(tolerance: float) -> Callable[[Outputs, Examples], float]:
    """A score: of all answers asked for, those whose every value is off by less."""

    def score(outputs: Outputs, examples: Examples) -> float:
        if outputs.shape != examples.targets.shape:
            raise ValueError(f"outputs must be {examples.targets.shape}, got {outputs.shape}")
        near = np.abs(outputs - examples.targets).max(axis=-1) < tolerance
        return float(near[examples.mask].mean())

    return score
