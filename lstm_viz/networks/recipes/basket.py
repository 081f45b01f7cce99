"""How the networks that read Mia's basket are made: an LSTM of two units, an RNN as large.

Both learn from the same stories in the same way. The LSTM also pays a small penalty for moving its
gates without need, from the time when most answers are right: it sharpens the gates so that they
can be read. Without the penalty the answers are as good, and the forget and output gates are the
same; the input gate then opens less far where it writes.
"""

import json
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn import Adam, Model, clip, squared_error
from lstm_viz.networks.recipes.for_task import DATA
from lstm_viz.networks.recipes.for_task import measured as measured_on_task
from lstm_viz.networks.recipes.recipe import Measured, Recipe, Report
from lstm_viz.networks.stored import Stored
from lstm_viz.signals import stacked
from lstm_viz.tasks.basket import (
    BASKET,
    MOST,
    QUESTIONS,
    asked_at,
    columns,
    counts_of,
    examples_of,
    sentence,
    story,
)
from lstm_viz.tasks.basket import (
    IDLE as IDLE_DEEDS,
)
from lstm_viz.tasks.task import Examples
from lstm_viz.trace import Array, Trace

SEED = 0
STEPS = 2_500
BATCH_SIZE = 24
STORIES = 2_500
IDLE = 2
"""Most idle sentences after an event, in training."""
LEARNING_RATE = 0.03
FORGET_BIAS = 3.0
SILENT = 0.15
PENALTY, PENALTY_ON_CANDIDATE, PENALTY_FROM = 0.1, 4.0, 600
UNITS = {"lstm": 2, "rnn": 6}
"""As many numbers as can be: 150 of the LSTM, 146 of the RNN."""
RNN_SEEDS = range(5)
GAPS = (0, 5, 10, 20, 40)
"""Idle sentences before a question, at which both are measured."""
GAP_STORIES = 400
TELL_EVERY = 500


def stories(count: int, seed: int, idle: int = IDLE) -> list[tuple[str, ...]]:
    rng = np.random.default_rng(seed)
    return [story(rng, idle) for _ in range(count)]


@lru_cache(maxsize=1)
def _examples() -> tuple[Examples, NDArray[np.bool_], NDArray[np.bool_]]:
    """The stories that all learn from; (T, B) where they ask, and their own words."""
    examples = examples_of(stories(STORIES, seed=1))
    own = np.arange(len(examples.x))[:, np.newaxis] < examples.lengths
    return examples, asked_at(columns(examples.tokens)), own


def untrained(cell: str, seed: int, forget_bias: float = FORGET_BIAS) -> Model:
    return Model.init(
        cell=cell,
        input_size=len(BASKET.inputs),
        hidden_size=UNITS[cell],
        output_size=len(BASKET.outputs),
        rng=np.random.default_rng(seed),
        forget_bias=forget_bias if cell == "lstm" else None,
        dtype=np.float64,
    )


def penalty_gradient(trace: Trace) -> dict[str, Array]:
    """The gradient of 0.1·(i + (1 − f) + o) and 4·i·g² (i as a constant), mean over all words.

    Local: what a gate does to later gates through h is left out.
    """
    i, f, g, o = trace.i, trace.f, trace.g, trace.o
    by_gate = {
        "i": PENALTY * i * (1 - i),
        "f": -PENALTY * f * (1 - f),
        "g": 2 * PENALTY_ON_CANDIDATE * i * g * (1 - g**2),
        "o": PENALTY * o * (1 - o),
    }
    by_sum = np.concatenate([by_gate[gate] for gate in stacked(trace.table)], axis=-1)
    rows = by_sum.reshape(-1, by_sum.shape[-1]) / i[..., 0].size
    return {
        "layers.0.weight_ih": rows.T @ trace.x.reshape(len(rows), -1),
        "layers.0.weight_hh": rows.T @ trace.h_prev.reshape(len(rows), -1),
        "layers.0.bias": rows.sum(axis=0),
    }


