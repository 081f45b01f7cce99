"""Adam (Kingma & Ba 2015, algorithm 1) and gradient clipping (Pascanu et al. 2013)."""

from collections.abc import Mapping
from math import isfinite, sqrt

import numpy as np

from lstm_viz.trace import Array

# So many numbers at a time: what the passes below read and write then stays in the cache.
_BLOCK = 16_384


class Adam:
    """The optimiser with its running means; one object accompanies one training.

    With gradient g, step size α and t = 1, 2, …:

        m_t = β1 m_{t−1} + (1 − β1) g        v_t = β2 v_{t−1} + (1 − β2) g²
        θ_t = θ_{t−1} − α · (m_t / (1 − β1^t)) / (√(v_t / (1 − β2^t)) + ε)
    """

    def __init__(
        self,
        learning_rate: float,
        beta1: float = 0.9,
        beta2: float = 0.999,
        epsilon: float = 1e-8,
    ) -> None:
        if not (learning_rate > 0 and isfinite(learning_rate)):
            raise ValueError(f"learning_rate must be a number above 0, got {learning_rate}")
        self.learning_rate, self.beta1, self.beta2 = learning_rate, beta1, beta2
        self.epsilon = epsilon
        self._t = 0
        self._means = np.zeros((2, 0))
        self._gradient = np.zeros(0)

    def moved(
        self, parameters: Mapping[str, Array], gradients: Mapping[str, Array]
    ) -> dict[str, Array]:
        """The parameters one step on, as new arrays.

        Every call has to name the same parameters, each with a gradient of its shape; another
        set than at the first call raises `ValueError`.
        """
        flat = np.concatenate([array.ravel() for array in parameters.values()])
        if self._t == 0:
            self._means = np.zeros((2, flat.size), flat.dtype)
            self._gradient = np.empty_like(flat)
        if flat.size != self._gradient.size or gradients.keys() != parameters.keys():
            raise ValueError(
                f"Adam must be given the same parameters at every step ({self._gradient.size} "
                f"numbers), got {flat.size} and gradients of {', '.join(gradients)}"
            )
        np.concatenate([gradients[name].ravel() for name in parameters], out=self._gradient)
        self._t += 1
        for start in range(0, flat.size, _BLOCK):
            self._move(flat, slice(start, start + _BLOCK))

        ends = np.cumsum([array.size for array in parameters.values()])[:-1]
        pieces = np.split(flat, ends)
        shapes = [array.shape for array in parameters.values()]
        return {
            name: piece.reshape(shape)
            for name, piece, shape in zip(parameters, pieces, shapes, strict=True)
        }

    def _move(self, flat: Array, block: slice) -> None:
        """One block of θ, m and v, in place.

        m and v are kept divided by 1 − β1 and 1 − β2, which saves a pass over each; together with
        the corrections for the first steps, those factors come in as plain numbers.
        """
        theta, gradient = flat[block], self._gradient[block]
        m, v = self._means[0, block], self._means[1, block]
        scale_m = (1 - self.beta1) / (1 - self.beta1**self._t)
        scale_v = sqrt((1 - self.beta2) / (1 - self.beta2**self._t))

        m *= self.beta1
        m += gradient
        v *= self.beta2
        move = gradient * gradient
        v += move
        np.sqrt(v, out=move)
        move += self.epsilon / scale_v
        np.divide(m, move, out=move)
        move *= self.learning_rate * scale_m / scale_v
        theta -= move


def clip(gradients: Mapping[str, Array], max_norm: float) -> float:
    """Scale all gradients, in place, so that their joint length is at most `max_norm`.

    Returns the length √(Σ g²) before; one that is not finite scales nothing.
    """
    if not max_norm > 0:
        raise ValueError(f"max_norm must be above 0, got {max_norm}")
    flat = [array.ravel() for array in gradients.values()]
    with np.errstate(over="ignore", invalid="ignore"):
        norm = sqrt(sum(float(array @ array) for array in flat))
    if max_norm < norm and isfinite(norm):
        for array in gradients.values():
            array *= max_norm / norm
    return norm
