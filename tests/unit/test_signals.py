"""The table of signals is complete and says the same as the cells do."""

import re

import numpy as np
import pytest

import lstm_viz
from lstm_viz.signals import GRU_SIGNALS, LSTM_SIGNALS, RNN_SIGNALS, gates, rows, signal, stacked

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


@tables
def test_a_gate_and_what_it_is_made_of_name_the_same_rows_of_the_weights(cell_type, table, colors):
    names = gates(table)
    assert stacked(table) == tuple(sorted(names, key=lambda name: signal(table, name).row))
    assert {signal(table, name).row for name in names} == set(range(len(names)))
    for name in names:
        gate, (made_of,) = signal(table, name), signal(table, name).inputs
        assert gate.squash and signal(table, made_of).row == gate.row
        assert gate.formula == f"{gate.squash}({{{made_of}}})"
    for row in table:  # whatever has rows leads to a gate
        assert (
            row.row is None
            or row.name in names
            or any(row.name in other.inputs and other.row == row.row for other in table)
        )


@tables
def test_the_rows_of_a_gate_are_those_that_its_sum_is_made_with(cell_type, table, colors):
    rng = np.random.default_rng(0)
    made = cell_type.init(input_size=2, hidden_size=3, rng=rng)
    cell = cell_type(*(rng.normal(size=array.shape) for array in made.parameters.values()))
    trace = cell.run(rng.normal(size=(5, 2)), rng.uniform(-1, 1, size=3))
    bias = sum(array for name, array in cell.parameters.items() if name.startswith("bias"))
    for row in table:
        of = cell.rows(row.name) if row.row is not None else None
        if row.inputs == ("x", "h_prev"):
            z = trace.x @ cell.weight_ih[of].T + trace.h_prev @ cell.weight_hh[of].T + bias[of]
        elif row.name == "xn":
            z = trace.x @ cell.weight_ih[of].T + cell.bias_ih[of]
        elif row.name == "hn":
            z = trace.h_prev @ cell.weight_hh[of].T + cell.bias_hh[of]
        else:
            continue
        np.testing.assert_allclose(getattr(trace, row.name), z, atol=1e-12)


@tables
def test_a_cell_is_what_its_parameters_say(cell_type, table, colors):
    made = cell_type.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0))
    again = cell_type(**made.parameters)
    assert tuple(made.parameters) == cell_type.names == tuple(again.parameters)
    shapes = {name: array.shape for name, array in made.parameters.items()}
    assert shapes == cell_type.shapes(2, 3)
    for name, array in made.parameters.items():
        by_gate = {gate: array[made.rows(gate)] for gate in gates(table)}
        np.testing.assert_array_equal(cell_type.stack(**by_gate), getattr(again, name))


def test_rows_are_refused_for_what_has_none():
    assert rows(LSTM_SIGNALS, "f", 3) == rows(LSTM_SIGNALS, "z_f", 3) == slice(3, 6)
    with pytest.raises(KeyError, match=r"no rows for 'kept'; there are some for f, i, g, o"):
        rows(LSTM_SIGNALS, "kept", 3)


def test_looking_up_a_row_by_name():
    assert signal(LSTM_SIGNALS, "f").label == "forget gate"
    with pytest.raises(KeyError, match=r"no signal 'q'; there are x, h_prev"):
        signal(LSTM_SIGNALS, "q")
