"""One LSTM step, worked out by hand in this text and then compared.

One unit, one input. Weights: the input counts for the input gate only (W_i = ln 3), the past for
the forget gate only (U_f = 2 ln 3); biases: candidate atanh(1/2) = ½ ln 3, all others 0.

    x = 1, h_{t−1} = 1/2, c_{t−1} = 1

    z^i = ln 3 · 1            i = σ(ln 3) = 1 / (1 + 1/3)    = 3/4
    z^f = 2 ln 3 · 1/2 = ln 3 f = σ(ln 3)                    = 3/4
    z^g = ½ ln 3              g = tanh(½ ln 3) = (3−1)/(3+1) = 1/2
    z^o = 0                   o = σ(0)                       = 1/2

    kept    = 3/4 · 1   = 3/4
    written = 3/4 · 1/2 = 3/8
    c       = 3/4 + 3/8 = 9/8
    h       = 1/2 · tanh(9/8) = 1/2 · 0.809301070 = 0.404650535

Backwards, for the loss h (so d_h = 1):

    d_z^o = tanh(9/8) · o (1 − o)                = 0.809301070 / 4                    = 0.202325268
    d_c   = o · (1 − tanh²(9/8)) = 1/2 · (1 − 0.654968222)                            = 0.172515889
    d_z^i = d_c · g · i (1 − i)       = d_c · 1/2 · 3/16                              = d_c · 3/32
    d_z^f = d_c · c_{t−1} · f (1 − f) = d_c · 3/16
    d_z^g = d_c · i · (1 − g²)        = d_c · 3/4 · 3/4                               = d_c · 9/16
    d_x   = W_i d_z^i = ln 3 · d_c · 3/32
    d_h0  = U_f d_z^f = 2 ln 3 · d_c · 3/16
    d_c0  = f d_c     = 3/4 · d_c
"""

from math import log

import numpy as np
import pytest

import lstm_viz

LN3 = log(3)


@pytest.fixture
def cell():
    return lstm_viz.LSTM(
        weight_ih=[[LN3], [0], [0], [0]],
        weight_hh=[[0], [2 * LN3], [0], [0]],
        bias=[0, 0, LN3 / 2, 0],
    )


def test_forward(cell):
    step = cell.run([[1]], h0=[0.5], c0=[1])[0]
    expected = {
        "x": 1, "h_prev": 1 / 2, "c_prev": 1,
        "z_i": LN3, "z_f": LN3, "z_g": LN3 / 2, "z_o": 0,
        "f": 3 / 4, "i": 3 / 4, "g": 1 / 2, "o": 1 / 2,
        "kept": 3 / 4, "written": 3 / 8, "c": 9 / 8,
        "tanh_c": 0.809301070, "h": 0.404650535,
    }  # fmt: skip
    assert list(step.as_dict()) == list(expected)
    for name, value in expected.items():
        assert getattr(step, name) == pytest.approx([value], abs=1e-9), name


def test_backward(cell):
    gradients = cell.backward(cell.run([[1]], h0=[0.5], c0=[1]), grad_h=[[1.0]])
    d_c, d_z_o = 0.172515889, 0.202325268
    d_z = np.array([d_c * 3 / 32, d_c * 3 / 16, d_c * 9 / 16, d_z_o])
    assert gradients.bias == pytest.approx(d_z, abs=1e-9)
    assert gradients.weight_ih[:, 0] == pytest.approx(d_z * 1, abs=1e-9)
    assert gradients.weight_hh[:, 0] == pytest.approx(d_z / 2, abs=1e-9)
    assert gradients.x[0] == pytest.approx([LN3 * d_c * 3 / 32], abs=1e-9)
    assert gradients.h0 == pytest.approx([2 * LN3 * d_c * 3 / 16], abs=1e-9)
    assert gradients.c0 == pytest.approx([3 / 4 * d_c], abs=1e-9)
    assert gradients.c[0] == pytest.approx([d_c], abs=1e-9)
