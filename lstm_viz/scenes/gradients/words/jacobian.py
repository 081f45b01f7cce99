"""What is said of the matrices of a step, and of all steps from the end back; HTML."""

from __future__ import annotations

import math
from collections.abc import Mapping

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import counted, listed
from lstm_viz.scenes.gradients.record.chain import NOTHING, RESOLVED
from lstm_viz.scenes.gradients.record.jacobian import OF_CELL, Step
from lstm_viz.scenes.gradients.record.run import Run
from lstm_viz.scenes.gradients.words.captions import ALIKE, NO_GRU, word
from lstm_viz.scenes.gradients.words.sizes import fate, power, size
from lstm_viz.trace import Array

STEP, WAY = range(2)
NAMES = {"RNN": "RNN", "GRU": "GRU", "LSTM": "LSTM by h", OF_CELL: "LSTM by c"}
OPENING = (
    "**What is it multiplied by?** At every step back a [[gradient]] meets a matrix, the step’s "
    "Jacobian: here are one, and all together."
)
ENDING = (
    "**To remember.** The largest and the smallest singular value of a matrix are the most and the "
    "least that it multiplies any direction by: what comes back of a [[gradient]] depends on its "
    "direction, too. In the RNN and the GRU the matrix of the whole way is the product of those of "
    "its steps. In the LSTM’s by h the c before stays as it is; in that by c the "
    "[[forget gates|forget-gate]] stand on the diagonal, and what comes round through h is added. "
    "Over many steps its h and c also pass through each other."
)


def captions(
    run: Run, t: int, steps: Mapping[str, Step], ways: Mapping[str, Array]
) -> list[Caption]:
    """One for each frame; ``t`` is the step, from 0."""
    return [_step(run, t, steps), _way(run, ways)]


def _step(run: Run, t: int, steps: Mapping[str, Step]) -> Caption:
    largest = {name: float(step.singular[0]) for name, step in steps.items()}
    told = listed([f"{NAMES[name]} <b>{size(log)}</b>" for name, log in largest.items()])
    return caption(
        f"One step: {t + 1} of {len(run)}, {word(run, t)}",
        "A row is a unit after the step, a column one before: how much the one moves when the "
        "other moves a little. The dots are the singular values: what the step multiplies a "
        f"direction by. The largest: {told}. {_stretched(largest)} {_none(run)}".rstrip(),
        f"{coloured('h', '∂h<sub>t</sub>/∂h<sub>t−1</sub>')}, "
        f"{coloured('c', '∂c<sub>t</sub>/∂c<sub>t−1</sub>')}",
    )


def _none(run: Run) -> str:
    return "" if "GRU" in run.ways else NO_GRU


def stretches(log: float) -> bool:
    """Whether a direction becomes longer, as far as that is seen in what is printed."""
    return log >= ALIKE


def _stretched(largest: Mapping[str, float]) -> str:
    longer = [NAMES[name] for name, log in largest.items() if stretches(log)]
    if not longer:
        return "None makes any direction longer."
    if len(longer) == len(largest):
        return "Each makes some direction longer."
    return f"Some direction becomes longer in the {listed(longer)}."


def _way(run: Run, ways: Mapping[str, Array]) -> Caption:
    t, back = run.first, len(run) - 1 - run.first
    largest = {name: float(logs[t, 0]) for name, logs in ways.items()}
    told = listed([f"{NAMES[name]} <b>{size(log)}</b>" for name, log in largest.items()])
    lost = any(logs[t, -1] == NOTHING for logs in ways.values())
    limit = (
        f" (in 64 bits told down to {power(round(math.log10(RESOLVED)))} of the largest)"
        if lost
        else ""
    )
    return caption(
        f"From the end back to {word(run, t)}",
        "All steps together: upper edge the largest singular value, lower edge the smallest"
        f"{limit}. {counted(back, 'step')} back, the largest: {told}. {_fates(largest)} By "
        "h, the thin line between is the gradient of “The way back”.",
        f"{coloured('h', '∂h<sub>T</sub>/∂h<sub>t</sub>')}, "
        f"{coloured('c', '∂c<sub>T</sub>/∂c<sub>t</sub>')}",
    )


def between(most: float, least: float) -> str:
    """The smallest is not told where it is lost in the rounding of the largest."""
    if most == NOTHING:
        return "0"
    bound = size(most + math.log10(RESOLVED))
    return f"{size(most)} to {size(least) if least > NOTHING else f'under {bound}'}"


def _fates(largest: Mapping[str, float]) -> str:
    """Of the largest: no direction does better."""
    said = []
    for one, words in (
        ("vanished", "In every direction it has [[vanished|vanishing-gradient]] in "),
        ("exploded", "In some direction it has [[exploded|exploding-gradient]] in "),
    ):
        names = [NAMES[name] for name, log in largest.items() if fate(log) == one]
        if names:
            said.append(
                words + ("each." if len(names) == len(largest) else f"the {listed(names)}.")
            )
    return " ".join(said) or "In each, some direction keeps a size one can learn from."
