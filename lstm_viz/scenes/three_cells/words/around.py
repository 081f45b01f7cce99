"""What stands round the picture."""

from __future__ import annotations

from lstm_viz.inputs import Inputs
from lstm_viz.learn import Model
from lstm_viz.lesson.published import (
    CHORALES,
    CHORALES_DIFFER,
    COLUMN,
    RESULTS,
    RESULTS_HEAD,
    RESULTS_NOTE,
    on_test,
)
from lstm_viz.networks.chorales.piece import BY_CELL
from lstm_viz.networks.stored import load
from lstm_viz.scenes.three_cells.record.races import CELLS, MATCHES, SIZES, race
from lstm_viz.scenes.three_cells.words.races import ranking
from lstm_viz.scenes.three_cells.words.steps import NAMES, SHORT

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
LIVE = "Trains the three here and now, with a seed of yours."
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


def published() -> str:
    """The table, in Markdown, what follows from it, and how it differs from the race."""
    rows = (RESULTS_HEAD, ("---", "--:", "--:", "--:"), *RESULTS)
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    tests = [_numbers(on_test(name)) for name, *_ in RESULTS]
    best = [COLUMN[min(found, key=lambda cell: found[cell])] for found in tests]
    wins = ", ".join(f"{cell} on {best.count(cell)}" for cell in RESULTS_HEAD[1:])
    every = [race(task, match) for task in SIZES for match in MATCHES]
    ahead = [ranking(one)[0][0].cell for one in every]
    gap = max(abs(found["gru"] - found["lstm"]) for found in tests)
    return (
        f"{table}\n\n{RESULTS_NOTE} “tanh” is the simple RNN.\n\n"
        f"Best on test: {wins} of {len(best)} sets; GRU and LSTM differ by at most {gap:.2f}.\n\n"
        "**Not the same set-up as the races above.** There: music and speech, larger networks with "
        "about as many parameters for each cell, another training, a loss (less is better). Here: "
        "made-up tasks, a few units, a share of right answers (more is better), several seeds. So "
        "the numbers cannot be set against each other. What can be said of both: a cell with gates "
        f"is best on {len(best) - best.count('tanh')} of {len(best)} sets there and in "
        f"{sum(one != 'rnn' for one in ahead)} of {len(ahead)} races here, and not always the same."
        f"\n\n{_chorales()}"
    )


def _numbers(written: dict[str, str]) -> dict[str, float]:
    return {cell: float(value) for cell, value in written.items()}


def _chorales() -> str:
    """Our own networks on chorales beside the published ones, in Markdown."""
    networks = {cell: load(BY_CELL[cell]) for cell in CELLS}
    here = {cell: float(made.metadata["score"]) for cell, made in networks.items()}
    there = on_test(CHORALES)
    rows = "\n".join(
        f"| {NAMES[cell]} | {_parameters(networks[cell].model):,} | {here[cell]:.2f} "
        f"| {there[cell]} |"
        for cell in CELLS
    )
    best, published = (
        SHORT[min(CELLS, key=lambda cell: found[cell])] for found in (here, _numbers(there))
    )
    made = networks["lstm"]
    return (
        f"**Our own runs on chorales** (the networks of the page Music), in nats a quarter: "
        f"trained on {made.metadata['data']}, tested on {made.metadata['held_out']}; less is "
        "better.\n\n"
        f"| | parameters here | here, test | published, {CHORALES}, test |\n"
        f"|---|--:|--:|--:|\n{rows}\n\n"
        f"**Another set-up again.** Here all three have {made.model.hidden_size} units, so the "
        "LSTM has the most parameters, and each was trained once, from one seed; there the three "
        f"have about as many parameters. Besides: {CHORALES_DIFFER}. Best here: the {best}; there: "
        f"the {published}. Compare a number with those of its own column only."
    )


def _parameters(model: Model) -> int:
    return sum(array.size for array in model.parameters.values())
