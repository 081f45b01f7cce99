"""What is asked in a gate scene: its own questions, and one on where a value lands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lstm_viz.lesson.gates.record import GateRun
from lstm_viz.lesson.question import Guess, Marker, Question
from lstm_viz.notation import number


@dataclass(frozen=True)
class LandingQuestion:
    """Where will this value land? Asked with a marker, for any unit and step."""

    signal: str
    """The signal that lands."""
    stage: int
    ask: Callable[[GateRun, int, int], str]
    """(run, step, unit) -> what is asked."""
    because: Callable[[GateRun, int, int], str]
    guesses: Callable[[GateRun, int, int], tuple[tuple[float, str], ...]]
    """Values somebody expects who believes something else, with the misconception."""
    near: float = 0.1

    def value(self, run: GateRun, t: int, unit: int) -> float:
        return float(getattr(run.trace, self.signal)[t, unit])

    def question(self, id: str, run: GateRun, t: int, unit: int) -> Marker:
        """The question as it is asked of one step and unit of a run."""
        value = self.value(run, t, unit)
        guesses = [
            (guess, believes)
            for guess, believes in self.guesses(run, t, unit)
            if abs(guess - value) > self.near  # a right answer has no misconception
        ]
        reach = max(1.0, abs(value), *(abs(guess) for guess, _ in guesses))
        reach = -(-reach // 0.5) * 0.5  # up to the next half
        held = (
            f"You hold {run.hold.whose} at {number(run.hold.value)} throughout. "
            if run.hold
            else ""
        )
        return Marker(
            id=id,
            t=t,
            stage=self.stage,
            ask=held + self.ask(run, t, unit),
            value=lambda run: self.value(run, t, unit),
            low=-reach,
            high=reach,
            near=self.near,
            because=lambda run: self.because(run, t, unit),
            guesses=tuple(Guess(_always(guess), believes) for guess, believes in guesses),
            unit=unit,
        )


@dataclass(frozen=True)
class GateQuestions:
    """All questions of one gate scene."""

    choices: Callable[[GateRun], tuple[Question, ...]]
    landing: LandingQuestion
    at: tuple[int, int]
    """(step, unit) of the landing while no gate is held."""

    def of(self, run: GateRun, tried: int = 0) -> tuple[Question, ...]:
        """The questions of a run; while a gate is held, one is on its effect at step ``tried``."""
        t, unit = self.at
        if run.hold is None:
            return (*self.choices(run), self.landing.question("lands", run, t, unit))
        whose = unit if run.hold.unit is None else run.hold.unit
        # Another value is another question.
        held = "-".join(("try", run.hold.gate, str(whose), f"{run.hold.value:g}", str(tried)))
        return (
            *(
                question
                for question in self.choices(run)
                if (question.t, question.stage) != (tried, self.landing.stage)
            ),
            self.landing.question(held, run, tried, whose),
        )


def _always(value: float) -> Callable[[GateRun], float]:
    return lambda run: value
