"""What is said of a training at each checkpoint, from the record alone; HTML."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.lesson.glossary import linked_html
from lstm_viz.notation import number, percent
from lstm_viz.scenes.train.record.training_record import Checkpoint, Watched

MOVED = 0.05
"""A mean forget gate that differs less from where it began has stayed there."""

APART = 0.1
"""If the share of right answers is so far from the score, it is said what the score counts."""


@dataclass(frozen=True)
class Told:
    """``title`` is plain text, the sentence HTML."""

    title: str
    sentence: str


def told(watched: Watched, checkpoint: Checkpoint) -> Told:
    if watched.opened:
        return Told("Opened from a file", linked_html(_answers(watched, checkpoint)))
    if checkpoint.step == 0:
        return Told("Before training", linked_html(_untrained(watched, checkpoint)))
    title = f"After {checkpoint.step:,} step{'s' * (checkpoint.step != 1)} of training"
    return Told(
        title, linked_html(f"{_answers(watched, checkpoint)} {_gate(watched, checkpoint)}".strip())
    )


def _untrained(watched: Watched, checkpoint: Checkpoint) -> str:
    score, chance = percent(checkpoint.score), percent(watched.chance)
    words = (
        f"Random [[weight]]s: {score} is the {watched.measure}; guessing without memory comes to "
        f"{chance} on average."
    )
    if watched.settings.cell == "lstm":
        gate = float(checkpoint.trace.f.mean())
        words += f" The [[forget gate]] begins at {number(gate)} on average."
    return words


def _answers(watched: Watched, checkpoint: Checkpoint) -> str:
    asked = [right for right in checkpoint.right if right is not None]
    good = sum(asked)
    share = "its one answer" if len(asked) == 1 else f"{good} of its {len(asked)} answers"
    if len(asked) == 1:
        verdict = f"{share} is {'right' if good else 'wrong'}"
    else:
        verdict = f"{share} {'is' if good == 1 else 'are'} right"
    score = percent(checkpoint.score)
    if len(asked) > 1 and abs(good / len(asked) - checkpoint.score) > APART:
        return f"On this example {verdict}; on others the score, the {watched.measure}, is {score}."
    return f"On this example {verdict}; on sequences it never saw the score is {score}."


def _gate(watched: Watched, checkpoint: Checkpoint) -> str:
    if watched.settings.cell != "lstm":
        return ""
    before = float(watched.checkpoints[0].trace.f.mean())
    now = float(checkpoint.trace.f.mean())
    if abs(now - before) < MOVED:
        return f"The [[forget gate]] has hardly moved from {number(before)}."
    way = "opened" if now > before else "closed"
    return f"The [[forget gate]] has {way} from {number(before)} to {number(now)}."
