"""The sheet of a task of one unit: what is given, what is done, and the number that is asked."""

from __future__ import annotations

import numpy as np
import streamlit as st

from lstm_viz.cells.activations import squashed
from lstm_viz.notation import number
from lstm_viz.scenes.your_turn.controls.params import ASKED, KEY, LEVEL, answers, task_of
from lstm_viz.scenes.your_turn.picture import reached
from lstm_viz.scenes.your_turn.record.judge import (
    HALF,
    Answers,
    Kind,
    before_of,
    judge,
    own_values,
    passed,
)
from lstm_viz.scenes.your_turn.record.sums import GATES, STEPS, follows
from lstm_viz.scenes.your_turn.record.task import Task
from lstm_viz.scenes.your_turn.words import (
    DONE,
    LABELS,
    LEFT_OPEN,
    NOW_ALONE,
    PARTS,
    WEIGHTS,
    formula,
    said,
    symbol,
    with_numbers,
)
from lstm_viz.ui import scene_state
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

LARGEST = 1_000.0
"""Of an answer; also of the sum that is squashed on the side."""


def show(task: Task, screen: SceneScreen) -> None:
    asked = ASKED[screen[LEVEL.name]]
    typed = with_given(task, answers(screen), asked)
    done = passed(task, typed)
    now = next((step for step in STEPS if step not in done), None)
    _given(task)
    lines = [_line(task, step, typed, asked) for step in STEPS[: _place(now)]]
    with st.container(key="turn_lines"):  # always there: the field below keeps the focus
        if lines:
            st.markdown("\n\n".join(lines))
    if screen[LEVEL.name] == "worked":
        return
    if now is None:
        st.success(DONE if screen[LEVEL.name] == "alone" else f"{DONE} {NOW_ALONE}")
        return
    _ask(task, screen, now, typed)
    _squash()


def with_given(task: Task, typed: Answers, asked: tuple[str, ...]) -> Answers:
    """What was typed, and the numbers that are there, as they are printed."""
    given = {
        step: (round(task.exact[step].item(), 2),) for step in STEPS if step not in asked
    }  # fmt: skip
    return {**given, **typed}


def _place(step: str | None) -> int:
    return len(STEPS) if step is None else STEPS.index(step)


def _given(task: Task) -> None:
    arrives = " · ".join(
        f"{label} = **{number(task.part(name).item())}**" for name, label in PARTS.items()
    )
    heads = "".join(f" ${symbol(gate)}$ |" for gate in GATES)
    rows = "\n".join(
        f"| **{letter}** |"
        + "".join(f" {number(task.part(name, gate).item())} |" for gate in GATES)
        for name, letter in WEIGHTS.items()
    )
    st.markdown(f"{arrives}\n\n| Weights |{heads}\n|---|---|---|---|---|\n{rows}")


def _line(task: Task, step: str, typed: Answers, asked: tuple[str, ...]) -> str:
    """A number that is there: worked out, given in between, or the reader's."""
    value = typed[step][0]
    if asked and step not in asked:
        return f"${symbol(step)} = {_tex(value)}$ (given)"
    before = own_values(task, before_of(step, typed))
    printed = {name: np.round(values, 2) for name, values in before.items()}
    made = follows(task.given, step, printed).item()
    sign = "=" if abs(made - value) <= HALF else r"\approx"
    (verdict,) = judge(task, step, typed[step], before_of(step, typed))
    why = "✓" if verdict.kind is Kind.RIGHT else said(verdict, step)
    # Two formulas, so that a line too narrow for both may break between them.
    line = f"${symbol(step)} = {with_numbers(task, step, before)}$ ${sign} {_tex(value)}$"
    return f"{line} {why}" if asked else line


def _tex(value: float) -> str:
    return number(value).replace("−", "-")


def _ask(task: Task, screen: SceneScreen, step: str, typed: Answers) -> None:
    """The field for the number that comes next, and what is said of what stands there."""
    values = own_values(task, typed)
    helped = screen[LEVEL.name] == "gaps"
    st.markdown(f"$\\displaystyle {formula(step)}$")
    if helped:
        st.markdown(f"$= {with_numbers(task, step, values)}$")
    last = typed[step][0] if step in typed else None
    number_field(
        LABELS[step],
        last,
        -LARGEST,
        LARGEST,
        key="turn_number",
        take=lambda value: answer(screen, step, value),
        whole=False,
        step=0.1,
    )
    with st.container(key="turn_said"):
        if last is not None:
            (verdict,) = judge(task, step, (last,), before_of(step, typed))
            st.warning(plain(said(verdict, step)))
        left = [symbol(other) for other in STEPS[_place(step) + 1 :]]
        if left:
            st.caption("Then " + ", ".join(f"${name}$" for name in left) + ".")
        mine = [other for other in ASKED[screen[LEVEL.name]] if other in typed]
        total = len(ASKED[screen[LEVEL.name]])
        st.caption(f"{len(mine) or 'None'} of {total} filled in: {LEFT_OPEN}")


def answer(screen: SceneScreen, step: str, value: float) -> None:
    """Keep what the reader got; the picture goes to what they have reached."""
    answers(screen)[step] = (value,)
    st.session_state.pop(scene_state.REFUSED, None)
    to_reached(screen)


def to_reached(screen: SceneScreen) -> None:
    """Take the picture to what the reader has come to."""
    last = reached_on(screen) - 1
    if last != screen.stage:
        scene_state.jump(KEY, t=0, stage=last)


def reached_on(screen: SceneScreen) -> int:
    """How many stages the reader has all numbers of."""
    task, asked = task_of(screen), ASKED[screen[LEVEL.name]]
    return reached(passed(task, with_given(task, answers(screen), asked)))


def _squash() -> None:
    """σ and tanh of any number, to be looked up."""
    key = f"{KEY}_z"
    z = st.session_state.setdefault(f"{key}_value", 0.0)

    def take(value: float) -> None:
        st.session_state[f"{key}_value"] = value

    with st.container(key="turn_squash"):
        field, values = st.columns([2, 3], vertical_alignment="bottom")
    with field:
        number_field(
            "Look up σ and tanh of", z, -LARGEST, LARGEST,
            key=f"{key}_field", take=take, whole=False, step=0.1,
        )  # fmt: skip
    sigma, tanh = (squashed(kind, np.array([float(z)])).item() for kind in ("sigmoid", "tanh"))
    with values:
        st.markdown(f"σ = **{number(sigma)}**, tanh = **{number(tanh)}**")
