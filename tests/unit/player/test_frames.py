"""Every frame that the browser composes shows exactly what the run computed, nothing too early."""

import json
from html import unescape

import numpy as np
import plotly.graph_objects as go
import pytest

from lstm_viz.figures.film import film
from lstm_viz.figures.kind import LSTM
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import LIGHT, resolve
from lstm_viz.lesson.word_row import word_row
from lstm_viz.networks import PRESETS
from lstm_viz.notation import number
from lstm_viz.player import payload
from lstm_viz.scenes.phone_call.picture import call_film
from lstm_viz.scenes.phone_call.record import run as call_run
from lstm_viz.scenes.start.picture.cell import components
from lstm_viz.scenes.start.record.story import STORY, steps
from lstm_viz.scenes.step_through.record import opened, perform
from lstm_viz.signals import LSTM_SIGNALS, shares, signal
from lstm_viz.tasks.basket import WORDS
from tests.unit.figures.runs import AWKWARD, cell, gru_run, one_hot_run, rnn_run, run
from tests.unit.frames import ask, dots, frames, places

NEXT_STEP = 9


def told_call(held=None):
    return call_film(call_run(held).trace, held)


def at_start():
    row = word_row(STORY)
    return components(steps(row, (4,)), tokens=[row.basket.sentences[4]], columns=WORDS)


SIZES = {
    f"lstm, {steps} steps, {hidden_size} units, {input_size} inputs": run(
        steps, hidden_size, input_size
    )
    for steps, hidden_size, input_size in [
        (1, 1, 1), (3, 3, 2), (2, 6, 16), (2, 12, 64), (2, 7, 8), (2, 2, 9),
    ]
}  # fmt: skip
RUNS = SIZES | {
    "lstm, one-hot": one_hot_run(4),
    "lstm, held": cell().run(run().x, clamp={"f": 0.5, "g": [np.nan, -1.0, np.nan]}),
    "gru": gru_run(),
    "gru, held": gru_run(clamp={"n": 0.5}),
    "rnn": rnn_run(),
}
FILMS = {name: film(trace) for name, trace in RUNS.items()} | {
    "call": told_call(), "call, held": told_call(2), "start": at_start(),
}  # fmt: skip
layouts = pytest.mark.parametrize("layout", ["wide", "tall"])
films = pytest.mark.parametrize("story", FILMS.values(), ids=FILMS)


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
    return cells(story.views[layout], frames(story, layout)[t, k]["strips"])


# ---- values ------------------------------------------------------------------------------------


@layouts
@films
def test_a_frame_holds_exactly_the_values_of_the_run(layout, story):
    expect_values(story, layout, frames(story, layout))


def test_a_presets_frames_hold_exactly_the_values_of_its_run():
    """The last stages of its first step and of its last: all that they show is known by then."""
    for preset in PRESETS:
        run, last = perform(opened(preset)), NEXT_STEP
        story = film(run.trace, tokens=run.inputs.tokens, columns=run.inputs.columns)
        at = [(0, last), (len(run.trace) - 1, last - 1)]
        made = ask(payload(story), "frames", layout="wide", places=at)
        expect_values(story, "wide", dict(zip(at, made, strict=True)))


def expect_values(story, layout, made):
    strips = story.views[layout].diagram.strips
    carried = story.kind.carried
    table = story.trace.table
    scales = {name: signal(table, name).color for name in shares(table)}
    for (t, k), frame in made.items():
        looks = cells(story.views[layout], frame["strips"])
        assert tuple(looks) == story.shown
        for name, state in story.states[k].items():
            # They are sent as float32.
            values = getattr(story.trace, name)[t + (state == "next")].astype("f4")
            moves = story.stages[k].carries and name in carried
            home = strips[carried[name] if moves else name]
            for j, (look, value) in enumerate(zip(looks[name], values, strict=True)):
                assert look["at"] == home.cell_centre(j)
                assert look["opacity"] == (0.5 if state == "done" else 1.0)
                if state == "empty":
                    assert (look["text"], look["colour"]) == (NO_TEXT, "$off")
                    continue
                share = value / story.scales[name]
                scale = scales.get(name, "values")
                drawn, at = look["colour"].split("@")
                assert drawn == f"${scale}"
                assert float(at) == pytest.approx(share, abs=5.01e-5)
                text = number(value, sign=name not in scales)
                if name == "x":  # an input is mostly a 0 or a 1, and is shown as one
                    text = number(value).removesuffix(".00")
                assert look["text"] == (text if strips[name].numbered else NO_TEXT)
                # A dimmed cell has dark text, however strong the value.
                assert look["ink"] == ("$ink" if state == "done" else f"$on {scale}@{at}")


