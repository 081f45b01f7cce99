"""A film of a handful of a network's units says what the whole run says of them."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.figures.among import FULL, among
from lstm_viz.figures.film import SHOWN, film
from lstm_viz.figures.overview import description
from lstm_viz.trace import Trace
from tests.unit.figures.runs import cell, one_hot_run, run
from tests.unit.frames import frames, told

UNITS = (7, 2, 11)
HIDDEN, STEPS, FIRST, STOP = 12, 9, 3, 8


@pytest.fixture(scope="module")
def whole():
    return run(STEPS, HIDDEN, 2)


def test_every_signal_is_that_of_the_units_in_their_order_and_steps(whole):
    few, place = among(whole, UNITS, FIRST, STOP)
    assert few.names == whole.names
    for name in few.names:
        expected = getattr(whole, name)[FIRST:STOP]
        np.testing.assert_array_equal(getattr(place.whole, name), expected, name)
        wanted = expected if name == "x" else expected[:, UNITS]
        np.testing.assert_array_equal(getattr(few, name), wanted, name)
    assert (place.units, place.first, place.steps) == (UNITS, FIRST, STEPS)
    np.testing.assert_array_equal(few.c0, whole.c[FIRST - 1][list(UNITS)])


def test_of_a_big_one_hot_x_the_one_is_kept_and_the_rest_is_a_field():
    few, place = among(one_hot_run(9, 10), (1, 2), 2, 7)
    assert few.x.tolist() == [[1.0]] * 5
    assert (place.fields.units, place.fields.inputs) == (10, 9)


@pytest.mark.parametrize("inputs", [2, 12])
def test_an_x_of_numbers_and_a_small_one_stay_whole(inputs):
    trace = run(4, 10, inputs)
    few, place = among(trace, (1, 2), 0, 4)
    np.testing.assert_array_equal(few.x, trace.x)
    assert place.fields.inputs == 0
    assert among(one_hot_run(8, 10), (1,), 0, 8)[1].fields.inputs == 0


def test_there_is_no_field_where_all_units_are_chosen():
    trace = run(3, 4, 2)
    few, place = among(trace, (0, 1, 2, 3), 0, 3)
    assert place.fields.units == 0
    story = film(few, columns=("a", "b"), among=place)
    assert not any(view.fields for view in story.views.values())


def test_a_gate_that_is_held_in_other_units_is_not_held_in_these(whole):
    held = np.full(HIDDEN, np.nan)
    held[2] = 0.25
    trace = cell(HIDDEN, 2).run(whole.x, clamp={"f": held})
    few, place = among(trace, UNITS, 0, STEPS)
    story = film(few, among=place)
    sayings = ["held at 0.25" in told(story, k)[0, 1][0] for k in range(3)]
    assert sayings == [False, True, False]


@pytest.mark.parametrize(
    "units, first, stop, said",
    [
        ((), 0, 9, "1 to 6 different units"),
        (range(7), 0, 9, "1 to 6 different units"),
        ((3, 3), 0, 9, "1 to 6 different units"),
        ((12,), 0, 9, "from 0 to 11"),
        ((-1,), 0, 9, "from 0 to 11"),
        ((1,), 4, 4, "steps must be"),
        ((1,), 0, 10, "steps must be"),
    ],
)
def test_units_and_steps_that_are_not_there_are_refused(whole, units, first, stop, said):
    with pytest.raises(ValueError, match=said):
        among(whole, units, first, stop)


def test_a_batch_is_refused():
    trace = cell(3, 2).run(np.zeros((4, 5, 2)))
    with pytest.raises(ValueError, match="got a batch"):
        among(trace, (0,), 0, 4)


# ---- the film of them --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def story(whole):
    few, place = among(whole, UNITS, FIRST, STOP)
    return film(few, tokens=list("abcde"), among=place)


def test_steps_and_units_have_their_own_numbers(story):
    assert [story.step_number(t) for t in range(5)] == [4, 5, 6, 7, 8]
    (names,) = [t for t in story.views["wide"].data if t["name"] == "unit numbers"]
    assert names["text"] == ["8", "3", "12"] * 2


def test_a_film_of_a_whole_run_counts_from_one(whole):
    assert film(run(3, 4, 2)).step_number(2) == 3


def test_colours_are_those_of_the_whole_run_in_every_window(whole):
    scales = [
        film(few, among=place).scales
        for few, place in (
            among(whole, units, *w) for units in ((1,), UNITS) for w in ((0, 4), (5, 9))
        )
    ]
    assert all(scale == scales[0] for scale in scales)
    assert scales[0]["c"] == pytest.approx(min(3, np.percentile(np.abs(whole.c), FULL)))
    assert scales[0]["c"] == scales[0]["kept"] == scales[0]["c_prev"]
    assert scales[0]["f"] == 1 and scales[0]["h"] == scales[0]["c"]


def test_a_unit_that_counts_leaves_the_others_their_colours():
    trace = run(6, 8, 2)
    arrays = dict(trace.arrays) | {"c": trace.c / 5}
    slow = Trace(trace.table, arrays, {})
    assert 1 <= among(slow, (0,), 0, 6)[1].state < 3
    counting = np.array(slow.c)
    counting[:, 0] = 150
    far = Trace(trace.table, arrays | {"c": counting}, {})
    assert among(far, (0,), 0, 6)[1].state == 3


def test_strips_show_the_chosen_units_numbers(story, whole):
    view = story.views["wide"]
    strips = frames(story)[2, 6]["strips"]
    (base,) = [t for t in view.data if t["name"] == "strips"]
    at = [n for n, (name, _) in enumerate(base["customdata"]) if name == "c"]
    shown = [float(strips["text"][n].replace("−", "-")) for n in at]
    assert shown == pytest.approx(whole.c[FIRST + 2][list(UNITS)], abs=0.00501)


def test_the_overview_names_letters_or_the_steps_own_numbers(story):
    ticks = description(story)["layout"]["xaxis"]
    assert ticks["ticktext"] == list("abcde")
    trace = run(400, 8, 2)
    few, place = among(trace, (1,), 150, 350)
    ticks = description(film(few, among=place))["layout"]["xaxis"]
    assert (ticks["tickvals"][:2], ticks["ticktext"][:2]) == ([0, 20], ["151", "171"])


def test_every_signal_has_its_field(story):
    for view in story.views.values():
        assert set(view.fields) == set(SHOWN) - {"x"}
        assert all(field.cells == HIDDEN for field in view.fields.values())


def test_a_trace_that_comes_out_of_a_cache_is_shown_too(whole):
    copied = Trace(tuple(replace(row) for row in whole.table), dict(whole.arrays), {})
    few, place = among(copied, UNITS, FIRST, STOP)
    assert len(film(few, among=place).trace) == STOP - FIRST


@pytest.mark.parametrize("size", [0.5, 40.0])
def test_what_tiny_cells_are_is_said_beside_how_large_inputs_are(size):
    trace = cell(HIDDEN, 1).run(np.full((3, 1), size))
    few, place = among(trace, UNITS, 0, 3)
    traces = {trace["name"]: trace for trace in film(few, among=place).views["wide"].data}
    key = traces["fields key"]
    end = key["x"][0]
    inputs = [
        x - 0.52 * 12 * len(text)
        for x, text in zip(traces["key text"]["x"], traces["key text"]["text"], strict=True)
        if text.startswith("inputs")
    ]
    assert (len(inputs) == 1) == (size > 1)
    assert all(end < left for left in inputs)
