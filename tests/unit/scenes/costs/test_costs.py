"""What it costs: the formulas against the real cells, the sizes, the questions, the words."""

import itertools
import math

import numpy as np
import pytest

from lstm_viz.figures.board import Board
from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.question import Choice
from lstm_viz.player.questions import asked
from lstm_viz.scenes.costs.picture import costs_board
from lstm_viz.scenes.costs.questions import HIGH, QUESTIONS
from lstm_viz.scenes.costs.record import timing as timed
from lstm_viz.scenes.costs.record.formulas import (
    BYTES,
    DTYPE,
    KINDS,
    MAPS,
    TABLES,
    Cost,
    Costs,
    nearest_size,
    parameters,
    pytorch_parameters,
    sizes,
)
from lstm_viz.scenes.costs.record.timing import cell_of
from lstm_viz.scenes.costs.words.captions import MEASURES, SAME, amount, formula, sentence
from lstm_viz.scenes.costs.words.verdict import CLAIM, MUCH, finding, short_of, verdict
from tests.each import for_each

GRID = list(itertools.product((4, 5, 16, 64, 255, 256), (1, 2, 32, 256)))
SMALL = [(4, 1), (5, 7), (16, 3)]
grid = for_each("H, I", GRID)
small = pytest.mark.parametrize("H, I", SMALL)
kinds = pytest.mark.parametrize("kind", KINDS)

SECONDS = {"RNN": 3e-6, "GRU": 1.2e-5, "LSTM": 1e-5}


def costs_of(H: int, I: int, seconds: dict[str, float] = SECONDS) -> Costs:  # noqa: E741
    """As they would be measured, with given times."""
    rows = [
        tuple(Cost(kind, size, I, seconds[kind]) for kind, size in zip(KINDS, row, strict=True))
        for row in sizes(H, I)
    ]
    return Costs(rows[0], rows[1], steps=32, runs=9)


def arrays(cell) -> list[np.ndarray]:
    return list(cell.parameters.values())


# ---- the formulas against the cells ------------------------------------------------------------


@small
@kinds
def test_parameters_are_the_sizes_of_the_cells_arrays(kind, H, I):  # noqa: E741
    cell = cell_of(kind, H, I)
    assert parameters(kind, H, I) == sum(array.size for array in arrays(cell))
    assert cell.dtype == np.dtype(DTYPE)


@small
@kinds
def test_multiply_adds_are_one_for_each_entry_of_w_and_u(kind, H, I):  # noqa: E741
    cell = cell_of(kind, H, I)
    (cost,) = [cost for cost in costs_of(H, I).same_size if cost.kind == kind]
    assert cost.multiply_adds == cell.weight_ih.size + cell.weight_hh.size


@small
@kinds
def test_recorded_bytes_are_what_one_more_step_adds_to_a_trace(kind, H, I):  # noqa: E741
    cell = cell_of(kind, H, I)
    (cost,) = [cost for cost in costs_of(H, I).same_size if cost.kind == kind]
    longer, shorter = (cell.run(np.zeros((steps, I))).nbytes for steps in (8, 7))
    assert cost.bytes == longer - shorter == BYTES["float64"] * cost.numbers
    single = cell_of(kind, H, I)
    for name in single.names:
        object.__setattr__(single, name, np.float32(getattr(single, name)))
    half = [single.run(np.zeros((steps, I))).nbytes for steps in (8, 7)]
    assert half[0] - half[1] == BYTES["float32"] * cost.numbers


@kinds
def test_every_recorded_vector_belongs_to_a_map_or_to_the_states(kind):
    names = {row.name for row in TABLES[kind]}
    mapped = [name for map in MAPS[kind] for name in map.signals]
    assert set(mapped) <= names and len(set(mapped)) == len(mapped)
    rest = names - set(mapped) - {"x", "h_prev", "c_prev"}
    assert rest <= {"h", "c", "tanh_c", "kept", "written"} and "h" in rest


