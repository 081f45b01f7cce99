"""The description of the animation says exactly what the run computed, and nothing too early."""

from dataclasses import replace
from html import unescape

import numpy as np
import plotly.graph_objects as go
import pytest

import lstm_viz
from lstm_viz.figures.film import SHOWN, film
from lstm_viz.figures.kind import SQUASHED
from lstm_viz.figures.style import THEMES, resolve
from lstm_viz.signals import LSTM_SIGNALS
from tests.unit.figures.runs import AWKWARD, one_hot_run, run
from tests.unit.figures.runs import cell as any_cell

LAYOUTS = ("wide", "tall")
layouts = pytest.mark.parametrize("layout", LAYOUTS)
sizes = pytest.mark.parametrize(
    "steps, hidden_size, input_size",
    [(1, 1, 1), (3, 3, 2), (2, 6, 16), (2, 12, 64), (2, 7, 8), (2, 2, 9)],
)

COMPUTED_AT = {
    "x": 0, "h_prev": 0, "c_prev": 0, "f": 1, "i": 2, "g": 3,
    "kept": 4, "written": 5, "c": 6, "o": 7, "tanh_c": 8, "h": 8,
}  # fmt: skip
NEXT_STEP = 9


# ---- the description ---------------------------------------------------------------------------


def test_every_signal_but_the_pre_activations_is_shown():
    assert tuple(row.name for row in LSTM_SIGNALS if not row.name.startswith("z_")) == SHOWN
    assert set(COMPUTED_AT) == set(SHOWN)


@layouts
@sizes
def test_strips_stand_in_the_order_in_which_they_are_filled(layout, steps, hidden_size, input_size):
    view = film(run(steps, hidden_size, input_size)).views[layout]
    assert tuple(view.diagram.strips) == SHOWN
    (strips,) = [trace for trace in view.data if trace["name"] == "strips"]
    order = [[name, k] for name in SHOWN for k in range(input_size if name == "x" else hidden_size)]
    assert strips["customdata"] == order
    at_rest = list(zip(strips["x"], strips["y"], strict=True))
    assert at_rest == [view.diagram.strips[name].cell_centre(k) for name, k in order]


def test_a_strip_is_empty_until_its_value_is_computed_and_readable_ever_after():
    states = film(run()).states
    for k, at_stage in enumerate(states[:NEXT_STEP]):
        for name, state in at_stage.items():
            assert (state == "empty") == (k < COMPUTED_AT[name]), (k, name)
    for name, k in COMPUTED_AT.items():
        assert states[k][name] == "active", name


def test_what_a_stage_is_about_is_active_and_the_rest_is_done():
    story = film(run())
    for stage, states in zip(story.stages[:NEXT_STEP], story.states, strict=False):
        active = {name for name, state in states.items() if state == "active"}
        assert active == set(stage.focus)


def test_only_what_goes_on_is_left_when_the_next_step_begins():
    states = film(run()).states[NEXT_STEP]
    assert {name: state for name, state in states.items() if state != "empty"} == {
        "c": "active",
        "h": "active",
        "x": "next",
    }


def test_labels_are_numbered_when_none_are_given():
    story = film(run(3, 2, 2))
    assert story.tokens == ("step 1", "step 2", "step 3")
    assert story.columns == ("x1", "x2")


def test_gates_have_one_scale_and_all_that_has_a_sign_another():
    trace = run(30, 3, 2)
    scales = film(trace).scales
    state = max(np.abs(trace.c).max(), np.abs(trace.c_prev).max())
    assert 1 < state < SQUASHED
    assert scales == dict.fromkeys(SHOWN, pytest.approx(state)) | {
        "x": pytest.approx(max(state, np.abs(trace.x).max())), "f": 1.0, "i": 1.0, "o": 1.0,
    }  # fmt: skip


def test_a_step_can_have_the_scales_of_the_whole_run():
    trace = run(30, 3, 2)
    step = any_cell(3, 2).run(trace.x[:1])
    assert film(step, scaled=trace).scales == film(trace).scales != film(step).scales


