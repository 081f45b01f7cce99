"""The player in the browser composes the same frames and sentences as Python does.

Run in the Node.js that Playwright brings along, so that no browser has to be opened.
"""

from html import unescape

import numpy as np
import pytest

from lstm_viz.figures.cell import _merge
from lstm_viz.figures.film import compose, film, travelling_dots
from lstm_viz.figures.style import LIGHT, resolve
from lstm_viz.figures.words import sentence
from lstm_viz.notation import bracketed, honest, number, percent
from lstm_viz.player import compressed, payload
from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.trace import Trace
from tests.unit.figures.runs import AWKWARD, cell
from tests.unit.node import in_node

HARNESS = """
import { compose } from "player/film/compose.js";
import { openFilm, readPayload, valuesAt } from "player/film/film.js";
import { fillNumbers, stageWords } from "player/film/words.js";
import { measurePath, pointOn } from "player/picture/flow.js";
import { honest } from "player/shared/honest.js";
import { formatNumber, formatPercent } from "player/shared/numbers.js";
import { merge, resolve } from "player/shared/patches.js";
const travel = ({ points, spacing, shift }) => {
  const path = measurePath(points);
  const dots = [];
  for (let s = shift % spacing; s < path.length; s += spacing) dots.push(pointOn(path, s));
  return dots;
};
const answersOf = (film) => ({
  frames: ({ layout, places }) => places.map(([t, k]) => compose(film, film.views[layout], t, k)),
  length: () => film.length,
  values: ({ names }) => names.map((name) =>
    [...Array(film.steps).keys()].map((t) => Array.from(valuesAt(film, name, t)))),
  words: ({ templates }) => templates.map(([text, t, unit]) => fillNumbers(film, text, t, unit)),
  told: ({ places, unit }) => places.map(([t, k]) => {
    const { numbers, sentence } = stageWords(film, t, k, unit);
    return [numbers, sentence].map((text) => fillNumbers(film, text, t, unit));
  }),
  honest: ({ texts }) => texts.map(honest),
  numbers: ({ values }) => values.map((v) => [formatNumber(v), formatNumber(v, true)]),
  percents: ({ values }) => values.map(formatPercent),
  dots: ({ paths }) => paths.map(travel),
  resolve: ({ node, palette }) => resolve(node, palette),
  merge: ({ base, patch }) => merge(base, patch),
});
const answer = async ({ film, asked }) => {
  const answers = answersOf(film && openFilm(await readPayload(film)));
  return asked.map(({ what, ...rest }) => answers[what](rest));
};
"""


@pytest.fixture(scope="module")
def in_javascript(tmp_path_factory):
    """(film, questions) -> what the player's own code answers."""
    node = in_node(tmp_path_factory.mktemp("node"), HARNESS)

    def ask(asked, film=None):
        return node({"film": None if film is None else compressed(film), "asked": asked})

    return ask


def float32_run(steps, hidden_size, input_size, *, one_hot=False):
    """Values that arrive in the browser as they are."""
    lstm = cell(hidden_size, input_size)
    lstm = type(lstm)(
        *(getattr(lstm, name).astype("f4") for name in ("weight_ih", "weight_hh", "bias"))
    )
    rng = np.random.default_rng(5)
    x = np.eye(input_size)[rng.integers(0, input_size, steps)] if one_hot else rng.normal(
        0, 2, (steps, input_size)
    )  # fmt: skip
    trace = lstm.run(x.astype("f4"), rng.uniform(-1, 1, hidden_size), rng.normal(size=hidden_size))
    assert trace.h.dtype == np.float32
    weights = {name: getattr(lstm, name) for name in ("weight_ih", "weight_hh", "bias")}
    return trace, weights


def near(one, other, path=()):
    """Equal, but for the last digit of a rounded number."""
    if isinstance(one, dict):
        assert one.keys() == other.keys(), path
        for key in one:
            near(one[key], other[key], (*path, key))
    elif isinstance(one, list | tuple):
        assert len(one) == len(other), path
        for k, (a, b) in enumerate(zip(one, other, strict=True)):
            near(a, b, (*path, k))
    elif isinstance(one, float | int) and not isinstance(one, bool):
        assert one == pytest.approx(other, abs=1.01e-4), path
    else:
        assert one == other, path


