"""What is said of what an answer hangs on; HTML."""

from __future__ import annotations

from html import escape

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import counted, in_powers, number, percent
from lstm_viz.scenes.gradients.record.mattered import INSTEAD, Mattered
from lstm_viz.tasks.alphabet import visible

MOST_NAMED = 3
OPENING = (
    "**What did the answer hang on?** A [[gradient]] at every input, beside what happens when that "
    "input is replaced."
)
ENDING = (
    "**To remember.** A gradient tells what small changes do, at this place. Where a gate is shut "
    "or a squashing function flat, an input can matter much and its gradient be small: take it "
    "away, and look."
)


def captions(story: Mattered, line: Mattered) -> list[Caption]:
    """One for each network."""
    return [_story(story), _line(line)]


def _story(found: Mattered) -> Caption:
    return caption(
        f"“{found.inputs[-1]}”: it says {found.says}",
        "By its gradient, and painted: how much the answer changes with a small change of that "
        f"input. By replacing it: how much it changes when the word becomes “{INSTEAD}”. "
        f"{_disagreement(found)}",
        "‖∂answer/∂x<sub>t</sub>‖",
    )


def _line(found: Mattered) -> Caption:
    return caption(
        f"Next comes “{visible(found.says)}”: {percent(found.answer)}",
        "The same for the network that writes plays. Its answer is the probability of the "
        "character that it holds likeliest. Each character of the line is replaced in turn by a "
        "space (a space by “e”). "
        f"{_disagreement(found)}",
        "‖∂probability/∂x<sub>t</sub>‖",
    )


def _disagreement(found: Mattered) -> str:
    """Where the two part, with the shares of their largest; said of this run."""
    gradient, effect = found.shares
    if not found.gradient.max() or not effect.max():
        return "Here nothing changes the answer."
    if not found.disagree:
        return "Here the two tell much the same everywhere."
    named = [
        f"at {name(found, t)} the gradient is {percent(float(gradient[t]))} of its largest, the "
        f"change {percent(float(effect[t]))}"
        for t in found.disagree[:MOST_NAMED]
    ]
    rest = len(found.disagree) - len(named)
    more = f"; and in {counted(rest, 'more place')}" if rest else ""
    return f"<b>They disagree</b> (≠): {'; '.join(named)}{more}."


def name(found: Mattered, t: int) -> str:
    shown = visible(found.inputs[t])
    again = found.inputs.count(found.inputs[t]) > 1
    return f"“{escape(shown, quote=False)}”" + (f" (number {t + 1})" if again else "")


def largest(found: Mattered, *, effect: bool) -> str:
    """The largest of either, as it stands beside its bars."""
    values = abs(found.effect) if effect else found.gradient
    most = float(values.max())
    return number(most) if effect else in_powers(most)
