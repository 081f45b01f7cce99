"""The runs of the unrolled cell."""

import pytest

from lstm_viz.scenes.all_together import record as together
from lstm_viz.scenes.all_together.record import SENTENCES

RUNS = {id: together.run(id) for id in SENTENCES}
runs = pytest.mark.parametrize("told", RUNS.values(), ids=RUNS)
