"""``figures.cell`` hands a run to the player, and refuses what the player cannot show."""

from dataclasses import replace

import numpy as np
import pytest

import lstm_viz
from lstm_viz import figures
from tests.unit.figures.runs import AWKWARD, one_hot_run, run

TRACE = run(2, 3, 2)


def test_it_shows_this_run_with_these_labels():
    player = figures.cell(TRACE, tokens=("a", "b"), columns=("p", "q"), unit=2)
    assert player.film.trace is TRACE
    assert (player.film.tokens, player.film.columns, player.unit) == (("a", "b"), ("p", "q"), 2)
    assert "2 steps" in repr(player) and len(repr(player)) < 120


def test_it_is_drawn_for_every_width():
    assert set(figures.cell(TRACE).film.views) == {"wide", "tall"}


@pytest.mark.parametrize("kind", [lstm_viz.LSTM, lstm_viz.GRU, lstm_viz.RNN])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_every_kind_of_cell_can_be_shown(kind, dtype):
    cell = kind.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0), dtype=dtype)
    assert "iframe" in figures.cell(cell.run(np.ones((2, 2))))._repr_html_()


def test_any_text_may_be_a_token():
    assert figures.cell(one_hot_run(len(AWKWARD)), tokens=AWKWARD).film.tokens == tuple(AWKWARD)


def test_the_trace_is_not_changed():
    trace = run(2)
    before = {name: array.copy() for name, array in trace.as_dict().items()}
    figures.cell(trace).html()
    assert all(np.array_equal(before[name], array) for name, array in trace.as_dict().items())


@pytest.mark.parametrize(
    "options, message",
    [
        ({"unit": 3}, "unit must be from 0 to 2, got 3"),
        ({"unit": -1}, "unit must be from 0 to 2, got -1"),
        ({"tokens": ("a",)}, "expected 2 tokens"),
        ({"columns": ("a",)}, "expected 2 columns"),
    ],
)
def test_what_does_not_fit_is_refused(options, message):
    with pytest.raises(ValueError, match=message):
        figures.cell(TRACE, **options)


def test_other_records_are_refused():
    rng = np.random.default_rng(0)
    rnn = lstm_viz.RNN.init(input_size=2, hidden_size=3, rng=rng).run(np.ones((2, 2)))
    with pytest.raises(ValueError, match="another kind of cell"):
        figures.cell(replace(rnn, table=rnn.table[1:]))
    lstm = lstm_viz.LSTM.init(input_size=2, hidden_size=3, rng=rng)
    with pytest.raises(ValueError, match="batch"):
        figures.cell(lstm.run(np.ones((2, 1, 2))))
