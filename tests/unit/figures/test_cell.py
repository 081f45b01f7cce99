"""The figure for notebooks plays exactly the film: every frame shows the values of its step."""

import json
from dataclasses import replace
from functools import cache
from html import unescape
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go
import pytest

import lstm_viz
from lstm_viz.figures.cell import FLOW, SPACING, cell
from lstm_viz.figures.film import compose, film
from lstm_viz.figures.stages import LSTM_STAGES
from lstm_viz.figures.style import THEMES, resolve
from lstm_viz.figures.words import equation, sentence
from lstm_viz.notation import number
from tests.unit.figures.runs import AWKWARD, one_hot_run, run

TRACE = run(2, 3, 2)
VARIANTS = [
    {"layout": layout, "theme": theme} for layout in ("wide", "tall") for theme in THEMES
]  # fmt: skip
variants = pytest.mark.parametrize("options", VARIANTS, ids=lambda o: "-".join(o.values()))


@cache
def drawn(**options):
    """The figure of TRACE, made once and only looked at."""
    return cell(TRACE, **options)


def plain(trace):
    """A Plotly object as lists and numbers."""
    return json.loads(trace.to_json()) if hasattr(trace, "to_json") else trace


def parts(figure, frame):
    """name -> what the frame changes in the trace of that name."""
    names = [trace.name for trace in figure.data]
    return {names[n]: part for n, part in zip(frame.traces, frame.data, strict=True)}


def strips(figure, frame):
    """(signal, unit) -> (text, colour) as the frame shows it."""
    (at_rest,) = [trace for trace in figure.data if trace.name == "strips"]
    patch = parts(figure, frame)["strips"]
    cells = zip(at_rest.customdata, patch.text, patch.marker.color, strict=True)
    return {(name, int(k)): (text, colour) for (name, k), text, colour in cells}


@variants
def test_the_figure_is_one_that_plotly_takes(options):
    figure = drawn(**options)
    again = go.Figure(json.loads(figure.to_json()))
    assert len(again.frames) == len(figure.frames)
    assert len({trace.name for trace in figure.data}) == len(figure.data)


def test_frames_are_every_stage_and_the_flow_within_it():
    figure = drawn()
    expected = []
    for t, k in film(TRACE).positions():
        expected += [f"{t}.{k}", *(f"{t}.{k}.{n}" for n in range(1, FLOW + 1))]
    assert [frame.name for frame in figure.frames] == expected
    assert len(expected) == 19 * (1 + FLOW)


@variants
def test_every_frame_shows_the_film(options):
    figure = drawn(**options)
    story = film(TRACE, layouts=(options["layout"],))
    view = story.views[options["layout"]]
    colours = THEMES[options["theme"]]
    frames = {frame.name: frame for frame in figure.frames}
    for t, k in story.positions():
        shown = parts(figure, frames[f"{t}.{k}"])
        wanted = compose(story, view, t, k)
        assert set(shown) == {*wanted, "header", "dots"}
        for name, patch in wanted.items():
            trace = go.Scatter(resolve(patch, colours))
            assert shown[name] == trace, (t, k, name)


def test_every_frame_holds_the_values_of_its_step():
    trace = run(3, 2, 1)
    figure = cell(trace)
    frames = {frame.name: frame for frame in figure.frames}
    for t in range(3):
        shown = strips(figure, frames[f"{t}.8"])
        for unit in range(2):
            for name in ("f", "i", "o", "g", "written", "h_prev", "tanh_c", "h"):
                text, colour = shown[name, unit]
                value = getattr(trace, name)[t, unit]
                assert float(colour) == pytest.approx(value, abs=5.01e-5)
                assert float(text.replace("−", "-")) == pytest.approx(value, abs=0.00501)
            text, _ = shown["c", unit]
            assert float(text.replace("−", "-")) == pytest.approx(trace.c[t, unit], abs=0.00501)


def test_the_figure_opens_as_its_first_frame():
    for steps in (None, (1,)):
        figure = cell(TRACE, steps=steps)
        by_name = {trace.name: trace for trace in figure.data}
        for name, patch in parts(figure, figure.frames[0]).items():
            opened, first = plain(by_name[name]), plain(patch)

            def held(one, other, path):
                for key, value in one.items():
                    if isinstance(value, dict):
                        held(value, other[key], (*path, key))
                    else:
                        assert other[key] == value, (*path, key)

            held(first, opened, (name,))


