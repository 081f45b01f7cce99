"""What holding a gate does to the predictions."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.reading.effect import Hold, clamps, effect, silence
from lstm_viz.reading.read import read
from tests.unit.reading.held import read_held

TEXT = "To be, or not to be: that is the question.\n"
IDLE = 3  # no weight reads this unit


@pytest.fixture(scope="module")
def before(model, alphabet):
    return read(model, alphabet, TEXT)


def test_silencing_is_as_if_all_weights_from_the_unit_were_0(model, alphabet, before):
    unit = 5
    weights = {name: array.copy() for name, array in model.parameters.items()}
    weights["layers.0.weight_hh"][:, unit] = 0
    weights["head.weight"][:, unit] = 0
    deaf = read(type(model).from_parameters("lstm", weights), alphabet, TEXT)
    silenced = read_held(model, alphabet, before, [silence(unit)])
    assert_allclose(silenced.after.surprise, deaf.surprise, rtol=1e-9)
    assert (silenced.after.trace.h[:, unit] == 0).all()
    assert np.abs(silenced.after.trace.c[:, unit]).max() > 0.01  # its own memory goes on
    assert np.abs(silenced.change).max() > 0.1


def test_an_empty_cell_state_has_the_same_effect_as_a_shut_output_gate(model, alphabet, before):
    emptied = read_held(model, alphabet, before, [Hold(5, "f", 0), Hold(5, "i", 0)])
    silenced = read_held(model, alphabet, before, [silence(5)])
    assert_array_equal(emptied.change, silenced.change)
    assert (emptied.after.trace.c[:, 5] == 0).all()


@pytest.mark.parametrize("gate", ["f", "i", "o"])
def test_a_unit_that_nobody_reads_changes_nothing(gate, model, alphabet, before):
    idle = read_held(model, alphabet, before, [Hold(IDLE, gate, 0.0)])
    assert not idle.change.any()
    assert idle.change.mean() == 0 and idle.most_changed() == ()


def test_no_hold_changes_nothing(model, alphabet, before):
    assert not read_held(model, alphabet, before, []).change.any()


def test_bits_are_the_readings(model, alphabet, before):
    held = read_held(model, alphabet, before, [Hold(0, "f", 1.0), Hold(1, "i", 0.5)])
    assert held.bits_before == before.bits_per_character
    assert held.bits_after == pytest.approx(held.after.surprise.mean())
    assert held.change.mean() == pytest.approx(held.change.mean())
    assert (held.after.trace.f[:, 0] == 1).all() and (held.after.trace.i[:, 1] == 0.5).all()


def test_most_changed_are_the_largest_either_way_with_their_contexts(model, alphabet, before):
    held = read_held(model, alphabet, before, [silence(0), silence(1)])
    most = held.most_changed(4)
    sizes = np.sort(np.abs(held.change))[::-1]
    assert [abs(change.change) for change in most] == pytest.approx(sizes[:4])
    for change in most:
        assert change.character == TEXT[change.t]
        assert change.context == TEXT[max(0, change.t - 20) : change.t]
        assert change.surprise_before == held.before.surprise[change.t]
        assert change.top_before == held.before.guesses[change.t][0]
        assert change.top_after == held.after.guesses[change.t][0]
    assert held.changed(30).context == TEXT[10:30] and held.changed(3).context == TEXT[:3]


def test_clamps_by_gate():
    held = clamps([Hold(0, "f", 1.0), Hold(2, "f", 0.5), Hold(1, "o", 0), Hold(2, "f", 0.25)], 3)
    assert set(held) == {"f", "o"}
    assert_array_equal(held["f"], [1, np.nan, 0.25])
    assert_array_equal(held["o"], [np.nan, 0, np.nan])


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan")])
def test_a_value_no_gate_can_have_is_refused(value):
    with pytest.raises(ValueError, match=r"held at a value in \[0, 1\]"):
        Hold(0, "f", value)


def test_what_is_not_there_is_refused(model, alphabet, before):
    with pytest.raises(ValueError, match="one of f, i, o, got 'g'"):
        Hold(0, "g", 0.5)
    with pytest.raises(ValueError, match=r"unit must be in 0 … 11, got 12"):
        read_held(model, alphabet, before, [silence(12)])
    with pytest.raises(ValueError, match="two readings of one text"):
        effect(before, read(model, alphabet, "else"), [])
