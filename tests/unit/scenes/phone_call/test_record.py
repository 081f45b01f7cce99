"""The run behind a story, as told and with the forget gate kept open at one moment."""

import numpy as np
import pytest

from lstm_viz.scenes.phone_call.record import CALL, run


@pytest.mark.parametrize("held", range(len(CALL)))
def test_an_open_forget_gate_is_open_at_its_moment_only(held):
    as_told, what_if = run().trace, run(held).trace
    assert (what_if.f[held] > 0.99).all()
    others = [t for t in range(len(CALL)) if t != held]
    np.testing.assert_array_equal(what_if.f[others], as_told.f[others])
    for name in ("c", "h", "i", "o"):
        before = getattr(what_if, name)[:held], getattr(as_told, name)[:held]
        np.testing.assert_array_equal(*before)
    # Only the forget gate is touched: the others of this moment are as they were.
    for name in ("i", "g", "o"):
        np.testing.assert_array_equal(getattr(what_if, name)[held], getattr(as_told, name)[held])


def test_holding_a_gate_leaves_the_network_as_it_was():
    before = run().cell.weight_ih.copy()
    run(2)
    np.testing.assert_array_equal(run().cell.weight_ih, before)


def test_what_is_on_your_mind_when_it_rings_is_from_the_moment_before():
    call = run()
    whole = call.cell.run(call.inputs.x)
    assert len(whole) == len(call.trace) + 1 and call.trace.c0.max() > 0.5
    for name, array in call.trace.arrays.items():
        np.testing.assert_array_equal(array, whole.arrays[name][1:])
