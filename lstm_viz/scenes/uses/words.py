"""What is said of the six networks, and at the end of the lesson."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.networks import basket
from lstm_viz.notation import listed, number
from lstm_viz.scenes.uses.record import STEPS, Use
from lstm_viz.signals import LSTM_SIGNALS, shares, signal

OPENING = "The same cell does different work: what matters is when it is fed and when it is asked."
COUNTED = ("no", "one", "two", "three", "four", "five", "six")
SHAPES = {
    "many-to-many": "sequence in, sequence out",
    "one-to-many": "one input, a sequence out",
    "many-to-one": "sequence in, one answer",
}
"""What the patterns are, in a few words."""
MOST_NEWS = 2
"""Sentences about one step."""


def ending() -> str:
    """What the reader can do now, and what the pictures of this scene are."""
    gates = COUNTED[len(shares(LSTM_SIGNALS))]
    numbers = sum(array.size for array in basket.model().parameters.values())
    return (
        f"**You can now** say at any word what the {gates} gates of an [[LSTM]] do, work out one "
        f"step by hand, and tell how {numbers} [[weights]] and [[biases]] learned to keep count of "
        "Mia’s fruit.\n\n"
        "Each network above was trained and ran on its example. In all of them the cell is the "
        "same; a further layer makes the answer from its [[hidden state]]. **Click one to try it "
        "on something of your own.**"
    )


def gate_of(task: Use) -> str:
    """Which gate is drawn."""
    return f"{signal(LSTM_SIGNALS, task.gate.name).label} of unit {task.gate.unit + 1}"


def told(tasks: Sequence[Use], n: int) -> Caption:
    """What is new at step ``n`` (from 0); at the last one, what differs between the tasks."""
    if n == STEPS - 1:
        return caption("When it is asked", f"{_first_answers(tasks, n)}{patterns(tasks)}")
    if n == 0:
        return caption("One input each", _opening(tasks))
    news = [*_own_begins(tasks, n), *filter(None, [_first_answers(tasks, n)])]
    return caption(f"Step {n + 1}", " ".join(news[:MOST_NEWS]) or _look_at(tasks, n))


def patterns(tasks: Sequence[Use]) -> str:
    """Each pattern with its tasks."""
    found: dict[str, list[str]] = {}
    for task in tasks:
        found.setdefault(task.pattern, []).append(task.title)
    said = "; ".join(
        f"[[{pattern}]] ({SHAPES[pattern]}): {listed(titles)}" for pattern, titles in found.items()
    )
    return f"The cell is the same, the timing is not. {said[0].upper()}{said[1:]}."


def _opening(tasks: Sequence[Use]) -> str:
    at_once = [task.title for task in tasks if task.answered[0] == 0]
    later = [task.title for task in tasks if task.answered[0] > 0]
    return (
        f"{COUNTED[len(tasks)].capitalize()} trained networks have read one input each, below the "
        f"gate. {listed(at_once)} {'answers' if len(at_once) == 1 else 'answer'} above it at once; "
        f"{listed(later)} not yet."
    )


def _first_answers(tasks: Sequence[Use], n: int) -> str:
    first = [task.title for task in tasks if task.answered[0] == n > 0]
    return f"{listed(first)} now {_verb(first, 'answers', 'answer')}. " if first else ""


def _own_begins(tasks: Sequence[Use], n: int) -> list[str]:
    own = [t.title for t in tasks if t.moments[n].own and not t.moments[n - 1].own]
    if not own:
        return []
    reads = _verb(own, "reads its own last answer", "read their own last answer")
    return [f"{listed(own)} now {reads}, and from here on nothing else."]


def _look_at(tasks: Sequence[Use], n: int) -> str:
    """Where nobody begins anything: what is held, what is set right, or a gate that moves."""
    silent = [task for task in tasks if task.answered[0] > n]
    if len(silent) == 1 and silent[0].answered[0] == n + 1:
        return _last_silent(silent[0], n)
    return _set_right(tasks, n) or _held(silent, n) or _gate_moves(tasks, n)


def _last_silent(task: Use, n: int) -> str:
    return (
        f"Look at {task.title}: {n + 1} inputs read, nothing answered. At the next step it is "
        f"asked. Of these {n + 1} inputs it then has only what its c and h kept."
    )


def _held(silent: Sequence[Use], n: int) -> str:
    """Who has read and not answered yet, and one of their gates."""
    if not silent:
        return ""
    return (
        f"Look at {listed([task.title for task in silent])}: {n + 1} inputs read, nothing "
        "answered. The gates work all the same: c and h are all that a later answer has of them. "
        f"{_gate_moves(silent, n)}"
    )


def _set_right(tasks: Sequence[Use], n: int) -> str:
    """An answer that was not what came next, where what comes next is given."""
    for task in tasks:
        for k in range(1, n):
            guess, came = task.moments[k - 1].answers, task.moments[k].reads
            if guess and guess != came and len(task.given) == STEPS:
                own = listed([one.title for one in tasks if one.moments[n].own])
                return (
                    f"Look at {task.title}: at step {k} it answered “{guess}”, but was given "
                    f"“{came}” next: its input sets it right. Nothing does so for {own}: there an "
                    "answer, right or wrong, is the next input."
                )
    return ""


def _gate_moves(tasks: Sequence[Use], n: int) -> str:
    """Of all gates that are drawn, the one that moves most at this step."""
    task = max(tasks, key=lambda task: abs(task.gate.values[n] - task.gate.values[n - 1]))
    before, after = task.gate.values[n - 1], task.gate.values[n]
    gate = coloured(signal(LSTM_SIGNALS, task.gate.name).color, gate_of(task))
    return (
        f"In the squares: the {gate} of {task.title} goes from {number(before)} to {number(after)}."
    )


def _verb(who: Sequence[str], one: str, more: str) -> str:
    return one if len(who) == 1 else more
