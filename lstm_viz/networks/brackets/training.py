"""How `brackets.npz` was made: an LSTM and a linear read-out learn whether all brackets are closed.

After every character the network is asked one question with three answers: too many closed, all
closed, still open. Nobody tells it the depth. To answer it has to count, and the cell state is
where it can.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.networks.brackets.strings import answers, depths, one_hot, random_strings
from lstm_viz.trace import Trace

Floats = NDArray[np.floating[Any]]
Parameters = dict[str, Floats]

COUNTING_UNIT = 0  # "unit 1" on screen
HIDDEN_SIZE = 3
# One unit comes to count with every seed tried (0 to 3, and 0 to 5 with two units), and often two
# count side by side. With this seed the others found different work, so there is more to see.
SEED = 1
STEPS = 10_000
BATCH_SIZE = 64
SHORTEST, LONGEST = 2, 20
OVERCLOSED = 0.3
LEARNING_RATE = 0.02
# Pulls weight_hh towards 0, for the reader's sake: what a gate does then depends on the character
# alone. (Without it the answers are as good, but the units beside the counting one are a muddle.)
FEEDBACK_DECAY = 0.01
# Every batch is run with weights that are off at random. Only gates far out in the flat ends of σ
# and tanh take no harm from that, and out there "(" adds 1, ")" takes 1 away and nothing else
# happens. Without it the count is right up to the lengths trained on and drifts off beyond them.
WEIGHT_NOISE = 1.0


@dataclass(frozen=True, eq=False)
class Reader:
    """An LSTM and the read-out of its hidden state: logits = h·head_weight + head_bias.

    head_weight: (H, 3), head_bias: (3,), columns too many closed, all closed, still open.
    """

    cell: LSTM
    head_weight: Floats
    head_bias: Floats

    def probabilities(self, trace: Trace) -> Floats:
        """(T, 3) or (T, B, 3): how likely each answer is after each step."""
        logits = trace.h @ self.head_weight + self.head_bias
        shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))

    @property
    def parameters(self) -> Parameters:
        cell = self.cell
        return {
            "weight_ih": cell.weight_ih,
            "weight_hh": cell.weight_hh,
            "bias": cell.bias,
            "head_weight": self.head_weight,
            "head_bias": self.head_bias,
        }

    @classmethod
    def of(cls, parameters: Parameters) -> "Reader":
        cell = LSTM(*(parameters[name] for name in ("weight_ih", "weight_hh", "bias")))
        return cls(cell, parameters["head_weight"], parameters["head_bias"])


def loss_and_gradients(reader: Reader, columns: NDArray[np.int64]) -> tuple[float, Parameters]:
    """Mean cross-entropy per step over strings (T, B), and its gradient for every parameter."""
    trace = reader.cell.run(one_hot(columns))
    probabilities = reader.probabilities(trace)
    wanted = np.eye(3)[answers(columns)]
    loss = -np.mean(np.log(np.sum(probabilities * wanted, axis=-1)))
    grad_logits = (probabilities - wanted) / columns.size
    through_time = reader.cell.backward(trace, grad_logits @ reader.head_weight.T)
    return float(loss), {
        "weight_ih": through_time.weight_ih,
        "weight_hh": through_time.weight_hh,
        "bias": through_time.bias,
        "head_weight": np.einsum("tbh,tbk->hk", trace.h, grad_logits),
        "head_bias": grad_logits.sum(axis=(0, 1)),
    }


@dataclass(frozen=True)
class Adam:
    """Kingma & Ba 2015."""

    mean: Parameters
    square: Parameters
    step: int = 0

    def moved(
        self, parameters: Parameters, gradients: Parameters, rate: float
    ) -> tuple["Adam", Parameters]:
        step = self.step + 1
        mean = {k: 0.9 * self.mean[k] + 0.1 * g for k, g in gradients.items()}
        square = {k: 0.999 * self.square[k] + 0.001 * g**2 for k, g in gradients.items()}
        new: Parameters = {}
        for name, value in parameters.items():
            unbiased_mean = mean[name] / (1 - 0.9**step)
            unbiased_square = square[name] / (1 - 0.999**step)
            new[name] = value - rate * unbiased_mean / (np.sqrt(unbiased_square) + 1e-8)
        return Adam(mean, square, step), new


def shaken(reader: Reader, rng: np.random.Generator) -> Reader:
    """The network with noise on the weights of its cell."""
    noisy = {
        name: value + WEIGHT_NOISE * rng.standard_normal(value.shape)
        for name, value in reader.parameters.items()
        if not name.startswith("head")
    }
    return Reader.of({**reader.parameters, **noisy})


def untrained(rng: np.random.Generator) -> Reader:
    cell = LSTM.init(input_size=3, hidden_size=HIDDEN_SIZE, rng=rng)
    return Reader(cell, rng.normal(0, 0.5, (HIDDEN_SIZE, 3)), np.zeros(3))


def training(seed: int = SEED) -> Iterator[tuple[float, Reader]]:
    """The loss on a fresh batch and the network after it, step by step."""
    rng = np.random.default_rng(seed)
    reader = untrained(rng)
    nothing = {name: np.zeros_like(value) for name, value in reader.parameters.items()}
    adam = Adam(nothing, nothing)
    for step in range(STEPS):
        length = int(rng.integers(SHORTEST, LONGEST, endpoint=True))
        columns = random_strings(rng, BATCH_SIZE, length, overclosed=OVERCLOSED)
        loss, gradients = loss_and_gradients(shaken(reader, rng), columns)
        gradients["weight_hh"] += FEEDBACK_DECAY * reader.cell.weight_hh
        rate = LEARNING_RATE * (1 - step / STEPS)
        adam, parameters = adam.moved(reader.parameters, gradients, rate)
        reader = Reader.of(parameters)
        yield loss, reader


def counting_first(reader: Reader) -> Reader:
    """The same function with the unit whose c follows the depth best in first place, c rising.

    Which unit counts, and whether up or down, is chance. Renumbering the units changes nothing, nor
    does turning a unit's c and h around: −tanh(z) = tanh(−z), and whoever reads h reads −h.
    """
    columns = random_strings(np.random.default_rng(0), 100, LONGEST)
    c = reader.cell.run(one_hot(columns)).c.reshape(-1, HIDDEN_SIZE)
    follows = np.corrcoef(c.T, depths(columns).ravel())[-1, :-1]
    order = np.argsort(-np.abs(follows), kind="stable")
    sign = np.sign(follows[order])
    old = reader.parameters
    i, f, g, o = (gate * HIDDEN_SIZE + order for gate in range(4))
    rows = np.concatenate([i, f, g, o])
    row_sign = np.ones((4, HIDDEN_SIZE))
    row_sign[2] = sign
    turn = row_sign.reshape(-1, 1)
    return Reader.of(
        {
            "weight_ih": turn * old["weight_ih"][rows],
            "weight_hh": turn * old["weight_hh"][rows][:, order] * sign,
            "bias": turn[:, 0] * old["bias"][rows],
            "head_weight": sign[:, np.newaxis] * old["head_weight"][order],
            "head_bias": old["head_bias"],
        }
    )


def made() -> dict[str, Any]:
    """How the shipped network was made, for its file."""
    return {
        "command": "python -m lstm_viz.networks.brackets",
        "seed": SEED,
        "steps": STEPS,
        "batch_size": BATCH_SIZE,
        "lengths": [SHORTEST, LONGEST],
        "overclosed_share": OVERCLOSED,
        "learning_rate": LEARNING_RATE,
        "feedback_decay": FEEDBACK_DECAY,
        "weight_noise": WEIGHT_NOISE,
    }


def trained(
    seed: int = SEED, tell: Callable[[int, float], None] = lambda step, loss: None
) -> Reader:
    """The network after all its training; deterministic for a seed.

    `tell(step, loss)` hears of every step.
    """
    for step, (loss, latest) in enumerate(training(seed), start=1):
        tell(step, loss)
        reader = latest
    return counting_first(reader)
