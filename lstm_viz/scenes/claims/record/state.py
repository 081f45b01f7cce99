"""Claims on the cell state and the hidden state."""

from __future__ import annotations

import numpy as np

from lstm_viz.cells import GRU, LSTM
from lstm_viz.notation import number
from lstm_viz.scenes.claims.record.basket import answer, erased
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

STEPS = 30
UNITS = 6
INPUTS = 3


def _cell(seed: int) -> LSTM:
    return LSTM.init(input_size=INPUTS, hidden_size=UNITS, rng=np.random.default_rng(seed))


def _x(seed: int) -> np.ndarray:
    return np.random.default_rng(seed + 1).normal(size=(STEPS, INPUTS))


def shut_forgets() -> Claim:
    at = 10

    def test(seed: int) -> Evidence:
        cell, x = _cell(seed), _x(seed)
        start = np.full(UNITS, 2.0)
        runs = {
            gate: cell.run(x[:at], c0=start, clamp={"f": gate, "i": 0.0}).c for gate in (0.02, 0.98)
        }
        left = {gate: float(c[0, 0]) for gate, c in runs.items()}
        return Evidence(
            "true" if left[0.02] < 0.1 < left[0.98] else "false",
            Curves(
                "step",
                "cell state of unit 1, which began at 2",
                tuple(
                    curve(f"f held at {number(gate)}", colour, [2.0, *c[:, 0]])
                    for (gate, c), colour in zip(runs.items(), ("f", "o"), strict=True)
                ),
            ),
            f"After one step {number(left[0.02])} was left with f = 0.02, and "
            f"{number(left[0.98])} with f = 0.98.",
        )

    return Claim(
        "shut-forgets",
        "A forget gate near 0 forgets.",
        "A cell state of 2; nothing is written to it. Once the forget gate is held at 0.02, once "
        "at 0.98.",
        test,
        "The gate is the share that is kept, so its name says the opposite of what a large value "
        "does: 1 keeps, 0 forgets.",
        "The larger the forget gate, the less is left of the old cell state.",
        opposite,
        "forget-one-forgets",
        believed=False,
    )


def bounded() -> Claim:
    def test(seed: int) -> Evidence:
        cell, x = _cell(seed), _x(seed)
        trace = cell.run(x, clamp={"f": 1.0, "i": 1.0, "g": 0.9})
        c, h = trace.c[:, 0], trace.h[:, 0]
        most = float(np.abs(trace.c).max())
        return Evidence(
            "false" if most > 1 else "true",
            Curves("step", "unit 1", (curve("c", "c", c, 1), curve("h", "h", h, 1))),
            f"After {STEPS} steps c was {number(c[-1])}; h, its squashed copy times a gate, was "
            f"{number(h[-1])}.",
        )

    return Claim(
        "bounded",
        "The cell state lies between −1 and 1.",
        f"The forget and input gates are held at 1, the candidate at 0.9, for {STEPS} steps.",
        test,
        "What is written lies between −1 and 1, but it is added at every step, and nothing "
        "squashes the sum. Only what leaves the cell goes through tanh.",
        "A cell state can grow far beyond 1.",
        opposite,
        "c-is-bounded",
    )


def h_bounded() -> Claim:
    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        most = []
        for gain in (1, 10, 100):
            cell = LSTM(
                gain * rng.normal(size=(4 * UNITS, INPUTS)),
                gain * rng.normal(size=(4 * UNITS, UNITS)),
                np.zeros(4 * UNITS),
            )
            trace = cell.run(_x(seed))
            most.append((gain, float(np.abs(trace.h).max()), float(np.abs(trace.c).max())))
        largest = max(h for _, h, _ in most)
        return Evidence(
            "true" if largest <= 1 else "false",
            Bars(
                "largest value that was found",
                tuple(
                    bar
                    for gain, h, c in most
                    for bar in (
                        Bar(f"c, weights × {gain}", c, number(c), "c"),
                        Bar(f"h, weights × {gain}", h, number(h), "h"),
                    )
                ),
            ),
            f"However large the weights, no h was beyond {number(largest)}; c came to "
            f"{number(max(c for _, _, c in most))}.",
        )

    return Claim(
        "h-bounded",
        "The hidden state never leaves −1 to 1.",
        f"Random weights, then 10 and 100 times as large, on {STEPS} random inputs.",
        test,
        "h is a share (the output gate, at most 1) of tanh(c), which is never beyond −1 and 1.",
        "Even with weights 100 times as large, no h is beyond 1.",
        same,
        "h-grows",
        believed=False,
    )


