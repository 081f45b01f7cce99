"""What the scene "What it costs" asks before it shows: questions whose run is a ``Costs``."""

from __future__ import annotations

import numpy as np

from lstm_viz.cells.activations import squashed
from lstm_viz.lesson.question import Again, Choice, Guess, Marker, Option
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


def _slower(costs: Costs) -> float:
    """How many times as long as by the multiply-adds a step of the LSTM takes."""
    return costs.ratio("LSTM", "seconds") / costs.ratio("LSTM", "multiply_adds")


def _more_units(costs: Costs) -> int:
    """How many more units the GRU has than the LSTM of as many parameters."""
    _, gru, lstm = costs.same_parameters
    return gru.hidden_size - lstm.hidden_size


def _grown(costs: Costs) -> float:
    """How many times the parameters a sequence a thousand times as long takes."""
    short, long = (of_sequence(costs, "parameters", steps) for steps in (10, 10_000))
    return long / short


FIRST_BIAS, SECOND_BIAS = 0.2, 0.3


def _does(bias: float) -> bool:
    """Whether a gate with this one bias is the same as with the two."""
    z = np.linspace(-4, 4, 9)
    both, one = squashed("sigmoid", z + FIRST_BIAS + SECOND_BIAS), squashed("sigmoid", z + bias)
    return bool(np.allclose(both, one))


AGAIN = {
    "costs-parameters": Again(
        "three-gates-three-times",
        "An RNN has 1,000 parameters. How many has an LSTM with as many units and inputs?",
        (
            Option("4,000", lambda costs: _ratio(costs) == 4),
            Option("3,000: it has three gates", lambda costs: _ratio(costs) == 3,
                   "three-gates-three-times"),
            Option("1,000: gates cost nothing", lambda costs: _ratio(costs) == 1),
        ),
        lambda costs: f"{_ratio(costs):g} times as many: three gates and the candidate.",
    ),
    "costs-longer": Again(
        "more-steps-more-weights",
        "An LSTM has read 10 words and now reads 10,000. How many parameters does it take for "
        "that?",
        (
            Option("1,000 times as many", lambda costs: _grown(costs) == 1000,
                   "more-steps-more-weights"),
            Option("a few more", lambda costs: 1 < _grown(costs) < 1000, "more-steps-more-weights"),
            Option("the same ones", lambda costs: _grown(costs) == 1),
        ),
        lambda costs: f"{costs.lstm.parameters:,} for H = {costs.lstm.hidden_size}, however long.",
    ),
    "costs-time": Again(
        "work-is-time",
        "A step of the LSTM takes 4 times the RNN’s multiply-adds. Was it measured to take 4 times "
        "as long?",
        (
            Option("yes, within a tenth", lambda costs: 0.9 <= _slower(costs) <= 1.1,
                   "work-is-time"),
            Option("no, less", lambda costs: _slower(costs) < 0.9),
            Option("no, more", lambda costs: _slower(costs) > 1.1),
        ),
        lambda costs: (
            f"It took {number(costs.ratio('LSTM', 'seconds'))} times as long: not all of a step is "
            "multiplying and adding."
        ),
    ),
    "costs-units": Again(
        "units-cost-alike",
        "A GRU and an LSTM have about as many parameters. Which has more units?",
        (
            Option("the LSTM", lambda costs: _more_units(costs) < 0),
            Option("both have as many", lambda costs: _more_units(costs) == 0, "units-cost-alike"),
            Option("the GRU", lambda costs: _more_units(costs) > 0),
        ),
        lambda costs: (
            f"{costs.same_parameters[1].hidden_size} against {costs.same_parameters[2].hidden_size}"
            f": the GRU has {costs.same_parameters[1].maps} maps, the LSTM "
            f"{costs.same_parameters[2].maps}."
        ),
    ),
    "costs-biases": Again(
        "two-biases",
        f"A gate has the two biases {FIRST_BIAS} and {SECOND_BIAS}, as in PyTorch. With which one "
        "bias would it do the same?",
        (
            Option("with none: it needs both", lambda costs: not _does(0.5) and not _does(0.3),
                   "two-biases"),
            Option("with 0.5", lambda costs: _does(0.5)),
            Option("with 0.3, the second", lambda costs: _does(0.3)),
        ),
        lambda costs: f"{FIRST_BIAS} + {SECOND_BIAS} = {FIRST_BIAS + SECOND_BIAS:g} is added to "
        "the same sum.",
    ),
}  # fmt: skip
"""By question, its second guise."""

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
        AGAIN["costs-parameters"],
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
        AGAIN["costs-longer"],
    ),
    Marker(
        "costs-time", 0, 3,
        "How many times as long as the RNN’s does a step of the LSTM take?",
        lambda costs: min(costs.ratio("LSTM", "seconds"), HIGH),
        0.0, HIGH, 0.5,
        lambda costs: (
            f"Measured: {amount('seconds', costs.lstm.seconds)} against "
            f"{amount('seconds', costs.same_size[0].seconds)}, "
            f"{number(costs.ratio('LSTM', 'seconds'))} times."
        ),
        AGAIN["costs-time"],
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
        AGAIN["costs-units"],
    ),
    Choice(
        "costs-biases", 1, 1,
        "PyTorch counts one parameter more for each row of the same LSTM’s weights. What are they?",
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
        AGAIN["costs-biases"],
    ),
)  # fmt: skip
