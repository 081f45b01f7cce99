"""The description of the animation says exactly what the run computed, and nothing too early."""

from dataclasses import replace
from html import unescape

import numpy as np
import plotly.graph_objects as go
import pytest

import lstm_viz
from lstm_viz.figures.film import CARRIED, SHOWN, compose, film, travelling_dots
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import STRONG, palette, resolve
from lstm_viz.notation import number
from lstm_viz.signals import LSTM_SIGNALS
from tests.unit.figures.runs import AWKWARD, one_hot_run, run

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


def cells(view, patch):
    """signal -> what its cells look like, first unit first."""
    (strips,) = [trace for trace in view.data if trace["name"] == "strips"]
    found = {}
    columns = zip(
        strips["customdata"], patch["x"], patch["y"], patch["text"], patch["marker"]["color"],
        patch["marker"]["opacity"], patch["textfont"]["color"], strict=True,
    )  # fmt: skip
    for (name, k), x, y, text, colour, opacity, ink in columns:
        assert len(found.setdefault(name, [])) == k
        look = {"at": (x, y), "text": text, "colour": colour, "opacity": opacity, "ink": ink}
        found[name].append(look)
    return found


def strips_at(story, layout, t, k):
    view = story.views[layout]
    return cells(view, compose(story, view, t, k)["strips"])


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


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_positions_are_every_stage_of_every_step_but_the_last_has_no_next(steps):
    story = film(run(steps))
    every = [(t, k) for t in range(steps) for k in range(10)]
    assert list(story.positions()) == every[:-1]
    assert len(story) == 10 * steps - 1


def test_labels_are_numbered_when_none_are_given():
    story = film(run(3, 2, 2))
    assert story.tokens == ("step 1", "step 2", "step 3")
    assert story.columns == ("x1", "x2")


def test_scales_are_one_for_what_is_bounded_and_the_largest_for_what_is_not():
    trace = run(30, 3, 2)
    scales = film(trace).scales
    state = max(np.abs(trace.c).max(), np.abs(trace.c_prev).max())
    assert state > 1
    assert scales == dict.fromkeys(SHOWN, 1.0) | {
        "x": pytest.approx(np.abs(trace.x).max()),
        "c": pytest.approx(state),
        "c_prev": pytest.approx(state),
        "kept": pytest.approx(state),
    }


def test_scales_of_small_values_stay_at_one():
    cell = lstm_viz.LSTM(np.zeros((4, 1)), np.zeros((4, 1)), np.zeros(4))
    assert set(film(cell.run([[0.01], [0.02]])).scales.values()) == {1.0}


def test_an_initial_cell_state_larger_than_all_later_ones_sets_the_scale():
    cell = lstm_viz.LSTM(np.zeros((4, 1)), np.zeros((4, 1)), np.zeros(4))
    story = film(cell.run([[1.0]], c0=[8.0]))
    assert story.scales["c"] == story.scales["c_prev"] == story.scales["kept"] == 8.0


# ---- a frame -----------------------------------------------------------------------------------


@layouts
@sizes
def test_a_frame_holds_exactly_the_values_of_the_run(layout, steps, hidden_size, input_size):
    trace = run(steps, hidden_size, input_size)
    story = film(trace)
    strips = story.views[layout].diagram.strips
    numbered = {name: (input_size <= 8 if name == "x" else hidden_size <= 6) for name in SHOWN}
    assert {name: strip.numbered for name, strip in strips.items()} == numbered
    seen = 0
    for t, k in story.positions():
        for name, looks in strips_at(story, layout, t, k).items():
            state = story.states[k][name]
            values = getattr(trace[t + 1 if state == "next" else t], name)
            home = strips[CARRIED[name] if k == NEXT_STEP and name in CARRIED else name]
            for j, (look, value) in enumerate(zip(looks, values, strict=True)):
                seen += 1
                assert look["at"] == home.cell_centre(j)
                if state == "empty":
                    assert (look["text"], look["colour"]) == (NO_TEXT, "$off")
                    continue
                share = value / story.scales[name]
                assert look["colour"] == pytest.approx(share, abs=5.01e-5)
                text = number(value, sign=True)
                if name == "x":  # an input is mostly a 0 or a 1, and is shown as one
                    text = number(value).removesuffix(".00")
                assert look["text"] == (text if numbered[name] else NO_TEXT)
                assert look["opacity"] == (0.5 if state == "done" else 1.0)
                if state == "done":  # a pale cell: dark text, however strong the value
                    assert look["ink"] == "$ink"
                else:
                    assert look["ink"] == ("$on_value" if abs(share) > STRONG else "$ink")
    assert seen == len(story) * (11 * hidden_size + input_size)


