"""What is said of the costs, and the verdict, follow from the numbers."""

import itertools

import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.costs.words.captions import MEASURES, SHOWN, amount, formula, sentence
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
    assert "(PyTorch counts 256 more)" in said[0, "parameters"]
    assert "The GRU has 3.03 times, not 3" in said[0, "parameters"]
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
