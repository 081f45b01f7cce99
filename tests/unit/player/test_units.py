"""What goes to the browser of a big network: few units whole, all of them as colours, and small."""

import json
from base64 import b64decode

import numpy as np
import pytest

from lstm_viz import LSTM
from lstm_viz.figures.among import among
from lstm_viz.figures.film import film
from lstm_viz.player import compressed, payload
from lstm_viz.player.units import WINDOW, stepped, units_payload, window
from tests.each import for_each
from tests.unit.figures.runs import run
from tests.unit.player.decode import decode

MOST_BYTES = 200_000
UNITS = (5, 0, 9)
LETTERS = [chr(97 + k) for k in range(12)]


def network(hidden=10, inputs=12, steps=7, seed=0):
    """(a run of one-hot letters, its weights, its tokens)."""
    rng = np.random.default_rng(seed)
    lstm = LSTM.init(input_size=inputs, hidden_size=hidden, rng=rng)
    read = rng.integers(0, inputs, steps)
    trace = lstm.run(np.eye(inputs)[read])
    weights = {name: getattr(lstm, name) for name in ("weight_ih", "weight_hh", "bias")}
    return trace, weights, [chr(97 + k) if k < 26 else chr(945 + k) for k in read]


@pytest.fixture(scope="module")
def sent():
    trace, weights, tokens = network()
    data = units_payload(
        trace, tokens=tokens, columns=LETTERS, weights=weights, units=UNITS, at=3,
        unit_labels=("one", "two", "three"), answers=[f"says {t}" for t in range(7)],
    )  # fmt: skip
    return trace, weights, json.loads(json.dumps(data, allow_nan=False))


def test_the_chosen_units_are_a_film_of_their_own(sent):
    trace, _, data = sent
    for name, packed in data["values"].items():
        if name != "x":
            expected = getattr(trace, name)[:, UNITS].astype("f4")
            np.testing.assert_array_equal(decode(packed), expected, name)
    assert (data["units"], data["steps"], data["first"], data["of"]) == (3, 7, 0, 7)
    assert data["unitLabels"] == ["one", "two", "three"]
    assert data["answers"][6] == "says 6"


def test_their_rows_of_the_weights_make_their_gates(sent):
    """W x + U h + b, with what is sent, is what the run computed."""
    trace, _, data = sent
    w, u, b = (decode(data["weights"][name]) for name in ("weight_ih", "weight_hh", "bias"))
    values = data["network"]["values"]
    x, h = decode(values["x"]), decode(values["h"])
    for row, gate in enumerate("ifgo"):
        own = slice(3 * row, 3 * row + 3)
        z = x[4] @ w[own].T + h[3] @ u[own].T + b[own]
        np.testing.assert_allclose(z, getattr(trace, f"z_{gate}")[4, list(UNITS)], atol=1e-6)


def test_of_all_units_colours_are_sent_finer_than_they_are_seen(sent):
    trace, _, data = sent
    sent_values = data["network"]["values"]
    assert set(sent_values) == {"x", "h", "f", "i", "g", "o", "c"}
    for name in "figoc":
        packed = sent_values[name]
        steps = np.frombuffer(b64decode(packed["data"]), "<i2")
        found = steps.reshape(packed["shape"]) / 32767 * packed["scale"]
        expected = getattr(trace, name)
        np.testing.assert_allclose(found, expected, atol=np.abs(expected).max() / 60_000)
    assert data["network"]["columns"] == LETTERS
    assert data["network"]["chosen"] == list(UNITS)


def test_nothing_but_zeros_can_be_sent():
    packed = stepped(np.zeros((2, 3)))
    assert packed["scale"] == 1.0 and packed["shape"] == [2, 3]


def test_a_window_has_its_own_labels_and_states():
    trace, weights, tokens = network(hidden=128, steps=400)
    answers = [str(t) for t in range(400)]
    data = units_payload(
        trace, tokens=tokens, columns=LETTERS, weights=weights, units=UNITS, at=237, answers=answers
    )
    first, stop = window(400, 128, 237)
    assert (data["first"], data["steps"], data["of"]) == (first, stop - first, 400)
    assert data["tokens"] == tokens[first:stop] and data["answers"] == answers[first:stop]
    np.testing.assert_array_equal(
        decode(data["network"]["start"]["h"]), trace.h[first - 1].astype("f4")
    )
    np.testing.assert_array_equal(
        decode(data["start"]["c"]), trace.c[first - 1, UNITS].astype("f4")
    )