def test_what_arrives_is_what_the_step_before_gave_out():
    trace = run(3)
    story = film(trace)
    for t in (1, 2):
        looks = strips_at(story, "wide", t, 0)
        for name, source in (("h_prev", trace.h), ("c_prev", trace.c)):
            written = [number(value, sign=True) for value in source[t - 1]]
            assert [look["text"] for look in looks[name]] == written
    first = strips_at(story, "wide", 0, 0)
    assert [look["text"] for look in first["c_prev"]] == [
        number(value, sign=True) for value in trace.c0
    ]


@layouts
def test_the_last_stage_ends_where_the_next_step_starts(layout):
    """Nothing jumps between steps: carried strips lie on the places where they are read next."""
    story = film(run(3), tokens=("a", "b", "c"))
    view = story.views[layout]
    for t in range(2):
        end, start = strips_at(story, layout, t, NEXT_STEP), strips_at(story, layout, t + 1, 0)
        for before, after in {**CARRIED, "x": "x"}.items():
            assert end[before] == start[after]
        assert (
            compose(story, view, t, NEXT_STEP)["token"] == compose(story, view, t + 1, 0)["token"]
        )
        assert compose(story, view, t, NEXT_STEP)["token"] == {"text": [f"“{'abc'[t + 1]}”"]}


@layouts
def test_a_stage_lights_its_wires_gates_and_ops_and_no_others(layout):
    story = film(run())
    view = story.views[layout]
    ops = list(view.diagram.ops.values())
    for k, stage in enumerate(story.stages):
        patch = compose(story, view, 0, k)
        for name in view.diagram.wires:
            assert patch[f"wire {name}"] == {"opacity": float(name in stage.wires)}
        for name in view.diagram.gates:
            lit = name in stage.gates
            assert patch[f"gate {name}"] == {"fillcolor": f"${name}" if lit else "$paper"}
        inks = [
            "$on_signal" if name in stage.gates else f"$text_{name}" for name in view.diagram.gates
        ]
        assert patch["gate text"]["textfont"]["color"] == inks * 2
        lit_ops = [op.name in stage.ops for op in ops]
        assert patch["ops"]["marker"]["color"] == [
            f"${op.color}" if lit else "$paper" for op, lit in zip(ops, lit_ops, strict=True)
        ]
        assert patch["ops"]["textfont"]["color"] == [
            "$on_signal" if lit else "$ink" for lit in lit_ops
        ]


@layouts
def test_a_label_has_its_signals_colour_while_it_is_spoken_of(layout):
    story = film(run())
    view = story.views[layout]
    colours = {row.name: f"$text_{row.color}" for row in LSTM_SIGNALS}
    for k in range(10):
        patch = compose(story, view, 0, k)["labels"]["textfont"]["color"]
        spoken_of = {n for n, state in story.states[k].items() if state in ("active", "next")}
        assert patch == [colours[n] if n in spoken_of else "$muted" for n in SHOWN]