def open_remembers() -> Claim:
    def test(seed: int) -> Evidence:
        cell, x = _cell(seed), _x(seed)
        runs = {
            start: cell.run(x, c0=np.full(UNITS, start), clamp={"f": 1.0, "i": 0.0}).c[:, 0]
            for start in (0.0, 1.0)
        }
        kept = float(runs[1.0][-1])
        return Evidence(
            "depends" if runs[0.0][-1] == 0 and kept == 1 else "false",
            Curves(
                "step",
                "cell state of unit 1",
                (curve("began at 0", "f", runs[0.0], 1), curve("began at 1", "c", runs[1.0], 1)),
            ),
            f"What began at 1 was {number(kept)} after {STEPS} inputs; what began at 0 was "
            f"{number(float(runs[0.0][-1]))}: of the inputs it had kept nothing.",
        )

    return Claim(
        "open-remembers",
        "With f = 1 and i = 0 an LSTM remembers.",
        f"Both gates are held so for {STEPS} random inputs, once with a cell state that begins at "
        "0, once at 1.",
        test,
        "It keeps what is there, and takes nothing in. To remember an input, the input gate has to "
        "open at it first; at rest a cell state begins at 0.",
        "To remember a word that comes now, an LSTM opens its forget gate and shuts its input "
        "gate.",
        always,
        "keep-is-all",
    )


def output_empties() -> Claim:
    def test(seed: int) -> Evidence:
        cell, x = _cell(seed), _x(seed)
        free = cell.run(x[:1])
        shut = cell.run(x[:1], clamp={"o": 0.0})
        same = bool((free.c == shut.c).all())
        return Evidence(
            "false" if same else "true",
            Bars(
                "unit 1 after this step",
                (
                    Bar(
                        "c, output gate free",
                        float(free.c[0, 0]),
                        number(free.c[0, 0], sign=True),
                        "c",
                    ),
                    Bar(
                        "c, output gate shut",
                        float(shut.c[0, 0]),
                        number(shut.c[0, 0], sign=True),
                        "c",
                    ),
                    Bar(
                        "h, output gate free", float(free.h[0, 0]), number(free.h[0, 0], sign=True)
                    ),
                    Bar(
                        "h, output gate shut", float(shut.h[0, 0]), number(shut.h[0, 0], sign=True)
                    ),
                ),
            ),
            f"With the output gate shut h was {number(shut.h[0, 0])}, and c was "
            f"{number(shut.c[0, 0], sign=True)} as before.",
        )

    return Claim(
        "output-empties",
        "Shutting the output gate erases the cell state.",
        "One step, once as it is, once with the output gate held at 0.",
        test,
        "The output gate only decides how much of c is shown in h at this step. c itself goes on "
        "to the next one. (A smaller h makes other gates there.)",
        "What the output gate does not let out stays in the cell state.",
        opposite,
        "output-gate-empties",
    )


def h_is_memory() -> Claim:
    def test(seed: int) -> Evidence:
        apples = 1 + seed % 3
        free = answer(apples)
        without_h, without_c = erased(apples, "h"), erased(apples, "c")
        return Evidence(
            "false" if round(without_h) == apples != round(without_c) else "depends",
            Bars(
                f"what it says to “how many apples?” ({apples} in the basket)",
                (
                    Bar("as it is", free, number(free), "o"),
                    Bar("h set to 0 before", without_h, number(without_h), "h"),
                    Bar("c set to 0 before", without_c, number(without_c), "c"),
                ),
            ),
            f"With h set to 0 just before the question it still said {number(without_h)}; with c "
            f"set to 0 it said {number(without_c)}.",
        )

    return Claim(
        "h-is-memory",
        "The hidden state is the memory of an LSTM.",
        "The network that counts Mia’s fruit. Before the question one of its two states is erased.",
        test,
        "What is carried over many steps is c. h is what is shown of it at this step, and what the "
        "gates of the next one read.",
        "Erase c and an LSTM still knows what it read, from h.",
        same,
        "h-is-c",
    )


def gru_equal() -> Claim:
    steps = 20

    def test(seed: int) -> Evidence:
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(steps, INPUTS))
        lstm = LSTM.init(input_size=INPUTS, hidden_size=UNITS, rng=rng)
        gru = GRU.init(input_size=INPUTS, hidden_size=UNITS, rng=rng)
        counted = lstm.run(x, clamp={"f": 1.0, "i": 1.0, "g": 0.9}).c[:, 0]
        mixed = {z: gru.run(x, clamp={"z": z, "n": 0.9}).h[:, 0] for z in (0.0, 0.9)}
        most = float(max(np.abs(run).max() for run in mixed.values()))
        return Evidence(
            "false" if most <= 1 < counted[-1] else "true",
            Curves(
                "step",
                "what is held",
                (
                    curve("LSTM: f = i = 1", "c", counted, 1),
                    curve("GRU: z = 0.9", "z", mixed[0.9], 1),
                    curve("GRU: z = 0", "n", mixed[0.0], 1),
                ),
            ),
            f"In {steps} steps of writing 0.9 the LSTM came to {number(counted[-1])}, the GRU to "
            f"{number(most)} at most.",
        )

    return Claim(
        "gru-equal",
        "A GRU can do whatever an LSTM does, with one gate less.",
        "Both write 0.9 at every step. The LSTM keeps all it has; the GRU’s gate z says how much "
        "it keeps, and what it gives up makes room for the new.",
        test,
        "A GRU’s two shares add up to 1, so its state stays between −1 and 1: it does not add up "
        "as an LSTM’s cell state does. On many tasks both do as well.",
        "An LSTM can count further than a GRU can.",
        opposite,
        "gru-is-lstm",
    )


STATE = (
    shut_forgets(), bounded(), h_bounded(), open_remembers(), output_empties(), h_is_memory(),
    gru_equal(),
)  # fmt: skip
