"""A GRU in the browser: its sums are those of the run, down to both biases."""

import re

import numpy as np
import pytest

from lstm_viz import GRU
from lstm_viz.figures.film import film
from lstm_viz.player import compressed, payload
from lstm_viz.player.units import units_payload
from tests.unit.node import in_node
from tests.unit.player.test_network import HARNESS, text_of

UNITS = (7, 1)
BLOCKS = {"z_r": 0, "z_z": 1, "xn": 2, "hn": 2}
"""Rows of the stacked weights, in PyTorch's order: r, z, n."""


def run(steps, units, inputs, *, one_hot=False, **options):
    """(a run, its weights) whose numbers arrive in the browser as they are."""
    rng = np.random.default_rng(1)
    shapes = ((3 * units, inputs), (3 * units, units), (3 * units,), (3 * units,))
    cell = GRU(*(rng.normal(0, 0.7, shape).astype("f4") for shape in shapes))
    x = np.eye(inputs)[rng.integers(0, inputs, steps)] if one_hot else rng.normal(
        size=(steps, inputs)
    )  # fmt: skip
    trace = cell.run(x.astype("f4"), rng.uniform(-1, 1, units).astype("f4"), **options)
    names = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    return trace, {name: getattr(cell, name) for name in names}


@pytest.fixture(scope="module")
def ask_node(tmp_path_factory):
    return in_node(tmp_path_factory.mktemp("node"), HARNESS)


def products(html):
    """(terms, total) of the table of a sum."""
    rows = [text_of(row).split() for row in re.findall(r"<tr.*?</tr>", html, re.S)][1:]
    *terms, total = (float(row[-1].replace("−", "-")) for row in rows)
    return terms, total


@pytest.mark.parametrize("name", BLOCKS)
def test_a_sum_is_opened_down_to_its_weights_and_its_own_biases(ask_node, name):
    trace, weights = run(4, 3, 2)
    sent = compressed(payload(film(trace), weights=weights))
    html = ask_node({"film": sent, "asked": [{"what": "where", "name": name, "k": 1, "t": 2}]})[0]
    row = BLOCKS[name] * 3 + 1
    from_x = [*(weights["weight_ih"][row] * trace.x[2])]
    from_h = [*(weights["weight_hh"][row] * trace.h[1])]
    biases = [weights["bias_ih"][row], weights["bias_hh"][row]]
    wanted = {"xn": [*from_x, biases[0]], "hn": [*from_h, biases[1]]}
    terms, total = products(html)
    assert terms == pytest.approx(wanted.get(name, [*from_x, *from_h, *biases]), abs=6e-5)
    assert total == pytest.approx(getattr(trace, name)[2, 1], abs=6e-5)
    assert sum(terms) == pytest.approx(total, abs=5e-4)
    shown = re.findall(r"bias of [xh]", text_of(html))
    assert shown == {"xn": ["bias of x"], "hn": ["bias of h"]}.get(name, ["bias of x", "bias of h"])


def test_the_new_state_is_opened_through_both_shares(ask_node):
    trace, weights = run(4, 3, 2)
    sent = compressed(payload(film(trace), weights=weights))
    html = ask_node({"film": sent, "asked": [{"what": "where", "name": "h", "k": 0, "t": 1}]})[0]
    parts = set(re.findall(r'data-part="([a-z_.]+)"', html))
    assert {"h.kept", "h.written", "kept.z", "kept.h_prev", "written.z", "written.n"} <= parts
    assert {"n.z_n", "z_n.xn", "z_n.r", "z_n.hn", "r.z_r", "z.z_z"} <= parts
    n = f"{trace.n[1, 0]:.4f}".replace("-", "−")
    n = f"({n})" if n.startswith("−") else n
    assert f"(1 − {trace.z[1, 0]:.4f}) × {n} = " in text_of(html).replace(" )", ")")


def test_without_weights_a_sum_says_what_it_is_made_of(ask_node):
    trace, _ = run(4, 3, 2)
    asked = [{"what": "where", "name": name, "k": 0, "t": 1} for name in ("xn", "hn", "z_r")]
    found = ask_node({"film": compressed(payload(film(trace))), "asked": asked})
    for html, said in zip(found, ("W x + b = ", "U h + b = ", "W x + U h + b = "), strict=True):
        assert said in re.sub("<[^>]*>", "", html)


@pytest.mark.parametrize("gate", ["r", "z"])
def test_the_three_parts_of_a_gates_sum_are_its_numbers(ask_node, gate):
    trace, weights = run(4, 3, 2)
    data = payload(film(trace), weights=weights)
    k = 1 + "rz".index(gate)
    asked = [{"what": "told", "places": [[3, k]], "unit": 0}]
    numbers = ask_node({"film": compressed(data), "asked": asked})[0][0][0]
    found = [float(n.replace("−", "-")) for n in re.findall(r"−?\d+\.\d\d", numbers)]
    row = 3 * "rz".index(gate)
    parts = [
        float(weights["weight_ih"][row] @ trace.x[3]),
        float(weights["weight_hh"][row] @ trace.h[2]),
        float(weights["bias_ih"][row] + weights["bias_hh"][row]),
    ]
    whole = [getattr(trace, f"z_{gate}")[3, 0], getattr(trace, gate)[3, 0]]
    assert found == pytest.approx([*parts, *whole], abs=0.00502)
    assert sum(parts) == pytest.approx(whole[0], abs=1e-5)


def test_of_many_units_the_rest_is_sent_as_colours(ask_node):
    trace, weights = run(6, 20, 12, one_hot=True)
    columns = [chr(97 + k) for k in range(12)]
    data = units_payload(
        trace, tokens=list("abcdef"), columns=columns, weights=weights, units=UNITS, at=3
    )
    names = ("r", "z", "xn", "hn", "n", "kept", "written", "h", "h_prev", "x")
    asked = [
        *({"what": "all", "name": name} for name in names),
        {"what": "fields", "layout": "tall", "t": 2, "k": 6},
        {"what": "where", "name": "hn", "k": 0, "t": 4},
    ]
    *values, fields, html = ask_node({"film": compressed(data), "asked": asked})
    for name, found in zip(names, values, strict=True):
        np.testing.assert_allclose(found, getattr(trace, name), atol=2e-4)
    looks = {field["name"]: field for field in fields}
    assert set(looks) == set(names)
    home = data["views"]["tall"]["fields"]["h_prev"]["box"]
    assert looks["h"]["at"] == list(home[:2]) and looks["z"]["seen"] == 0
    assert "the other 12 together" in text_of(html)
    total = re.search(r"sum .*?(−?\d+\.\d{4})\s*$", text_of(html).strip())
    assert total and float(total[1].replace("−", "-")) == pytest.approx(trace.hn[4, 7], abs=6e-5)


def test_weights_without_both_biases_are_refused():
    trace, weights = run(4, 8, 2)
    wrong = {name: array for name, array in weights.items() if name != "bias_hh"}
    with pytest.raises(ValueError, match=r"'bias_hh': \(24,\)\}, got"):
        units_payload(
            trace, tokens=list("abcd"), columns=["p", "q"], weights=wrong, units=(1,), at=0
        )