@pytest.mark.parametrize("trace", SIZES.values(), ids=SIZES)
def test_numbers_stand_where_there_is_room(trace):
    inputs, units = trace.x.shape[1], trace.hidden_size
    for view in film(trace).views.values():
        for name, strip in view.diagram.strips.items():
            assert strip.numbered == (inputs <= 8 if name == "x" else units <= 6)


@layouts
@films
def test_all_the_rest_is_as_the_film_says(layout, story):
    view = story.views[layout]
    for (t, k), frame in frames(story, layout).items():
        said = story.quiet | story.lit[k] | (view.scenes[t][k] if view.scenes else {})
        rest = {name: patch for name, patch in frame.items() if name not in ("strips", "token")}
        wanted = json.loads(json.dumps(said))
        assert rest == {name: patch for name, patch in wanted.items() if name != "token"}
        if view.scenes:
            assert frame.get("token") == wanted.get("token")
        else:
            token = story.tokens[t + story.stages[k].carries]
            shown = unescape(frame["token"]["text"][0]).removeprefix("“").removesuffix("”")
            cut = shown.endswith("…") and len(token) > len(shown) > 5
            assert shown == token or (cut and token.startswith(shown[:-1]))


@films
def test_a_film_has_as_many_frames_as_it_has_places(story):
    assert ask(payload(story), "length") == len(places(story))


def test_a_frame_is_the_same_however_often_it_is_composed():
    story = FILMS["gru"]
    once = ask(payload(story), "frames", layout="wide", places=places(story))
    twice = ask(payload(story), "frames", layout="wide", places=places(story) * 2)
    assert twice == once + once


def test_the_last_step_has_no_next_one():
    assert places(film(run(2)))[-2:] == [(1, 7), (1, 8)]
    assert places(film(run(2)))[9:11] == [(0, NEXT_STEP), (1, 0)]


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
    composed = frames(story, layout)
    for t in range(2):
        end, start = strips_at(story, layout, t, NEXT_STEP), strips_at(story, layout, t + 1, 0)
        for before, after in {**LSTM.carried, "x": "x"}.items():
            assert end[before] == start[after]
        assert composed[t, NEXT_STEP]["token"] == composed[t + 1, 0]["token"]
        assert composed[t, NEXT_STEP]["token"] == {"text": [f"“{'abc'[t + 1]}”"]}


# ---- lights ------------------------------------------------------------------------------------


@layouts
def test_a_stage_lights_its_wires_gates_and_ops_and_no_others(layout):
    story = film(run())
    view = story.views[layout]
    ops = list(view.diagram.ops.values())
    for k, stage in enumerate(story.stages):
        patch = frames(story, layout)[0, k]
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
    colours = {row.name: f"$text_{row.color}" for row in LSTM_SIGNALS}
    for k in range(10):
        patch = frames(story, layout)[0, k]["labels"]["textfont"]["color"]
        spoken_of = {n for n, state in story.states[k].items() if state in ("active", "next")}
        assert patch == [colours[n] if n in spoken_of else "$muted" for n in story.shown]


@layouts
@films
def test_a_patch_changes_traces_that_are_there_and_only_what_plotly_moves(layout, story):
    by_name = {trace["name"]: trace for trace in story.views[layout].data}
    assert len(by_name) == len(story.views[layout].data)
    for frame in frames(story, layout).values():
        go.Figure([{"type": "scatter", **patch} for patch in resolve(list(frame.values()), LIGHT)])
        for name, patch in frame.items():
            assert set(patch) <= set(by_name[name]) | {"opacity"}, name
            for key in {"x", "y", "text"} & set(patch):
                assert len(patch[key]) == len(by_name[name][key])


# ---- what a person typed, and dots -------------------------------------------------------------


def test_a_token_is_shown_as_it_was_typed():
    story = film(one_hot_run(len(AWKWARD)), tokens=AWKWARD)
    for t, token in enumerate(AWKWARD):
        patch = resolve(frames(story)[t, 0]["token"], LIGHT)
        assert unescape(patch["text"][0]) == f"“{token}”"
        assert "<" not in patch["text"][0]


def test_dots_go_round_the_corners():
    path = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)]
    one, two, again = dots((path, shift) for shift in (20, 50, 80))
    assert one == again == [[20, 0], [80, 0], [100, 40]]
    assert two == [[50, 0], [100, 10], [100, 70]]


def test_a_wire_shorter_than_the_spacing_has_at_most_one_dot():
    short = [(0.0, 0.0), (0.0, 12.0)]
    assert dots([(short, 5), (short, 20)]) == [[[0, 5]], []]