@pytest.mark.parametrize("layout", ["wide", "tall"])
@pytest.mark.parametrize(
    "steps, hidden_size, input_size, one_hot",
    [(3, 3, 2, False), (1, 1, 1, False), (2, 12, 16, False), (4, 6, 5, True)],
)
def test_frames_are_the_same(in_javascript, layout, steps, hidden_size, input_size, one_hot):
    trace, weights = float32_run(steps, hidden_size, input_size, one_hot=one_hot)
    story = film(trace, tokens=AWKWARD[:steps])
    view = story.views[layout]
    places = list(story.positions())
    data = payload(story, weights=weights)
    asked = [{"what": "frames", "layout": layout, "places": places}, {"what": "length"}]
    frames, length = in_javascript(asked, data)
    assert length == len(story)
    for (t, k), frame in zip(places, frames, strict=True):
        near(compose(story, view, t, k), frame, (t, k))


def told_story(held):
    """The phone call with values that arrive in the browser as they are."""
    trace = run(held).trace
    rounded = {name: array.astype("f4") for name, array in trace.arrays.items()}
    return call_film(Trace(trace.table, rounded, trace.clamped), held)


@pytest.mark.parametrize("layout", ["wide", "tall"])
@pytest.mark.parametrize("held", [None, 2, 6])
def test_frames_of_a_story_are_the_same(in_javascript, layout, held):
    film = told_story(held)
    view, places = film.views[layout], list(film.positions())
    asked = [{"what": "frames", "layout": layout, "places": places}, {"what": "length"}]
    frames, length = in_javascript(asked, payload(film))
    assert length == len(film) == len(STORY.beats) * len(film.stages)
    for (t, k), frame in zip(places, frames, strict=True):
        near(compose(film, view, t, k), frame, (t, k))


@pytest.mark.parametrize("held", [None, 0, 2])
def test_sentences_of_a_story_are_the_same(in_javascript, held):
    film = told_story(held)
    asked = [{"what": "told", "places": list(film.positions()), "unit": 4}]
    (found,) = in_javascript(asked, payload(film))
    for (t, k), (numbers, text) in zip(film.positions(), found, strict=True):
        assert unescape(text) == sentence(film.told[t][k], film, t, 4)
        assert unescape(numbers) == sentence(film.stages[k].numbers, film, t, 4)


def test_values_are_the_same(in_javascript):
    trace, weights = float32_run(4, 3, 5, one_hot=True)
    data = payload(film(trace), weights=weights)
    (values,) = in_javascript([{"what": "values", "names": list(trace.names)}], data)
    for name, found in zip(trace.names, values, strict=True):
        np.testing.assert_array_equal(np.array(found, dtype="f4"), getattr(trace, name), name)


def test_sentences_and_numbers_are_the_same(in_javascript):
    trace, weights = float32_run(len(AWKWARD), 3, 2)
    story = film(trace, tokens=AWKWARD)
    templates = [
        (template, t, unit)
        for stage in story.stages
        for template in (stage.numbers, stage.sentence)
        for t in range(len(AWKWARD))
        for unit in range(3)
    ]
    (found,) = in_javascript(
        [{"what": "words", "templates": templates}], payload(story, weights=weights)
    )
    for (template, t, unit), text in zip(templates, found, strict=True):
        assert unescape(text) == unescape(sentence(template, story, t, unit))
        assert "<" not in text