def training(
    cell: str,
    seed: int,
    *,
    steps: int = STEPS,
    charged: bool = True,
    forget_bias: float = FORGET_BIAS,
) -> Iterator[tuple[int, float, Model]]:
    """(step, loss, network after it), step by step; deterministic for a seed."""
    model = untrained(cell, seed, forget_bias)
    return _Training(model, np.random.default_rng(seed), steps, charged and cell == "lstm")


class _Training(Iterator[tuple[int, float, Model]]):
    """Can be pickled between two steps."""

    def __init__(self, model: Model, rng: np.random.Generator, steps: int, charged: bool) -> None:
        self._model, self._rng, self._steps, self._charged = model, rng, steps, charged
        self._step, self._adam = 0, Adam(LEARNING_RATE)

    def __next__(self) -> tuple[int, float, Model]:
        if self._step == self._steps:
            raise StopIteration
        self._step += 1
        self._adam.learning_rate = LEARNING_RATE * (1 - (self._step - 1) / self._steps)
        examples, asked, own = _examples()
        chosen = self._rng.integers(STORIES, size=BATCH_SIZE)
        length = int(examples.lengths[chosen].max())
        mask = asked[:length, chosen]
        mask = mask | (own[:length, chosen] & (self._rng.random(mask.shape) < SILENT))
        forward = self._model.run(examples.x[:length, chosen])
        loss = squared_error(forward.outputs, examples.targets[:length, chosen], mask)
        gradients = self._model.backward(forward, loss.grad)
        if self._charged and self._step > PENALTY_FROM:
            for name, gradient in penalty_gradient(forward.traces[0]).items():
                gradients[name] = gradients[name] + gradient
        clip(gradients, 1.0)
        moved = self._adam.moved(self._model.parameters, gradients)
        self._model = Model.from_parameters(self._model.kind, moved)
        return self._step, loss.value, self._model


def trained(cell: str, seed: int, tell: Report, steps: int = STEPS) -> Model:
    model = untrained(cell, seed)
    for step, loss, model in training(cell, seed, steps=steps):  # noqa: B007
        if step % TELL_EVERY == 0:
            tell(f"{cell}, seed {seed}: step {step:6,}  loss {loss:.4f}")
    return model


def apples_first(model: Model) -> Model:
    """The same function with the apples' unit first, and cell states that rise with the fruit.

    Which unit keeps which fruit, and with which sign, is chance.
    """
    return arranged(model, *arrangement(model))


@lru_cache(maxsize=1)
def _told() -> tuple[Examples, NDArray[np.bool_], NDArray[np.int64]]:
    """Stories, their words (T, B), and what is in the basket (T, B, 2)."""
    held_out = examples_of(stories(200, seed=31))
    own = np.arange(len(held_out.x))[:, np.newaxis] < held_out.lengths
    return held_out, own, counts_of(held_out.tokens)


def arrangement(model: Model) -> tuple[NDArray[np.intp], Array]:
    """(2,) which unit keeps the apples and which the pears, and (2,) with which sign each."""
    held_out, own, counts = _told()
    c = model.run(held_out.x).traces[0].c
    follows = np.corrcoef(c[own].T, counts[own].T)[:2, 2:]
    order = np.argsort(np.abs(follows[:, 0]) < np.abs(follows[:, 1]), kind="stable")
    return order, np.sign(follows[order, [0, 1]])


def arranged(model: Model, order: NDArray[np.intp], sign: Array) -> Model:
    """The same function with its units in another order, some of them turned around.

    Renumbering the units changes nothing, nor does turning a unit's c and h around:
    −tanh(z) = tanh(−z), and whoever reads h reads −h.
    """
    old, cell = model.parameters, model.layers[0]
    rows = np.concatenate(
        [np.arange(len(cell.weight_hh))[cell.rows(gate)][order] for gate in stacked(cell.table)]
    )
    row_sign = np.ones(len(rows))
    row_sign[cell.rows("g")] = sign
    return Model.from_parameters(
        model.kind,
        {
            "layers.0.weight_ih": row_sign[:, np.newaxis] * old["layers.0.weight_ih"][rows],
            "layers.0.weight_hh": row_sign[:, np.newaxis]
            * old["layers.0.weight_hh"][rows][:, order]
            * sign,
            "layers.0.bias": row_sign * old["layers.0.bias"][rows],
            "head.weight": old["head.weight"][:, order] * sign,
            "head.bias": old["head.bias"],
        },
    )


