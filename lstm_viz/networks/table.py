"""The table of shipped networks, in Markdown, each measured afresh."""

import math
import sys

from lstm_viz.networks.jobs import asked
from lstm_viz.networks.recipes import RECIPES, Measured, MissingDataError
from lstm_viz.networks.stored import Stored, load

COLUMNS = ("network", "task", "cell × units", "steps", "held out", "of", "by chance", "data")
HEAD = (f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}")
SHARE = "share of "
ROUNDING = 1e-9  # 0.525 · 1000 in floats may come out a hair below 525


def row(name: str) -> str:
    """A line of the table; where the data to measure on is missing, with the score of the file."""
    stored = load(name)
    try:
        measured = RECIPES[name].measure(stored)
    except MissingDataError as missing:
        print(f"{name}: not measured afresh: {missing}", file=sys.stderr)
        measured = Measured.of(stored.metadata)
    return f"| {' | '.join(cells(stored, measured))} |"


def cells(stored: Stored, measured: Measured) -> tuple[str, ...]:
    metadata, task = stored.metadata, asked(stored.metadata["task"])
    layers = stored.model.layers
    units = " + ".join(str(layer.hidden_size) for layer in layers)
    name = measured.score_name
    chance = shown(measured.chance, name)
    return (
        metadata["name"],
        f"{task.title}, {task.size_name} {metadata['size']}",
        f"{metadata['cell'].upper()} × {units}",
        f"{int(metadata['steps']):,}",
        shown(measured.score, name),
        name.removeprefix(SHARE),
        f"{chance} ({measured.chance_name})" if measured.chance_name else chance,
        f"{metadata['data']}; {metadata['licence']}",
    )


def shown(score: float, score_name: str) -> str:
    """A share in percent, rounded down, so that 100.0% is all; anything else as a number."""
    if score_name.startswith(SHARE):
        return f"{math.floor(score * 1000 + ROUNDING) / 10:.1f}%"
    return f"{score:.2f}"
