"""What both languages have to know is the same in both: numbers, colours, what does not add up.

Run in the Node.js that Playwright brings along, so that no browser has to be opened.
"""

import numpy as np
import pytest

from lstm_viz.figures.film import film
from lstm_viz.figures.style import LIGHT, resolve
from lstm_viz.notation import bracketed, honest, number, percent
from lstm_viz.player import compressed, payload
from tests.unit.figures.runs import cell
from tests.unit.frames import ask, merged
from tests.unit.node import in_node

HARNESS = """
import { openFilm } from "player/film/open.js";
import { honest } from "player/shared/honest.js";
import { formatNumber, formatPercent } from "player/shared/numbers.js";
import { merge, resolve } from "player/shared/patches.js";
const answersOf = (film) => ({
  values: ({ names }) => names.map((name) =>
    [...Array(film.steps).keys()].map((t) => Array.from(film.values(name, t)))),
  honest: ({ texts }) => texts.map(honest),
  numbers: ({ values }) => values.map((v) => [formatNumber(v), formatNumber(v, true)]),
  percents: ({ values }) => values.map(formatPercent),
  resolve: ({ node, palette }) => resolve(node, palette),
  merge: ({ base, patch }) => merge(base, patch),
});
const answer = async ({ film, asked }) => {
  const answers = answersOf(film && (await openFilm(film)));
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


def test_values_are_the_same(in_javascript):
    trace, weights = float32_run(4, 3, 5, one_hot=True)
    data = payload(film(trace), weights=weights)
    (values,) = in_javascript([{"what": "values", "names": list(trace.names)}], data)
    for name, found in zip(trace.names, values, strict=True):
        np.testing.assert_array_equal(np.array(found, dtype="f4"), getattr(trace, name), name)


def test_the_parts_of_a_pre_activation_add_up(in_javascript):
    trace, weights = float32_run(5, 3, 2)
    templates = [(f"{{wx_{g}}} {{uh_{g}}} {{b_{g}}} {{z_{g}}}", 4, 1) for g in "ifgo"]
    found = ask(payload(film(trace), weights=weights), "filled", templates=templates)
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


def test_roles_and_patches_are_put_in_the_same_way(in_javascript):
    node = {
        "text": ["$ink"], "ticktext": "$f", "marker": {"color": ["$f", 0.5, None, "red"]},
        "colorscale": "$values", "on": True, "nothing": None,
    }  # fmt: skip
    base = {"marker": {"color": [1, 2], "line": {"width": 2}}, "x": [1], "opacity": 1}
    patch = {"marker": {"line": {"color": "red"}, "color": [3]}, "x": [], "textfont": {"size": 3}}
    resolved, made = in_javascript(
        [
            {"what": "resolve", "node": node, "palette": LIGHT},
            {"what": "merge", "base": base, "patch": patch},
        ]
    )
    assert resolved == resolve(node, LIGHT)
    assert made == merged(base, patch)


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
