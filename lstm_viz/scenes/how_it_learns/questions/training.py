"""What is asked: which gate finds its job first, and what another forget bias does."""

from __future__ import annotations

from collections.abc import Callable

from lstm_viz.lesson.question import Again, Choice, Option
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
            _TOGETHER,
        ),
        Choice(
            "forget-bias", len(film.shots) - 1, 0,
            f"The same training once more, but the forget bias begins at {bias(film.other)} "
            f"instead of {bias(film.run)}: the forget gate is nearly shut. What happens in "
            f"{STEPS:,} steps?",
            (
                Option("the same, just as soon", lambda film: _learned(film) and not _later(film),
                       "forget-bias-is-free"),
                Option("it learns, but later", lambda film: _learned(film) and _later(film)),
                Option("it does not learn", lambda film: not _learned(film)),
            ),
            _because_bias,
            _two_trainings(film),
        ),
    )  # fmt: skip


def _is_first(gate: str) -> Callable[[Shots], bool]:
    return lambda film: jobs(film.run)[0].gate == gate


def _first_steps(film: Shots) -> dict[str, int]:
    """At which step each gate found its job for the first fruit, earliest first."""
    first = {job.gate: job.step for job in reversed(jobs(film.run)) if job.step is not None}
    return dict(sorted(first.items(), key=lambda one: one[1]))


def _found(film: Shots) -> str:
    return ", ".join(
        f"{signal(LSTM_SIGNALS, gate).label} step {step:,}"
        for gate, step in _first_steps(film).items()
    )


def _because_first(film: Shots) -> str:
    return (
        f"In this training, for the first fruit: {_found(film)}. At a word that is no question the "
        "right answer is 0, and a shut output gate gives it."
    )


def _at_once(film: Shots) -> bool:
    return len(set(_first_steps(film).values())) == 1


def _as_drawn(film: Shots) -> bool:
    return not _at_once(film) and list(_first_steps(film)) == list(shares(LSTM_SIGNALS))


_TOGETHER = Again(
    "gates-learn-together",
    "While the basket’s network was trained, its three gates found their jobs. When?",
    (
        Option("all at the same step", _at_once, "gates-learn-together"),
        Option("in the order of the picture: forget, input, output", _as_drawn),
        Option("in an order of their own", lambda film: not (_at_once(film) or _as_drawn(film))),
    ),
    lambda film: f"For the first fruit: {_found(film)}.",
)


def _two_trainings(film: Shots) -> Again:
    assert film.other is not None
    return Again(
        "forget-bias-is-free",
        f"Two trainings differ in the forget bias alone: one begins at {bias(film.other)}, the "
        f"other at {bias(film.run)}. In which does a gate find its job first?",
        (
            Option(f"in the one that begins at {bias(film.other)}", lambda film: _gap(film) < 0),
            Option(f"in the one that begins at {bias(film.run)}", lambda film: _gap(film) > 0),
            Option("in both at the same step", lambda film: _gap(film) == 0, "forget-bias-is-free"),
        ),
        _because_gap,
    )


def _because_gap(film: Shots) -> str:
    assert film.other is not None
    said = []
    for run in (film.other, film.run):
        step = jobs(run)[0].step
        said.append(f"{bias(run)}: {'never' if step is None else f'at step {step:,}'}")
    return f"The first job was found, by the forget bias, {'; '.join(said)}."


def _gap(film: Shots) -> float:
    """How many steps later the first gate of the other training finds its job."""
    assert film.other is not None
    there, here = (jobs(run)[0].step for run in (film.other, film.run))
    never = float("inf")
    return (never if there is None else there) - (never if here is None else here)


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
    when = f"at step {there:,}" if there is not None else "never"
    return f"Its first gate finds its job {when}, the other’s at step {here:,}."
