"""The network: an encoder whose features are the first input of an LSTM, which then reads its own
words, one at a time, until it says that the caption ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import DTypeLike, NDArray

from lstm_viz.learn import Model, cross_entropy
from lstm_viz.networks.captions.encoder import Encoder
from lstm_viz.networks.captions.scenes import END, LONGEST, WORDS
from lstm_viz.trace import Array

INDEX: Mapping[str, int] = {word: k for k, word in enumerate(WORDS)}
READ = len(WORDS) - 1
"""Words that can be an input: all but the end, which stands last."""
MOST = LONGEST + 3
"""Words after which it is stopped if it does not end."""


@dataclass(frozen=True, eq=False)
class Captioner:
    """Inputs of ``model`` are the features, then one for each word."""

    encoder: Encoder
    model: Model

    @classmethod
    def init(
        cls, *, near: int, far: int, features: int, hidden_size: int, rng: np.random.Generator
    ) -> Captioner:
        encoder = Encoder.init(near=near, far=far, features=features, rng=rng)
        model = Model.init(
            input_size=features + READ, hidden_size=hidden_size, output_size=len(WORDS), rng=rng
        )
        return cls(encoder, model)

    @classmethod
    def from_parameters(cls, parameters: Mapping[str, Array]) -> Captioner:
        own = {
            name.removeprefix("encoder."): array
            for name, array in parameters.items()
            if name.startswith("encoder.")
        }
        rest = {n: array for n, array in parameters.items() if not n.startswith("encoder.")}
        return cls(Encoder(**own), Model.from_parameters("lstm", rest))

    @property
    def parameters(self) -> dict[str, Array]:
        own = {f"encoder.{name}": array for name, array in self.encoder.parameters.items()}
        return own | self.model.parameters

    def astype(self, dtype: DTypeLike) -> Captioner:
        cast = {name: array.astype(dtype) for name, array in self.parameters.items()}
        return Captioner.from_parameters(cast)

    def inputs(self, features: Array, words: NDArray[np.int64]) -> Array:
        """(T, B, I): first the features (B, F), then the words (T − 1, B), each as a 1."""
        size = self.encoder.size
        x = np.zeros((len(words) + 1, len(features), size + READ), features.dtype)
        x[0, :, :size] = features
        t, b = np.nonzero(words < READ)  # after the end there is nothing to read
        x[t + 1, b, size + words[t, b]] = 1
        return x

    def loss_and_gradients(
        self,
        pictures: Array,
        words: NDArray[np.int64],
        mask: NDArray[np.bool_],
        hidden: NDArray[np.bool_] | None = None,
    ) -> tuple[float, dict[str, Array]]:
        """words: (T, B), what is right at each step; mask: (T, B), where there is something;
        hidden: (T − 1, B), words that are not read as the next input."""
        encoded = self.encoder.run(pictures)
        read = words[:-1] if hidden is None else np.where(hidden, READ, words[:-1])
        forward = self.model.run(self.inputs(encoded.features, read))
        loss = cross_entropy(forward.outputs, words, mask)
        (layer,), head, (trace,) = self.model.layers, self.model.head, forward.traces
        of_head, grad_h = head.backward(trace.h, loss.grad)
        of_layer = layer.backward(trace, grad_h)
        grad_features = of_layer.x[0, :, : self.encoder.size]
        of_encoder = self.encoder.backward(encoded, grad_features)
        gradients = {f"encoder.{name}": g for name, g in of_encoder.items()}
        gradients |= {f"layers.0.{name}": g for name, g in of_layer.parameters.items()}
        gradients |= {f"head.{name}": g for name, g in of_head.items()}
        return loss.value, {name: gradients[name] for name in self.parameters}

    def captions(self, pictures: Array) -> list[tuple[str, ...]]:
        """The likeliest word at each step, until the end; without it."""
        features = self.encoder.run(pictures).features
        run = self.model.run(self.inputs(features, np.zeros((0, len(pictures)), np.int64)))
        said = [run.outputs[-1].argmax(axis=-1)]
        for _ in range(MOST - 1):
            x = np.zeros((1, len(pictures), self.model.input_size), features.dtype)
            going = said[-1] < READ
            x[0, going, self.encoder.size + said[-1][going]] = 1
            run = self.model.run(x, run.state)
            said.append(run.outputs[-1].argmax(axis=-1))
        return [until_end([WORDS[k] for k in column]) for column in np.array(said).T]


def until_end(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(words[: words.index(END)] if END in words else words)


def targets(captions: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Words and their end as numbers, (LONGEST, B), and where there are any."""
    words = np.full((LONGEST, len(captions)), INDEX[END])
    mask = np.zeros(words.shape, bool)
    for b, caption in enumerate(captions):
        words[: len(caption), b] = [INDEX[word] for word in caption]
        mask[: len(caption) + 1, b] = True
    return words, mask
