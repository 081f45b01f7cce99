"""A change lands where it says and nowhere else, and what no longer fits goes."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz import GRU, RNN
from lstm_viz.inputs import InputError
from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.scenes.step_through.edits import Edit
from lstm_viz.scenes.step_through.record import (
    MOST_SHOWN,
    Setup,
    is_as_opened,
    opened,
    perform,
    preset_of,
    stretch,
    with_edits,
    with_hidden_size,
    with_network,
    with_seed,
    with_text,
)
from tests.each import for_each

SETUP = Setup(PRESETS[0].id, "random", "numbers", "0.5, −1, 2", hidden_size=3, seed=7)
"""T = 3, I = 1, H = 3."""

ONE_EACH = (
    Edit("weight_ih", (11, 0), 0.25),
    Edit("weight_hh", (4, 2), -0.5),
    Edit("bias", (0,), 3.0),
    Edit("x", (1, 0), 0.75),
    Edit("h0", (2,), -0.125),
    Edit("c0", (1,), 4.0),
    Edit("clamp", (0, 1), 0.5),
)
TARGETS = [edit.target for edit in ONE_EACH]
each = pytest.mark.parametrize("edit", ONE_EACH, ids=TARGETS)


def numbers(experiment):
    trace = experiment.trace
    return {**experiment.cell.parameters, "x": trace.x, "h0": trace.h0, "c0": trace.c0}


def targets(setup):
    return {edit.target for edit in setup.edits}


# ---- running a setup --------------------------------------------------------------------------


@for_each("preset", PRESETS, ids=[preset.id for preset in PRESETS])
def test_every_preset_runs_as_its_network_built_it(preset):
    experiment = perform(opened(preset))
    network = NETWORKS[preset.network]
    built = network.build(experiment.inputs, preset.hidden_size, preset.seed)
    assert experiment.network is network
    for name, array in experiment.cell.parameters.items():
        np.testing.assert_array_equal(array, getattr(built, name))
    np.testing.assert_array_equal(experiment.trace.x, experiment.inputs.x)
    assert not experiment.trace.h0.any() and not experiment.trace.c0.any()
    assert not experiment.trace.clamped and experiment.left_out == ()


@pytest.mark.parametrize("edit", ONE_EACH[:-1], ids=TARGETS[:-1])
def test_an_edit_changes_its_number_and_no_other(edit):
    before = numbers(perform(SETUP))
    after = numbers(perform(replace(SETUP, edits=(edit,))))
    assert after[edit.target][edit.index] == edit.value != before[edit.target][edit.index]
    for name, array in after.items():
        same = np.array(array == before[name])
        if name == edit.target:
            same[edit.index] = True
        assert same.all(), name


def test_the_trace_is_a_run_of_the_edited_cell():
    experiment = perform(replace(SETUP, edits=ONE_EACH))
    trace = experiment.trace
    again = experiment.cell.run(trace.x, trace.h0, trace.c0, clamp=trace.clamped)
    for name, array in trace.as_dict().items():
        np.testing.assert_array_equal(array, getattr(again, name))


@pytest.mark.parametrize("gate, value", [("f", 0.0), ("i", 1.0), ("g", -1.0), ("o", 0.25)])
def test_a_clamp_holds_its_gate_and_unit_at_every_step(gate, value):
    before = perform(SETUP).trace
    edit = Edit("clamp", ("figo".index(gate), 1), value)
    trace = perform(replace(SETUP, edits=(edit,))).trace
    assert (getattr(trace, gate)[:, 1] == value).all()
    assert list(trace.clamped) == [gate]
    np.testing.assert_array_equal(trace.clamped[gate], [np.nan, value, np.nan])
    for other in "figo":
        at_first = np.arange(3) != 1 if other == gate else np.ones(3, dtype=bool)
        np.testing.assert_array_equal(
            getattr(trace, other)[0, at_first], getattr(before, other)[0, at_first]
        )


def test_a_clamp_that_was_let_go_is_no_clamp():
    held, free = Edit("clamp", (2, 0), 0.5), Edit("clamp", (2, 0), None)
    assert not perform(replace(SETUP, edits=(held, free))).trace.clamped
    assert perform(replace(SETUP, edits=(free, held))).trace.clamped["g"][0] == 0.5


@each
def test_the_last_change_of_a_number_counts(edit):
    first = replace(edit, value=0.9)
    both = perform(replace(SETUP, edits=(first, edit)))
    once = perform(replace(SETUP, edits=(edit,)))
    np.testing.assert_array_equal(both.trace.h, once.trace.h)
    other = perform(replace(SETUP, edits=(edit, first)))
    assert not np.array_equal(other.trace.h, once.trace.h)


@for_each(
    "misfit",
    [
        Edit("x", (3, 0), 1.0),
        Edit("x", (0, 1), 1.0),
        Edit("x", (0,), 1.0),
        Edit("weight_ih", (0, 1), 1.0),
        Edit("weight_ih", (12, 0), 1.0),
        Edit("weight_hh", (0, 3), 1.0),
        Edit("bias", (12,), 1.0),
        Edit("bias", (0, 0), 1.0),
        Edit("bias", (-1,), 1.0),
        Edit("h0", (3,), 1.0),
        Edit("c0", (), 1.0),
        Edit("clamp", (4, 0), 1.0),
        Edit("clamp", (0, 3), 1.0),
    ],
    ids=str,
)
def test_a_change_that_does_not_fit_is_left_out_and_named(misfit):
    fits = ONE_EACH[0]
    experiment = perform(replace(SETUP, edits=(misfit, fits)))
    assert experiment.left_out == (misfit,)
    expected = perform(replace(SETUP, edits=(fits,))).trace
    for name, array in expected.as_dict().items():
        np.testing.assert_array_equal(getattr(experiment.trace, name), array)


def test_several_misfits_are_named_in_their_order():
    misfits = (Edit("x", (9, 0), 1.0), Edit("bias", (99,), 1.0))
    assert perform(replace(SETUP, edits=(misfits[0], ONE_EACH[2], misfits[1]))).left_out == misfits


def test_the_inputs_stay_as_they_were_typed():
    experiment = perform(replace(SETUP, edits=(Edit("x", (0, 0), 9.0),)))
    assert experiment.inputs.x[0, 0] == 0.5 and experiment.trace.x[0, 0] == 9.0


def test_the_networks_own_weights_are_not_edited():
    """The trained network is one array for everybody."""
    setup = opened(next(preset for preset in PRESETS if preset.network == "brackets"))
    before = perform(setup).cell.parameters["bias"].copy()
    perform(replace(setup, edits=(Edit("bias", (0,), 77.0),)))
    np.testing.assert_array_equal(perform(setup).cell.parameters["bias"], before)


def test_what_cannot_be_read_is_refused():
    with pytest.raises(InputError):
        perform(replace(SETUP, text="no numbers here"))


# ---- presets -----------------------------------------------------------------------------------


@for_each("preset", PRESETS, ids=[preset.id for preset in PRESETS])
def test_a_setup_is_as_opened_until_something_changes(preset):
    setup = opened(preset)
    assert preset_of(setup) is preset
    assert is_as_opened(setup)
    for change in (
        {"edits": ONE_EACH[2:3]},
        {"text": setup.text + " "},
        {"seed": setup.seed + 1},
        {"hidden_size": setup.hidden_size + 1},
        {"network": "another"},
        {"kind": "another"},
    ):
        assert not is_as_opened(replace(setup, **change)), change


def test_an_unknown_preset_is_the_first():
    assert preset_of(replace(SETUP, preset="gone")) is PRESETS[0]


# ---- changing a setup -------------------------------------------------------------------------

EDITED = replace(SETUP, edits=ONE_EACH)


def test_another_network_keeps_the_inputs_and_starts_its_weights_afresh():
    setup = with_network(EDITED, "latch")
    assert (setup.network, setup.kind, setup.text) == ("latch", "numbers", EDITED.text)
    assert setup.hidden_size == NETWORKS["latch"].default_hidden
    assert targets(setup) == {"x"}
    assert (setup.seed, setup.preset) == (EDITED.seed, EDITED.preset)


@pytest.mark.parametrize("network", NETWORKS.values(), ids=list(NETWORKS))
def test_a_network_is_given_a_kind_it_reads(network):
    for kind in ("sentence", "numbers", "csv", "brackets"):
        setup = with_network(replace(SETUP, kind=kind), network.id)
        assert setup.kind == (kind if kind in network.reads else network.reads[0])


def test_other_inputs_drop_what_was_changed_about_the_old_ones():
    setup = with_text(EDITED, "sentence", "one two")
    assert (setup.kind, setup.text) == ("sentence", "one two")
    assert targets(setup) == {"weight_hh", "bias", "h0", "c0", "clamp"}
    unchanged = ("preset", "network", "hidden_size", "seed")
    assert all(getattr(setup, name) == getattr(EDITED, name) for name in unchanged)
    assert perform(setup).left_out == ()


@pytest.mark.parametrize("hidden_size", [1, 2, 3, 6])
def test_other_units_keep_only_what_was_changed_about_the_inputs(hidden_size):
    setup = with_hidden_size(EDITED, hidden_size)
    assert setup.hidden_size == hidden_size
    assert targets(setup) == {"x"}
    assert perform(setup).left_out == ()


def test_another_seed_keeps_all_but_the_weights():
    setup = with_seed(EDITED, 8)
    assert setup.seed == 8
    assert targets(setup) == {"x", "h0", "c0", "clamp"}
    assert replace(setup, seed=7, edits=ONE_EACH) == EDITED
    weights = perform(SETUP).cell.parameters["weight_ih"]
    assert not np.array_equal(perform(setup).cell.parameters["weight_ih"], weights)


@each
def test_a_new_edit_takes_the_place_of_the_old_one_of_its_number(edit):
    newer = replace(edit, value=0.875)
    setup = with_edits(EDITED, [newer])
    assert len(setup.edits) == len(ONE_EACH)
    assert setup.edits[-1] == newer and edit not in setup.edits
    assert replace(setup, edits=EDITED.edits) == EDITED


def test_several_edits_at_once_are_kept_in_their_order():
    new = [Edit("bias", (1,), 1.0), Edit("bias", (2,), 2.0), Edit("bias", (1,), 3.0)]
    setup = with_edits(SETUP, new)
    assert setup.edits == (new[1], new[2])


def test_letting_a_gate_go_forgets_its_clamp():
    setup = with_edits(EDITED, [Edit("clamp", (0, 1), None)])
    assert setup.edits == ONE_EACH[:-1]
    assert with_edits(SETUP, [Edit("clamp", (0, 1), None)]) == SETUP


def test_no_edits_change_nothing():
    assert with_edits(EDITED, ()) == EDITED


# ---- the steps that are shown ------------------------------------------------------------------


def test_two_hundred_steps_of_a_run_are_shown_and_the_place_is_among_them() -> None:
    assert stretch(7, 0, 6) == (0, 7)
    assert stretch(200, 150, 3) == (0, 200)
    assert stretch(1000, 0, 199) == (0, 200)
    assert stretch(1000, 300, 450) == (300, 500)
    assert stretch(1000, 999, 999) == (800, 1000)
    for steps in (201, 450, 5000):
        for t in (0, 150, 200, steps - 1):
            for first in (0, 77, steps - 1):
                start, stop = stretch(steps, first, t)
                assert 0 <= start <= t < stop <= steps
                assert stop - start == MOST_SHOWN
                assert stretch(steps, start, t) == (start, stop)
    # Beyond an end, both steps between which the reader goes are shown.
    assert stretch(1000, 0, 200)[0] <= 199
    assert stretch(1000, 300, 299)[1] > 300


# ---- other cells ------------------------------------------------------------------------------


def test_a_gru_runs_with_every_change_of_its_own() -> None:
    setup = replace(SETUP, network="random-gru")
    edits = (
        Edit("bias_ih", (8,), 2.0),
        Edit("bias_hh", (8,), -1.0),
        Edit("weight_hh", (4, 2), -0.5),
        Edit("h0", (2,), -0.125),
        Edit("clamp", (1, 0), 0.75),
        Edit("clamp", (2, 1), -0.5),
    )
    experiment = perform(replace(setup, edits=(*edits, Edit("c0", (0,), 1.0))))
    assert experiment.left_out == (Edit("c0", (0,), 1.0),)
    cell, trace = experiment.cell, experiment.trace
    assert isinstance(cell, GRU)
    assert (cell.bias_ih[8], cell.bias_hh[8], cell.weight_hh[4, 2]) == (2.0, -1.0, -0.5)
    assert trace.h0.tolist() == [0, 0, -0.125]
    assert (trace.z[:, 0] == 0.75).all() and (trace.n[:, 1] == -0.5).all()
    again = cell.run(trace.x, trace.h0, clamp=trace.clamped)
    np.testing.assert_array_equal(trace.h, again.h)


def test_a_simple_rnn_runs_and_has_nothing_to_hold() -> None:
    setup = replace(SETUP, network="random-rnn")
    held = Edit("clamp", (0, 0), 0.5)
    experiment = perform(replace(setup, edits=(Edit("bias", (1,), 2.0), held)))
    assert experiment.left_out == (held,)
    assert isinstance(experiment.cell, RNN) and experiment.cell.bias[1] == 2.0
    x = experiment.trace.x
    before, h = experiment.trace.h0, []
    for step in x:
        before = np.tanh(
            experiment.cell.weight_ih @ step
            + experiment.cell.weight_hh @ before
            + experiment.cell.bias
        )
        h.append(before)
    np.testing.assert_allclose(experiment.trace.h, h, atol=1e-12)