@layouts
def test_a_patch_changes_traces_that_are_there_and_only_what_plotly_moves(layout):
    story = film(run())
    view = story.views[layout]
    by_name = {trace["name"]: trace for trace in view.data}
    assert len(by_name) == len(view.data)
    for k in range(10):
        for name, patch in compose(story, view, 0, k).items():
            base = by_name[name]
            assert set(patch) <= set(base) | {"opacity"}, name
            for key in {"x", "y", "text"} & set(patch):
                assert len(patch[key]) == len(base[key])


def test_composing_does_not_change_the_film():
    story = film(run())
    before = repr(story)
    for view in story.views.values():
        for t, k in story.positions():
            patches = compose(story, view, t, k)
            patches["strips"]["x"].clear()
            patches.clear()
    assert repr(story) == before


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
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tokens_and_columns_are_shown_as_they_were_typed(layout, theme):
    count = len(AWKWARD)
    colours = palette(theme)
    story = film(one_hot_run(count), tokens=AWKWARD, columns=AWKWARD)
    view = story.views[layout]
    for t, token in enumerate(AWKWARD):
        patch = resolve(compose(story, view, t, 0)["token"], colours)
        assert unescape(patch["text"][0]) == f"“{token}”"
        assert "<" not in patch["text"][0]
    assert not any(trace["x"] for trace in view.data if trace["name"] == "columns")  # no room

    for typed in AWKWARD:
        named = film(run(2, 2, 1), columns=[typed]).views[layout].data
        (names,) = [t for t in resolve(named, colours) if t["name"] == "columns"]
        assert unescape(names["text"][0]) == typed
        assert "<" not in names["text"][0]


@layouts
def test_a_long_column_name_is_cut_before_it_is_escaped(layout):
    data = film(run(2, 2, 1), columns=["<" * 30]).views[layout].data
    (names,) = [trace for trace in data if trace["name"] == "columns"]
    shown = unescape(names["text"][0])
    assert shown == "<" * (len(shown) - 1) + "…"
    assert 5 <= len(shown) <= 9


# ---- drawing at all ----------------------------------------------------------------------------


@layouts
@sizes
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plotly_takes_every_frame(layout, steps, hidden_size, input_size, theme):
    story = film(run(steps, hidden_size, input_size))
    view = story.views[layout]
    colours = palette(theme)
    go.Figure(resolve(view.data, colours))
    for k in range(0, 10 if steps > 1 else 9):
        patch = resolve(compose(story, view, 0, k), colours)
        go.Figure([{"type": "scatter", **change} for change in patch.values()])


@layouts
def test_no_text_is_smaller_than_eleven_pixels(layout):
    for trace in film(run()).views[layout].data:
        sizes = trace.get("textfont", {}).get("size", 11)
        assert min(sizes if isinstance(sizes, list) else [sizes]) >= 11, trace["name"]


def test_only_the_layouts_asked_for_are_drawn():
    assert list(film(run(), layouts=("tall",)).views) == ["tall"]
    assert film(run(), layouts=()).views == {}


# ---- dots --------------------------------------------------------------------------------------


def test_dots_go_round_the_corners():
    path = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)]
    assert travelling_dots(path, 60, 20) == [(20, 0), (80, 0), (100, 40)]
    assert travelling_dots(path, 60, 50) == [(50, 0), (100, 10), (100, 70)]
    assert travelling_dots(path, 60, 80) == travelling_dots(path, 60, 20)


def test_a_wire_shorter_than_the_spacing_has_at_most_one_dot():
    path = [(0.0, 0.0), (0.0, 12.0)]
    assert travelling_dots(path, 60, 5) == [(0, 5)]
    assert travelling_dots(path, 60, 20) == []


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
    assert len(film(batch.sequence(1))) == 39


def test_labels_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="expected 4 tokens, one a step, got 2"):
        film(run(4), tokens=("a", "b"))
    with pytest.raises(ValueError, match="expected 2 columns, one an input, got 3"):
        film(run(4), columns=("a", "b", "c"))
