"""The runs that the tests of squashing look at."""

import itertools
import re
from html import unescape

from lstm_viz.scenes.squashing.record.sigmoid import gate_values
from lstm_viz.scenes.squashing.record.tanh import tanh_run
from tests.each import for_each

GAINS = tuple(round(0.5 + 0.1 * k, 1) for k in range(16))
START = (0.9, -0.4, 0.5)
STARTS = (
    START,
    (0.0, 0.0, 0.0),
    (2.0, 2.0, 2.0),
    (-2.0, 2.0, -2.0),
    (0.1, 0.0, 0.0),
    (1.0, -1.0, 0.5),
)
GATES = gate_values()
runs = for_each(
    "run", [tanh_run(g, s) for g, s in itertools.product(GAINS, STARTS)],
    ids=lambda run: f"{run.gain}:{tuple(run.plain[0])}",
)  # fmt: skip


def text(told):
    """Title, sentence, equation and numbers without their markup."""
    return unescape(re.sub("<[^>]*>", "", f"{told.title}: {told.sentence} {told.numbers}"))
