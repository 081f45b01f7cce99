"""Every gradient against HIPS autograd, on equations written out here, and by finite differences.

The equations below are the cells once more, as plainly as they can be put: one function a cell,
from parameters, inputs and initial states to the states at every step. To ask for d loss/d h_t and
d loss/d c_t, a nudge (zero) is added to each h_t and c_t; the gradient by the nudge is the answer.
"""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from numpy.testing import assert_allclose

import lstm_viz

pytestmark = pytest.mark.trains("arithmetic")


def sigmoid(z):
    return 1 / (1 + anp.exp(-z))


def hold(gate, value):
    """A gate as it is used: where `value` is a number it is that number."""
    free = np.isnan(value)
    return gate * free + np.where(free, 0.0, value)


def plain_lstm(p, clamp):
    h, c, states, memories = p["h0"], p["c0"], [], []
    for t in range(len(p["x"])):
        z = p["x"][t] @ p["weight_ih"].T + h @ p["weight_hh"].T + p["bias"]
        z_i, z_f, z_g, z_o = anp.split(z, 4, axis=-1)
        f = hold(sigmoid(z_f), clamp["f"])
        i = hold(sigmoid(z_i), clamp["i"])
        g = hold(anp.tanh(z_g), clamp["g"])
        o = hold(sigmoid(z_o), clamp["o"])
        c = f * c + i * g + p["c"][t]
        h = o * anp.tanh(c) + p["h"][t]
        states.append(h)
        memories.append(c)
    return anp.stack(states), anp.stack(memories)


def plain_gru(p, clamp):
    h, states = p["h0"], []
    for t in range(len(p["x"])):
        x_r, x_z, x_n = anp.split(p["x"][t] @ p["weight_ih"].T + p["bias_ih"], 3, axis=-1)
        h_r, h_z, h_n = anp.split(h @ p["weight_hh"].T + p["bias_hh"], 3, axis=-1)
        r = hold(sigmoid(x_r + h_r), clamp["r"])
        z = hold(sigmoid(x_z + h_z), clamp["z"])
        n = hold(anp.tanh(x_n + r * h_n), clamp["n"])
        h = (1 - z) * n + z * h + p["h"][t]
        states.append(h)
    return anp.stack(states), None


def plain_rnn(p, clamp):
    h, states = p["h0"], []
    for t in range(len(p["x"])):
        h = anp.tanh(p["x"][t] @ p["weight_ih"].T + h @ p["weight_hh"].T + p["bias"]) + p["h"][t]
        states.append(h)
    return anp.stack(states), None


T, INPUT, HIDDEN = 5, 3, 4
CELLS = {
    "lstm": (lstm_viz.LSTM, plain_lstm, 4, ("bias",), ("h0", "c0"), "figo"),
    "gru": (lstm_viz.GRU, plain_gru, 3, ("bias_ih", "bias_hh"), ("h0",), "rzn"),
    "rnn": (lstm_viz.RNN, plain_rnn, 1, ("bias",), ("h0",), ""),
}
free = np.nan
CLAMPS = {
    "free": {},
    "f": {"f": [0.5, free, 1.0, free]},
    "i": {"i": 0.25},
    "g": {"g": [-0.5, 0.5, free, free]},
    "o": {"o": [free, free, free, 0.0]},
    "f and o": {"f": 1.0, "o": [free, 0.3, free, 1.0]},
    "r": {"r": [0.0, free, free, 1.0]},
    "z": {"z": [0.9, 0.0, free, free]},
    "n": {"n": [-1.0, free, 0.5, free]},
    "r and n": {"r": 0.5, "n": [free, 0.5, free, free]},
}


class Case:
    """A random cell with a random linear loss of all its states: one number to differentiate."""

    def __init__(self, kind, batch, clamp, seed=0):
        rng = np.random.default_rng(seed)
        cell_type, self.plain, gates, biases, initial, gate_names = CELLS[kind]
        state = (*batch, HIDDEN)
        sizes = {
            "weight_ih": (gates * HIDDEN, INPUT),
            "weight_hh": (gates * HIDDEN, HIDDEN),
            **dict.fromkeys(biases, (gates * HIDDEN,)),
            "x": (T, *batch, INPUT),
            **dict.fromkeys(initial, state),
        }
        self.given = {name: rng.normal(size=size) for name, size in sizes.items()}
        nudges = {"h": "h0", "c": "c0"}
        self.point = self.given | {
            k: np.zeros((T, *state)) for k, first in nudges.items() if first in initial
        }
        self.clamp = {name: np.full(HIDDEN, np.nan) for name in gate_names}
        for name, value in clamp.items():
            self.clamp[name] = np.broadcast_to(np.asarray(value, float), (HIDDEN,))
        self.grad_h, self.grad_c = rng.normal(size=(2, T, *state))

        self.cell_type, self.initial = cell_type, initial
        self.options = {"clamp": clamp} if clamp else {}
        self.cell = self.cell_with({})
        self.trace = self.cell.run(*(self.given[k] for k in ("x", *initial)), **self.options)
        losses = (self.grad_h, self.grad_c) if kind == "lstm" else (self.grad_h,)
        self.gradients = self.cell.backward(self.trace, *losses)

    def cell_with(self, changes):
        now = self.given | changes
        return self.cell_type(**{k: v for k, v in now.items() if k.startswith(("weight", "bias"))})

    def loss_of_run(self, changes):
        now = self.given | changes
        arrived = (now[k] for k in ("x", *self.initial))
        trace = self.cell_with(changes).run(*arrived, **self.options)
        return self.weighed(trace.as_dict(), slice(None))

    def loss_after(self, t, *states):
        """The loss from step t on, when its states are these (h, or h and c)."""
        loss = self.weighed(dict(zip("hc", states, strict=False)), t)
        if t + 1 < T:
            later = self.cell.run(self.given["x"][t + 1 :], *states, **self.options)
            loss += self.weighed(later.as_dict(), slice(t + 1, None))
        return loss

    def weighed(self, signals, steps):
        from_c = np.sum(signals["c"] * self.grad_c[steps]) if "c" in signals else 0.0
        return np.sum(signals["h"] * self.grad_h[steps]) + from_c

    def loss(self, point):
        """The same loss, of the plain equations."""
        states, memories = self.plain(point, self.clamp)
        from_c = 0.0 if memories is None else anp.sum(memories * self.grad_c)
        return anp.sum(states * self.grad_h) + from_c


