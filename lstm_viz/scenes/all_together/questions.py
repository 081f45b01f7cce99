"""What is asked on the unrolled cell; the right answers are read from the run."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.scenes.all_together.record import (
    Together,
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


def questions(told: Together) -> tuple[Question, ...]:
    """Four, each on something that the unrolled picture makes people believe."""
    return (_wait(), _units(told), _weights(), _h(told))


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
                lambda told: from_x_and_h(told, "i", t),
            ),
            Option(
                "for the forget gate: one after the other",
                lambda told: not from_x_and_h(told, "i", t),
                "gates-in-turn",
            ),
        ),
        because=lambda told: (
            f"Worked out from x, h and the weights alone, unit 1’s input gate is "
            f"{plain(gate_again(told, 'i', t)[0])}; in the run it is {plain(told.trace.i[t, 0])}. "
            "No other gate is in it."
        ),
    )


def _units(told: Together) -> Choice:
    t, stage = ASKED_AT["units"]
    units = told.trace.hidden_size
    return Choice(
        id=f"together-units-{told.preset.id}",
        t=t,
        stage=stage,
        ask="The third token comes. How many numbers does the cell state hold then?",
        options=(
            Option(
                f"{t + 1}: one for each token so far",
                lambda told: _numbers(told) == t + 1,
                "units-are-steps",
            ),
            Option(f"{units}: one for each unit, as always", lambda told: _numbers(told) == units),
            Option(
                f"{units * (t + 1)}: every step adds its own",
                lambda told: _numbers(told) == units * (t + 1),
                "units-are-steps",
            ),
        ),
        because=lambda told: (
            f"The strip on the belt has {_numbers(told)} cells at every one of the "
            f"{len(told.trace)} "
            "steps: a number for each unit. The steps are whole cells beside each other."
        ),
    )


def _numbers(told: Together) -> int:
    """How many numbers the cell state holds at the step of the question."""
    return int(told.trace.c[ASKED_AT["units"][0]].size)


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
                lambda told: not from_x_and_h(told, "f", t),
                "new-weights-each-step",
            ),
            Option(
                "with the same ones as at step 1",
                lambda told: from_x_and_h(told, "f", t),
            ),
        ),
        because=lambda told: (
            f"There is one cell, drawn {len(told.trace)} times: {told.parameters} numbers for the "
            "whole sentence. With them, this step’s x and the previous step’s h, unit 1’s forget "
            f"gate is "
            f"{plain(gate_again(told, 'f', t)[0])}."
        ),
    )


def _h(told: Together) -> Choice:
    c, o, _ = shows(told)
    unit = fullest(told) + 1
    return Choice(
        id=f"together-h-{told.preset.id}",
        t=len(told.trace) - 1,
        stage=RELEASE,
        ask=(
            f"Unit {unit} holds c = {plain(c)} and its output gate stands at {plain(o)}. Its h is …"
        ),
        options=(
            Option("the same number", lambda told: abs(_gap(told)) < 1e-12, "h-is-c"),
            Option("nearer to 0 than c", lambda told: _gap(told) >= 1e-12),
            Option("farther from 0 than c", lambda told: _gap(told) <= -1e-12, "h-is-c"),
        ),
        because=_because_h,
    )


def _gap(told: Together) -> float:
    c, _, h = shows(told)
    return abs(c) - abs(h)


def _because_h(told: Together) -> str:
    c, o, h = shows(told)
    return (
        f"tanh({plain(c)}) = {plain(float(np.tanh(c)))}, and the output gate lets {plain(o)} of "
        f"that out: h = {plain(h)}. c itself goes on unchanged."
    )
