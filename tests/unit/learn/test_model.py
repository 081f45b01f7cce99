"""How the parts of a network fit together, and what its record holds."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.learn import CELLS, Linear, Model


def network(cell="lstm", layers=2, **options):
    sizes = {"input_size": 3, "hidden_size": 4, "output_size": 2}
    rng = np.random.default_rng(0)
    return Model.init(cell=cell, layers=layers, rng=rng, **(sizes | options))


X = np.random.default_rng(1).normal(size=(6, 5, 3)).astype(np.float32)


@pytest.mark.parametrize("cell", CELLS)
def test_each_layer_reads_the_one_below_and_the_head_the_top(cell):
    model = network(cell, layers=3)
    forward = model.run(X)
    assert len(forward.traces) == 3
    assert_array_equal(forward.traces[0].x, X)
    for below, above in zip(forward.traces, forward.traces[1:], strict=False):
        assert_array_equal(above.x, below.h)
    expected = forward.traces[-1].h @ model.head.weight.T + model.head.bias
    assert_allclose(forward.outputs, expected, rtol=1e-5, atol=1e-6)
    assert forward.outputs.shape == (6, 5, 2) and forward.outputs.dtype == np.float32


@pytest.mark.parametrize("cell", CELLS)
def test_going_on_from_a_state_is_the_same_as_never_stopping(cell):
    model = network(cell, dtype=np.float64)
    whole, first = model.run(X), model.run(X[:2])
    second = model.run(X[2:], first.state)
    assert_allclose(np.concatenate([first.outputs, second.outputs]), whole.outputs, rtol=1e-13)
    for now, then in zip(second.state, whole.state, strict=True):
        assert_allclose(now, then, rtol=1e-13)


@pytest.mark.parametrize("cell", CELLS)
def test_a_state_is_a_plain_copy(cell):
    forward = network(cell).run(X)
    h = forward.traces[0].h.copy()
    for layer in forward.state:
        for array in layer:
            assert array.base is None and array.flags.writeable
            array[:] = 9
    assert_array_equal(forward.traces[0].h, h)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("layers", [1, 3])
def test_parameters_and_back(cell, layers):
    model = network(cell, layers)
    again = Model.from_parameters(cell, model.parameters)
    assert again.kind == cell and len(again.layers) == layers
    assert list(again.parameters) == list(model.parameters)
    assert "layers.0.weight_ih" in model.parameters and "head.bias" in model.parameters
    for name, array in model.parameters.items():
        assert_array_equal(again.parameters[name], array)
        assert not again.parameters[name].flags.writeable
    assert (again.input_size, again.hidden_size, again.output_size) == (3, 4, 2)


def test_float64_holds_the_same_numbers():
    model = network()
    wide = model.astype(np.float64)
    assert (model.dtype, wide.dtype) == (np.float32, np.float64)
    for name, array in model.parameters.items():
        assert_array_equal(wide.parameters[name], array)
    assert_allclose(wide.run(X).outputs, model.run(X).outputs, rtol=1e-4, atol=1e-6)


def test_a_new_network_is_decided_by_the_generator_alone():
    one, same = network(), network()
    for name, array in one.parameters.items():
        assert_array_equal(same.parameters[name], array)


def test_forget_bias_is_one_unless_said_and_only_for_an_lstm():
    for said, expected in ((None, 1), (0, 0), (3.0, 3)):
        for layer in network(forget_bias=said).layers:
            assert_array_equal(
                layer.bias.reshape(4, 4), [[0] * 4, [expected] * 4, [0] * 4, [0] * 4]
            )
    with pytest.raises(ValueError, match="forget_bias is for an lstm, got 1"):
        network("gru", forget_bias=1)


def test_gates_are_held_in_the_layer_that_was_named():
    free, held = network().run(X), network().run(X, clamp={1: {"f": 0.5}})
    assert (held.traces[1].f == 0.5).all()
    assert_array_equal(held.traces[0].h, free.traces[0].h)
    assert (held.outputs != free.outputs).any()


def test_parts_that_do_not_fit_are_refused():
    rng = np.random.default_rng(0)
    lstm, gru = network("lstm"), network("gru")
    sizes = {"output_size": 2, "rng": rng}
    wide, narrow = (Linear.init(input_size=n, dtype=np.float32, **sizes) for n in (5, 4))
    double = Linear.init(input_size=4, dtype=np.float64, **sizes)
    for build, message in (
        (lambda: Model((), narrow), "1 to 3, got 0"),
        (lambda: Model(lstm.layers[:1] + lstm.layers[1:] * 3, narrow), "1 to 3, got 4"),
        (lambda: Model((lstm.layers[0], gru.layers[1]), narrow), "one kind, got LSTM, GRU"),
        (lambda: Model(lstm.layers[::-1], narrow), "layer 1 must read 4 units.* got 3"),
        (lambda: Model(lstm.layers, wide), "head must read 4 units.* got 5"),
        (lambda: Model(lstm.layers, double), "one dtype, got float32, float32, float64"),
        (lambda: network("transformer"), "one of rnn, gru, lstm, got 'transformer'"),
        (lambda: network(layers=4), "1 to 3, got 4"),
        (lambda: network(output_size=0), "output_size must be a whole number"),
        (lambda: lstm.run(X, lstm.run(X).state[:1]), r"one entry a layer \(2\), got 1"),
        (lambda: lstm.run(X, gru.run(X).state), r"layer 0 must be \(h, c\), got 1 arrays"),
        (lambda: lstm.run(X, clamp={2: {"f": 1}}), r"layers 0 … 1, got \[2\]"),
        (lambda: network("rnn").run(X, clamp={0: {"f": 1}}), "none"),
        (lambda: lstm.run(X[..., :2]), r"\(T, B, 3\), got \(6, 5, 2\)"),
        (lambda: lstm.backward(lstm.run(X), np.zeros((6, 5, 3))), r"\(6, 5, 2\), got \(6, 5, 3\)"),
        (lambda: Linear(np.zeros(3), np.zeros(3)), r"\(O, H\), got \(3,\)"),
        (lambda: Linear(np.zeros((2, 3)), np.zeros(3)), r"head bias must have shape \(2,\)"),
        (lambda: Linear(np.full((1, 1), np.nan), np.zeros(1)), "head weight must be finite"),
    ):
        with pytest.raises(ValueError, match=message):
            build()


def test_parameters_that_do_not_make_a_network_are_refused():
    good = network("gru").parameters
    for kind, change, message in (
        ("lstm", {}, "missing or not expected: layers.0.bias, layers.0.bias_hh"),
        ("gru", {"head.weight": None}, "missing or not expected: head.weight"),
        ("gru", {"extra": np.zeros(1)}, "missing or not expected: extra"),
        ("gru", {"layers.x.bias_ih": np.zeros(1)}, "layers.x.bias_ih"),
        ("gru", {"layers.1.weight_hh": np.zeros((12, 5))}, "must have shape"),
        ("mlp", {}, "one of rnn, gru, lstm, got 'mlp'"),
    ):
        changed = {k: v for k, v in (good | change).items() if v is not None}
        with pytest.raises(ValueError, match=message):
            Model.from_parameters(kind, changed)
    with pytest.raises(ValueError, match=r"layers\.0"):
        Model.from_parameters("rnn", {"head.weight": np.zeros((1, 1)), "head.bias": np.zeros(1)})
