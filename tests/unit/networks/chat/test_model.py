"""The encoder and the decoder with what this project's cells lack: embeddings and attention."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.learn import cross_entropy
from lstm_viz.networks.chat.model import Chat, Keep

WORDS, D, H = 7, 3, 4
LINES = np.array([[3, 4], [5, 6], [6, 0]])
LENGTHS = np.array([3, 2])
SAID = np.array([[1, 1], [3, 5], [4, 0], [3, 0]])
ANSWERS = np.array([[3, 5], [4, 2], [3, 0], [2, 0]])
MASK = np.array([[True, True], [True, True], [True, False], [True, False]])


def network(attends: bool) -> Chat:
    return Chat.init(
        words=WORDS, embedding_size=D, hidden_size=H, attends=attends,
        rng=np.random.default_rng(3), dtype=np.float64,
    )  # fmt: skip


def dropped() -> Keep:
    rng = np.random.default_rng(4)
    shapes = (*LINES.shape, D), (*SAID.shape, D), (*SAID.shape, H)
    return Keep(*(2.0 * (rng.random(shape) < 0.5) for shape in shapes))


@pytest.mark.trains("networks")
@pytest.mark.parametrize("attends", [False, True])
@pytest.mark.parametrize("keep", [Keep(), dropped()], ids=["whole", "dropout"])
def test_small_changes_of_every_parameter_change_the_loss_as_the_gradients_say(
    attends: bool, keep: Keep
) -> None:
    chat = network(attends)

    def loss(name: str, value: np.ndarray) -> float:
        changed = Chat.from_parameters({**chat.parameters, name: value})
        done = changed.run(LINES, LENGTHS, SAID, keep)
        return cross_entropy(done.outputs, ANSWERS, MASK).value

    done = chat.run(LINES, LENGTHS, SAID, keep)
    found = chat.backward(done, cross_entropy(done.outputs, ANSWERS, MASK).grad)
    assert list(found) == list(chat.parameters)
    for name, value in chat.parameters.items():
        expected = np.empty_like(value)
        for place in np.ndindex(value.shape):
            high, low = value.copy(), value.copy()
            high[place] += 1e-5
            low[place] -= 1e-5
            expected[place] = (loss(name, high) - loss(name, low)) / 2e-5
        assert np.abs(expected).max() > 1e-6 or name == "embedding", name
        assert_allclose(found[name], expected, rtol=1e-5, atol=1e-8, err_msg=name)


@pytest.mark.parametrize("attends", [False, True])
def test_a_line_beside_a_longer_one_is_answered_as_alone(attends: bool) -> None:
    chat = network(attends)
    both = chat.run(LINES, LENGTHS, SAID)
    alone = chat.run(LINES[:2, 1:], LENGTHS[1:], SAID[:2, 1:])
    assert_allclose(both.outputs[:2, 1], alone.outputs[:, 0], rtol=1e-12)
    if both.looked is not None:
        assert_allclose(both.looked.weights.sum(axis=1), 1)
        assert_allclose(both.looked.weights[:, 2, 1], 0, atol=1e-300)


def test_without_attention_only_the_last_state_of_the_line_counts() -> None:
    chat = network(False)
    read = chat.encoder.run(chat.embedding[LINES[:, :1]])
    wrote = chat.decoder.run(chat.embedding[SAID[:, :1]], read.h[-1], read.c[-1])
    done = chat.run(LINES[:, :1], LENGTHS[:1], SAID[:, :1])
    assert_allclose(done.outputs, chat.head.run(wrote.h), rtol=1e-12)


def test_with_attention_the_states_before_the_last_count_too() -> None:
    chat = network(True)
    done = chat.run(LINES, LENGTHS, SAID)
    blind = replace(chat, attention=None)
    assert not np.allclose(blind.run(LINES, LENGTHS, SAID).outputs, done.outputs)
    assert list(Chat.from_parameters(blind.parameters).parameters) == list(blind.parameters)
