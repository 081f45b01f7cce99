"""The account of a cell state: all that was written, each shrunk by the forget gates since."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from lstm_viz.cells import GRU, LSTM
from lstm_viz.reading.read import read
from tests.unit.reading.ledger import ledger

laws = settings(max_examples=100)


@st.composite
def runs(draw):
    """A trace of an LSTM of any weights, from any state, with gates held or not."""
    hidden_size, seq_len = draw(st.integers(1, 4)), draw(st.integers(1, 30))
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    scale = draw(st.floats(0, 20))
    cell = LSTM(
        scale * rng.normal(size=(4 * hidden_size, 2)),
        scale * rng.normal(size=(4 * hidden_size, hidden_size)),
        scale * rng.normal(size=4 * hidden_size),
    )
    held = draw(st.sampled_from([None, {"f": 0.0}, {"f": 1.0}, {"f": 0.5, "i": 1.0}]))
    h0, c0 = rng.normal(size=(2, hidden_size))
    return cell.run(rng.normal(size=(seq_len, 2)), h0, c0, clamp=held)


@given(trace=runs(), data=st.data())
@laws
def test_contributions_and_start_sum_to_the_cell_state(trace, data):
    unit = data.draw(st.integers(0, trace.hidden_size - 1))
    t = data.draw(st.integers(0, len(trace) - 1))
    account = ledger(trace, unit, t)
    # Writes of both signs may cancel: rounding is measured by what was added up.
    size = math.fsum(np.abs([account.start, *account.contributions]))
    assert abs(account.total - trace.c[t, unit]) <= 1e-12 * size
    assert account.c == trace.c[t, unit]
    assert account.contributions.shape == (t + 1,)


@given(trace=runs(), data=st.data())
@laws
def test_each_contribution_is_the_write_times_every_forget_gate_since(trace, data):
    unit = data.draw(st.integers(0, trace.hidden_size - 1))
    t = data.draw(st.integers(0, len(trace) - 1))
    account = ledger(trace, unit, t)
    for s in range(t + 1):
        expected = trace.i[s, unit] * trace.g[s, unit]
        for r in range(s + 1, t + 1):
            expected *= trace.f[r, unit]
        assert account.contributions[s] == pytest.approx(expected, rel=1e-12, abs=1e-300)
    assert account.start == pytest.approx(
        trace.c0[unit] * np.prod(trace.f[: t + 1, unit]), rel=1e-12, abs=1e-300
    )


@given(trace=runs())
@laws
def test_shares_sum_to_one(trace):
    account = ledger(trace, 0, -1)
    total = account.shares.sum() + account.start_share
    assert total == pytest.approx(1) or (total == 0 and account.total == 0)


def test_sum_holds_for_every_place_of_a_text(model, alphabet):
    reading = read(model, alphabet, "To be, or not to be: that is the question.\n" * 5)
    for unit in range(model.hidden_size):
        for t in range(0, len(reading), 7):
            account = ledger(reading.trace, unit, t)
            assert account.total == pytest.approx(reading.trace.c[t, unit], rel=1e-12, abs=1e-13)


def test_an_open_forget_gate_keeps_everything_and_a_shut_one_only_the_newest():
    cell = LSTM.init(input_size=2, hidden_size=1, rng=np.random.default_rng(0))
    x = np.random.default_rng(1).normal(size=(6, 2))
    kept = ledger(cell.run(x, c0=[3.0], clamp={"f": 1.0}), 0, 5)
    assert_allclose(kept.contributions, kept.written)
    assert kept.start == 3
    gone = ledger(cell.run(x, c0=[3.0], clamp={"f": 0.0}), 0, 5)
    assert gone.contributions[:-1].tolist() == [0] * 5 and gone.start == 0
    assert gone.contributions[-1] == gone.c
    assert gone.largest(3) == (5,) and gone.half_life == 0


def test_forget_gates_of_nothing_at_all_do_no_harm():
    """∏ f / f would divide 0 by 0 here, and a product of 2,000 small gates is no more than 0."""
    cell = LSTM.init(input_size=1, hidden_size=1, rng=np.random.default_rng(0))
    for f in (0.0, 1e-8, 5e-324):
        account = ledger(cell.run(np.ones((2000, 1)), c0=[1.0], clamp={"f": f}), 0, -1)
        assert np.isfinite(account.contributions).all()
        assert account.total == pytest.approx(account.c, rel=1e-12)


def test_largest_and_half_life():
    cell = LSTM.init(input_size=1, hidden_size=1, rng=np.random.default_rng(0))
    trace = cell.run(np.ones((4, 1)), clamp={"f": 0.5, "i": 1.0, "g": 0.5})
    account = ledger(trace, 0, 3)  # 1/16, 1/8, 1/4, 1/2: of 15/16 the newest is more than half
    assert account.contributions.tolist() == [0.0625, 0.125, 0.25, 0.5]
    assert account.largest(2) == (3, 2)
    assert account.half_life == 0
    even = ledger(cell.run(np.ones((4, 1)), clamp={"f": 1.0, "i": 1.0, "g": 0.5}), 0, 3)
    assert even.half_life == 1
    old = ledger(cell.run(np.ones((2, 1)), c0=[9.0], clamp={"f": 1.0, "g": 0.5}), 0, 1)
    assert old.half_life is None and old.start_share > 0.8


def test_an_account_of_nothing():
    cell = LSTM.init(input_size=1, hidden_size=1, rng=np.random.default_rng(0))
    account = ledger(cell.run(np.ones((2, 1)), clamp={"i": 0.0}), 0, 1)
    assert account.total == account.start_share == 0
    assert account.shares.tolist() == [0, 0]
    assert account.largest() == () and account.half_life is None


def test_what_is_not_there_is_refused():
    rng = np.random.default_rng(0)
    trace = LSTM.init(input_size=1, hidden_size=2, rng=rng).run(np.ones((3, 1)))
    with pytest.raises(IndexError, match="step 3 of a trace of 3 steps"):
        ledger(trace, 0, 3)
    with pytest.raises(IndexError, match="unit 2 of a cell of 2 units"):
        ledger(trace, 2, 0)
    with pytest.raises(ValueError, match="an LSTM"):
        ledger(GRU.init(input_size=1, hidden_size=2, rng=rng).run(np.ones((3, 1))), 0, 0)
    assert ledger(trace, 0, -1).t == 2
