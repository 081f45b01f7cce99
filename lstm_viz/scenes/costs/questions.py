"""What the scene "What it costs" asks before it shows: questions whose run is a ``Costs``."""

from __future__ import annotations

from lstm_viz.lesson.question import Choice, Guess, Marker, Option
from lstm_viz.notation import number
from lstm_viz.scenes.costs.record.formulas import (
    BIASES,
    KINDS,
    Costs,
    Kind,
    pytorch_parameters,
)
from lstm_viz.scenes.costs.words.captions import amount

HIGH = 10.0
"""The end of the scale on which the ratio of times is guessed."""


def of_sequence(costs: Costs, measure: str, steps: int) -> int:
    """What a run of the LSTM over ``steps`` steps takes: parameters or multiply-adds."""
    if measure == "parameters":
        return costs.lstm.parameters
    return steps * costs.lstm.multiply_adds


def _doubles(costs: Costs, measure: str) -> bool:
    short, long = costs.steps, 2 * costs.steps
    return of_sequence(costs, measure, long) == 2 * of_sequence(costs, measure, short)


def _doubling(costs: Costs) -> tuple[bool, bool]:
    """Whether parameters and multiply-adds double with the length of the sequence."""
    return _doubles(costs, "parameters"), _doubles(costs, "multiply_adds")


def _ratio(costs: Costs) -> float:
    return costs.ratio("LSTM", "parameters")


def _most_units(kind: Kind) -> Option:
    def is_so(costs: Costs) -> bool:
        return max(costs.same_parameters, key=lambda cost: cost.hidden_size).kind == kind

    return Option(f"The {kind}", is_so)


def _more_in_pytorch(costs: Costs) -> int:
    lstm = costs.lstm
    return pytorch_parameters("LSTM", lstm.hidden_size, lstm.input_size) - lstm.parameters


QUESTIONS = (
    Choice(
        "costs-parameters", 0, 1,
        "How many times the parameters of an RNN does an LSTM of the same hidden size have?",
        (
            Option("3 times", lambda costs: _ratio(costs) == 3, "three-gates-three-times"),
            Option("4 times", lambda costs: _ratio(costs) == 4),
            Option(
                "It depends on the length of the sequence",
                lambda costs: _doubles(costs, "parameters"),
                "more-steps-more-weights",
            ),
        ),
        lambda costs: (
            f"{costs.lstm.parameters:,} ÷ {costs.same_size[0].parameters:,} = {_ratio(costs):g}: "
            f"{costs.lstm.maps} maps from x and h instead of {costs.same_size[0].maps}."
        ),
    ),
    Choice(
        "costs-longer", 0, 2,
        "The sequence gets twice as long. What doubles?",
        (
            Option(
                "The parameters", lambda costs: _doubling(costs) == (True, False),
                "more-steps-more-weights",
            ),
            Option("The multiply-adds of the run", lambda costs: _doubling(costs) == (False, True)),
            Option("Both", lambda costs: _doubling(costs) == (True, True), "new-weights-each-step"),
        ),
        lambda costs: (
            f"{2 * costs.steps} steps take "
            f"{of_sequence(costs, 'multiply_adds', 2 * costs.steps):,} multiply-adds instead of "
            f"{of_sequence(costs, 'multiply_adds', costs.steps):,} for {costs.steps}, with the "
            f"same {costs.lstm.parameters:,} parameters."
        ),
    ),
    Marker(
        "costs-time", 0, 4,
        "How many times as long as the RNN’s does a step of the LSTM take?",
        lambda costs: min(costs.ratio("LSTM", "seconds"), HIGH),
        0.0, HIGH, 0.5,
        lambda costs: (
            f"Measured: {amount('seconds', costs.lstm.seconds)} against "
            f"{amount('seconds', costs.same_size[0].seconds)}, "
            f"{number(costs.ratio('LSTM', 'seconds'))} times."
        ),
        (
            Guess(lambda costs: 3.0, "three-gates-three-times"),
            Guess(lambda costs: costs.ratio("LSTM", "multiply_adds"), "work-is-time"),
        ),
    ),
    Choice(
        "costs-units", 1, 0,
        "With the same number of parameters, which cell has the most units?",
        tuple(_most_units(kind) for kind in KINDS),
        lambda costs: (
            "RNN, GRU and LSTM have "
            + ", ".join(str(cost.hidden_size) for cost in costs.same_parameters)
            + " units: with fewer maps, each can have more rows."
        ),
    ),
    Choice(
        "costs-biases", 1, 1,
        "PyTorch counts more parameters for the same LSTM. What are they?",
        (
            Option(
                "Second biases, of which only the sum with the first counts",
                lambda costs: _more_in_pytorch(costs) == costs.lstm.maps * costs.lstm.hidden_size,
            ),
            Option(
                "Second biases, which each gate needs",
                lambda costs: BIASES["LSTM"] == 2,
                "two-biases",
            ),
            Option(
                "Weights for each of the steps",
                lambda costs: _more_in_pytorch(costs) % (costs.steps * costs.lstm.parameters) == 0,
                "new-weights-each-step",
            ),
        ),
        lambda costs: (
            f"{_more_in_pytorch(costs):,} = {costs.lstm.maps}·{costs.lstm.hidden_size}: one more "
            "bias for each row. Here the LSTM has one, and computes the same."
        ),
    ),
)  # fmt: skip
