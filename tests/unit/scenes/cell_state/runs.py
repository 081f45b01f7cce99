"""The settings of the belt that the tests look at."""

import re

from lstm_viz.scenes.cell_state.record import INPUTS
from tests.each import for_each

KEEPS = (0.0, 0.01, 0.05, 0.5, 0.9, 0.95, 0.99, 1.0)
EVERY = [(keep, gate) for keep in KEEPS for gate in INPUTS]
every = for_each(("keep", "gate"), EVERY)


def words(html):
    return re.sub(r"<[^>]+>", "", html)