def test_scales_of_small_values_stay_at_one():
    cell = lstm_viz.LSTM(np.zeros((4, 1)), np.zeros((4, 1)), np.zeros(4))
    assert set(film(cell.run([[0.01], [0.02]])).scales.values()) == {1.0}


def test_an_initial_cell_state_larger_than_all_later_ones_sets_the_scale():
    cell = lstm_viz.LSTM(np.zeros((4, 1)), np.zeros((4, 1)), np.zeros(4))
    assert set(film(cell.run([[1.0]], c0=[2.0])).scales.values()) == {1.0, 2.0}
    assert film(cell.run([[1.0]], c0=[8.0])).scales["c"] == SQUASHED


def test_what_a_stage_lights_is_said_once_for_both_layouts():
    """And only where it differs from the picture at rest."""
    story = film(run())
    for patches in story.lit:
        assert set(patches) <= set(story.quiet)
        assert all(patch != story.quiet[name] for name, patch in patches.items())
    assert story.lit[1]["wire to_f"] == {"opacity": 1.0}
    assert story.quiet["wire to_f"] == {"opacity": 0.0}


# ---- what a person typed -----------------------------------------------------------------------


@layouts
@pytest.mark.parametrize("typed", AWKWARD)
def test_columns_are_named_as_they_were_typed(layout, typed):
    named = film(run(2, 2, 1), columns=[typed]).views[layout].data
    for colours in THEMES.values():
        (names,) = [t for t in resolve(named, colours) if t["name"] == "columns"]
        assert unescape(names["text"][0]) == typed
        assert "<" not in names["text"][0]


@layouts
def test_many_columns_have_no_room_for_names(layout):
    view = film(one_hot_run(len(AWKWARD)), columns=AWKWARD).views[layout]
    assert not any(trace["x"] for trace in view.data if trace["name"] == "columns")


def test_on_a_phone_a_long_column_name_is_cut_before_it_is_escaped():
    data = film(run(2, 2, 1), columns=["<" * 30]).views["tall"].data
    (names,) = [trace for trace in data if trace["name"] == "columns"]
    shown = unescape(names["text"][0])
    assert shown == "<" * (len(shown) - 1) + "…"
    assert 5 <= len(shown) <= 9


# ---- drawing at all ----------------------------------------------------------------------------


@layouts
@sizes
@pytest.mark.parametrize("theme", THEMES)
def test_plotly_takes_the_drawing(layout, steps, hidden_size, input_size, theme):
    view = film(run(steps, hidden_size, input_size)).views[layout]
    go.Figure(resolve(view.data, THEMES[theme]))


@layouts
def test_no_text_is_smaller_than_eleven_pixels(layout):
    for trace in film(run()).views[layout].data:
        sizes = trace.get("textfont", {}).get("size", 11)
        assert min(sizes if isinstance(sizes, list) else [sizes]) >= 11, trace["name"]


def test_only_the_layouts_asked_for_are_drawn():
    assert list(film(run(), layouts=("tall",)).views) == ["tall"]
    assert film(run(), layouts=()).views == {}


# ---- refusals ----------------------------------------------------------------------------------


def test_another_kind_of_cell_is_refused():
    cell = lstm_viz.RNN.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0))
    run = cell.run(np.ones((3, 2)))
    other = replace(run, table=tuple(row for row in run.table if row.name != "z"))
    with pytest.raises(ValueError, match="shows an LSTM, a GRU or a simple RNN"):
        film(other)


def test_a_batch_is_refused():
    cell = lstm_viz.LSTM.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0))
    batch = cell.run(np.ones((4, 5, 2)))
    with pytest.raises(ValueError, match=r"batch; pick one with trace\.sequence"):
        film(batch)
    assert len(film(batch.sequence(1)).trace) == 4


def test_labels_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="expected 4 tokens, one a step, got 2"):
        film(run(4), tokens=("a", "b"))
    with pytest.raises(ValueError, match="expected 2 columns, one an input, got 3"):
        film(run(4), columns=("a", "b", "c"))
