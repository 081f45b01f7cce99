"""Claims on gates, weights and biases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from lstm_viz.cells import GRU, LSTM, RNN
from lstm_viz.learn import Model
from lstm_viz.networks import basket
from lstm_viz.networks.stored import load
from lstm_viz.notation import in_powers, number, percent
from lstm_viz.scenes.claims.record.claim import (
    Bar,
    Bars,
    Claim,
    Curves,
    Evidence,
    always,
    curve,
    never,
    opposite,
    same,
)
from lstm_viz.signals import LSTM_SIGNALS, shares, stacked
from lstm_viz.tasks import TASKS
from lstm_viz.tasks.basket import QUESTIONS, WORDS, columns
from lstm_viz.tasks.basket import story as any_story

UNITS = 6
INPUTS = 3
STEPS = 20
SHARES = shares(LSTM_SIGNALS)
NEAR = 0.05
"""A gate nearer to 0 or 1 is called shut or open."""


def _cell(seed: int) -> LSTM:
    return LSTM.init(input_size=INPUTS, hidden_size=UNITS, rng=np.random.default_rng(seed))


def _x(seed: int) -> np.ndarray:
    return np.random.default_rng(seed + 1).normal(size=(STEPS, INPUTS))


def binary() -> Claim:
    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        shares = {
            "random weights": _at_an_end(
                Model.init(input_size=4, hidden_size=8, output_size=1, rng=rng),
                rng.normal(size=(100, 4)),
            )
        }
        words = [word for _ in range(20) for word in any_story(rng, 8)]
        shares["Mia’s basket"] = _at_an_end(
            basket.model(), np.eye(len(WORDS))[columns([words])[:, 0]]
        )
        for name in ("parity", "adding", "brackets"):
            stored = load(name)
            task = TASKS[stored.metadata["task"]]
            examples = task.test_examples(50, rng, int(stored.metadata["size"]))
            shares[task.title] = _at_an_end(stored.model, examples.x)
        trained = list(shares.values())[1:]
        return Evidence(
            "depends"
            if min(trained) < 0.8 and max(trained) > shares["random weights"]
            else "true"
            if min(trained) > 0.95
            else "false",
            Bars(
                f"share of gate values nearer than {NEAR:g} to 0 or 1",
                tuple(
                    Bar(name, share, percent(share), "ink" if name == "random weights" else "o")
                    for name, share in shares.items()
                ),
            ),
            f"With random weights {percent(shares['random weights'])} of the gate values were "
            f"nearer than {NEAR:g} to 0 or 1; in four trained networks from "
            f"{percent(min(trained))} to {percent(max(trained))}.",
        )

    return Claim(
        "binary",
        "Once trained, a gate is either open or shut.",
        "All gate values of four trained networks on new examples, and of one with random weights.",
        test,
        "Training pushes gates to the ends where a task is all or nothing; where shares are wanted "
        "they stay in between.",
        "Training turns σ into a switch, whatever the task is.",
        always,
        "gate-is-a-switch",
    )


def _at_an_end(model: Model, x: np.ndarray) -> float:
    trace = model.run(x).traces[0]
    values = np.stack([np.asarray(getattr(trace, gate)) for gate in SHARES])
    return float(((values < NEAR) | (values > 1 - NEAR)).mean())


def order() -> Claim:
    def test(seed: int) -> Evidence:
        cell, x = _cell(seed), _x(seed)
        h = cell.run(x).h
        names = stacked(cell.table)
        other = (*names[2:], *names[:2])
        rows = np.arange(len(cell.bias))
        order = np.concatenate([rows[cell.rows(name)] for name in other])
        written = [array[order] for array in cell.parameters.values()]
        misread = LSTM(*written)
        reread = LSTM(*(array[np.argsort(order)] for array in written))
        wrong = float(np.abs(misread.run(x).h - h).max())
        right = float(np.abs(reread.run(x).h - h).max())
        return Evidence(
            "depends" if right == 0 < wrong else "true" if right else "false",
            Curves(
                "step",
                "h of unit 1",
                (
                    curve("read in its own order", "h", h[:, 0], 1),
                    curve("read in another order", "f", misread.run(x).h[:, 0], 1),
                ),
            ),
            f"Weights written in the order {', '.join(other)} and read in that order gave the same "
            f"h (difference {number(right)}); read in the order {', '.join(names)} they were off "
            f"by up to {number(wrong)}.",
        )

    return Claim(
        "order",
        "The order of the gates in the weight matrix matters.",
        "The rows of one LSTM are written in another order of gates, and read back in that order "
        "and in the usual one.",
        test,
        "To the cell it makes no difference; libraries differ in it, though (PyTorch: i, f, g, o), "
        "and who copies weights from one to the other has to sort the rows.",
        "The rows of the weights may be read in whatever order, as nothing depends on it.",
        never,
        "libraries-agree",
        believed=False,
    )


def two_biases() -> Claim:
    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        cell, x = _cell(seed), _x(seed)
        split = rng.normal(size=cell.bias.shape)
        again = replace(cell, bias=(cell.bias - split) + split)
        off = float(np.abs(again.run(x).h - cell.run(x).h).max())
        gru = GRU.init(input_size=INPUTS, hidden_size=UNITS, rng=rng)
        apart = rng.normal(size=gru.bias_ih.shape)
        moved = replace(gru, bias_ih=gru.bias_ih + apart, bias_hh=gru.bias_hh - apart)
        off_gru = float(np.abs(moved.run(x).h - gru.run(x).h).max())
        return Evidence(
            "true" if off < 1e-12 else "false",
            Bars(
                "largest change of h",
                (
                    Bar("LSTM", off, in_powers(off) if off else "0", "o"),
                    Bar("GRU", off_gru, number(off_gru), "z"),
                ),
            ),
            "Some of one bias was moved to the other. The h of the LSTM changed by "
            f"{in_powers(off) if off else '0'} (rounding), that of a GRU by {number(off_gru)}.",
        )

    return Claim(
        "two-biases",
        "An LSTM’s two biases in PyTorch could be one.",
        "Random numbers are taken from one bias and added to the other. Does the hidden state "
        "change?",
        test,
        "Both are added to the same sum, so only their sum counts. In a GRU one of them stands "
        "behind the reset gate: there the two are not one.",
        "Of an LSTM’s two biases in PyTorch only the sum counts.",
        same,
        "two-biases",
        believed=False,
    )


def add_to_one() -> Claim:
    def test(seed: int) -> Evidence:
        trace = _cell(seed).run(_x(seed))
        both = trace.f + trace.i
        off = float(np.abs(both - 1).max())
        return Evidence(
            "false" if off > 0.01 else "true",
            Curves(
                "step",
                "unit 1",
                (
                    curve("f", "f", trace.f[:, 0], 1),
                    curve("i", "i", trace.i[:, 0], 1),
                    curve("f + i", "ink", both[:, 0], 1),
                ),
            ),
            f"f + i of the {UNITS} units lay between {number(float(both.min()))} and "
            f"{number(float(both.max()))}.",
        )

    return Claim(
        "add-to-one",
        "What the forget gate lets go, the input gate takes in: f + i = 1.",
        f"An LSTM with random weights reads {STEPS} inputs.",
        test,
        "Each gate has weights of its own. (There is a variant with i = 1 − f, and the GRU is made "
        "that way.)",
        "The forget gate and the input gate of a unit can both be open.",
        opposite,
        "gates-sum-to-one",
    )


def own_unit() -> Claim:
    def test(seed: int) -> Evidence:
        cell, x = _cell(seed), _x(seed)[:1]
        other = np.eye(UNITS)[1]
        shut, opened = (cell.run(x, h0=value * other).f[0] for value in (-1.0, 1.0))
        moved = np.abs(opened - shut)
        moved[1] = 0.0
        unit = int(moved.argmax())
        return Evidence(
            "false" if moved[unit] > 0 else "true",
            Bars(
                f"forget gate of unit {unit + 1}",
                (
                    Bar("h of unit 2 is −1", float(shut[unit]), number(shut[unit]), "f"),
                    Bar("h of unit 2 is 1", float(opened[unit]), number(opened[unit]), "f"),
                ),
            ),
            f"When h of unit 2 alone went from −1 to 1, the forget gate of unit {unit + 1} went "
            f"from {number(shut[unit])} to {number(opened[unit])}.",
        )

    return Claim(
        "own-unit",
        "The gates of a unit look at that unit alone.",
        "One step, once with the hidden state of unit 2 at −1, once at 1. Do the forget gates of "
        "the other units move?",
        test,
        "Every gate reads all of x and all of h, with a weight for each. Only what it opens or "
        "shuts is its own unit’s.",
        "What unit 2 shows can have no effect on what unit 1 forgets.",
        same,
        "gate-sees-x-alone",
    )


def four_times() -> Claim:
    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        inputs, units = int(rng.integers(1, 200)), int(rng.integers(1, 200))
        sizes = {
            kind.__name__: sum(
                array.size
                for name, array in kind.init(
                    input_size=inputs, hidden_size=units, rng=rng
                ).parameters.items()
                if name != "bias_hh"
            )
            for kind in (RNN, GRU, LSTM)
        }
        exactly = sizes["LSTM"] == 4 * sizes["RNN"]
        return Evidence(
            "true" if exactly else "false",
            Bars(
                "weights and biases, a bias a gate",
                tuple(
                    Bar(name, float(size), f"{size:,}", colour)
                    for (name, size), colour in zip(sizes.items(), ("h", "z", "o"), strict=True)
                ),
            ),
            f"With {inputs} inputs and {units} units: {sizes['RNN']:,} numbers in the simple RNN, "
            f"{sizes['LSTM']:,} in the LSTM, {sizes['LSTM'] / sizes['RNN']:g} times as many.",
        )

    return Claim(
        "four-times",
        "An LSTM has exactly four times the numbers of a simple RNN of its size.",
        "A number of inputs and of units is drawn, and the weights and biases are counted.",
        test,
        "Three gates and the candidate: four maps from x and h, each as large as the RNN’s only "
        "one.",
        "An LSTM has three gates, so it has three times the numbers of a simple RNN.",
        opposite,
        "three-gates-three-times",
        believed=False,
    )


def longer_needs_more() -> Claim:
    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        cell = _cell(seed)
        numbers = sum(array.size for array in cell.parameters.values())
        lengths = (10, 100, 1000)
        done = [len(cell.run(rng.normal(size=(length, INPUTS)))) for length in lengths]
        return Evidence(
            "false" if tuple(done) == lengths else "true",
            Bars(
                "weights and biases that were used",
                tuple(
                    Bar(f"{length:,} steps", float(numbers), f"{numbers}", "h") for length in done
                ),
            ),
            f"The same {numbers} numbers read {', '.join(f'{n:,}' for n in lengths[:-1])} and "
            f"{lengths[-1]:,} steps.",
        )

    return Claim(
        "longer-needs-more",
        "A longer text needs a network with more weights.",
        "One LSTM reads 10, 100 and 1,000 steps.",
        test,
        "The same weights are used at every step; only the record of the run grows.",
        "The same weights read ten words and a thousand.",
        opposite,
        "more-steps-more-weights",
    )


def same_input() -> Claim:
    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        picks = [int(n) for n in rng.permutation(4)[:2]]
        words = []
        for count in picks:
            words += [
                word
                for deed in ["empties the basket", *["picks an apple"] * count]
                for word in ("Mia", deed, ".")
            ]
            words.append(QUESTIONS[0])
        said = basket.read(words).outputs[:, 0]
        first, second = (float(said[t]) for t, word in enumerate(words) if word == QUESTIONS[0])
        return Evidence(
            "false" if round(first) != round(second) else "true",
            Bars(
                "what it says to “how many apples?”",
                (
                    Bar(f"after {picks[0]} apples", first, number(first), "h"),
                    Bar(f"after {picks[1]} apples", second, number(second), "h"),
                ),
            ),
            f"The same question got {number(first)}, and later {number(second)}.",
        )

    return Claim(
        "same-input",
        "To the same input a trained LSTM gives the same answer.",
        "The network that counts Mia’s fruit is asked “how many apples?” twice in one story.",
        test,
        "The answer is made from h, and h also depends on all that was read before.",
        "A word that comes again gets the answer it got before.",
        same,
        "same-input-same-answer",
    )


GATES = (
    binary(), order(), two_biases(), add_to_one(), own_unit(), four_times(), longer_needs_more(),
    same_input(),
)  # fmt: skip