@variants
def test_dots_run_along_the_lit_wires(options):
    figure = drawn(**options)
    diagram = film(TRACE, layouts=(options["layout"],)).views[options["layout"]].diagram
    colours = THEMES[options["theme"]]
    visible_at_all = 0
    for frame in figure.frames:
        _, k, *flow = map(int, frame.name.split("."))
        dots = parts(figure, frame)["dots"]
        looks = zip(dots.x, dots.y, dots.marker.opacity, dots.marker.line.color, strict=True)
        visible = [(x, y, ring) for x, y, opacity, ring in looks if opacity > 0]
        if not flow or flow[0] == FLOW:
            assert not visible, frame.name
        for x, y, ring in visible:
            visible_at_all += 1
            wires = [
                diagram.wires[name]
                for name in LSTM_STAGES[k].wires
                if any(
                    min(x0, x1) - 1e-6 <= x <= max(x0, x1) + 1e-6
                    and min(y0, y1) - 1e-6 <= y <= max(y0, y1) + 1e-6
                    for (x0, y0), (x1, y1) in pairwise(diagram.wires[name].points)
                )
            ]
            assert ring in {colours[wire.color] for wire in wires}, (frame.name, x, y)
    assert visible_at_all > 100


@variants
def test_every_frame_has_a_place_for_every_dot(options):
    """Plotly would otherwise throw dots in and out, instead of moving them."""
    figure = drawn(**options)
    dots = [parts(figure, frame)["dots"] for frame in figure.frames]
    assert len({len(d.x) for d in dots}) == 1
    for d in dots:
        assert len(d.x) == len(d.y) == len(d.marker.opacity) == len(d.marker.line.color)


def test_a_dot_has_taken_the_place_of_the_next_one_when_the_flow_starts_again():
    """Otherwise it would be seen to jump."""
    figure = drawn()
    frames = {frame.name: frame for frame in figure.frames}
    start, end = (parts(figure, frames[name])["dots"] for name in ("0.4", f"0.4.{FLOW}"))
    assert (end.x, end.y) == (start.x, start.y)
    assert SPACING > 0


