"""What the tests of the five tasks share."""

import pytest

from lstm_viz.scenes.uses.record import USES

tasks = pytest.mark.parametrize("task", USES, ids=lambda task: task.id)
