r"""Attention (Luong, Pham & Manning 2015, "general"): the decoder looks back at the line itself.

Of the decoder's h_k and all hidden states s_1 … s_T of the encoder:

    a_kt = softmax_t(h_k^T W s_t)        how much word k of the reply looks at word t of the line
    v_k  = Σ_t a_kt s_t                  what it sees
    u_k  = tanh(C [v_k, h_k] + b)        what the output layer reads in place of h_k
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn import softmax
from lstm_viz.trace import Array

NEVER = -1e9
"""The score of what is no word of the line: its share is 0."""


@dataclass(frozen=True, eq=False)
class Looked:
    """One look back: weights (K, T, B), the a_kt; seen (K, B, H); read (K, B, H), the u_k."""

    weights: Array
    seen: Array
    read: Array


@dataclass(frozen=True, eq=False)
class Attention:
    """score: W (H, H); mix: C (H, 2H); bias: b (H,)."""

    score: Array
    mix: Array
    bias: Array

    @classmethod
    def init(cls, size: int, rng: np.random.Generator, dtype: type = np.float32) -> "Attention":
        """Uniform in ±1/√H, as the cells are."""
        bound = size**-0.5
        score: Array = rng.uniform(-bound, bound, (size, size)).astype(dtype)
        mix: Array = rng.uniform(-bound, bound, (size, 2 * size)).astype(dtype)
        return cls(score, mix, np.zeros(size, dtype))

    @property
    def parameters(self) -> dict[str, Array]:
        return {"score": self.score, "mix": self.mix, "bias": self.bias}

    def run(self, h: Array, states: Array, there: NDArray[np.bool_]) -> Looked:
        """h: (K, B, H) of the decoder, states: (T, B, H) of the encoder, there: (T, B)."""
        scores = np.einsum("kbi,tbi->kbt", h @ self.score, states)
        weights = softmax(np.where(there.T[np.newaxis], scores, NEVER))
        seen = np.einsum("kbt,tbi->kbi", weights, states)
        read = np.tanh(np.concatenate([seen, h], axis=-1) @ self.mix.T + self.bias)
        return Looked(weights.swapaxes(1, 2), seen, read)

    def backward(
        self, looked: Looked, h: Array, states: Array, grad_read: Array
    ) -> tuple[dict[str, Array], Array, Array]:
        """Gradients of the parameters, and by h and by the encoder's states.

        grad_read: d loss/d u, (K, B, H). With d_z = d_u ⊙ (1 − u²):

            d_a_kt = d_v_k · s_t        d_score_kt = a_kt (d_a_kt − Σ_t a_kt d_a_kt)
        """
        size = h.shape[-1]
        weights = looked.weights.swapaxes(1, 2)  # (K, B, T)
        d_z = grad_read * (1 - looked.read**2)
        both = np.concatenate([looked.seen, h], axis=-1).reshape(-1, 2 * size)
        rows = d_z.reshape(-1, size)
        d_both = d_z @ self.mix
        d_seen, d_h = d_both[..., :size], d_both[..., size:]
        d_weights = np.einsum("kbi,tbi->kbt", d_seen, states)
        d_scores = weights * (d_weights - (weights * d_weights).sum(-1, keepdims=True))
        d_asked = np.einsum("kbt,tbi->kbi", d_scores, states)  # by h W
        d_states = np.einsum("kbt,kbi->tbi", weights, d_seen)
        d_states += np.einsum("kbt,kbi->tbi", d_scores, h @ self.score)
        gradients: dict[str, Array] = {
            "score": h.reshape(-1, size).T @ d_asked.reshape(-1, size),
            "mix": rows.T @ both,
            "bias": rows.sum(axis=0),
        }
        return gradients, d_h + d_asked @ self.score.T, d_states
