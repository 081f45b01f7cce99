"""The network: a word is looked up, one LSTM reads the line, another writes the reply.

x_t = E[word t]                        embedding, the same for both
(h, c) = encoder(x_1 … x_T)            its last state is all that is handed over
h'_k = decoder(E[word k − 1 of the reply]), starting from (h, c)
y_k = V h'_k + b                       or V u_k + b with attention (``attention``)
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import DTypeLike, NDArray

from lstm_viz.cells import LSTM
from lstm_viz.learn import Linear
from lstm_viz.networks.chat.attention import Attention, Looked
from lstm_viz.trace import Array, Trace

Indices = NDArray[np.int64]
PARTS = ("encoder", "decoder", "head", "attention")


@dataclass(frozen=True, eq=False)
class Chat:
    """embedding: (words, D); both LSTMs read D numbers and have H units; head: (words, H)."""

    embedding: Array
    encoder: LSTM
    decoder: LSTM
    head: Linear
    attention: Attention | None = None

    @classmethod
    def init(
        cls, *, words: int, embedding_size: int, hidden_size: int, attends: bool,
        rng: np.random.Generator, dtype: DTypeLike = np.float32,
    ) -> "Chat":  # fmt: skip
        """A new network; embeddings are uniform in ±0.5."""
        embedding = rng.uniform(-0.5, 0.5, (words, embedding_size)).astype(dtype)
        encoder, decoder = (
            LSTM.init(input_size=embedding_size, hidden_size=hidden_size, rng=rng, dtype=dtype)
            for _ in range(2)
        )
        head = Linear.init(input_size=hidden_size, output_size=words, rng=rng, dtype=dtype)
        attention = Attention.init(hidden_size, rng, np.dtype(dtype).type) if attends else None
        return cls(embedding, encoder, decoder, head, attention)

    @classmethod
    def from_parameters(cls, parameters: Mapping[str, Array]) -> "Chat":
        """The network with these, named as in ``parameters``."""
        by_part: dict[str, dict[str, Array]] = {part: {} for part in PARTS}
        for name, array in parameters.items():
            part, _, own = name.partition(".")
            if own:
                by_part[part][own] = array
        return cls(
            parameters["embedding"],
            LSTM(**by_part["encoder"]),
            LSTM(**by_part["decoder"]),
            Linear(**by_part["head"]),
            Attention(**by_part["attention"]) if by_part["attention"] else None,
        )

    @property
    def parameters(self) -> dict[str, Array]:
        """ "embedding", "encoder.weight_ih", …, "head.bias", "attention.score", …"""
        parts: dict[str, dict[str, Array]] = {
            "encoder": self.encoder.parameters,
            "decoder": self.decoder.parameters,
            "head": {"weight": self.head.weight, "bias": self.head.bias},
            "attention": self.attention.parameters if self.attention else {},
        }
        named = {f"{part}.{name}": a for part, own in parts.items() for name, a in own.items()}
        return {"embedding": self.embedding, **named}

    @property
    def hidden_size(self) -> int:
        return self.encoder.hidden_size

    @property
    def attends(self) -> bool:
        return self.attention is not None

    def run(
        self, lines: Indices, lengths: Indices, said: Indices, keep: "Keep | None" = None
    ) -> "Pass":
        """Read lines (T, B), ``lengths`` (B,) words each, and answer, told the words before.

        said: (K, B), what the decoder reads: the start, then the reply's words. ``keep`` says
        which numbers dropout keeps, in training.
        """
        keep = keep or Keep()
        x, own = keep.line * self.embedding[lines], np.arange(lines.shape[1])
        read = self.encoder.run(x)
        last = lengths - 1
        y = keep.said * self.embedding[said]
        wrote = self.decoder.run(y, read.h[last, own], read.c[last, own])
        looked = None
        if self.attention is not None:
            there = np.arange(len(lines))[:, np.newaxis] < lengths
            looked = self.attention.run(wrote.h, read.h, there)
        top = keep.top * (wrote.h if looked is None else looked.read)
        return Pass(lines, lengths, said, keep, read, wrote, looked, top, self.head.run(top))

    def backward(self, done: "Pass", grad_outputs: Array) -> dict[str, Array]:
        """d loss/d every parameter; grad_outputs (K, B, words) as the losses give it."""
        of_head, d_top = self.head.backward(done.top, grad_outputs)
        named = {f"head.{name}": gradient for name, gradient in of_head.items()}
        d_h = d_top * done.keep.top
        d_states = np.zeros_like(done.read.h)
        if self.attention is not None and done.looked is not None:
            own, d_h, d_states = self.attention.backward(
                done.looked, done.wrote.h, done.read.h, d_h
            )
            named |= {f"attention.{name}": gradient for name, gradient in own.items()}
        of_decoder = self.decoder.backward(done.wrote, d_h)
        d_c, last = np.zeros_like(done.read.c), done.lengths - 1
        sequences = np.arange(len(last))
        d_states[last, sequences] += of_decoder.h0
        assert of_decoder.c0 is not None
        d_c[last, sequences] = of_decoder.c0
        of_encoder = self.encoder.backward(done.read, d_states, d_c)
        for part, found in (("encoder", of_encoder), ("decoder", of_decoder)):
            named |= {f"{part}.{name}": gradient for name, gradient in found.parameters.items()}
        d_embedding = np.zeros_like(self.embedding)
        for words, gradient, kept in (
            (done.lines, of_encoder.x, done.keep.line),
            (done.said, of_decoder.x, done.keep.said),
        ):
            np.add.at(d_embedding, words, gradient * kept)
        return {name: {"embedding": d_embedding, **named}[name] for name in self.parameters}


@dataclass(frozen=True, eq=False)
class Keep:
    """What each number is multiplied by in training: 0 if it is dropped, above 1 if it is kept.

    line: (T, B, D) and said: (K, B, D), of the embeddings; top: (K, B, H), of what the head reads.
    """

    line: Array | float = 1.0
    said: Array | float = 1.0
    top: Array | float = 1.0


@dataclass(frozen=True, eq=False)
class Pass:
    """One run: what the encoder read, what the decoder wrote, outputs (K, B, words)."""

    lines: Indices
    lengths: Indices
    said: Indices
    keep: Keep
    read: Trace
    wrote: Trace
    looked: Looked | None
    top: Array
    outputs: Array
