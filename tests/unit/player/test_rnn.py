"""A simple recurrent cell in the browser: its sums are those of the run."""

import re

import numpy as np
import pytest

from lstm_viz import RNN
from lstm_viz.figures.film import film
from lstm_viz.player import compressed, payload
from lstm_viz.player.units import units_payload
from tests.unit.node import in_node
from tests.unit.player.test_network import HARNESS, text_of

UNITS = (7, 1)


def run(steps, units, inputs, *, one_hot=False):
    """(a run, its weights) whose numbers arrive in the browser as they are."""
    rng = np.random.default_rng(1)
    shapes = ((units, inputs), (units, units), (units,))
    cell = RNN(*(rng.normal(0, 0.7, shape).astype("f4") for shape in shapes))
    x = np.eye(inputs)[rng.integers(0, inputs, steps)] if one_hot else rng.normal(
        size=(steps, inputs)
    )  # fmt: skip
    trace = cell.run(x.astype("f4"), rng.uniform(-1, 1, units).astype("f4"))
    return trace, {name: getattr(cell, name) for name in ("weight_ih", "weight_hh", "bias")}


@pytest.fixture(scope="module")
def ask_node(tmp_path_factory):
    return in_node(tmp_path_factory.mktemp("node"), HARNESS)


def test_a_sum_is_opened_down_to_its_weights(ask_node):
    trace, weights = run(4, 3, 2)
    sent = compressed(payload(film(trace), weights=weights))
    asked = [{"what": "where", "name": "h", "k": 1, "t": 2}]
    html = ask_node({"film": sent, "asked": asked})[0]
    rows = [text_of(row).split() for row in re.findall(r"<tr.*?</tr>", html, re.S)][1:]
    products = [float(row[-1].replace("−", "-")) for row in rows]
    *terms, total = products
    wx, uh = weights["weight_ih"][1] * trace.x[2], weights["weight_hh"][1] * trace.h[1]
    assert terms == pytest.approx([*wx, *uh, weights["bias"][1]], abs=6e-5)
    assert total == pytest.approx(trace.z[2, 1], abs=6e-5)
    assert sum(terms) == pytest.approx(total, abs=4e-4)


def test_the_three_parts_of_the_sum_are_its_numbers(ask_node):
    trace, weights = run(4, 3, 2)
    data = payload(film(trace), weights=weights)
    assert data["stages"][1]["numbers"] == "{wx_z} + {(uh_z)} + {(b_z)} = {z}"
    asked = [{"what": "told", "places": [[3, 1]], "unit": 0}]
    numbers = ask_node({"film": compressed(data), "asked": asked})[0][0][0]
    found = [float(n.replace("−", "-")) for n in re.findall(r"−?\d+\.\d\d", numbers)]
    wx = float(weights["weight_ih"][0] @ trace.x[3])
    uh = float(weights["weight_hh"][0] @ trace.h[2])
    assert found == pytest.approx([wx, uh, weights["bias"][0], trace.z[3, 0]], abs=0.00502)


def test_of_many_units_the_rest_is_sent_as_colours(ask_node):
    trace, weights = run(6, 20, 12, one_hot=True)
    columns = [chr(97 + k) for k in range(12)]
    data = units_payload(
        trace, tokens=list("abcdef"), columns=columns, weights=weights, units=UNITS, at=3
    )
    assert set(data["network"]["values"]) == {"x", "h", "z"}
    asked = [
        *({"what": "all", "name": name} for name in ("z", "h", "h_prev", "x")),
        {"what": "fields", "layout": "tall", "t": 2, "k": 3},
        {"what": "where", "name": "z", "k": 0, "t": 4},
    ]
    *values, fields, html = ask_node({"film": compressed(data), "asked": asked})
    for name, found in zip(("z", "h", "h_prev", "x"), values, strict=True):
        np.testing.assert_allclose(found, getattr(trace, name), atol=2e-4)
    looks = {field["name"]: field for field in fields}
    assert set(looks) == {"x", "h_prev", "z", "h"}
    home = data["views"]["tall"]["fields"]["h_prev"]["box"]
    assert looks["h"]["at"] == list(home[:2]) and looks["z"]["seen"] == 0
    assert "the other 12 together" in text_of(html)
    total = re.search(r"sum .*?(−?\d+\.\d{4})\s*$", text_of(html).strip())
    assert total and float(total[1].replace("−", "-")) == pytest.approx(trace.z[4, 7], abs=6e-5)


def test_weights_of_another_shape_are_refused():
    trace, weights = run(4, 8, 2)
    wrong = weights | {"bias": np.zeros(32)}
    with pytest.raises(ValueError, match=r"'bias': \(8,\)\}, got"):
        units_payload(
            trace, tokens=list("abcd"), columns=["p", "q"], weights=wrong, units=(1,), at=0
        )
