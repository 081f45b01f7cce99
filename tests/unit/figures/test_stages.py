"""The ten stages name only what there is, say what the cell does, and leave nothing unlit."""

import re

import numpy as np
import pytest

from lstm_viz.figures import lstm_diagram
from lstm_viz.figures.film import film
from lstm_viz.figures.stages import LSTM_STAGES
from lstm_viz.signals import LSTM_SIGNALS, signal
from tests.each import for_each
from tests.unit.figures.runs import cell, run

DIAGRAMS = (lstm_diagram.wide(3, 2), lstm_diagram.tall(3, 2))
SIGNAL_NAMES = {row.name for row in LSTM_SIGNALS}
WHERE = {"token", "next_token", "step", "unit"}
PARTS = {f"{part}_{gate}" for part in ("wx", "uh", "b") for gate in "figo"}
FIELD = re.compile(r"\{(\(?)([a-z_]+)(\)?)(\|%)?\}")
GATE_STAGES = {"forget-gate": "f", "input-gate": "i", "candidate": "g", "output-gate": "o"}
every_stage = for_each("stage", LSTM_STAGES, ids=[s.id for s in LSTM_STAGES])


def fields(template):
    found = FIELD.findall(template)
    assert len(found) == template.count("{") == template.count("}"), template
    assert all(bool(opened) == bool(closed) for opened, _, closed, _ in found), template
    return {name for _, name, _, _ in found}


def filled(template, values):
    """The template as Python: every name's value in full precision."""
    text = FIELD.sub(lambda field: f"({float(values[field[2]])!r})", template)
    return text.replace("×", "*").replace("⊙", "*").replace("σ", "sigmoid")


WORDS = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh}


def test_the_stages_stand_in_the_order_of_the_story():
    assert [stage.title for stage in LSTM_STAGES] == [
        "Inputs arrive", "Forget gate", "Input gate", "Candidate", "Forget", "Write",
        "New cell state", "Output gate", "Release", "The next step begins",
    ]  # fmt: skip
    assert len({stage.id for stage in LSTM_STAGES}) == 10
    assert [stage.carries for stage in LSTM_STAGES] == [False] * 9 + [True]


@every_stage
def test_templates_name_only_known_fields(stage):
    assert fields(stage.equation) <= SIGNAL_NAMES
    assert fields(stage.numbers) <= SIGNAL_NAMES - {"x"}
    assert fields(stage.with_weights) <= SIGNAL_NAMES | PARTS
    assert fields(stage.sentence) <= SIGNAL_NAMES | WHERE


@every_stage
def test_a_sentence_ends_and_a_share_is_a_gate(stage):
    assert stage.sentence.endswith(".") and stage.sentence[0].isupper()
    shares = {name for _, name, _, share in FIELD.findall(stage.sentence) if share}
    assert shares <= {"f", "i", "o"}
    assert not any(share for *_, share in FIELD.findall(stage.numbers + stage.equation))


@for_each("k", range(10))
def test_nothing_is_told_before_it_is_computed(k):
    """Of what has a strip, a stage speaks only once the strip is filled."""
    states = film(run()).states[k]
    stage = LSTM_STAGES[k]
    told = fields(stage.equation) | fields(stage.numbers) | fields(stage.sentence)
    arrived = {"h_prev", "c_prev"} if stage.carries else set()
    for name in (told & set(states)) - arrived:
        assert states[name] != "empty", name


@every_stage
def test_what_an_equation_speaks_of_is_in_focus(stage):
    """Except where one equation sums up several stages."""
    summed_up = {"new-cell-state": {"f", "c_prev", "i", "g"}, "next-step": {"h_prev", "c_prev"}}
    assert fields(stage.equation) - summed_up.get(stage.id, set()) <= set(stage.focus)


@pytest.mark.parametrize("stage_id, gate", GATE_STAGES.items())
def test_a_gates_equation_is_its_row_of_the_signal_table(stage_id, gate):
    (stage,) = [stage for stage in LSTM_STAGES if stage.id == stage_id]
    function = {"sigmoid": "σ", "tanh": "tanh"}[signal(LSTM_SIGNALS, gate).activation]
    assert stage.equation == (
        f"{{{gate}}} = {function}(W<sub>{gate}</sub> {{x}} + U<sub>{gate}</sub> {{h_prev}} "
        f"+ b<sub>{gate}</sub>)"
    )
    assert stage.numbers == f"{signal(LSTM_SIGNALS, gate).formula} = {{{gate}}}"
    assert stage.gates == (gate,)
    assert {d.gates[gate].function for d in DIAGRAMS} == {function}
    assert {d.gates[gate].label for d in DIAGRAMS} == {signal(LSTM_SIGNALS, gate).label}


@pytest.mark.parametrize(
    "stage_id, computed",
    [("forget", "kept"), ("write", "written"), ("new-cell-state", "c"), ("release", "h")],
)
def test_an_equation_gives_what_the_cell_computed(stage_id, computed):
    (stage,) = [stage for stage in LSTM_STAGES if stage.id == stage_id]
    left, _, right = stage.equation.rpartition(" = ")
    assert left in ("", f"{{{computed}}}")
    trace = run(20, 4)
    expression = FIELD.sub(lambda field: field[2], right).replace("⊙", "*")
    value = eval(expression, WORDS | trace.as_dict())
    assert value == pytest.approx(getattr(trace, computed), abs=1e-14)


@every_stage
def test_the_numbers_under_an_equation_are_true(stage):
    """Both sides of every "=" agree, for every unit, at every step."""
    if stage.id in ("inputs", "next-step"):
        for part in stage.numbers.split(", "):
            symbol, template = part.split(" = ")
            assert fields(template) == {symbol + ("" if stage.carries else "_prev")}
        return
    lstm = cell(4, 3)
    trace = lstm.run(np.random.default_rng(3).normal(size=(6, 3)))
    for step in trace:
        for unit in range(4):
            values = {name: array[unit] for name, array in step.as_dict().items() if name != "x"}
            for row, gate in enumerate("ifgo"):
                at = row * 4 + unit
                values[f"wx_{gate}"] = lstm.weight_ih[at] @ step.x
                values[f"uh_{gate}"] = lstm.weight_hh[at] @ step.h_prev
                values[f"b_{gate}"] = lstm.bias[at]
            for template in filter(None, (stage.numbers, stage.with_weights)):
                sides = [eval(side, dict(WORDS)) for side in filled(template, values).split(" = ")]
                assert len(sides) >= 2
                assert sides == pytest.approx([sides[-1]] * len(sides), abs=1e-12)


def test_only_gates_have_weights_to_tell():
    assert {stage.id for stage in LSTM_STAGES if stage.with_weights} == set(GATE_STAGES)