@small
def test_the_gru_of_this_app_does_the_work_of_four_maps(H, I):  # noqa: E741
    """As the sentence about its time says."""
    gru, lstm = cell_of("GRU", H, I), cell_of("LSTM", H, I)
    assert gru._weights.size == lstm._weights_fiog.size == 4 * H * (I + H + 1)
    used = gru._weights[: H + I]
    assert (used == 0).sum() == H * (I + H) == used.size / 4, "one map's worth of zeros"
    assert "four maps’ worth of work, one of them zeros" in sentence(costs_of(H, I), 0, "seconds")


@small
def test_pytorch_counts_the_second_biases(H, I):  # noqa: E741
    for kind in KINDS:
        more = pytorch_parameters(kind, H, I) - parameters(kind, H, I)
        assert more == (0 if kind == "GRU" else len(MAPS[kind]) * H)


# ---- the same number of parameters -------------------------------------------------------------


@grid
def test_no_other_hidden_size_comes_nearer(H, I):  # noqa: E741
    wanted = parameters("LSTM", H, I)
    for kind in KINDS:
        size = nearest_size(kind, wanted, I)
        gaps = {n: abs(parameters(kind, n, I) - wanted) for n in range(1, 8 * H + 8)}
        assert gaps[size] == min(gaps.values())
    assert nearest_size("LSTM", wanted, I) == H


@grid
def test_what_the_sentences_take_for_granted(H, I):  # noqa: E741
    costs = costs_of(H, I)
    assert {cost.hidden_size for cost in costs.same_size} == {H}
    assert costs.ratio("LSTM", "parameters") == costs.ratio("LSTM", "multiply_adds") == 4
    assert costs.ratio("GRU", "multiply_adds") == 3
    assert costs.ratio("GRU", "parameters") > 3.005, "a second bias a map: more than 3.00"
    rnn, gru, lstm = costs.same_parameters
    assert rnn.hidden_size > gru.hidden_size >= lstm.hidden_size == H
    # "as much work, up to the biases and to whole units"
    for cost in costs.same_parameters:
        biases = cost.parameters - cost.multiply_adds
        assert biases in (cost.hidden_size * cost.maps, 2 * cost.hidden_size * cost.maps)
        one_unit = parameters(cost.kind, cost.hidden_size + 1, I) - cost.parameters
        assert abs(cost.parameters - lstm.parameters) < one_unit
    if H >= 64:
        for kind in KINDS:
            assert costs.ratio(kind, "multiply_adds", same=1) == pytest.approx(1, abs=0.06)
    assert lstm.vectors * H > rnn.vectors * rnn.hidden_size  # it still records more
    assert lstm.bytes > rnn.bytes


@grid
def test_the_parts_of_a_bar_make_the_whole(H, I):  # noqa: E741
    for cost in itertools.chain(*costs_of(H, I).compared):
        for measure in MEASURES:
            parts = cost.parts(measure.id)
            assert len(parts.maps) == cost.maps
            assert min(*parts.maps, parts.rest) >= 0
            assert parts.total == pytest.approx(getattr(cost, measure.id))
        states = cost.parts("bytes").rest / BYTES[DTYPE]
        assert states >= cost.hidden_size + I


# ---- measuring ---------------------------------------------------------------------------------


def test_all_cells_are_run_and_timed():
    costs = timed.measured(6, 3)
    assert costs.compared == tuple(
        tuple(
            Cost(kind, size, 3, cost.seconds)
            for kind, size, cost in zip(KINDS, row, timed, strict=True)
        )
        for row, timed in zip(sizes(6, 3), costs.compared, strict=True)
    )
    assert all(0 < cost.seconds < math.inf for row in costs.compared for cost in row)
    assert costs.same_size[2].seconds == costs.same_parameters[2].seconds
    assert timed.FEWEST <= costs.runs <= timed.MOST
    assert costs.steps == timed.STEPS


# ---- the words ---------------------------------------------------------------------------------


