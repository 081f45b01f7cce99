"""What it costs: the formulas against the cells themselves, and the clock."""

import itertools
import math

import numpy as np
import pytest

from lstm_viz.scenes.costs.record import timing as timed
from lstm_viz.scenes.costs.record.formulas import (
    DTYPE,
    KINDS,
    MAPS,
    Cost,
    nearest_size,
    parameters,
    pytorch_parameters,
    sizes,
)
from lstm_viz.scenes.costs.record.timing import cell_of
from lstm_viz.scenes.costs.words.captions import MEASURES, where_from
from tests.unit.scenes.costs.runs import costs_of, grid

SMALL = [(4, 1), (5, 7), (16, 3)]
small = pytest.mark.parametrize("H, I", SMALL)
kinds = pytest.mark.parametrize("kind", KINDS)


def arrays(cell) -> list[np.ndarray]:
    return list(cell.parameters.values())


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
def test_the_gru_of_this_app_does_the_work_of_four_maps(H, I):  # noqa: E741
    """As is said where its time comes from."""
    gru, lstm = cell_of("GRU", H, I), cell_of("LSTM", H, I)
    assert gru._weights.size == lstm._weights_fiog.size == 4 * H * (I + H + 1)
    used = gru._weights[: H + I]
    assert (used == 0).sum() == H * (I + H) == used.size / 4, "one map's worth of zeros"
    told = where_from(costs_of(H, I), 0, "seconds")["amount"]
    assert "one of its four maps is all zeros" in told[1]


@small
def test_pytorch_counts_the_second_biases(H, I):  # noqa: E741
    for kind in KINDS:
        more = pytorch_parameters(kind, H, I) - parameters(kind, H, I)
        assert more == (0 if kind == "GRU" else len(MAPS[kind]) * H)


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


@grid
def test_the_parts_of_a_bar_make_the_whole(H, I):  # noqa: E741
    for cost in itertools.chain(*costs_of(H, I).compared):
        for measure in MEASURES:
            parts = cost.parts(measure.id)
            assert len(parts.maps) == cost.maps
            assert min(*parts.maps, parts.rest) >= 0
            assert sum(parts.maps) + parts.rest == pytest.approx(getattr(cost, measure.id))


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
