"""What goes to the browser is the run, whole and small."""

import gzip
import json
import sys
from base64 import b64decode

import numpy as np
import pytest

from lstm_viz.figures.film import SHOWN, film
from lstm_viz.figures.kind import LSTM
from lstm_viz.figures.overview import MOST_ROWS, description
from lstm_viz.figures.style import THEMES
from lstm_viz.player import compressed, payload, style, template
from lstm_viz.player.payload import encoded, packed
from lstm_viz.signals import LSTM_SIGNALS
from tests.unit.figures.runs import AWKWARD, cell, one_hot_run, run
from tests.unit.player.decode import decode

WEIGHTS = ("weight_ih", "weight_hh", "bias")
MOST_BYTES = 200_000


def weights_of(lstm):
    return {name: getattr(lstm, name) for name in WEIGHTS}


def as_sent(data):
    """Through JSON, as the browser gets it."""
    return json.loads(json.dumps(data, allow_nan=False))


@pytest.mark.parametrize(
    "steps, hidden_size, input_size", [(1, 1, 1), (3, 3, 2), (2, 6, 16), (2, 12, 64)]
)
def test_all_values_arrive_as_float32(steps, hidden_size, input_size):
    trace = run(steps, hidden_size, input_size)
    lstm = cell(hidden_size, input_size)
    data = as_sent(payload(film(trace), weights=weights_of(lstm)))
    assert (data["steps"], data["units"]) == (steps, hidden_size)
    sent = {name: decode(array) for name, array in data["values"].items()}
    assert set(sent) == {row.name for row in LSTM_SIGNALS} - set(LSTM.carried.values())
    for name, array in sent.items():
        np.testing.assert_array_equal(array, getattr(trace, name).astype(np.float32), name)
    for name, source in (("h", trace.h0), ("c", trace.c0)):
        np.testing.assert_array_equal(decode(data["start"][name]), source.astype(np.float32))
    for name in WEIGHTS:
        np.testing.assert_array_equal(
            decode(data["weights"][name]), getattr(lstm, name).astype(np.float32)
        )


def test_what_is_not_sent_can_be_looked_up():
    """h_prev and c_prev are h0 and c0, then h and c of the step before."""
    trace = run(5)
    data = payload(film(trace))
    for name in ("h", "c"):
        values = decode(data["values"][name])
        before = np.vstack([decode(data["start"][name]), values[:-1]])
        np.testing.assert_array_equal(before, getattr(trace, f"{name}_prev").astype(np.float32))
        assert f"{name}_prev" not in data["values"]


def test_labels_stages_and_constants_are_the_films():
    trace = run(2, 3, 2)
    story = film(trace, tokens=AWKWARD[:2], columns=AWKWARD[2:4])
    data = as_sent(payload(story, unit_labels=("one", "<two>", "$f")))
    assert data["tokens"] == AWKWARD[:2] and data["columns"] == AWKWARD[2:4]
    assert data["unitLabels"] == ["one", "<two>", "$f"]
    assert data["shown"] == list(SHOWN) and data["carried"] == LSTM.carried
    assert data["scales"] == story.scales
    assert data["palettes"] == as_sent(THEMES)
    assert data["overview"] == as_sent({**description(story), "units": 3})
    assert [stage["states"] for stage in data["stages"]] == story.states
    for sent, stage in zip(data["stages"], story.stages, strict=True):
        for name in ("title", "equation", "sentence", "carries"):
            assert sent[name] == getattr(stage, name)
        assert (sent["focus"], sent["wires"]) == (list(stage.focus), list(stage.wires))
    for row in LSTM_SIGNALS:
        sent = data["signals"][row.name]
        assert (sent["symbol"], sent["label"], sent["color"]) == (row.symbol, row.label, row.color)
        assert (sent["formula"], sent["inputs"]) == (row.formula, list(row.inputs))
        assert (sent.get("squash", ""), sent.get("row")) == (row.squash, row.row)


def test_numbers_go_down_to_the_weights_only_when_there_are_weights():
    story = film(run())
    without = payload(story)
    assert without["weights"] == {}
    assert [s["numbers"] for s in without["stages"]] == [s.numbers for s in story.stages]
    with_them = payload(story, weights=weights_of(cell()))
    numbers = [stage["numbers"] for stage in with_them["stages"]]
    assert numbers == [stage.with_weights or stage.numbers for stage in story.stages]
    assert sum("{wx_" in text for text in numbers) == 4


@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_geometry_is_the_diagrams(layout):
    view = film(run(2, 3, 2)).views[layout]
    sent = as_sent(payload(film(run(2, 3, 2))))["views"][layout]
    diagram = view.diagram
    assert (sent["width"], sent["height"]) == (diagram.width, diagram.height)
    assert list(sent["strips"]) == list(SHOWN)
    for name, strip in diagram.strips.items():
        places = [list(strip.cell_centre(k)) for k in range(strip.cells)]
        assert sent["strips"][name]["at"] == places
        assert sent["strips"][name]["numbered"] == strip.numbered
    for name, wire in diagram.wires.items():
        points = [list(point) for point in wire.points]
        assert sent["wires"][name] == {"color": wire.color, "points": points}
    assert sent["ops"] == [[*op.centre, op.radius] for op in diagram.ops.values()]


def test_held_gates_are_sent_and_free_units_are_null():
    trace = cell(3, 2).run(np.ones((2, 2)), clamp={"f": [0.0, np.nan, 0.25], "g": -1})
    assert as_sent(payload(film(trace)))["clamped"] == {"f": [0, None, 0.25], "g": [-1, -1, -1]}