@grid
def test_the_formulas_with_the_numbers_put_in_give_the_amounts(H, I):  # noqa: E741
    costs = costs_of(H, I)
    for row, measure in itertools.product(costs.compared, MEASURES[1:4]):
        for cost in row:
            symbols, numbers = formula(cost, measure.id, costs)
            value = getattr(cost, measure.id)
            assert eval(numbers.replace("·", "*")) == value
            names = {"H": cost.hidden_size, "I": I}
            assert eval(symbols.replace("·", "*"), {}, names) == value


def test_the_sentences_say_the_numbers_of_the_run():
    costs = costs_of(64, 32)
    said = {(same, m.id): sentence(costs, same, m.id) for same in (0, 1) for m in MEASURES}
    assert "4.00 times the RNN’s parameters" in said[0, "parameters"]
    assert "(PyTorch counts 256 more)" in said[0, "parameters"]
    assert "The GRU has 3.03 times, not 3" in said[0, "parameters"]
    assert "second" not in said[0, "parameters"], "it is what a question asks"
    assert "24,832" in said[1, "hidden_size"]
    assert "142 for the RNN, 76 for the GRU" in said[1, "hidden_size"]
    assert "100.1 %" in said[1, "parameters"] and "101.0 %" in said[1, "parameters"]
    assert "13 vectors for the LSTM, 11 for the GRU, 2 for the RNN" in said[0, "bytes"]
    assert "This is the app’s record, kept for showing" in said[0, "bytes"]
    assert "2.74 times" in said[1, "bytes"]
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
    assert amount("bytes", 6920) == "6,920 bytes"
    assert amount("parameters", 24832) == "24,832"


# ---- claim, run, verdict -----------------------------------------------------------------------


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
        assert ("this app’s record" if name == "bytes" else short) in text
    assert str(costs.same_parameters[0].hidden_size) in text


def test_at_first_the_claim_holds_unit_for_unit():
    costs = costs_of(64, 32)
    assert verdict(costs).startswith("**It holds, unit for unit.**")
    assert "bytes of this app’s record 4.61 × and 5.41 ×, time 4.00 × and 3.33 ×" in finding(
        costs
    ).replace("\u00a0", " ")
    fast = costs_of(64, 32, SECONDS | {"GRU": 5e-6})
    assert "except for the time (GRU 1.67\u00a0×)." in verdict(fast)
    both = costs_of(8, 200)
    assert (
        "except for the bytes of this app’s record (GRU 1.34\u00a0×, LSTM 1.41\u00a0×)."
        in verdict(both)
    )


def test_every_term_is_in_the_glossary():
    costs = costs_of(64, 32)
    for text in (CLAIM, finding(costs), verdict(costs)):
        assert "[[" not in linked(text)


# ---- the questions -----------------------------------------------------------------------------

RIGHT = {"costs-parameters": 1, "costs-longer": 1, "costs-units": 0, "costs-biases": 0}


@grid
def test_each_question_has_its_answer_whatever_the_sizes(H, I):  # noqa: E741
    costs = costs_of(H, I)
    for question in QUESTIONS:
        assert question.because(costs)
        if isinstance(question, Choice):
            assert question.right(costs) == RIGHT[question.id]
    assert len(asked(QUESTIONS, costs)) == len(QUESTIONS)


def test_questions_stand_before_a_frame_of_the_board():
    shown: Board = costs_board(costs_of(8, 4))
    places = [(question.t, question.stage) for question in QUESTIONS]
    assert len(set(places)) == len(places) and (0, 0) not in places
    for t, stage in places:
        assert shown.frames[t][stage]
    assert shown.steps == SAME


@pytest.mark.parametrize("lstm, value", [(1e-5, 10 / 3), (9e-5, HIGH)])
def test_the_time_to_guess_stays_on_its_scale(lstm, value):
    (question,) = [q for q in QUESTIONS if not isinstance(q, Choice)]
    costs = costs_of(64, 32, SECONDS | {"LSTM": lstm})
    assert question.value(costs) == pytest.approx(value)
    assert question.low <= question.value(costs) <= question.high
    assert f"{lstm / 3e-6:.2f} times" in question.because(costs)
    assert [guess.value(costs) for guess in question.guesses] == [3, 4]
