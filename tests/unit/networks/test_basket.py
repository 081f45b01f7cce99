"""What the lesson says of the networks that read Mia's basket, over the files that ship."""

import numpy as np
import pytest

from lstm_viz.networks import basket
from lstm_viz.networks.recipes import basket as recipe
from lstm_viz.tasks.basket import (
    EATS,
    EMPTIES,
    IDLE,
    MIA,
    PICKS,
    QUESTIONS,
    STOP,
    WORDS,
    columns,
    counts_of,
    examples_of,
    story,
)

APPLES, PEARS = 0, 1


def size(name: str) -> int:
    return sum(array.size for array in basket.model(name).parameters.values())


def test_both_networks_are_of_one_size() -> None:
    assert (size(basket.LSTM), size(basket.RNN)) == (150, 146)
    assert basket.model().hidden_size == 2


def test_every_gate_has_its_job() -> None:
    rng = np.random.default_rng(99)
    stories = [story(rng, 8) for _ in range(500)]
    numbers, trace = columns(stories), basket.model().run(examples_of(stories).x).traces[0]
    gates = {
        word: {gate: getattr(trace, gate)[numbers == k].mean(axis=0) for gate in ("i", "f", "o")}
        for k, word in enumerate(WORDS)
    }
    for unit in (APPLES, PEARS):
        own = {PICKS[unit], EATS[unit]}
        for word in WORDS:
            i, f, o = (float(gates[word][gate][unit]) for gate in ("i", "f", "o"))
            assert i > 0.75 if word in own else i < 0.03, (word, unit, i)
            assert f < 0.05 if word == EMPTIES else f > 0.95, (word, unit, f)
            assert o > 0.9 if word == QUESTIONS[unit] else o < 0.01, (word, unit, o)
        for word in (MIA, STOP, *IDLE):
            assert gates[word]["i"][unit] < 0.005 and gates[word]["f"][unit] > 0.999, word


def test_the_cell_state_is_the_number_of_fruit() -> None:
    rng = np.random.default_rng(7)
    stories = [story(rng, 8) for _ in range(200)]
    trace, counts = basket.model().run(examples_of(stories).x).traces[0], counts_of(stories)
    own = columns(stories) >= 0
    for unit in (APPLES, PEARS):
        assert np.corrcoef(trace.c[..., unit][own], counts[..., unit][own])[0, 1] > 0.97


@pytest.mark.trains("networks")
def test_it_is_right_however_long_nothing_happens_and_the_rnn_is_not() -> None:
    for name in (basket.LSTM, basket.RNN):
        measured = {n: recipe.right_after(basket.model(name), n) for n in (0, 40)}
        for gap, share in measured.items():
            assert abs(share - basket.right_after(name)[gap]) < 0.01
    assert min(basket.right_after().values()) >= 0.99
    assert max(basket.right_after(basket.RNN).values()) < 0.7
    by_seed = basket.right_after_by_seed()
    assert len(by_seed) == len(recipe.RNN_SEEDS)
    assert max(gaps[0] for gaps in by_seed.values()) == basket.right_after(basket.RNN)[0], (
        "the best"
    )


def test_a_unit_is_needed_by_its_own_fruit_alone() -> None:
    told, answers = recipe.gap_stories(2)
    examples = examples_of(told)
    last = examples.lengths - 1, np.arange(len(told))
    fruit, number = np.array(answers).T
    shut = {0: {"o": np.array([0.0, np.nan])}}  # of the apples' unit
    said = np.rint(basket.model().run(examples.x, clamp=shut).outputs[last])
    assert not said[fruit == APPLES].any()
    assert (said[fruit == PEARS, PEARS] == number[fruit == PEARS]).all()


@pytest.mark.trains("networks")
def test_a_few_steps_of_the_recipe_reduce_the_loss() -> None:
    losses = [loss for _, loss, _ in recipe.training("lstm", 3, steps=150)]
    assert np.mean(losses[-20:]) < 0.6 * np.mean(losses[:20])


def test_the_penalty_is_the_derivative_of_what_it_charges() -> None:
    x = examples_of(recipe.gap_stories(1)[0][:3]).x
    model = recipe.untrained("lstm", 0)
    gradient = recipe.penalty_gradient(model.run(x).traces[0])["layers.0.bias"]

    def charge(gates: np.ndarray) -> float:
        """Of the gates that the pre-activations make, h held as it was."""
        i, f, g, o = (
            1 / (1 + np.exp(-gates[k])) if k != 2 else np.tanh(gates[2]) for k in range(4)
        )
        fixed = 1 / (1 + np.exp(-sums[0]))  # i is a constant in the candidate's part
        return float((0.1 * (i + 1 - f + o) + 4 * fixed * g**2).sum() / i[..., 0].size)

    trace = model.run(x).traces[0]
    sums = np.stack([trace.z_i, trace.z_f, trace.z_g, trace.z_o])
    for row in range(8):
        moved = sums.copy()
        moved[row // 2, ..., row % 2] += 1e-6
        assert abs((charge(moved) - charge(sums)) / 1e-6 - gradient[row]) < 1e-4


@pytest.mark.trains("networks")
def test_arranging_the_units_does_not_change_the_answers() -> None:
    *_, (_, _, model) = recipe.training("lstm", 1, steps=120)
    arranged = recipe.apples_first(model)
    x = examples_of(recipe.gap_stories(3)[0][:50]).x
    np.testing.assert_allclose(arranged.run(x).outputs, model.run(x).outputs, atol=1e-9)
