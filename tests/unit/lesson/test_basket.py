"""The story on which the gates are shown, as the network reads it."""

import numpy as np
import pytest

from lstm_viz.lesson.basket import FRUIT, STORY, cards, products, read, sums
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
    for number, card in enumerate(cards(BASKET, gate)):
        for unit, product in enumerate(products(BASKET, number, before, gate, after)):
            assert product.before * product.gate == pytest.approx(product.after, abs=1e-12)
            assert card.gates[unit] == product.gate
            assert card.fruit[unit] == BASKET.fruit(BASKET.until[number], unit)


@pytest.mark.parametrize("gate", ["f", "i", "o"])
def test_sums_add_up_to_the_gate(gate: str) -> None:
    for number in range(len(STORY)):
        for one in sums(BASKET, number, gate):
            assert one.word + one.hidden + one.bias == pytest.approx(one.z, abs=1e-9)
            assert 1 / (1 + np.exp(-one.z)) == pytest.approx(one.gate, abs=1e-9)