def test_the_parts_of_a_pre_activation_add_up(in_javascript):
    trace, weights = float32_run(5, 3, 2)
    templates = [(f"{{wx_{g}}} {{uh_{g}}} {{b_{g}}} {{z_{g}}}", 4, 1) for g in "ifgo"]
    (found,) = in_javascript(
        [{"what": "words", "templates": templates}], payload(film(trace), weights=weights)
    )
    for row, (gate, text) in enumerate(zip("ifgo", found, strict=True)):
        at = row * 3 + 1
        wx = float(weights["weight_ih"][at] @ trace.x[4])
        uh = float(weights["weight_hh"][at] @ trace.h_prev[4])
        parts = (wx, uh, float(weights["bias"][at]), float(getattr(trace, f"z_{gate}")[4, 1]))
        shown = [float(part.replace("−", "-")) for part in text.split()]
        assert shown == pytest.approx(parts, abs=0.00502)
        assert sum(shown[:3]) == pytest.approx(shown[3], abs=0.021)


def test_numbers_are_written_the_same(in_javascript):
    rng = np.random.default_rng(0)
    values = [
        0.0, -0.0, 0.004999, 0.005, -0.005, 0.125, -0.375, 0.625, 1.005, 2.5, 99.99, 99.994,
        99.995, 99.996, -100.5, 101.5, 12345.5, 99999.4, 99999.5, 1e5, -2.5e5, 1e6, 3e12, 1e-9,
        *rng.normal(size=300), *(rng.normal(size=100) * 1e4), *np.arange(-3, 3, 0.0625),
    ]  # fmt: skip
    values = [float(value) for value in values]
    (found,) = in_javascript([{"what": "numbers", "values": values}])
    assert found == [[number(value), number(value, sign=True)] for value in values]


def test_shares_are_written_the_same(in_javascript):
    values = [0.0, 1.0, 1e-13, 1 - 1e-13, 1e-9, 0.00999, 0.01, 0.5, 0.99, 0.9901, 0.999]
    values += [float(k) / 400 for k in range(401)]
    (found,) = in_javascript([{"what": "percents", "values": values}])
    assert found == [percent(value) for value in values]


def test_dots_are_at_the_same_places(in_javascript):
    diagram = film(float32_run(1, 3, 2)[0]).views["tall"].diagram
    paths = [
        {"points": [list(point) for point in wire.points], "spacing": 60, "shift": shift}
        for wire in diagram.wires.values()
        for shift in (0, 20, 59, 75.5)
    ]
    (found,) = in_javascript([{"what": "dots", "paths": paths}])
    for path, dots in zip(paths, found, strict=True):
        expected = travelling_dots(path["points"], path["spacing"], path["shift"])
        assert dots == [pytest.approx(dot) for dot in expected]


def test_roles_and_patches_are_put_in_the_same_way(in_javascript):
    node = {
        "text": ["$ink"], "ticktext": "$f", "marker": {"color": ["$f", 0.5, None, "red"]},
        "colorscale": "$values", "on": True, "nothing": None,
    }  # fmt: skip
    base = {"marker": {"color": [1, 2], "line": {"width": 2}}, "x": [1], "opacity": 1}
    patch = {"marker": {"line": {"color": "red"}, "color": [3]}, "x": [], "textfont": {"size": 3}}
    resolved, merged = in_javascript(
        [
            {"what": "resolve", "node": node, "palette": LIGHT},
            {"what": "merge", "base": base, "patch": patch},
        ]
    )
    assert resolved == resolve(node, LIGHT)
    assert merged == _merge(base, patch)


def test_what_does_not_hold_as_printed_is_said_the_same(in_javascript):
    rng = np.random.default_rng(5)
    texts = []
    for a, b in rng.normal(size=(300, 2)):
        texts += [
            f"{number(a)} × {bracketed(number(b))} = {number(a * b)}",
            f"σ({number(a)} + {bracketed(number(b))} + 0.10) = σ({number(a + b + 0.1)}) = 0.50",
            f"(1 − <b>{number(abs(a))}</b>) × {bracketed(number(b))} = {number((1 - abs(a)) * b)}",
            f'<span style="x">{number(a)}</span> − <b>{number(abs(b))}</b> = {number(a - abs(b))}',
        ]
    (found,) = in_javascript([{"what": "honest", "texts": texts}])
    assert found == [honest(text) for text in texts]
    assert 0.1 < sum("≈" in text for text in found) / len(found) < 0.9
