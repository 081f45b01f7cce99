"""Shapes, steps, state and padding: each run against the cell run in another way."""

import numpy as np
import pytest

from lstm_viz.networks.stored import load
from lstm_viz.notation import in_powers
from lstm_viz.scenes.around.record import parity
from lstm_viz.scenes.around.record.padding import BITS as SHORT
from lstm_viz.scenes.around.record.padding import PADS, padding
from lstm_viz.scenes.around.record.shapes import MARKS, NUMBERS, shapes
from lstm_viz.scenes.around.record.state import FIRST, SECOND, carried, last_loss
from lstm_viz.scenes.around.record.steps import BITS, ON, steps
from lstm_viz.scenes.around.words.padding import told as told_of_padding
from lstm_viz.scenes.around.words.state import told as told_of_state
from lstm_viz.tasks.adding import TOLERANCE


def test_the_block_is_read_sample_by_sample_as_it_is_at_once_and_answered_rightly():
    run, model = shapes(), load("adding").model.astype(np.float64)
    for b, sample in enumerate(run.block):
        alone = model.run(sample)
        assert alone.outputs[-1, 0] == pytest.approx(run.said[b])
        marked = [n for n, mark in zip(NUMBERS[b], MARKS[b], strict=True) if mark == 1]
        assert run.wanted[b] == pytest.approx(0.5 + sum(marked) / 4) and len(marked) == 2
    assert np.abs(run.said - run.wanted).max() < TOLERANCE
    np.testing.assert_allclose(model.run(run.block[0]).traces[0].h, run.h)


def test_exchanged_sides_are_refused_or_misread():
    run, model = shapes(), load("adding").model.astype(np.float64)
    with pytest.raises(ValueError, match=r"\(2, 3, 6\)") as refused:
        model.run(run.block.transpose(2, 0, 1))
    assert run.refusal == str(refused.value)
    samples, steps_, _ = run.block.shape
    assert run.misread.shape == (steps_,) and run.said.shape == (samples,)
    for t in range(steps_):
        column = np.stack([run.block[b, t] for b in range(samples)])
        assert model.run(column).outputs[-1, 0] == pytest.approx(run.misread[t])


def test_what_is_handed_back_is_the_last_h_and_c_and_the_network_is_right_at_every_step():
    run = steps()
    assert run.handed_back == 0
    assert [bool(share > 0.5) for share in run.odd] == parity.right(BITS)
    assert parity.wrong(run.on, ON, BITS) == 0
    assert run.wrong == sum((run.on > 0.5) != (run.on_exchanged > 0.5))
    cell = parity.network().layers[0]
    right = cell.run(parity.numbers(ON), run.h[-1], run.c[-1])
    exchanged = cell.run(parity.numbers(ON), run.c[-1], run.h[-1])
    assert run.off == pytest.approx(np.abs(right.c[0] - exchanged.c[0]).max()) and run.off > 0.01


def test_halves_are_the_whole_when_the_state_is_carried_and_wrong_when_it_is_not():
    run = carried()
    np.testing.assert_array_equal(run.whole, run.halves)
    assert [bool(share > 0.5) for share in run.odd] == parity.right(FIRST + SECOND)
    assert [bool(share > 0.5) for share in run.fresh] == parity.right(SECOND)
    odd_before = FIRST.count("1") % 2
    assert run.wrong == run.wrong_alone == odd_before * len(SECOND)


def test_the_gradient_ends_at_the_cut_and_is_else_that_of_the_whole():
    run, cut = carried(), len(FIRST)
    assert (run.gradient_cut[:cut] == 0).all() and (run.gradient[:cut] != 0).all()
    np.testing.assert_allclose(run.gradient_cut[cut:], run.gradient[cut:], rtol=1e-9)
    # Handed on from the second half to the first, it is the whole one.
    first, cell = parity.read(FIRST), parity.network().layers[0]
    second = parity.read(SECOND, first.state)
    later = cell.backward(second.traces[0], last_loss(second))
    by_h, by_c = np.zeros((2, *first.traces[0].h.shape))
    by_h[-1], by_c[-1] = later.h0, later.c0
    handed_on = cell.backward(first.traces[0], by_h, by_c).h
    np.testing.assert_allclose(handed_on, run.gradient[:cut], rtol=1e-9)


def test_the_gradient_is_the_slope_of_the_last_loss_by_h():
    run, cut, nudge = carried(), len(FIRST), 1e-4
    first = parity.read(FIRST)
    ((h, c),) = first.state
    losses = []
    for side in (nudge, -nudge):
        moved = h + np.array([side, 0])
        odd = parity.odd(parity.read(SECOND, ((moved, c),)))[-1]
        losses.append(-np.log(odd if parity.right(FIRST + SECOND)[-1] else 1 - odd))
    slope = (losses[0] - losses[1]) / (2 * nudge)
    assert slope == pytest.approx(run.gradient[cut - 1, 0], rel=1e-3)
    told = told_of_state(run)[-1].sentence
    first_size = np.linalg.norm(run.gradient[0])
    assert in_powers(first_size) in told and "1 to 4 get exactly 0." in told


def test_padding_moves_c_and_a_mask_holds_it():
    run = padding()
    np.testing.assert_allclose(run.padded.c[: len(SHORT)], run.short.c)
    assert np.abs(run.padded.c[-1] - run.short.c[-1]).max() > 0.5
    np.testing.assert_allclose(run.masked.c[: len(SHORT)], run.short.c, atol=1e-12)
    assert run.masked.c.shape == run.padded.c.shape == (len(SHORT) + PADS, 2)
    assert (run.masked.c[len(SHORT) :] == run.masked.c[len(SHORT) - 1]).all()
    assert run.short.odd[-1] > 0.99 and run.padded.odd[-1] < 0.5, "the answer is spoilt"
    assert "5 %" in told_of_padding(run)[1].sentence
