"""What is said of a training at each checkpoint, from the record alone; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import counted, number, percent
from lstm_viz.scenes.train.record.training_record import Checkpoint, TrainingRecord

MOVED = 0.05
"""A mean forget gate that differs less from where it began has stayed there."""

APART = 0.1
"""If the share of right answers is so far from the score, it is said what the score counts."""


def checkpoint_caption(record: TrainingRecord, checkpoint: Checkpoint) -> Caption:
    if record.opened:
        return caption("Opened from a file", _answers(record, checkpoint))
    if checkpoint.step == 0:
        return caption("Before training", _untrained(record, checkpoint))
    title = f"After {counted(checkpoint.step, 'step')} of training"
    return caption(title, f"{_answers(record, checkpoint)} {_gate(record, checkpoint)}".strip())


def _untrained(record: TrainingRecord, checkpoint: Checkpoint) -> str:
    score, chance = percent(checkpoint.score), percent(record.chance)
    words = (
        f"Random [[weight]]s: {score} is the {record.measure}; guessing without memory comes to "
        f"{chance} on average."
    )
    if record.settings.cell == "lstm":
        gate = float(checkpoint.trace.f.mean())
        words += f" The [[forget gate]] begins at {number(gate)} on average."
    return words


def _answers(record: TrainingRecord, checkpoint: Checkpoint) -> str:
    asked = [right for right in checkpoint.right if right is not None]
    good = sum(asked)
    share = "its one answer" if len(asked) == 1 else f"{good} of its {len(asked)} answers"
    if len(asked) == 1:
        verdict = f"{share} is {'right' if good else 'wrong'}"
    else:
        verdict = f"{share} {'is' if good == 1 else 'are'} right"
    score = percent(checkpoint.score)
    if len(asked) > 1 and abs(good / len(asked) - checkpoint.score) > APART:
        return f"On this example {verdict}; on others the score, the {record.measure}, is {score}."
    return f"On this example {verdict}; on sequences it never saw the score is {score}."


def _gate(record: TrainingRecord, checkpoint: Checkpoint) -> str:
    if record.settings.cell != "lstm":
        return ""
    before = float(record.checkpoints[0].trace.f.mean())
    now = float(checkpoint.trace.f.mean())
    if abs(now - before) < MOVED:
        return f"The [[forget gate]] has hardly moved from {number(before)}."
    way = "opened" if now > before else "closed"
    return f"The [[forget gate]] has {way} from {number(before)} to {number(now)}."
