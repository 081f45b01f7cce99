"""What an answer hangs on: by its gradient at each input, and by replacing each input."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from lstm_viz.inputs import InputError
from lstm_viz.learn import Model
from lstm_viz.networks import basket, metadata
from lstm_viz.networks.basket_text import from_story
from lstm_viz.networks.stored import load
from lstm_viz.reading.read import START, in_float64, log2_softmax
from lstm_viz.tasks.alphabet import Alphabet
from lstm_viz.tasks.basket import QUESTIONS, WORDS
from lstm_viz.trace import Array

STORY = (
    "Mia picks an apple. Mia sees an apple. Mia picks a pear. Mia empties the basket. "
    "Mia picks an apple. Mia sings. How many apples?"
)
LINE = "My lord, the king of Fra"
MOST_WORDS, MOST_LETTERS = 25, 40
INSTEAD = "waits"
"""The word that stands in for another: nothing comes of it."""
SPACE, LETTER = " ", "e"
"""The character that stands in for another, and the one in place of a space."""
APART = 0.5
"""Where the shares of the largest are further apart than this, the two disagree."""


@dataclass(frozen=True, eq=False)
class Mattered:
    """``inputs``: what was read, (N,). ``gradient``: ‖∂answer/∂x_t‖. ``effect``: by how much the
    answer changes when that input is replaced.  ``says``: what the answer is, in words."""

    inputs: tuple[str, ...]
    gradient: Array
    effect: Array
    answer: float
    says: str

    def __len__(self) -> int:
        return len(self.inputs)

    @property
    def shares(self) -> tuple[Array, Array]:
        """Both as shares of their largest, without a sign."""
        return _share(self.gradient), _share(np.abs(self.effect))

    @property
    def disagree(self) -> tuple[int, ...]:
        """Where the one is a large share of its largest and the other a small one, most first."""
        gradient, effect = self.shares
        gap = np.abs(gradient - effect)
        return tuple(int(t) for t in np.argsort(-gap, kind="stable") if gap[t] > APART)


def _share(values: Array) -> Array:
    most = float(values.max())
    return np.asarray(values / most) if most else values


@lru_cache(maxsize=32)
def of_story(text: str) -> Mattered:
    """The answer of the basket’s LSTM to the question at the end; ``InputError`` for a text that
    it cannot read."""
    inputs = from_story(text)
    if inputs.tokens[-1] not in QUESTIONS:
        raise InputError(
            f"Expected a question at the end, such as “{QUESTIONS[0]}”, got “{inputs.tokens[-1]}”."
        )
    if len(inputs.tokens) > MOST_WORDS:
        raise InputError(
            f"Expected at most {MOST_WORDS} words (“picks an apple” is one), "
            f"got {len(inputs.tokens)}."
        )
    model = in_float64(basket.model())
    asked = QUESTIONS.index(inputs.tokens[-1])
    x = inputs.x
    by_output = np.zeros(model.output_size)
    by_output[asked] = 1
    replaced = np.broadcast_to(np.eye(len(WORDS))[WORDS.index(INSTEAD)], x.shape)
    answer = float(model.run(x).outputs[-1, asked])
    effect = _outputs(model, x, replaced)[:, asked] - answer
    return Mattered(inputs.tokens, _gradient(model, x, by_output), effect, answer, f"{answer:.2f}")


@lru_cache(maxsize=32)
def of_line(text: str) -> Mattered:
    """What the next-character network holds likeliest after the text, and how likely (in 1)."""
    model, alphabet = _plays()
    taken = alphabet.encode(text)
    if not 1 <= len(taken.shown) <= MOST_LETTERS:
        raise InputError(
            f"Expected a line of 1 to {MOST_LETTERS} characters, got {len(taken.shown):,}."
        )
    indices = np.concatenate([alphabet.encode(START).indices, taken.indices])
    before = len(indices) - len(taken.indices)
    x = alphabet.one_hot(indices).astype(np.float64)
    chances = 2 ** log2_softmax(model.run(x).outputs[-1])
    best = int(chances.argmax())
    # Of a softmax: ∂p_k/∂y = p_k · (1 at k − p)
    by_output = chances[best] * (np.eye(len(chances))[best] - chances)
    space, letter = (int(alphabet.encode(one).indices[0]) for one in (SPACE, LETTER))
    others = [letter if one == space else space for one in indices]
    outputs = _outputs(model, x, np.eye(x.shape[1])[others])[before:]
    effect = 2 ** log2_softmax(outputs)[:, best] - chances[best]
    gradient = _gradient(model, x, by_output)[before:]
    says = alphabet.characters[best]
    return Mattered(tuple(taken.shown), gradient, effect, float(chances[best]), says)


@cache
def _plays() -> tuple[Model, Alphabet]:
    stored = load("plays")
    return in_float64(stored.model), Alphabet(metadata.alphabet(stored.metadata))


def _gradient(model: Model, x: Array, by_output: Array) -> Array:
    """‖∂answer/∂x_t‖ for every t, (T,), of an answer that the last outputs give."""
    forward = model.run(x)
    by_outputs = np.zeros_like(forward.outputs)
    by_outputs[-1] = by_output
    _, by_h = model.head.backward(forward.traces[-1].h, by_outputs)
    (layer,), (trace,) = model.layers, forward.traces
    return np.asarray(np.linalg.norm(layer.backward(trace, by_h).x, axis=1))


def _outputs(model: Model, x: Array, replaced: Array) -> Array:
    """The last outputs (T, O) when input t alone is replaced, for every t."""
    steps = range(len(x))
    each = np.repeat(x[:, None], len(x), axis=1)
    each[steps, steps] = replaced
    return np.asarray(model.run(each).outputs[-1])
