"""What stands round the picture."""

from __future__ import annotations

from lstm_viz.inputs import Inputs
from lstm_viz.lesson.published import RESULTS, RESULTS_HEAD, RESULTS_NOTE
from lstm_viz.scenes.three_cells.record.races import MATCHES, SIZES, race
from lstm_viz.scenes.three_cells.words.races import ranking

OPENING = (
    "**One input, three cells, in step**: what a simple [[RNN|plain-rnn]], a [[GRU]] and an "
    "[[LSTM]] have, and what each makes of it. Then: a race."
)
PARTS = {"step": "In step", "race": "The race"}
PRESETS = {
    "first-symbol": "The first letter (trained)",
    "parity": "Odd or even (trained)",
    "sentence": "A sentence (random weights)",
    "numbers": "Numbers (random weights)",
}
MATCHED = {"units": "Same units", "parameters": "Same number of parameters"}
AGAIN = "The same with as many parameters"
COLOURS = (
    "Squares are units: gates pale at 0 and full at 1; all else violet below 0 and ochre above, in "
    "full colour from ±1 on."
)
REMEMBER = (
    "**To remember.** The LSTM has three gates and two states. The GRU has two gates and one "
    "state: a single gate keeps and lets in. The simple RNN has no gate. Which learns a task "
    "sooner depends on the task, the size and the seed: compare over several."
)


def field(inputs: Inputs, kind: str) -> str:
    """What the field for an own text is called."""
    return f"Your own: {', '.join(inputs.columns)}" if kind == "symbols" else f"Your {kind}"


def trained_by(size: int, scores: dict[str, str]) -> str:
    """Who reads, of trained networks."""
    rows = ", ".join(f"{name} {score}" for name, score in scores.items())
    return f"Trained on sequences of {size} steps, with the same seed; right on 256 others: {rows}."


def on_test() -> dict[str, dict[str, float]]:
    """The published test results, by data and cell."""
    return {
        name: {
            cell: float(value.split("/")[1])
            for cell, value in zip(RESULTS_HEAD[1:], values, strict=True)
        }
        for name, *values in RESULTS
    }


def published() -> str:
    """The table, in Markdown, what follows from it, and how it differs from the race."""
    rows = (RESULTS_HEAD, ("---", "--:", "--:", "--:"), *RESULTS)
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    best = [min(found, key=lambda cell: found[cell]) for found in on_test().values()]
    wins = ", ".join(f"{cell} on {best.count(cell)}" for cell in RESULTS_HEAD[1:])
    every = [race(task, match) for task in SIZES for match in MATCHES]
    ahead = [ranking(one)[0][0].cell for one in every]
    gap = max(abs(found["GRU"] - found["LSTM"]) for found in on_test().values())
    return (
        f"{table}\n\n{RESULTS_NOTE} “tanh” is the simple RNN.\n\n"
        f"Best on test: {wins} of {len(best)} sets; GRU and LSTM differ by at most {gap:.2f}.\n\n"
        "**Not the same set-up as the races above.** There: music and speech, larger networks with "
        "about as many parameters for each cell, another training, a loss (less is better). Here: "
        "made-up tasks, a few units, a share of right answers (more is better), several seeds. So "
        "the numbers cannot be set against each other. What can be said of both: a cell with gates "
        f"is best on {len(best) - best.count('tanh')} of {len(best)} sets there and in "
        f"{sum(one != 'rnn' for one in ahead)} of {len(ahead)} races here, and not always the same."
    )
