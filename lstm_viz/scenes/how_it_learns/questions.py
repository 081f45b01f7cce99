"""What is asked: which gate finds its job first, and what another forget bias does."""

from __future__ import annotations

from collections.abc import Callable

from lstm_viz.lesson.question import Choice, Option
from lstm_viz.networks.recipes.basket import STEPS
from lstm_viz.scenes.how_it_learns.record.jobs import jobs
from lstm_viz.scenes.how_it_learns.record.shots import Shots
from lstm_viz.scenes.how_it_learns.words.captions import bias
from lstm_viz.signals import LSTM_SIGNALS, shares, signal

LEARNED = 0.95
"""A network with more right answers has learned the task."""


def questions(film: Shots) -> tuple[Choice, Choice]:
    """Each before the shot that answers it."""
    first = next(n for n, shot in enumerate(film.shots) if shot.moment.jobs)
    assert film.other is not None
    return (
        Choice(
            "first-job", first, 0,
            "Now many such steps. A gate has found its job once it is open where it is needed and "
            "shut elsewhere. Which gate finds its job first?",
            tuple(
                Option(f"the {signal(LSTM_SIGNALS, gate).label}", _is_first(gate))
                for gate in shares(LSTM_SIGNALS)
            ),
            _because_first,
        ),
        Choice(
            "forget-bias", len(film.shots) - 1, 0,
            f"The same training once more, but the forget bias begins at {bias(film.other)} "
            f"instead of {bias(film.run)}: the forget gate is nearly shut. What happens in "
            f"{STEPS:,} steps?",
            (
                Option("the same, just as soon", lambda film: _learned(film) and not _later(film)),
                Option("it learns, but later", lambda film: _learned(film) and _later(film)),
                Option("it does not learn", lambda film: not _learned(film)),
            ),
            _because_bias,
        ),
    )  # fmt: skip


def _is_first(gate: str) -> Callable[[Shots], bool]:
    return lambda film: jobs(film.run)[0].gate == gate


def _because_first(film: Shots) -> str:
    found = jobs(film.run)
    first = {job.gate: job.step for job in reversed(found)}
    steps = ", ".join(
        f"{signal(LSTM_SIGNALS, gate).label} step {step:,}"
        for gate, step in sorted(first.items(), key=lambda one: one[1] or STEPS + 1)
        if step is not None
    )
    return (
        f"In this training, for the first fruit: {steps}. At a word that is no question the right "
        "answer is 0, and a shut output gate gives it."
    )


def _learned(film: Shots) -> bool:
    assert film.other is not None
    return film.other.checkpoints[-1].right >= LEARNED


def _later(film: Shots) -> bool:
    assert film.other is not None
    there, here = jobs(film.other)[0].step, jobs(film.run)[0].step
    return here is not None and (there is None or there > here)


def _because_bias(film: Shots) -> str:
    assert film.other is not None
    there, here = jobs(film.other)[0].step, jobs(film.run)[0].step
    last = film.other.checkpoints[-1]
    when = f"at step {there:,}" if there is not None else "never"
    return (
        f"Its first gate finds its job {when}, that of the other one at step {here:,}. After "
        f"{last.step:,} steps {100 * last.right:.0f} % of its answers are right."
    )
