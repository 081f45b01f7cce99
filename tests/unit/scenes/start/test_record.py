"""The step that is shown is the preset's own, and its gradients are right."""

import numpy as np
import pytest

from lstm_viz.networks import PRESETS
from lstm_viz.scenes.start.record import PRESET, WORD
from tests.unit.scenes.start.runs import RUN


def test_the_step_is_the_presets_own():
    assert next(one for one in PRESETS if one.id == PRESET).title == "A friend calls"
    assert len(RUN.step) == 1 and RUN.token == "happy"
    for name in RUN.sentence.names:
        np.testing.assert_allclose(
            getattr(RUN.step, name)[0], getattr(RUN.sentence, name)[WORD], atol=1e-12
        )


@pytest.mark.parametrize("held", [False, True])
def test_the_gradient_is_what_a_small_change_of_c0_does(held):
    """Against differences: the whole of ∂c_T/∂c_0, and its part along the cell state."""
    cell, x = RUN.cell, RUN.inputs.x
    clamp = {"f": 1.0} if held else None
    by, zero = 1e-6, np.zeros(cell.hidden_size)
    jacobian = np.array(
        [
            cell.run(x, zero, by * unit, clamp=clamp).c[-1]
            - cell.run(x, zero, -by * unit, clamp=clamp).c[-1]
            for unit in np.eye(cell.hidden_size)
        ]
    ).T / (2 * by)
    assert RUN.whole_gradient(held) == pytest.approx(np.linalg.norm(jacobian, 2), rel=1e-5)
    # "At most so many times as much": no change of c0 is felt more.
    changes = np.random.default_rng(0).normal(size=(200, cell.hidden_size))
    felt = np.linalg.norm(changes @ jacobian.T, axis=1) / np.linalg.norm(changes, axis=1)
    assert felt.max() <= RUN.whole_gradient(held) * (1 + 1e-5)


def test_along_the_cell_state_a_gradient_is_multiplied_by_f():
    np.testing.assert_allclose(RUN.along_the_cell_state(), np.prod(RUN.sentence.f, axis=0))
    np.testing.assert_array_equal(RUN.along_the_cell_state(held=True), 1)
