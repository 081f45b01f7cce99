"""Claims on training; each trains a few small networks, which takes a second or two."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lstm_viz.learn import Batch, Model, train
from lstm_viz.notation import counted, number
from lstm_viz.scenes.claims.record.claim import (
    Bar,
    Bars,
    Claim,
    Curves,
    Evidence,
    always,
    curve,
    opposite,
    same,
)
from lstm_viz.tasks import TASKS
from lstm_viz.trace import Array

RATE = 0.02
BATCH_SIZE = 16


def open_gates_help() -> Claim:
    biases = (-2.0, 4.0)
    runs = (("first-symbol", 12, 250), ("parity", 12, 200))

    def test(seed: int) -> Evidence:
        losses = {
            (task, bias): _on_task(task, size, bias, seed, steps)
            for task, size, steps in runs
            for bias in biases
        }
        gained = {task: losses[task, biases[0]] - losses[task, biases[1]] for task, _, _ in runs}
        helped, same = gained["first-symbol"] > 0.2, abs(gained["parity"]) < 0.2
        names = {"first-symbol": "remember", "parity": "parity"}
        return Evidence(
            "depends" if helped and same else "true" if helped else "false",
            Bars(
                "loss at the end (lower is better)",
                tuple(
                    Bar(
                        f"{names[task]}, bias {bias:g}".replace("-", "−"),
                        loss,
                        number(loss),
                        "f" if bias < 0 else "o",
                    )
                    for (task, bias), loss in losses.items()
                ),
            ),
            "Remembering a first letter over 12 steps, the loss came to "
            f"{number(losses['first-symbol', -2.0])} from a forget bias of −2 and to "
            f"{number(losses['first-symbol', 4.0])} from 4; in parity to "
            f"{number(losses['parity', -2.0])} and {number(losses['parity', 4.0])}.",
        )

    return Claim(
        "open-gates-help",
        "A high forget bias at the start helps an LSTM learn.",
        "Four LSTMs of four units are trained now: on two tasks, with a forget bias of −2 and of "
        "4.",
        test,
        "Where something has to be carried far, open forget gates let the gradient come back from "
        "the first step. Where the answer never lies far back, there is nothing to gain.",
        "Open forget gates at the start help in every task.",
        always,
        "forget-bias-is-free",
    )


def _on_task(id: str, size: int, bias: float, seed: int, steps: int) -> float:
    """The loss of the last 20 steps."""
    task, rng = TASKS[id], np.random.default_rng(seed)
    model = Model.init(
        input_size=len(task.inputs),
        hidden_size=4,
        output_size=len(task.outputs),
        rng=rng,
        forget_bias=bias,
    )

    def batches() -> Iterator[Batch]:
        while True:
            yield task.examples(BATCH_SIZE, rng, size).batch()

    told = train(model, batches(), loss=task.loss, steps=steps, learning_rate=RATE)
    return float(np.mean([progress.loss for progress in told][-20:]))


def more_units() -> Claim:
    sizes = (1, 4, 16, 48)
    few, many, length = 8, 200, 20

    def waves(rng: np.random.Generator, count: int) -> Array:
        phase = rng.uniform(0, 8, count)
        values: Array = np.sin(2 * np.pi * (np.arange(length + 1)[:, np.newaxis] + phase) / 8)
        return (values + 0.5 * rng.normal(size=values.shape))[:, :, np.newaxis]

    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        seen, new = waves(rng, few), waves(rng, many)
        on_seen, on_new = {}, {}
        for size in sizes:
            model = _on_numbers(seen, size, seed)
            on_seen[size] = _error(model, seen)
            on_new[size] = _error(model, new)
        best = min(on_new, key=on_new.__getitem__)
        return Evidence(
            "false" if best != sizes[-1] else "true",
            Bars(
                "mean squared error",
                tuple(
                    bar
                    for size in sizes
                    for bar in (
                        Bar(
                            f"{counted(size, 'unit')}, learned",
                            on_seen[size],
                            number(on_seen[size]),
                            "h",
                        ),
                        Bar(
                            f"{counted(size, 'unit')}, new", on_new[size], number(on_new[size]), "f"
                        ),
                    )
                ),
            ),
            f"On the {few} waves it learned from, {sizes[-1]} units were off by "
            f"{number(on_seen[sizes[-1]])}; on new ones by {number(on_new[sizes[-1]])}. {best} "
            f"{'unit was' if best == 1 else 'units were'} best there, with {number(on_new[best])}.",
        )

    return Claim(
        "more-units",
        "More units make an LSTM better.",
        f"LSTMs of 1 to 48 units are trained now to forecast a noisy wave, from {few} examples.",
        test,
        "With many units and few examples a network learns the noise by heart: on what is new it "
        "gets worse. With more data, more units may well help.",
        "On new data fewer units can do better than many.",
        opposite,
        "more-is-better",
    )


def tomorrow_is_today() -> Claim:
    length = 40

    def walks(rng: np.random.Generator, count: int) -> Array:
        values: Array = np.cumsum(rng.normal(size=(length + 1, count, 1)), axis=0) / np.sqrt(length)
        return values

    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        model = _on_numbers(walks(rng, 300), 8, seed)
        new = walks(rng, 200)
        said = model.astype(np.float64).run(new[:-1]).outputs
        off = float(np.abs(said - new[1:]).mean())
        today = float(np.abs(new[:-1] - new[1:]).mean())
        steps = np.arange(length)
        together = float(np.corrcoef(said.ravel(), new[1:].ravel())[0, 1])
        return Evidence(
            "false" if off > 0.97 * today and together > 0.9 else "depends",
            Curves(
                "step",
                "one of the random walks",
                (
                    curve("what came", "ink", new[1:, 0, 0][steps]),
                    curve("the forecast", "h", said[:, 0, 0][steps]),
                ),
            ),
            f"The forecast went with what came (correlation {number(together)}), but was off by "
            f"{number(off)}; “tomorrow = today” was off by {number(today)}.",
        )

    return Claim(
        "close-curve",
        "A one-step forecast that lies close to the true curve is a good one.",
        "An LSTM is trained now on random walks, in which nothing can be forecast.",
        test,
        "It learned to repeat today’s value, a step late. Only the comparison with that guess "
        "shows it. (The page Forecast does this with curves of yours.)",
        "If a forecast follows the curve, the network has learned to look ahead.",
        same,
        "close-is-good",
    )


def _on_numbers(sequences: Array, units: int, seed: int) -> Model:
    """Trained to say the next value of some of (T + 1, N, 1) sequences at every step."""
    rng = np.random.default_rng(seed)
    model = Model.init(input_size=1, hidden_size=units, output_size=1, rng=rng)
    read = sequences.astype(np.float32)

    def batches() -> Iterator[Batch]:
        while True:
            chosen = rng.permutation(read.shape[1])[:BATCH_SIZE]
            yield Batch(read[:-1, chosen], read[1:, chosen])

    for progress in train(model, batches(), loss="squared_error", steps=250, learning_rate=RATE):
        model = progress.model
    return model


def _error(model: Model, sequences: Array) -> float:
    said = model.astype(np.float64).run(sequences[:-1]).outputs
    return float(((said - sequences[1:]) ** 2).mean())


TRAINING = (open_gates_help(), more_units(), tomorrow_is_today())