@pytest.mark.parametrize(
    "steps, hidden", [(400, 128), (49, 128), (200, 16), (2000, 256), (130, 37)]
)
def test_a_payload_is_small(steps, hidden):
    """Random gates are the worst: nothing in them can be made smaller."""
    trace, weights, tokens = network(hidden, 70, steps)
    columns = [chr(200 + k) for k in range(70)]
    data = units_payload(
        trace,
        tokens=tokens,
        columns=columns,
        weights=weights,
        units=(1, 2, 3, 4, 5, 6),
        at=steps // 2,
    )
    assert len(compressed(data)) < MOST_BYTES


def test_with_every_unit_chosen_it_is_the_film_that_it_always_was():
    trace, weights, tokens = network(hidden=4, inputs=5)
    data = units_payload(
        trace, tokens=tokens, columns=LETTERS[:5], weights=weights, units=(0, 1, 2, 3), at=0
    )
    plain = payload(film(trace, tokens=tokens, columns=LETTERS[:5]), weights=weights)
    for name in ("values", "weights", "stages", "lit", "quiet", "tokens", "columns"):
        assert data[name] == plain[name], name
    assert all(view["fields"] == {} for view in data["views"].values())


# ---- the window --------------------------------------------------------------------------------


@for_each("hidden", [8, 40, 128, 256, 512])
@for_each("steps", [1, 40, 64, 65, 200, 201, 5000])
def test_a_window_has_the_step_in_it_and_room_round_it(steps, hidden):
    for at in {0, steps // 3, steps // 2, steps - 1}:
        first, stop = window(steps, hidden, at)
        assert 0 <= first <= at < stop <= steps
        length = stop - first
        assert length == steps or length <= WINDOW
        around = length // 4
        assert first == 0 or at - first >= around - 1
        assert stop == steps or stop - at >= around - 1


def test_all_of_a_short_text_is_sent():
    assert window(200, 16, 150) == (0, 200)
    assert window(50, 128, 49) == (0, 50)


def test_many_steps_share_a_window():
    windows = {window(1000, 128, at) for at in range(1000)}
    assert len(windows) <= 1000 / 25


def test_a_step_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="from 0 to 9, got 10"):
        window(10, 4, 10)


# ---- what does not fit -------------------------------------------------------------------------


def good():
    trace, weights, tokens = network()
    return {
        "trace": trace, "tokens": tokens, "columns": LETTERS, "weights": weights, "units": UNITS,
        "at": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"tokens": ["a"]}, "expected 7 tokens"),
        ({"answers": ["a"]}, "got 7 and 1"),
        ({"columns": ["a"]}, "expected 12 columns"),
        ({"weights": {}}, "expected weights"),
        ({"units": (0, 10)}, "from 0 to 9"),
        ({"at": 7}, "from 0 to 6"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(wrong, said):
    given = good() | wrong
    with pytest.raises(ValueError, match=said) as error:
        units_payload(given.pop("trace"), **given)
    assert "\n" not in str(error.value)


def test_a_batch_and_another_kind_of_cell_are_refused():
    given = good()
    trace = given.pop("trace")
    batch = LSTM.init(input_size=12, hidden_size=10, rng=np.random.default_rng(0)).run(
        np.zeros((7, 2, 12))
    )
    with pytest.raises(ValueError, match="got a batch"):
        units_payload(batch, **given)
    other = type(trace)(trace.table[:5], dict(trace.arrays), {})
    with pytest.raises(ValueError, match="another kind of cell"):
        units_payload(other, **given)


def test_the_numbers_of_x_that_are_not_one_hot_are_all_sent():
    trace = run(5, 10, 3)
    few, place = among(trace, (1, 2), 0, 5)
    assert few.x.shape == (5, 3) and place.fields.inputs == 0
