"""The runs that the tests of squashing look at."""

import itertools
import re
from html import unescape

from lstm_viz.scenes.squashing.record.sigmoid import gate_values
from lstm_viz.scenes.squashing.record.tanh import tanh_run
from tests.each import for_each

GAINS = tuple(round(0.5 + 0.1 * k, 1) for k in range(16))
START = 1.3
STARTS = (START, 0.0, 0.1, 4.0, -4.0, -0.7)
GATES = gate_values()
runs = for_each(
    "run", [tanh_run(g, s) for g, s in itertools.product(GAINS, STARTS)],
    ids=lambda run: f"{run.weight}:{run.start}",
)  # fmt: skip


def text(told):
    """Title, sentence, equation and numbers without their markup."""
    return unescape(re.sub("<[^>]*>", "", f"{told.title}: {told.sentence} {told.numbers}"))