def gap_stories(idle: int) -> tuple[list[tuple[str, ...]], list[tuple[int, int]]]:
    """Stories that end with exactly `idle` idle sentences and a question; (fruit, answer) of each.

    Every answer to both questions comes equally often, so that by chance 1 in 4 is right.
    """
    rng = np.random.default_rng(4242 + idle)
    wanted = {(k, n): GAP_STORIES // (2 * (MOST + 1)) for k in (0, 1) for n in range(MOST + 1)}
    found, answers = [], []
    while any(wanted.values()):
        words = story(rng, IDLE, events=int(rng.integers(2, 8, endpoint=True)))
        told = tuple(word for word in words if word not in QUESTIONS)
        fruit = int(rng.integers(2))
        number = int(counts_of([told])[-1, 0, fruit])
        if not wanted[fruit, number]:
            continue
        wanted[fruit, number] -= 1
        gap = [sentence(IDLE_DEEDS[k]) for k in rng.integers(len(IDLE_DEEDS), size=idle)]
        found.append((*told, *(word for words in gap for word in words), QUESTIONS[fruit]))
        answers.append((fruit, number))
    return found, answers


def right_after(model: Model, idle: int) -> float:
    """The share of questions answered rightly after exactly so many idle sentences."""
    told, answers = gap_stories(idle)
    examples = examples_of(told)
    last = examples.lengths - 1
    said = np.rint(model.run(examples.x).outputs[last, np.arange(len(last))])
    right = np.zeros_like(said)
    for row, (fruit, number) in zip(right, answers, strict=True):
        row[fruit] = number
    return float((said == right).all(axis=-1).mean())


def _about(name: str, cell: str, seed: int) -> dict[str, str]:
    settings = {
        "hidden_size": UNITS[cell],
        "batch_size": BATCH_SIZE,
        "stories": STORIES,
        "learning_rate": LEARNING_RATE,
        "silent_share": SILENT,
    }
    if cell == "lstm":
        settings |= {"forget_bias": FORGET_BIAS, "toll": PENALTY, "toll_from": PENALTY_FROM}
    return {
        "name": name,
        "task": BASKET.id,
        "size": str(IDLE),
        "seed": str(seed),
        "steps": str(STEPS),
        "settings": json.dumps(settings),
        **DATA,
    }


def _train_lstm(tell: Report) -> Stored:
    model = apples_first(trained("lstm", SEED, tell))
    return Stored(model, _about("basket", "lstm", SEED))


def measured(stored: Stored) -> Measured:
    on_task = measured_on_task(stored)
    also = {"gaps": json.dumps({n: right_after(stored.model, n) for n in GAPS})}
    return Measured(on_task.score, on_task.score_name, on_task.chance, also=also)


def _train_rnn(tell: Report) -> Stored:
    """The best of several seeds, by its answers right after an event; what the others did too."""
    networks = {seed: trained("rnn", seed, tell) for seed in RNN_SEEDS}
    gaps = {seed: {n: right_after(network, n) for n in GAPS} for seed, network in networks.items()}
    best = max(networks, key=lambda seed: gaps[seed][0])
    return Stored(
        networks[best], _about("basket-rnn", "rnn", best) | {"seeds_gaps": json.dumps(gaps)}
    )


BASKET_LSTM = Recipe("basket", _train_lstm, measured)
BASKET_RNN = Recipe("basket-rnn", _train_rnn, measured)
