"""What is said at each shot, from the runs alone; HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.networks.basket_run import BasketRun
from lstm_viz.networks.recipes.basket import PENALTY_FROM, STEPS
from lstm_viz.notation import listed, number
from lstm_viz.scenes.how_it_learns.record.jobs import Job, jobs
from lstm_viz.scenes.how_it_learns.record.shots import Shot, Shots
from lstm_viz.scenes.how_it_learns.words.slow import slow_caption
from lstm_viz.signals import LSTM_SIGNALS, signal

KINDS = ("apples", "pears")
PENALTY = (
    f"Since step {PENALTY_FROM} the training also adds a small penalty for every gate that moves "
    "without need: it sharpens them, so that they can be read."
)
HOLLOW = "A hollow fruit counts −1."


def captions(film: Shots) -> list[Caption]:
    """One for each shot; hollow fruit are explained where they first stand."""
    told = [shot_caption(film, shot) for shot in film.shots]
    first = next((n for n, shot in enumerate(film.shots) if _is_hollow(shot)), None)
    if first is not None:
        told[first] = replace(told[first], sentence=f"{told[first].sentence} {HOLLOW}")
    return told


def _is_hollow(shot: Shot) -> bool:
    return any(held < 0 for column in shot.columns for held in column.fruit)


def shot_caption(film: Shots, shot: Shot) -> Caption:
    if shot.slow is not None:
        assert film.step is not None
        return slow_caption(film.step, shot.slow)
    if shot.compares:
        return _compared(film)
    if shot.step == 0:
        return caption("Before training", _before(film, shot))
    jobs_here = shot.moment.jobs
    title = f"After {shot.step:,} steps"
    if jobs_here:
        title += ": " + listed([f"{_gate(gate)} gate" for gate in _gates(jobs_here)])
    said = [_found(jobs_here)] if jobs_here else []
    if _first_with_penalty(film, shot):
        said.append(PENALTY)
    if shot.step == STEPS:
        said.append(_end(film.run))
        if film.other is not None and film.step is None:
            said.append(_first(film.run, film.other))
    if not said:
        said.append(_so_far(film.run, shot.step))
    return caption(title, " ".join(filter(None, (*said, shares(film, shot.step)))))


def _before(film: Shots, shot: Shot) -> str:
    gate = film.run.checkpoints[0].gates["f"].mean()
    return (
        f"Random [[weight]]s: every gate stands somewhere, whatever is read. The [[forget gate]] "
        f"begins at {number(gate)} on average, because its [[bias]] begins at "
        f"{bias(film.run)}. {_no_fruit(shot)}{shares(film, 0)}"
    )


def _no_fruit(shot: Shot) -> str:
    """Why none are drawn, though something is held."""
    if any(any(column.fruit) for column in shot.columns):
        return ""
    return "What is held counts as no fruit yet: the weights of the answer are random, too. "


def shares(film: Shots, step: int) -> str:
    """How many of the answers are right: this LSTM’s and this RNN’s."""
    lstm, rnn = film.run.at(step), film.rnn.at(step)
    return f"Right answers: LSTM {share(lstm.right)}, this RNN {share(rnn.right)}."


def share(value: float) -> str:
    return f"<b>{100 * value:.0f} %</b>"


def _found(found: Sequence[Job]) -> str:
    """The first of the jobs with what the gate does there; of others that they were found."""
    first = found[0]
    same = [job for job in found if job.gate == first.gate]
    others = [job for job in found if job.gate != first.gate]
    kind = listed([KINDS[job.unit] for job in same])
    said = f"The [[{_gate(first.gate)} gate]] has found its job for the {kind}: it "
    said += f"{_does(first.gate, kind if len(same) == 1 else 'its fruit')}."
    if others:
        names = listed([f"the {_gate(job.gate)} gate for the {KINDS[job.unit]}" for job in others])
        said += f" So has {names}."
    return said


def _does(gate: str, kind: str) -> str:
    if gate == "f":
        return "shuts at “empties the basket” and stays mostly open at all other words"
    if gate == "i":
        return (
            f"opens where {kind} are picked (in other stories also where they are eaten) and "
            "hardly at any other word"
        )
    return f"opens at “how many {kind}?” and hardly at any other word"


def _first_with_penalty(film: Shots, shot: Shot) -> bool:
    """Whether it is the first shot since the penalty began."""
    steps = [one.step for one in film.shots if one.step > PENALTY_FROM and not one.compares]
    return len(film.shots) > 1 and shot.step == min(steps, default=0) > 0


def _so_far(run: BasketRun, step: int) -> str:
    found = [job for job in jobs(run) if job.step is not None and job.step <= step]
    if not found:
        return "No gate has found its job yet."
    return f"With a job so far: {by_gate(found)}."


def _end(run: BasketRun) -> str:
    missing = [job for job in jobs(run) if job.step is None]
    if not missing:
        return (
            "All three gates of both units have their jobs, and nobody told them which: wrong "
            f"answers were corrected, and from step {PENALTY_FROM} on any gate that moved without "
            "need cost a little."
        )
    return f"In {STEPS:,} steps not found: {by_gate(missing)}."


def by_gate(found: Sequence[Job]) -> str:
    """Jobs by gate: “the output gate (pears), the input gate (apples, pears)”."""
    gates = groupby(sorted(found, key=lambda job: job.gate), key=lambda job: job.gate)
    return ", ".join(
        f"the {_gate(gate)} gate ({', '.join(KINDS[job.unit] for job in sorted_jobs)})"
        for gate, group in gates
        for sorted_jobs in [sorted(group, key=lambda job: job.unit)]
    )


def _compared(film: Shots) -> Caption:
    other = film.other
    assert other is not None
    there, here = film.compared_at, film.run.at(film.compared_at.step)
    gate = float(there.gates["f"].mean())
    last = other.checkpoints[-1]
    return caption(
        f"The same training from a forget bias of {bias(other)}",
        f"Here after {there.step:,} steps: the [[forget gate]] stands at {number(gate)} on "
        f"average, so little is kept, and {share(there.right)} of the answers are right (from "
        f"{bias(film.run)}: {share(here.right)}). {_first(other, film.run)} After "
        f"{last.step:,} steps {share(last.right)} are right.",
    )


def _first(other: BasketRun, run: BasketRun) -> str:
    """When ``other`` found its first job, and when ``run`` did."""
    first, shipped = jobs(other)[0].step, jobs(run)[0].step
    if first is None:
        return "None of its gates found its job."
    return (
        f"Its first gate finds its job at step {first:,} (from {bias(run)}: at step {shipped:,})."
    )


def bias(run: BasketRun) -> str:
    assert run.forget_bias is not None
    return f"{run.forget_bias:g}".replace("-", "−")


def _gate(gate: str) -> str:
    return signal(LSTM_SIGNALS, gate).label.split()[0]


def _gates(found: Sequence[Job]) -> list[str]:
    return list(dict.fromkeys(job.gate for job in found))
