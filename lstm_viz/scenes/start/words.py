"""Start here: what is said of an LSTM, asked about one step of it, and found when it is run.

What is said of the components is in ``components.py``, the run in ``run.py``.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lstm_viz.lesson.claim import Claim
from lstm_viz.lesson.question import Choice, Option
from lstm_viz.notation import number
from lstm_viz.scenes.start.record import Opening
from lstm_viz.signals import shares
from lstm_viz.trace import Array, Trace

OPENING = (
    "An [[LSTM]] is a [[recurrent network]]: it reads a sequence step by step and hands on what it "
    "remembers. In a plain one the [[gradient]] of what lies many steps back "
    "tends to [[vanish|vanishing gradient]] or [[explode|exploding gradient]]; the LSTM was made "
    "against that. Touch one of its four [[components]]."
)


def _same(a: Array, b: Array) -> bool:
    return bool(np.allclose(a, b, rtol=0, atol=1e-9))


QUESTIONS: tuple[Choice, ...] = (
    Choice(
        id="gate-at-one",
        t=0,
        stage=2,
        ask="Suppose the forget gate of a unit stands at 1. What happens to its old value?",
        options=(
            Option("All of it stays", lambda run: _same(run.held.kept, run.held.c_prev)),
            Option(
                "It is forgotten",
                lambda run: _same(run.held.kept, 0 * run.held.c_prev),
                believes="forget-one-forgets",
            ),
            Option(
                "What is new takes its place",
                lambda run: (
                    _same(run.held.c, run.held.written)
                    and not _same(run.held.kept, run.held.c_prev)
                ),
                believes="write-replaces",
            ),
        ),
        because=lambda run: (
            f"The gate is the share that is kept: held at 1, unit 1 keeps "
            f"{number(run.held.kept[0, 0])} of {number(run.held.c_prev[0, 0])}. Here it stands at "
            f"{number(run.step.f[0, 0])}, and {number(run.step.kept[0, 0])} is left."
        ),
    ),
    Choice(
        id="output-at-one",
        t=0,
        stage=4,
        ask="Suppose every output gate stands at 1. What is the hidden state h then?",
        options=(
            Option(
                "The same as the cell state",
                lambda run: _same(run.released.h, run.released.c),
                believes="h-is-c",
            ),
            Option(
                "In every unit nearer to 0 than the cell state",
                lambda run: bool((abs(run.released.h) < abs(run.released.c)).all()),
            ),
            Option(
                "In some units further from 0",
                lambda run: bool((abs(run.released.h) > abs(run.released.c)).any()),
            ),
        ),
        because=lambda run: (
            f"tanh squashes the cell state first: unit 3 holds {number(run.released.c[0, 2])}, and "
            f"all of it shown is {number(run.released.h[0, 2])}. Here its output gate stands at "
            f"{number(run.step.o[0, 2])}, and h is {number(run.step.h[0, 2])}."
        ),
    ),
)


def _share(value: float) -> str:
    """Of a gradient that may have nearly vanished: two digits, however small."""
    return f"{100 * value:.2g} %" if value < 0.995 else f"{100 * value:.0f} %"


def is_it_so(run: Opening) -> Mapping[str, str]:
    """What is said of an LSTM's gradients, a run that tests it, and the verdict; Markdown."""
    alone, words = run.along_the_cell_state(), len(run.sentence)
    most, least = alone.argmax(), alone.argmin()
    return {
        "The claim": "An LSTM cures [[vanishing|vanishing gradient]] and "
        "[[exploding|exploding gradient]]: [[gradients]] go back through it unchanged.",
        "A run": f"Back over these {words} words, along the [[cell state]] alone, each step "
        f"multiplies a gradient by f: {_share(alone[most])} is left in unit {most + 1}, "
        f"{_share(alone[least])} in unit {least + 1}. With every forget gate held at 1, "
        f"{_share(run.along_the_cell_state(held=True).min())} is left. But there are "
        "paths through h too: by all paths, a small change of the memory before the first word "
        f"changes it after the last at most {number(run.whole_gradient())} times as much; with the "
        f"gates at 1, {number(run.whole_gradient(held=True))} times.",
        "The verdict": "Unchanged only along the cell state, and only where a forget gate stands "
        "at 1. That path is what an LSTM adds; whether it is open is learned.",
    }


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "the memory goes on with one × and one +", lambda t: _same(t.c, t.f * t.c_prev + t.written)
    ),
    Claim("what is written is a share of the candidate", lambda t: _same(t.written, t.i * t.g)),
    Claim("h is a share of the squashed cell state", lambda t: _same(t.h, t.o * np.tanh(t.c))),
    Claim("every unit has shares of its own", lambda t: _all_differ(t)),
)
"""What the sentences say of the step that is shown."""


def _all_differ(trace: Trace) -> bool:
    """No two units have the same share, in any gate, to a percent."""
    return all(
        len({round(100 * share) for share in getattr(trace, gate)[0]}) == trace.hidden_size
        for gate in shares(trace.table)
    )


ENDING = (
    "**Takeaway:** c is the memory, h is what is shown of it. Three [[gates]] stand on the way: "
    "what stays, what comes in, what is shown. Each is a vector with a number for every [[unit]]."
)
