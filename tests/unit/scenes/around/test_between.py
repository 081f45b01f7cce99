"""Encoder and decoder are one network in two runs; attention is worked out again by hand."""

import math

import numpy as np
import pytest

from lstm_viz.networks.stored import load
from lstm_viz.scenes.around.record.between import LETTERS, WAITS, between
from lstm_viz.scenes.around.words.between import told
from lstm_viz.tasks.copying import GO, INPUTS, SYMBOLS, WAIT


def whole():
    model = load("copying").model.astype(np.float64)
    columns = [SYMBOLS.index(letter) for letter in LETTERS]
    columns += [WAIT] * WAITS + [GO] + [WAIT] * (len(LETTERS) - 1)
    return model, model.run(np.eye(len(INPUTS))[columns])


def test_two_runs_say_what_one_does_and_only_with_what_is_handed_over():
    run, (model, once) = between(), whole()
    scores = once.outputs[-len(LETTERS) :]
    shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(run.said, shares, atol=1e-9)
    end_of_text = len(LETTERS) + WAITS - 1
    np.testing.assert_allclose(run.h, once.traces[0].h[end_of_text])
    np.testing.assert_allclose(run.c, once.traces[0].c[end_of_text])
    assert run.right(run.said) == len(LETTERS)
    assert run.right(run.said_from_zero) <= 2, "chance"
    assert f"{len(LETTERS)} of {len(LETTERS)} letters are right" in told(run)[2].sentence
    assert len(run.h) + len(run.c) == 2 * model.hidden_size


def test_attention_is_softmax_of_products_and_mixes_h():
    run, (_, once) = between(), whole()
    h = once.traces[0].h
    at_go = h[len(LETTERS) + WAITS]
    products = [sum(a * b for a, b in zip(at_go, h[t], strict=True)) for t in range(len(LETTERS))]
    assert list(run.scores) == pytest.approx(products)
    grown = [math.exp(product) for product in products]
    assert list(run.shares) == pytest.approx([one / sum(grown) for one in grown])
    for k, mixed in enumerate(run.mixed):
        assert mixed == pytest.approx(sum(run.shares[t] * h[t, k] for t in range(len(LETTERS))))
