r"""From pixels to features: two convolutions, then a layer that sees all of what they found.

    a = relu(K * (1 − picture) + k)      5 × 5 pixels, 2 apart: edges and corners, and their colour
    b = relu(L * a + l)                  3 × 3 of those, 2 apart: pieces of 9 × 9 pixels
    features = tanh(W b + w)

At every place the weights of a convolution are the same; beyond the edge is white paper.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import DTypeLike

from lstm_viz.networks.captions.scenes import SIDE
from lstm_viz.trace import Array

STRIDE = 2
NEAR, FAR = 5, 3
"""Kernels, across and down."""
PLACES = SIDE // STRIDE
FAR_PLACES = PLACES // STRIDE
"""Of the kernels, across and down."""


@dataclass(frozen=True, eq=False)
class Encoded:
    """What the layers read and found, as rows: of B pictures at P places each."""

    near_patches: Array
    near: Array
    far_patches: Array
    far: Array
    features: Array
    """(B, F)"""


@dataclass(frozen=True, eq=False)
class Encoder:
    """near: (M, NEAR · NEAR · 3), far: (N, FAR · FAR · M), weight: (F, P · N), and their biases."""

    near: Array
    near_bias: Array
    far: Array
    far_bias: Array
    weight: Array
    bias: Array

    @classmethod
    def init(
        cls, *, near: int, far: int, features: int, rng: np.random.Generator,
        dtype: DTypeLike = np.float32,
    ) -> Encoder:  # fmt: skip
        """Weights uniform in ±√(6 / inputs), as before a relu (He et al. 2015); biases 0."""
        sizes = (
            (near, NEAR * NEAR * 3),
            (far, FAR * FAR * near),
            (features, FAR_PLACES * FAR_PLACES * far),
        )
        drawn: list[Array] = []
        for size, inputs in sizes:
            bound = (6 / inputs) ** 0.5
            drawn += [
                rng.uniform(-bound, bound, (size, inputs)).astype(dtype),
                np.zeros(size, dtype),
            ]
        return cls(*drawn)

    @property
    def parameters(self) -> dict[str, Array]:
        names = ("near", "near_bias", "far", "far_bias", "weight", "bias")
        return {name: getattr(self, name) for name in names}

    @property
    def size(self) -> int:
        """How many features."""
        return len(self.bias)

    def run(self, pictures: Array) -> Encoded:
        """pictures: (B, SIDE, SIDE, 3) from 0 to 1."""
        ink = (1 - pictures).astype(self.near.dtype)
        near_patches = _patches(ink, NEAR)
        near = np.maximum(0, near_patches @ self.near.T + self.near_bias)
        far_patches = _patches(near.reshape(len(ink), PLACES, PLACES, -1), FAR)
        far = np.maximum(0, far_patches @ self.far.T + self.far_bias)
        features = np.tanh(far.reshape(len(ink), -1) @ self.weight.T + self.bias)
        return Encoded(near_patches, near, far_patches, far, features)

    def backward(self, encoded: Encoded, grad_features: Array) -> dict[str, Array]:
        """Gradients by name; grad_features: d loss/d features, (B, F)."""
        d_z = grad_features * (1 - encoded.features**2)
        d_far = (d_z @ self.weight).reshape(encoded.far.shape) * (encoded.far > 0)
        d_near = _unpatched(d_far @ self.far, PLACES, FAR).reshape(encoded.near.shape)
        d_near *= encoded.near > 0
        return {
            "near": d_near.T @ encoded.near_patches,
            "near_bias": d_near.sum(axis=0),
            "far": d_far.T @ encoded.far_patches,
            "far_bias": d_far.sum(axis=0),
            "weight": d_z.T @ encoded.far.reshape(len(d_z), -1),
            "bias": d_z.sum(axis=0),
        }


def _patches(image: Array, kernel: int) -> Array:
    """(B, S, S, C) -> (B · P · P, kernel · kernel · C), P = S / STRIDE; 0 beyond the edge."""
    pad = kernel // 2
    wide = np.pad(image, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    windows = sliding_window_view(wide, (kernel, kernel), axis=(1, 2))[:, ::STRIDE, ::STRIDE]
    places = image.shape[1] // STRIDE
    windows = windows[:, :places, :places].transpose(0, 1, 2, 4, 5, 3)
    found: Array = windows.reshape(len(image) * places * places, -1)
    return found


def _unpatched(rows: Array, side: int, kernel: int) -> Array:
    """Patches added up again where they came from: (B · P · P, kernel · kernel · C) ->
    (B, side, side, C)."""
    pad, places = kernel // 2, side // STRIDE
    patches = rows.reshape(-1, places, places, kernel, kernel, rows.shape[1] // kernel**2)
    wide = np.zeros((len(patches), side + 2 * pad, side + 2 * pad, patches.shape[-1]), rows.dtype)
    end = places * STRIDE
    for down in range(kernel):
        for across in range(kernel):
            wide[:, down : down + end : STRIDE, across : across + end : STRIDE] += patches[
                :, :, :, down, across
            ]
    return wide[:, pad : pad + side, pad : pad + side]
