"""Whatever does not fit is refused at the door: what was expected and what came."""

from dataclasses import replace

import numpy as np
import pytest

import lstm_viz
from tests.each import for_each

I, H = 3, 4  # noqa: E741 - the field's name for the input size


@pytest.fixture
def lstm():
    return lstm_viz.LSTM.init(input_size=I, hidden_size=H, rng=np.random.default_rng(0))


def refused(*words):
    """A ValueError whose message has all of `words`, in order."""
    return pytest.raises(ValueError, match=".*".join(words))


NAN, INF = np.nan, np.inf
ARRAYS = {"weight_ih": np.ones((16, I)), "weight_hh": np.ones((16, H)), "bias": np.ones(16)}


@for_each(
    "name, value, words",
    [
        ("bias", np.ones(4), [r"bias must have shape \(16,\), got \(4,\)"]),
        ("bias", 1.0, [r"bias must have shape \(16,\), got \(\)"]),
        ("weight_ih", np.ones((12, I)), [r"weight_ih must have shape \(16, 3\), got \(12, 3\)"]),
        ("weight_ih", np.ones(16), [r"weight_ih must have 2 axes, got shape \(16,\)"]),
        ("weight_ih", np.ones((16, 0)), ["input size", "at least 1, got 0"]),
        ("weight_hh", np.ones((16, 5)), ["weight_ih must have shape", r"\(20, 3\), got \(16, 3\)"]),
        ("weight_hh", np.ones((0, 0)), ["hidden size", "at least 1, got 0"]),
        ("bias", np.full(16, NAN), [r"bias must be finite, got nan at index \(0,\)"]),
        ("weight_ih", np.full((16, I), -INF), [r"weight_ih must be finite, got -inf"]),
        ("bias", np.ones(16, complex), ["bias must be float32, float64 or integers, got complex"]),
        ("bias", ["a"] * 16, ["bias must be float32, float64 or integers, got <U1"]),
        ("bias", np.ones(16, object), ["bias must be float32, float64 or integers, got object"]),
        ("bias", np.ones(16, np.float16), ["float32, float64 or integers, got float16"]),
        ("bias", [[1], [1, 2]], ["bias must be an array of numbers, got rows that differ"]),
    ],
)
def test_parameters(name, value, words):
    with refused(*words):
        lstm_viz.LSTM(**{**ARRAYS, name: value})


class Tensor:
    """As PyTorch's own refuse to become an array."""

    def __init__(self, problem=None, dtype="torch.float32", requires_grad=False):
        self.problem, self.dtype, self.requires_grad = problem, dtype, requires_grad

    def __array__(self, dtype=None, copy=None):
        raise self.problem


@for_each(
    "name, value, words",
    [
        (
            "weight_hh",
            Tensor(RuntimeError("no"), requires_grad=True),
            ["gradient", r"\.detach\(\)"],
        ),
        (
            "bias",
            Tensor(TypeError("unsupported"), "torch.bfloat16"),
            ["got torch.bfloat16", "conv"],
        ),
        ("bias", np.ma.masked_equal(np.arange(16.0), 3), ["got 1 that are masked", r"\.filled"]),
        ("weight_ih", np.ones((I, 16)), [r"Keras's layout \(I, 4H\), got \(3, 16\)", "transpose"]),
        ("weight_hh", np.ones((H, 16)), [r"Keras's layout \(H, 4H\), got \(4, 16\)", "transpose"]),
    ],
)
def test_what_other_libraries_keep_is_refused_by_its_cause(name, value, words):
    with refused(name, *words):
        lstm_viz.LSTM(**{**ARRAYS, name: value})


def test_a_transposed_kernel_of_a_simple_cell_is_known_too():
    with refused(r"weight_ih looks like Keras's layout \(I, H\), got \(3, 4\)"):
        lstm_viz.RNN(np.ones((I, H)), np.ones((H, H)), np.ones(H))
    lstm_viz.RNN(np.ones((H, H)), np.ones((H, H)), np.ones(H))  # may be either


def test_parameters_of_the_other_cells():
    with refused(r"bias_hh must have shape \(12,\), got \(16,\)"):
        lstm_viz.GRU(np.ones((12, I)), np.ones((12, H)), np.ones(12), np.ones(16))
    with refused(r"bias must have shape \(4,\), got \(8,\)"):
        lstm_viz.RNN(np.ones((4, I)), np.ones((4, H)), np.ones(8))


def test_replace_checks_too(lstm):
    with refused(r"bias must have shape \(16,\), got \(4,\)"):
        replace(lstm, bias=np.ones(4))


@for_each("cell_type", [lstm_viz.LSTM, lstm_viz.GRU, lstm_viz.RNN])
@for_each(
    "sizes, words",
    [
        ({"hidden_size": 0}, ["hidden_size must be a whole number of at least 1, got 0"]),
        ({"input_size": 0}, ["input_size must be a whole number of at least 1, got 0"]),
        ({"hidden_size": 2.5}, ["hidden_size must be a whole number of at least 1, got 2.5"]),
        ({"dtype": np.int64}, ["dtype must be float32 or float64, got int64"]),
        ({"dtype": np.float16}, ["dtype must be float32 or float64, got float16"]),
    ],
)
def test_init(cell_type, sizes, words):
    with refused(*words):
        cell_type.init(**{"input_size": I, "hidden_size": H, **sizes}, rng=np.random.default_rng(0))


