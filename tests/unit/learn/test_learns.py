"""Each cell really learns: sequences it has never seen are answered right."""

import numpy as np
import pytest

from lstm_viz.learn import Batch, Model, train

STEPS, SYMBOLS, BAR = 6, 3, 0.95


def first_symbol(rng, size):
    """Which symbol came first? Asked after the last of six; a third of all guesses is right."""
    symbols = rng.integers(0, SYMBOLS, (STEPS, size))
    mask = np.zeros((STEPS, size), bool)
    mask[-1] = True
    return Batch(np.eye(SYMBOLS)[symbols], np.broadcast_to(symbols[0], mask.shape), mask)


def share_right(model, batch):
    said = model.run(batch.x).outputs.argmax(axis=-1)
    return float((said == batch.targets)[batch.mask].mean())


@pytest.mark.trains("arithmetic")
@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("cell", ["rnn", "gru", "lstm"])
def test_the_first_of_six_symbols_is_remembered(cell, layers):
    held_out = first_symbol(np.random.default_rng(1), 300)
    rng = np.random.default_rng(0)
    model = Model.init(
        cell=cell, input_size=SYMBOLS, hidden_size=16, output_size=SYMBOLS, layers=layers, rng=rng
    )
    assert share_right(model, held_out) < 0.6
    batches = (first_symbol(rng, 32) for _ in range(400))
    trained = list(train(model, batches, steps=400, learning_rate=1e-2))[-1].model
    assert share_right(trained, held_out) >= BAR


@pytest.mark.trains("arithmetic")
@pytest.mark.parametrize("cell", ["rnn", "gru", "lstm"])
def test_a_running_mean_is_learnt_from_squared_error(cell):
    """The target is the mean of the last two inputs: a guess of 0 errs by ½."""

    def pairs(rng, size):
        x = rng.normal(size=(10, size, 1))
        before = np.concatenate([np.zeros((1, size, 1)), x[:-1]])
        return Batch(x, (x + before) / 2)

    rng = np.random.default_rng(0)
    model = Model.init(cell=cell, input_size=1, hidden_size=12, output_size=1, rng=rng)
    batches = (pairs(rng, 32) for _ in range(300))
    steps = train(model, batches, loss="squared_error", steps=300, learning_rate=1e-2)
    trained = list(steps)[-1].model
    held_out = pairs(np.random.default_rng(1), 200)
    error = np.mean((trained.run(held_out.x).outputs - held_out.targets) ** 2)
    assert np.mean(held_out.targets**2) > 0.4
    assert error < 0.02