cases = pytest.mark.parametrize(
    "kind, clamp",
    [
        (kind, label)
        for kind, (*_, gate_names) in CELLS.items()
        for label, clamp in CLAMPS.items()
        if set(clamp) <= set(gate_names)
    ],
)
batched_or_not = pytest.mark.parametrize("batch", [(), (2,)], ids=["one", "batch"])


@cases
@batched_or_not
def test_autograd_finds_the_same_gradients(kind, clamp, batch):
    case = Case(kind, batch, CLAMPS[clamp])
    expected = grad(case.loss)(case.point)
    assert_allclose(case.trace.h, case.plain(case.point, case.clamp)[0], rtol=0, atol=1e-10)
    for name, value in expected.items():
        found = getattr(case.gradients, name)
        assert found.shape == case.point[name].shape, name
        assert_allclose(found, value, rtol=1e-10, atol=1e-10, err_msg=name)


def differences(loss, value):
    """d loss/d value, by running with each of its numbers a little larger and a little smaller."""
    found = np.empty_like(value)
    for place in np.ndindex(value.shape):
        high, low = value.copy(), value.copy()
        high[place] += 1e-5
        low[place] -= 1e-5
        found[place] = (loss(high) - loss(low)) / 2e-5
    return found


def assert_near(found, expected, name):
    assert_allclose(found, expected, rtol=1e-5, atol=1e-7, err_msg=name)


@cases
@batched_or_not
def test_small_changes_change_the_loss_of_a_run_as_the_gradients_say(kind, clamp, batch):
    case = Case(kind, batch, CLAMPS[clamp], seed=1)
    for name in case.given:
        found = differences(
            lambda value, name=name: case.loss_of_run({name: value}), case.given[name]
        )
        assert_near(getattr(case.gradients, name), found, name)


@cases
@batched_or_not
def test_small_changes_of_a_step_s_states_change_the_loss_as_the_gradients_say(kind, clamp, batch):
    """Stop after step t, change h_t or c_t, go on from there."""
    case = Case(kind, batch, CLAMPS[clamp], seed=2)
    for t in range(T):
        step = case.trace[t]
        if kind == "lstm":

            def after_h(h, step=step):
                return case.loss_after(step.t, h, step.c)

            def after_c(c, step=step):
                return case.loss_after(step.t, step.o * np.tanh(c), c)

            assert_near(case.gradients.c[t], differences(after_c, step.c), f"c[{t}]")
        else:

            def after_h(h, step=step):
                return case.loss_after(step.t, h)

        assert_near(case.gradients.h[t], differences(after_h, step.h), f"h[{t}]")


def test_a_clamped_gate_gets_no_gradient():
    gradients = Case("lstm", (), {"f": 1.0}).gradients
    forget_rows = slice(HIDDEN, 2 * HIDDEN)
    assert not gradients.weight_ih[forget_rows].any()
    assert not gradients.weight_hh[forget_rows].any()
    assert not gradients.bias[forget_rows].any()


def test_a_loss_of_h_alone_needs_no_grad_c():
    case = Case("lstm", (2,), {})
    alone = case.cell.backward(case.trace, case.grad_h)
    with_zeros = case.cell.backward(case.trace, case.grad_h, np.zeros_like(case.grad_h))
    assert_allclose(alone.x, with_zeros.x, rtol=0, atol=0)


def test_one_sequence_of_a_batch_has_that_sequence_s_gradients():
    case = Case("lstm", (2,), {"f": [0.5, free, free, free]})
    one = case.cell.backward(case.trace.sequence(1), case.grad_h[:, 1], case.grad_c[:, 1])
    for name in ("x", "h", "c"):
        assert_allclose(getattr(one, name), getattr(case.gradients, name)[:, 1], atol=1e-12)