@for_each(
    "x, words",
    [
        (np.ones((5, 2)), [r"x must have shape \(T, 3\) or \(T, B, 3\), got \(5, 2\)"]),
        (np.ones(3), [r"x must have shape \(T, 3\) or \(T, B, 3\), got \(3,\)"]),
        (np.ones((5, 2, 3, 3)), [r"or \(T, B, 3\), got \(5, 2, 3, 3\)"]),
        (np.ones((0, 3)), [r"x must have at least one step and one sequence, got \(0, 3\)"]),
        (np.ones((5, 0, 3)), [r"at least one step and one sequence, got \(5, 0, 3\)"]),
        ([[1.0, NAN, 0.0]], [r"x must be finite, got nan at index \(0, 1\)"]),
        ([[1.0, 0.0, 1.0], [0.0, 0.0, INF]], [r"x must be finite, got inf at index \(1, 2\)"]),
        (np.ones((5, 3), complex), ["x must be float32, float64 or integers, got complex128"]),
        ([["1", "2", "3"]], ["x must be float32, float64 or integers, got <U1"]),
        ([[None, 1, 2]], ["x must be float32, float64 or integers, got object"]),
    ],
)
def test_inputs(lstm, x, words):
    with refused(*words):
        lstm.run(x)


def test_a_number_too_large_for_the_cell_s_float32():
    cell = lstm_viz.RNN.init(
        input_size=1, hidden_size=1, rng=np.random.default_rng(0), dtype=np.float32
    )
    with refused("x must be finite, got inf"):
        cell.run([[1e300]])


def test_initial_states(lstm):
    with refused(r"h0 must have shape \(4,\), got \(3,\)"):
        lstm.run(np.ones((5, I)), h0=np.ones(3))
    with refused(r"c0 must have shape \(2, 4\), got \(4,\)"):
        lstm.run(np.ones((5, 2, I)), c0=np.ones(4))
    with refused("c0 must be finite, got nan"):
        lstm.run(np.ones((5, I)), c0=[0, 0, NAN, 0])


@pytest.mark.parametrize(
    "clamp, words",
    [
        ({"c": 0}, [r"clamp is for gates \(i, f, g, o\), got 'c'"]),
        ({"f": 1.5}, [r"clamp\['f'\] must lie in \[0, 1\], got 1.5"]),
        ({"g": [0, NAN, -2, 0]}, [r"clamp\['g'\] must lie in \[-1, 1\], got -2.0"]),
        ({"f": NAN}, [r"clamp\['f'\] must be finite, got nan"]),
        ({"f": [0, 1]}, [r"clamp\['f'\] must have shape \(4,\), got \(2,\)"]),
        ({"f": [0, 1, INF, 0]}, [r"clamp\['f'\] must lie in \[0, 1\], got inf"]),
        ({"f": "shut"}, [r"clamp\['f'\] must be float32, float64 or integers, got <U4"]),
    ],
)
def test_clamps(lstm, clamp, words):
    with refused(*words):
        lstm.run(np.ones((5, I)), clamp=clamp)


def test_gradients_of_another_shape_or_trace(lstm):
    trace = lstm.run(np.ones((5, I)))
    with refused(r"grad_h must have shape \(5, 4\), got \(4,\)"):
        lstm.backward(trace, np.ones(4))
    with refused(r"grad_c must have shape \(5, 4\), got \(5, 1, 4\)"):
        lstm.backward(trace, np.ones((5, 4)), np.ones((5, 1, 4)))
    with refused("grad_h must be finite, got nan"):
        lstm.backward(trace, np.full((5, 4), NAN))
    rng = np.random.default_rng(0)
    gru = lstm_viz.GRU.init(input_size=I, hidden_size=H, rng=rng)
    with refused("trace must record", "got"):
        lstm.backward(gru.run(np.ones((5, I))), np.ones((5, 4)))
    larger = lstm_viz.LSTM.init(input_size=I, hidden_size=5, rng=rng)
    with refused(r"trace must have \(input, hidden\) sizes \(3, 4\), got \(3, 5\)"):
        lstm.backward(larger.run(np.ones((5, I))), np.ones((5, 5)))
    single = lstm_viz.LSTM.init(input_size=I, hidden_size=H, rng=rng, dtype=np.float32)
    with refused("trace must be float64 like the cell, got float32"):
        lstm.backward(single.run(np.ones((5, I))), np.ones((5, 4)))


def test_dtypes_follow_the_cell():
    """float32 if every floating parameter is float32, else float64; all else is cast to that."""
    for dtype in (np.float32, np.float64):
        cell = lstm_viz.LSTM.init(
            input_size=I, hidden_size=H, rng=np.random.default_rng(0), dtype=dtype
        )
        assert cell.dtype == dtype
        for x in (
            np.ones((2, I), int),
            np.ones((2, I), bool),
            np.ones((2, I), np.float32),
            [[1] * 3],
        ):
            trace = cell.run(x, h0=np.zeros(H, int))
            assert all(array.dtype == dtype for array in trace.arrays.values())
            gradients = cell.backward(trace, np.ones(trace.h.shape, np.float64))
            assert {gradients.x.dtype, gradients.c.dtype, gradients.bias.dtype} == {np.dtype(dtype)}
        mixed = replace(cell, bias=np.zeros(16))
        assert mixed.dtype == np.float64
        assert replace(cell, bias=np.zeros(16, int)).dtype == dtype
    assert lstm_viz.LSTM([[1]] * 4, [[0]] * 4, [0] * 4).dtype == np.float64
