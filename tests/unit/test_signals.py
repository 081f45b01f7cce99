"""The table of signals is complete and says the same as the cells do."""

import re

import numpy as np
import pytest

import lstm_viz
from lstm_viz.signals import GRU_SIGNALS, LSTM_SIGNALS, RNN_SIGNALS, signal

TABLES = {
    "LSTM": (lstm_viz.LSTM, LSTM_SIGNALS, set("figochx")),
    "GRU": (lstm_viz.GRU, GRU_SIGNALS, set("rznhx")),
    "RNN": (lstm_viz.RNN, RNN_SIGNALS, set("hx")),
}
tables = pytest.mark.parametrize("cell_type, table, colors", TABLES.values(), ids=TABLES)


@tables
def test_rows_stand_in_the_order_in_which_they_are_computed(cell_type, table, colors):
    seen = set()
    for row in table:
        assert row.name not in seen
        assert set(row.inputs) <= seen, row.name
        seen.add(row.name)


@tables
def test_every_row_is_filled_in(cell_type, table, colors):
    for row in table:
        assert row.symbol and row.label
        assert row.meaning.endswith(".") and row.meaning.count(".") == 1
        assert row.low < row.high
        assert row.color in colors
        assert set(re.findall(r"{(\w+)}", row.formula)) == (
            set(row.inputs) if row.formula else set()
        )
        assert "-" not in row.symbol  # a minus is U+2212
        if row.activation == "sigmoid":
            assert (row.low, row.high) == (0, 1)
        if row.activation == "tanh":
            assert (row.low, row.high) == (-1, 1)


@tables
def test_every_formula_is_what_the_cell_computes(cell_type, table, colors):
    rng = np.random.default_rng(0)
    cell = cell_type.init(input_size=2, hidden_size=3, rng=rng)
    trace = cell.run(rng.normal(size=(5, 2)), rng.uniform(-1, 1, size=3))
    words = {"σ": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh}
    for row in table:
        if row.formula:
            expression = row.formula.format_map({name: name for name in trace.names})
            expression = expression.replace("×", "*").replace("−", "-")
            value = eval(expression, words | trace.as_dict())
            assert value == pytest.approx(getattr(trace, row.name), abs=1e-14), row.name


@tables
def test_a_trace_has_exactly_the_signals_of_its_table(cell_type, table, colors):
    cell = cell_type.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0))
    trace = cell.run(np.ones((5, 2)))
    assert trace.table is table
    assert trace.names == tuple(trace.as_dict()) == tuple(row.name for row in table)
    assert set(trace.arrays) == set(trace.names)


def test_looking_up_a_row_by_name():
    assert signal(LSTM_SIGNALS, "f").label == "forget gate"
    with pytest.raises(KeyError, match=r"no signal 'q'; there are x, h_prev"):
        signal(LSTM_SIGNALS, "q")