@pytest.mark.parametrize("options, unit", [(VARIANTS[0], 0), (VARIANTS[1], 2), (VARIANTS[2], 2)])
def test_the_header_says_stage_place_equation_and_numbers(options, unit):
    figure = cell(TRACE, tokens=("<b>hi</b>", "$ink"), unit=unit, **options)
    story = film(TRACE, tokens=("<b>hi</b>", "$ink"))
    frames = {frame.name: frame for frame in figure.frames}
    for t, k in story.positions():
        title, formula, numbers = parts(figure, frames[f"{t}.{k}"])["header"].text
        stage = LSTM_STAGES[k]
        assert title.startswith(f"<b>{k + 1}  {stage.title}</b>")
        assert f"step {t + 1} of 2" in title
        assert unescape(title).endswith(f"“{story.tokens[t]}”")
        assert "<b>hi" not in title
        assert formula == equation(stage.equation, THEMES[options["theme"]])
        assert numbers == f"unit {unit + 1}:  {sentence(stage.numbers, story, t, unit)}"


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_colours_everything(theme):
    figure = drawn(layout="wide", theme=theme)
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == THEMES[theme]["paper"]
    written = json.loads(figure.to_json())
    (other,) = set(THEMES) - {theme}
    mine = {v for v in THEMES[theme].values() if isinstance(v, str)}
    foreign = {v for v in THEMES[other].values() if isinstance(v, str)} - mine
    mine |= {colour for _, colour in THEMES[theme]["values"]}

    def colours(node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key not in ("text", "ticktext"):
                    yield from colours(value)
        elif isinstance(node, list):
            for value in node:
                yield from colours(value)
        elif isinstance(node, str) and node.startswith(("#", "$")):
            yield node

    written["layout"].pop("template", None)  # Plotly's own
    used = set(colours(written))
    assert used and not used & foreign
    assert used <= mine


def test_tall_is_narrow_and_wide_is_wide():
    wide, tall = drawn(), drawn(layout="tall", theme="light")
    assert wide.layout.width > wide.layout.height
    assert tall.layout.width <= 390 < tall.layout.height


def test_steps_picks_the_steps_that_are_shown():
    figure = cell(run(4), steps=(3, 1))
    stages = [frame.name for frame in figure.frames if frame.name.count(".") == 1]
    assert stages == [f"1.{k}" for k in range(10)] + [f"3.{k}" for k in range(9)]
    (slider,) = figure.layout.sliders
    assert [tuple(step.args[0]) for step in slider.steps] == [(name,) for name in stages]
    assert slider.steps[0].label == "2.1"


def test_play_and_pause_are_there():
    (menu,) = drawn().layout.updatemenus
    assert [button.label for button in menu.buttons] == ["Play", "Pause"]
    play, pause = (button.args[0] for button in menu.buttons)
    assert play is None and tuple(pause) == (None,)


@pytest.mark.parametrize(
    "steps, hidden_size, input_size", [(1, 1, 1), (1, 6, 16), (1, 12, 64), (2, 5, 9)]
)
@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_any_size_can_be_drawn(steps, hidden_size, input_size, layout):
    figure = cell(run(steps, hidden_size, input_size), layout=layout, unit=hidden_size - 1)
    assert len(figure.frames) == (10 * steps - 1) * (1 + FLOW)


def test_a_float32_run_can_be_drawn():
    lstm = lstm_viz.LSTM.init(
        input_size=2, hidden_size=3, rng=np.random.default_rng(0), dtype=np.float32
    )
    trace = lstm.run(np.ones((1, 2)))
    assert trace.h.dtype == np.float32
    figure = cell(trace)
    shown = strips(figure, figure.frames[7 * (1 + FLOW)])
    assert float(shown["c", 0][0].replace("−", "-")) == pytest.approx(trace.c[0, 0], abs=0.00501)


def test_awkward_tokens_are_shown_as_typed():
    trace = one_hot_run(3)
    for start in range(0, len(AWKWARD), 3):
        tokens = AWKWARD[start : start + 3]
        figure = cell(trace, tokens=tokens, columns=tokens)
        frames = {frame.name: frame for frame in figure.frames}
        for t, token in enumerate(tokens):
            (text,) = parts(figure, frames[f"{t}.0"])["token"].text
            assert unescape(text) == f"“{token}”"


def test_the_trace_is_not_changed():
    trace = run(2)
    before = {name: array.copy() for name, array in trace.as_dict().items()}
    cell(trace)
    assert all(np.array_equal(before[name], array) for name, array in trace.as_dict().items())


@pytest.mark.parametrize(
    "options, message",
    [
        ({"layout": "round"}, "layout must be 'wide' or 'tall', got 'round'"),
        ({"theme": "sepia"}, "theme must be 'light' or 'dark', got 'sepia'"),
        ({"unit": 3}, "unit must be from 0 to 2, got 3"),
        ({"unit": -1}, "unit must be from 0 to 2, got -1"),
        ({"steps": (0, 2)}, r"steps must be from 0 to 1, got \(0, 2\)"),
        ({"steps": (-1,)}, r"steps must be from 0 to 1, got \(-1,\)"),
        ({"steps": ()}, r"steps must be from 0 to 1, got \(\)"),
        ({"tokens": ("a",)}, "expected 2 tokens"),
        ({"columns": ("a",)}, "expected 2 columns"),
    ],
)
def test_what_does_not_fit_is_refused(options, message):
    with pytest.raises(ValueError, match=message):
        cell(TRACE, **options)


def test_other_records_are_refused():
    rng = np.random.default_rng(0)
    rnn = lstm_viz.RNN.init(input_size=2, hidden_size=3, rng=rng).run(np.ones((2, 2)))
    other = replace(rnn, table=rnn.table[1:])
    with pytest.raises(ValueError, match="another kind of cell"):
        cell(other)
    lstm = lstm_viz.LSTM.init(input_size=2, hidden_size=3, rng=rng)
    with pytest.raises(ValueError, match="batch"):
        cell(lstm.run(np.ones((2, 1, 2))))


@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_a_simple_recurrent_cell_has_a_picture_too(layout):
    rnn = lstm_viz.RNN.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0))
    trace = rnn.run(np.ones((2, 2)))
    figure = cell(trace, tokens=["a", "b"], unit=2, layout=layout)
    moments = [frame.name for frame in figure.frames if frame.name.count(".") == 1]
    assert moments == ["0.0", "0.1", "0.2", "0.3", "1.0", "1.1", "1.2"]
    last = next(frame for frame in figure.frames if frame.name == "1.2")
    shown = [part for part in last.data if part.text]
    (strips,) = [part for part in shown if number(trace.h[1, 2], sign=True) in part.text]
    assert number(trace.z[1, 2], sign=True) in strips.text
