"""What is said of the costs, and the verdict, follow from the numbers."""

import itertools
import re

import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.notation import number
from lstm_viz.scenes.costs.words.captions import (
    MEASURES,
    SHOWN,
    amount,
    formula,
    sentence,
    where_from,
)
from lstm_viz.scenes.costs.words.verdict import CLAIM, MUCH, finding, short_of, verdict
from tests.unit.scenes.costs.runs import SECONDS, costs_of, grid


@grid
def test_the_formulas_with_the_numbers_put_in_give_the_amounts(H, I):  # noqa: E741
    costs = costs_of(H, I)
    for row, measure in itertools.product(costs.compared, MEASURES[1:3]):
        for cost in row:
            symbols, numbers = formula(cost, measure.id, costs)
            value = getattr(cost, measure.id)
            assert eval(numbers.replace("·", "*")) == value
            names = {"H": cost.hidden_size, "I": I}
            assert eval(symbols.replace("·", "*"), {}, names) == value


def test_the_sentences_say_the_numbers_of_the_run():
    costs = costs_of(64, 32)
    said = {(same, m.id): sentence(costs, same, m.id) for same in (0, 1) for m in SHOWN[same]}
    assert "4.00 times the RNN’s parameters" in said[0, "parameters"]
    assert "the GRU 3.03 times" in said[0, "parameters"]
    told = where_from(costs, 0, "parameters")["amount"]
    assert "PyTorch keeps a second bias a map and counts 256 more" in told[2]
    assert "two biases a map" in told[1] and "PyTorch" not in told[1]
    assert "second" not in said[0, "parameters"], "it is what a question asks"
    assert "24,832" in said[1, "hidden_size"]
    assert "142 for the RNN (100.1 %), 76 for the GRU (101.0 %)" in said[1, "hidden_size"]
    assert "10.0 µs" in said[0, "seconds"] and "3.33 times" in said[0, "seconds"]
    assert "3.0 µs" in said[1, "seconds"] and "0.99 times" in said[1, "seconds"]


@pytest.mark.parametrize(
    "lstm, why", [(6e-6, "less than 4.00"), (1.2e-5, "about its 4.00"), (3e-5, "more than 4.00")]
)
def test_the_time_is_explained_as_it_came_out(lstm, why):
    costs = costs_of(64, 32, SECONDS | {"LSTM": lstm})
    assert why in sentence(costs, 0, "seconds")
    rest = "The rest of its step costs as well"
    assert (rest in sentence(costs, 1, "seconds")) == (lstm > 1.1 * SECONDS["RNN"])
    assert rest not in sentence(costs_of(64, 32, SECONDS | {"LSTM": 3e-6}), 1, "seconds")


def test_amounts_have_their_unit():
    assert amount("seconds", 1.234e-5) == "12.3 µs"
    assert amount("hidden_size", 64) == "64 units"
    assert amount("parameters", 24832) == "24,832"


@grid
def test_the_verdict_names_where_the_claim_does_not_hold(H, I):  # noqa: E741
    costs = costs_of(H, I)
    small_gaps = {
        (kind, measure.id)
        for kind in ("GRU", "LSTM")
        for measure in MEASURES[1:]
        if costs.ratio(kind, measure.id) < MUCH
    }
    assert {(kind, measure.id) for kind, measure in short_of(costs)} == small_gaps
    # Parameters and multiply-adds are much fewer whatever the sizes are.
    assert not {name for _, name in small_gaps} & {"parameters", "multiply_adds"}
    text = verdict(costs)
    assert ("except for" in text) == bool(small_gaps)
    for _, name in small_gaps:
        short = next(m.short for m in MEASURES if m.id == name)
        assert short in text
    assert str(costs.same_parameters[0].hidden_size) in text


def test_at_first_the_claim_holds_unit_for_unit():
    costs = costs_of(64, 32)
    assert verdict(costs).startswith("**It holds, unit for unit.**")
    assert "multiply-adds 3.00 × and 4.00 ×, time 4.00 × and 3.33 ×" in finding(costs).replace(
        "\u00a0", " "
    )
    fast = costs_of(64, 32, SECONDS | {"GRU": 5e-6})
    assert "except for the time (GRU 1.67\u00a0×)." in verdict(fast)
    both = costs_of(64, 32, SECONDS | {"GRU": 5e-6, "LSTM": 4e-6})
    assert "except for the time (GRU 1.67\u00a0×, LSTM 1.33\u00a0×)." in verdict(both)


def test_every_term_is_in_the_glossary():
    costs = costs_of(64, 32)
    for text in (CLAIM, finding(costs), verdict(costs)):
        assert "[[" not in linked(text)


@grid
def test_where_an_amount_comes_from_gives_the_amount(H, I):  # noqa: E741
    costs = costs_of(H, I)
    for same, row in enumerate(costs.compared):
        for measure in SHOWN[same]:
            told = where_from(costs, same, measure.id)
            for cost, made, share in zip(row, told["amount"], told["share"], strict=True):
                value = amount(measure.id, getattr(cost, measure.id))
                ratio = getattr(cost, measure.id) / getattr(row[0], measure.id)
                assert made.startswith(f"{cost.kind}: ") and value in made
                assert share.endswith((f" = {number(ratio)}", f" ≈ {number(ratio)}"))
                assert f" {value} ÷ " in share
                for left, right in re.findall(r"([\d·(+ )]+) = ([\d,]+)(?= parameters|$)", made):
                    assert eval(left.replace("·", "*")) == int(right.replace(",", ""))
    assert where_from(costs, 0, "seconds")["amount"][0] == (
        "RNN: 96.0 µs ÷ 32 steps = 3.0 µs, the fastest of 9 runs"
    )


def test_an_equals_sign_holds_for_the_numbers_as_printed():
    odd = costs_of(64, 32, {"RNN": 6.44e-6, "GRU": 1.2e-5, "LSTM": 1.846e-5})
    said = where_from(odd, 0, "seconds")["share"]
    assert said[2] == "LSTM: 18.5 µs ÷ 6.4 µs ≈ 2.87"
    assert where_from(odd, 0, "parameters")["share"][2] == "LSTM: 24,832 ÷ 6,208 = 4.00"


def test_every_one_of_as_many_parameters_says_why_so_many_units():
    said = where_from(costs_of(64, 32), 1, "hidden_size")["amount"]
    assert said[0] == (
        "RNN: 142 units, since 142·(32 + 142 + 1) = 24,850 parameters is nearest to the LSTM’s "
        "24,832"
    )
    assert said[2] == "LSTM: 64 units, as set"
