"""Claims on what a trained or a hand-set network can do."""

from __future__ import annotations

import numpy as np

from lstm_viz.cells import RNN
from lstm_viz.learn import Model
from lstm_viz.networks.stored import load
from lstm_viz.notation import number, percent
from lstm_viz.scenes.claims.record.claim import (
    Bar,
    Bars,
    Claim,
    Curves,
    Evidence,
    always,
    curve,
    opposite,
)
from lstm_viz.tasks import TASKS, anbn
from lstm_viz.tasks.task import Examples
from lstm_viz.trace import Array

MOST = 20
"""The greatest n that the counting network was trained on."""


def counts() -> Claim:
    def test(seed: int) -> Evidence:
        n = int(np.random.default_rng(seed).integers(5, MOST, endpoint=True))
        network = load("anbn").model
        right = [_ends_rightly(network, m) for m in range(1, MOST + 1)]
        trace = network.run(_string(n)).traces[0]
        unit = int(np.abs(trace.c[n]).argmax())
        c = trace.c[:, unit]
        return Evidence(
            "true" if all(right) else "depends",
            Curves(
                f"step (the start, {n} a, {n} b)",
                f"cell state of unit {unit + 1}",
                (curve("c", "c", c),),
            ),
            f"It said the end at the right place for {sum(right)} of {MOST} strings, of 1 to "
            f"{MOST} a. With {n} a, c came from {number(c[0], sign=True)} to "
            f"{number(c[n], sign=True)} over the a, and back to {number(c[-1], sign=True)} over "
            "the b.",
        )

    return Claim(
        "counts",
        "An LSTM can count.",
        "A trained network of two units reads a few a, then as many b, and has to say when the end "
        "comes.",
        test,
        "Its cell state goes one way with every a and the other way with every b. (How far it "
        "counts is another claim.)",
        "An LSTM has gates, but no way to count letters.",
        opposite,
        "cannot-count",
        believed=False,
    )


def _string(n: int) -> Array:
    columns = [anbn.START, *[anbn.A] * n, *[anbn.B] * n]
    return np.eye(len(anbn.INPUTS))[columns]


def _ends_rightly(network: Model, n: int) -> bool:
    said = network.run(_string(n)).outputs.argmax(axis=-1)
    wanted = [anbn.SAY_B] * (n - 1) + [anbn.SAY_END]
    return list(said[n + 1 :]) == wanted


def generalises() -> Claim:
    lengths = (20, 100)
    greatest = (20, 50)

    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        parity, counting = TASKS["parity"], TASKS["anbn"]
        shares = [
            (f"parity, {size} steps", _score("parity", parity.test_examples(200, rng, size)), "o")
            for size in lengths
        ] + [
            (f"aⁿbⁿ, n to {size}", _score("anbn", counting.test_examples(200, rng, size)), "f")
            for size in greatest
        ]
        far = {name: share for name, share, _ in (shares[1], shares[3])}
        good, bad = max(far.values()), min(far.values())
        return Evidence(
            "depends" if bad < 0.9 < good else "true" if bad > 0.9 else "false",
            Bars(
                "right answers",
                tuple(Bar(name, share, percent(share), colour) for name, share, colour in shares),
            ),
            f"Both were trained up to 20. Parity was right at {percent(shares[1][1])} of the steps "
            f"of strings of {lengths[1]}; the counter got {percent(shares[3][1])} of the strings "
            f"up to n = {greatest[1]}.",
        )

    return Claim(
        "generalises",
        "A network that learned on short texts does as well on long ones.",
        "Two trained networks, of two units each, on lengths they were trained on and on longer "
        "ones.",
        test,
        "A bit that is turned over can be held for ever. A count that has to be exact drifts a "
        "little at every step.",
        "What an LSTM does right up to 20 steps it does right at any length.",
        always,
        "short-is-long",
    )


def _score(name: str, examples: Examples) -> float:
    stored = load(name)
    return float(TASKS[name].score(stored.model.run(examples.x).outputs, examples))


def rnn_forgets() -> Claim:
    steps = 100

    def test(seed: int) -> Evidence:
        first = np.random.default_rng(seed).choice([-1.0, 1.0])
        x = np.zeros((steps + 1, 1))
        x[0] = first
        weights = (0.5, 1.0, 2.0)
        runs = {
            w: RNN(np.ones((1, 1)), np.full((1, 1), w), np.zeros(1)).run(x).h[:, 0] for w in weights
        }
        last = float(runs[2.0][-1])
        return Evidence(
            "false" if np.sign(last) == first and abs(last) > 0.5 else "true",
            Curves(
                "step",
                "hidden state",
                tuple(
                    curve(f"weight {w:g}", colour, runs[w])
                    for w, colour in zip(weights, ("f", "i", "h"), strict=True)
                ),
            ),
            f"The input was {number(first, sign=True)} at the first step and 0 after it. After "
            f"{steps} steps a weight of 0.5 had left {number(float(runs[0.5][-1]))}, one of 2 "
            f"{number(last, sign=True)}.",
        )

    return Claim(
        "rnn-forgets",
        "A simple RNN cannot remember anything for 20 steps.",
        "A simple RNN of one unit, its one recurrent weight set by hand to 0.5, 1 and 2.",
        test,
        "It can hold a value if its weights are right. What it did badly in our trainings is "
        "learning such weights, and holding one thing while other inputs come.",
        "With the right weight a simple RNN holds its first input for a hundred steps.",
        opposite,
        "rnn-cannot-hold",
    )


ABILITIES = (counts(), generalises(), rnn_forgets())
