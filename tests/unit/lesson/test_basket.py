"""The story on which the gates are shown, as the network reads it."""

import numpy as np
import pytest

from lstm_viz.lesson.basket import STORY, held_open, read
from lstm_viz.lesson.gating import FRUIT, Gated
from lstm_viz.tasks.basket import OUTPUTS, QUESTIONS

BASKET = read()


def test_the_words_are_those_of_the_story() -> None:
    assert [BASKET.words[at] for at in BASKET.at] == list(STORY)
    assert BASKET.until[-1] == len(BASKET.words) - 1
    assert FRUIT == OUTPUTS


def test_the_network_holds_and_says_what_is_in_the_basket() -> None:
    for t in range(len(BASKET.words)):
        held = [BASKET.fruit(t, unit) for unit in (0, 1)]
        assert held == BASKET.counts[t].tolist(), BASKET.words[: t + 1]
    for number, told in enumerate(STORY):
        right = [0, 0]
        if told in QUESTIONS:
            fruit = QUESTIONS.index(told)
            right[fruit] = int(BASKET.counts[BASKET.at[number], fruit])
        assert list(BASKET.said(number)) == right


@pytest.mark.parametrize(
    "before, gate, after", [("c_prev", "f", "kept"), ("g", "i", "written"), ("tanh_c", "o", "h")]
)
def test_products_and_cards_are_the_runs(before: str, gate: str, after: str) -> None:
    gated = Gated(before, gate, after, "before", "after")
    assert gated.colours[0] == gate and gated.name.endswith("gate")
    for number, card in enumerate(BASKET.cards(gate)):
        for unit, product in enumerate(BASKET.products(number, gated)):
            assert product.before * product.gate == pytest.approx(product.after, abs=1e-12)
            assert card.gates[unit] == product.gate
            assert card.fruit[unit] == BASKET.fruit(BASKET.until[number], unit)


@pytest.mark.parametrize("gate", ["f", "i", "o"])
def test_sums_add_up_to_the_gate(gate: str) -> None:
    for number in range(len(STORY)):
        for one in BASKET.sums(number, gate):
            assert one.word + one.hidden + one.bias == pytest.approx(one.z, abs=1e-9)
            assert 1 / (1 + np.exp(-one.z)) == pytest.approx(one.gate, abs=1e-9)


@pytest.mark.parametrize("gate", ["f", "i", "o"])
def test_a_gate_that_is_held_open_is_open_at_every_word_and_the_others_are_free(gate: str) -> None:
    held = held_open(gate)
    np.testing.assert_array_equal(getattr(held.trace, gate), 1)
    np.testing.assert_array_equal(held.trace.x, BASKET.trace.x)
    for other in {"f", "i", "o"} - {gate}:
        free = 1 / (1 + np.exp(-getattr(held.trace, f"z_{other}")))
        np.testing.assert_allclose(getattr(held.trace, other), free, atol=1e-12)
    weight = held.read_out
    np.testing.assert_allclose(held.outputs, held.trace.h @ weight.T, atol=0.01)


def test_what_is_told_on_a_card() -> None:
    asked = STORY.index("how many apples?")
    assert BASKET.told(asked) == "2" and BASKET.told(asked - 1) == ""
    assert held_open("o").told(asked) == "2, 1", "it talks unasked"