def test_huge_and_tiny_values_are_still_numbers():
    lstm = cell(2, 1)
    trace = lstm.run(np.array([[1e6], [-1e6], [1e-300]]), c0=[1e6, -1e6])
    data = as_sent(payload(film(trace), weights=weights_of(lstm)))
    assert all(np.isfinite(decode(array)).all() for array in data["values"].values())


def test_the_same_film_is_always_the_same_payload():
    assert json.dumps(payload(film(run()))) == json.dumps(payload(film(run())))


# ---- packing -----------------------------------------------------------------------------------


def test_the_same_is_sent_with_orjson_and_without(monkeypatch):
    pytest.importorskip("orjson")
    what = {"film": payload(film(run())), "numbers": (np.float64(0.1), -0.0, 1e-9), "tanh′": None}
    refused = (np.int64(1), np.float32(0.1), np.ones(2))
    sent = encoded(what)
    for one in refused:
        with pytest.raises(TypeError):
            encoded([one])
    monkeypatch.setattr(sys.modules[encoded.__module__], "orjson", None)
    assert encoded(what) != sent, "another encoder"
    assert json.loads(encoded(what)) == json.loads(sent)
    for one in refused:
        with pytest.raises(TypeError):
            encoded([one])


def test_one_hot_rows_are_sent_as_their_columns():
    rows = np.eye(5)[[3, 0, 0, 4]]
    assert packed(rows) == {"type": "oneHot", "shape": [4, 5], "columns": [3, 0, 0, 4]}
    assert packed(rows.astype(np.float32)) == packed(rows)
    np.testing.assert_array_equal(decode(packed(rows)), rows)


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((2, 3)),
        np.ones((2, 3)),
        np.array([[1.0], [1.0]]),
        np.array([0.0, 1.0]),
        np.array([[0.0, 1.0], [0.0, 0.5]]),
        np.array([[0.0, 1.0], [1.0, 1.0]]),
        np.array([[2.0, -1.0], [0.0, 1.0]]),
        np.array([[0.5, 0.5], [0.0, 1.0]]),
        np.array([[1e-40, -1e-40], [0.1, 3.0]]),
    ],
    ids=str,
)
def test_what_is_not_one_hot_is_sent_as_numbers(array):
    sent = as_sent(packed(array))
    assert sent["type"] == "float32" and sent["shape"] == list(array.shape)
    np.testing.assert_array_equal(decode(sent), array.astype(np.float32))


def test_a_column_of_an_array_can_be_packed():
    """Views with strides of their own, as a trace hands them out."""
    big = np.arange(24.0).reshape(4, 6)
    for view in (big[:, ::2], big[::-1], big.T, np.asfortranarray(big)):
        np.testing.assert_array_equal(decode(packed(view)), view.astype(np.float32))


def test_words_cost_one_number_a_step():
    words = payload(film(one_hot_run(60)))
    assert words["values"]["x"] == {"type": "oneHot", "shape": [60, 60], "columns": list(range(60))}


# ---- size --------------------------------------------------------------------------------------


def largest(steps):
    """The payload of the largest table that the app reads, in numbers that do not compress."""
    lstm = cell(6, 16)
    trace = lstm.run(np.random.default_rng(0).normal(size=(steps, 16)))
    story = film(trace, tokens=[f"{t * 7919 % 1000}, …" for t in range(steps)])
    labels = ["a random mix"] * 6
    return payload(story, weights=weights_of(lstm), unit_labels=labels)


def test_two_hundred_steps_fit_into_200_kb(report):
    """Everything that Streamlit sends when the player is mounted; its script is fetched once."""
    sent = {
        "payload": compressed(largest(200)),
        "style": style(),
        "template": template(),
    }
    found = {name: len(json.dumps(part)) for name, part in sent.items()}
    for name, size in found.items():
        report(f"player, 200 steps × 6 units × 16 inputs: {name}", size / 1000, "KB")
    assert sum(found.values()) <= MOST_BYTES, found


def test_a_step_costs_its_numbers_and_nothing_more():
    """13 signals of 6 units and 16 inputs are 376 bytes, 4/3 of that in base64, and a label."""
    sizes = [len(json.dumps(largest(steps), separators=(",", ":"))) for steps in (100, 200)]
    assert (sizes[1] - sizes[0]) / 100 <= (13 * 6 + 16) * 4 * 4 / 3 + 24


def test_a_compressed_payload_is_the_payload():
    data = payload(film(run(3), tokens=["🚀", "שלום", "<b>"]))
    sent = compressed(data)
    assert json.loads(gzip.decompress(b64decode(sent))) == as_sent(data)
    assert sent == compressed(payload(film(run(3), tokens=["🚀", "שלום", "<b>"])))


def test_answers_are_sent_when_there_are_any():
    story = film(run(2))
    assert payload(story)["answers"] == []
    assert payload(story, answers=("a", "<b>"))["answers"] == ["a", "<b>"]


def test_what_is_lit_is_the_films():
    story = film(run(2))
    data = as_sent(payload(story))
    assert data["quiet"] == as_sent(story.quiet) and data["lit"] == as_sent(story.lit)


def test_of_many_units_a_few_at_a_time_have_rows_over_all_steps():
    story = film(run(5, 20))
    sent = as_sent(payload(story)["overview"])
    assert sent == as_sent({**description(story, MOST_ROWS), "units": MOST_ROWS})
    assert sent["layout"]["height"] < 900
