"""What is said around the step and of each answer; formulas are LaTeX, with or without numbers."""

from __future__ import annotations

from lstm_viz.lesson.contents import scene
from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.notation import bracketed, number
from lstm_viz.scenes.your_turn.record.judge import Kind, Verdict
from lstm_viz.scenes.your_turn.record.sums import GATES, Values
from lstm_viz.scenes.your_turn.record.task import Task
from lstm_viz.signals import LSTM_SIGNALS, signal

LEVELS = {
    "worked": "Worked example",
    "gaps": "With gaps",
    "alone": "Alone",
    "check": "Check mine",
}
OPENING = {
    "worked": "**One whole step, worked out.** One unit, one input. Then it is your turn, on new "
    "numbers.",
    "gaps": "**Fill the gaps.** Some numbers are there, some are yours; two decimals are enough.",
    "alone": "**The whole step alone.** Ten numbers, from three and the [[weights]]. Two decimals "
    "are enough.",
    "check": "**Your own calculation, checked.** Put in what you started from and what you got, "
    "with two decimals.",
}
ENDING = (
    "**To remember.** Four sums of x and h, squashed; then c = f · c + i · c̃ from the old cell "
    "state, and h = o · tanh(c). That is one [[time step]]."
)
LABELS = {
    "z_f": "Sum z of the forget gate",
    "f": "Forget gate f",
    "z_i": "Sum z of the input gate",
    "i": "Input gate i",
    "z_g": "Sum z of the candidate",
    "g": "Candidate c̃",
    "c": "New cell state c",
    "z_o": "Sum z of the output gate",
    "o": "Output gate o",
    "h": "New hidden state h",
}
PARTS = {"x": "Input x", "h": "Hidden state h before", "c": "Cell state c before"}
WEIGHTS = {"weight_ih": "W", "weight_hh": "U", "bias": "b"}
SHOWN_IN = {
    "f": "forget-gate",
    "i": "input-gate",
    "g": "input-gate",
    "o": "output-gate",
    "c": "cell-state",
    "h": "output-gate",
}
"""The scene in which such a sum, or such a state, is worked out."""
_TILDE = r"\tilde{c}"
_SYMBOLS = {"g": _TILDE, "z_g": f"z_{{{_TILDE}}}"}
DONE = "**The whole step is right**, number by number, as the cell in the picture carried it out."
LEFT_OPEN = "→ goes on all the same; what is open here waits for you."
"""Said while numbers are missing."""
NOW_ALONE = "Now **Alone**, on new numbers."


def symbol(step: str) -> str:
    return _SYMBOLS.get(step, step)


def formula(step: str) -> str:
    """In symbols."""
    name = symbol(step)
    if step.startswith("z_"):
        gate = symbol(step[2:])
        return f"{name} = W_{{{gate}}}\\,x + U_{{{gate}}}\\,h_{{t-1}} + b_{{{gate}}}"
    if step in GATES:
        return f"{name} = {_squash(step)}({symbol('z_' + step)})"
    if step == "c":
        return f"c = f \\cdot c_{{t-1}} + i \\cdot {_TILDE}"
    return r"h = o \cdot \tanh(c)"


def with_numbers(task: Task, step: str, values: Values) -> str:
    """What is to be worked out, in the numbers of a task of one unit; values at two decimals."""

    def at(name: str) -> str:
        return number(values[name].item())

    if step.startswith("z_"):
        x, h = task.part("x").item(), task.part("h").item()
        w, u, b = (number(task.part(name, step[2:]).item()) for name in WEIGHTS)
        parts = f"{_times(w, number(x))} + {_times(bracketed(u), number(h))} + {bracketed(b)}"
    elif step in GATES:
        parts = f"{_squash(step)}({at('z_' + step)})"
    elif step == "c":
        kept = _times(at("f"), number(task.part("c").item()))
        parts = f"{kept} + {_times(at('i'), at('g'))}"
    else:
        parts = f"{at('o')} \\cdot \\tanh({at('c')})"
    return parts.replace("−", "-")


def _times(a: str, b: str) -> str:
    return f"{a} \\cdot {bracketed(b)}"


def _squash(gate: str) -> str:
    return r"\sigma" if signal(LSTM_SIGNALS, gate).squash == "σ" else r"\tanh"


def said(verdict: Verdict, step: str) -> str:
    """On an answer to a step; on a wrong one of which nothing is known, where to look."""
    got = number(verdict.said)
    if verdict.kind is Kind.RIGHT:
        return f"✓ {got} is right."
    if verdict.kind is Kind.OWN:
        return f"✓ {got} follows from your own numbers; exact ones give {number(verdict.exact)}."
    if verdict.kind is Kind.BELIEF:
        found = misconception(verdict.believes)
        return f"✗ {got} is what “{found.belief[:-1]}” would give. {found.so}"
    return f"✗ {got} is not it. {hint(step)}"


def hint(step: str) -> str:
    """What the number is made of, and the scene that shows it."""
    if step.startswith("z_"):
        where = scene(SHOWN_IN[step[2:]]).title
        return f"The sum has three parts, W·x, U·h and b: look up “Where from?” in “{where}”."
    if step in GATES:
        squash = signal(LSTM_SIGNALS, step).squash
        return f"It is {squash} of the sum before it: look up “{scene('squashing').title}”."
    made = "f · c before + i · c̃" if step == "c" else "o · tanh(c), of the new c"
    return f"It is {made}: look up “{scene(SHOWN_IN[step]).title}”."
