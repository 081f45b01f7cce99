"""What is asked on the unrolled cell; the right answers are read from the run."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.scenes.all_together.record import (
    SentenceRun,
    from_x_and_h,
    fullest,
    gate_again,
    plain,
    shows,
)

ASKED_AT = {"wait": (1, 2), "units": (2, 0), "weights": (3, 1)}
"""(step, stage) from 0 before which each question is asked; that on h comes at the last step."""
RELEASE = 8
"""The stage of the film at which h is let out."""


def questions(run: SentenceRun) -> tuple[Question, ...]:
    """Four, each on something that the unrolled picture makes people believe."""
    return (_wait(), _units(run), _weights(), _h(run))


def _wait() -> Choice:
    t, stage = ASKED_AT["wait"]
    return Choice(
        id="together-wait",
        t=t,
        stage=stage,
        ask="The forget gate of this step is there. What does the input gate still wait for?",
        options=(
            Option(
                "nothing: x and h are all it needs",
                lambda run: from_x_and_h(run, "i", t),
            ),
            Option(
                "for the forget gate: one after the other",
                lambda run: not from_x_and_h(run, "i", t),
                "gates-in-turn",
            ),
        ),
        because=lambda run: (
            f"Worked out from x, h and the weights alone, unit 1’s input gate is "
            f"{plain(gate_again(run, 'i', t)[0])}; in the run it is {plain(run.trace.i[t, 0])}. "
            "No other gate is in it."
        ),
    )


def _units(run: SentenceRun) -> Choice:
    t, stage = ASKED_AT["units"]
    units = run.trace.hidden_size
    return Choice(
        id=f"together-units-{run.preset.id}",
        t=t,
        stage=stage,
        ask="The third token comes. How many numbers does the cell state hold then?",
        options=(
            Option(
                f"{t + 1}: one for each token so far",
                lambda run: _numbers(run) == t + 1,
                "units-are-steps",
            ),
            Option(f"{units}: one for each unit, as always", lambda run: _numbers(run) == units),
            Option(
                f"{units * (t + 1)}: every step adds its own",
                lambda run: _numbers(run) == units * (t + 1),
                "units-are-steps",
            ),
        ),
        because=lambda run: (
            f"The strip on the belt has {_numbers(run)} cells at every one of the "
            f"{len(run.trace)} "
            "steps: a number for each unit. The steps are whole cells beside each other."
        ),
    )


def _numbers(run: SentenceRun) -> int:
    """How many numbers the cell state holds at the step of the question."""
    return int(run.trace.c[ASKED_AT["units"][0]].size)


def _weights() -> Choice:
    t, stage = ASKED_AT["weights"]
    return Choice(
        id="together-weights",
        t=t,
        stage=stage,
        ask="Step 4, another cell of the row. With which weights is its forget gate computed?",
        options=(
            Option(
                "with weights of its own, those of step 4",
                lambda run: not from_x_and_h(run, "f", t),
                "new-weights-each-step",
            ),
            Option(
                "with the same ones as at step 1",
                lambda run: from_x_and_h(run, "f", t),
            ),
        ),
        because=lambda run: (
            f"There is one cell, drawn {len(run.trace)} times: {run.parameters} numbers for the "
            "whole sentence. With them, this step’s x and the previous step’s h, unit 1’s forget "
            f"gate is "
            f"{plain(gate_again(run, 'f', t)[0])}."
        ),
    )


def _h(run: SentenceRun) -> Choice:
    c, o, _ = shows(run)
    unit = fullest(run) + 1
    return Choice(
        id=f"together-h-{run.preset.id}",
        t=len(run.trace) - 1,
        stage=RELEASE,
        ask=(
            f"Unit {unit} holds c = {plain(c)} and its output gate stands at {plain(o)}. Its h is …"
        ),
        options=(
            Option("the same number", lambda run: abs(_gap(run)) < 1e-12, "h-is-c"),
            Option("nearer to 0 than c", lambda run: _gap(run) >= 1e-12),
            Option("farther from 0 than c", lambda run: _gap(run) <= -1e-12, "h-is-c"),
        ),
        because=_because_h,
    )


def _gap(run: SentenceRun) -> float:
    c, _, h = shows(run)
    return abs(c) - abs(h)


def _because_h(run: SentenceRun) -> str:
    c, o, h = shows(run)
    return (
        f"tanh({plain(c)}) = {plain(float(np.tanh(c)))}, and the output gate lets {plain(o)} of "
        f"that out: h = {plain(h)}. c itself goes on unchanged."
    )
