"""Each network does what it says it teaches, on real runs."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz import GRU, LSTM, RNN, Trace
from lstm_viz.inputs import Inputs
from lstm_viz.networks import NETWORKS, Network, parse
from lstm_viz.signals import gates
from tests.each import for_each

HAND_SET = ("latch", "counter", "reset")
TEXTS = [
    ("sentence", "the cat and the dog and the bird"),
    ("sentence", "one"),
    ("numbers", "0, 1, 0, 1, 1, 0, 0, 2, 0"),
    ("numbers", "3 0 0 5 0 100 0"),
    ("csv", "a,b\n0,1\n1,0\n1,1\n0,0\n"),
    ("brackets", "(a(b)c)()"),
    ("story", "Mia picks a pear. How many pears?"),
]
ALL_INPUTS = [parse(*text) for text in TEXTS]
# Numbers that switch a hand-set gate fully: 0 is nothing, 1 or more an event.
EVENTS = st.lists(st.sampled_from([0.0, 0.0, 1.0, 2.0, 7.0]), min_size=1, max_size=60)
NEAR = pytest.approx


def run(network: str, inputs: Inputs, hidden_size: int, seed: int = 0) -> Trace:
    return NETWORKS[network].build(inputs, hidden_size, seed).run(inputs.x)


def from_events(events: list[float]) -> Inputs:
    return parse("numbers", " ".join(map(str, events)))


def events(inputs: Inputs, unit: int) -> list[int]:
    """1 where the column that `unit` watches has its event, else 0."""
    return [int(value >= 1) for value in inputs.x[:, unit % len(inputs.columns)]]


def test_every_network_is_under_its_own_id() -> None:
    randoms = ["random", "random-gru", "random-rnn"]
    assert list(NETWORKS) == [*randoms, "basket", "latch", "counter", "reset", "brackets", "call"]
    assert [type(NETWORKS[id].build(ALL_INPUTS[0], 2, 0)) for id in randoms] == [LSTM, GRU, RNN]
    assert all(network.id == key for key, network in NETWORKS.items())


@pytest.mark.parametrize("network", NETWORKS.values(), ids=lambda network: network.id)
def test_every_network_builds_what_it_promises(network: Network) -> None:
    assert network.teaches.endswith(".")
    assert network.teaches.count(". ") == 0
    least, greatest = network.hidden_sizes
    assert 1 <= least <= network.default_hidden <= max(least, min(greatest, 4))
    assert greatest <= 6
    for inputs in (inputs for inputs in ALL_INPUTS if inputs.kind in network.reads):
        for hidden_size in range(least, greatest + 1):
            cell = network.build(inputs, hidden_size, 1)
            assert type(cell) is network.cell
            blocks = len(gates(cell.table))
            assert cell.weight_ih.shape == (blocks * hidden_size, len(inputs.columns))
            assert cell.hidden_size == hidden_size
            assert len(network.unit_labels(inputs, hidden_size)) == hidden_size
            assert np.isfinite(cell.run(inputs.x).h).all()
            other = network.build(inputs, hidden_size, 2)
            same = np.array_equal(cell.weight_ih, other.weight_ih)
            assert same is not network.seeded


@pytest.mark.parametrize(
    ("network", "kind", "text", "label"),
    [
        ("latch", "sentence", "my friend", "holds ‘friend’"),
        ("counter", "numbers", "0 1", "counts a number ≥ 1"),
        ("reset", "csv", "rain,sun\n0,1", "steps since sun ≥ 1"),
        ("latch", "brackets", "()", "holds ‘)’"),
    ],
)
def test_labels_say_what_a_unit_watches(network: str, kind: str, text: str, label: str) -> None:
    assert NETWORKS[network].unit_labels(parse(kind, text), 2)[1] == label


@for_each("inputs", ALL_INPUTS, ids=lambda inputs: inputs.kind)
@for_each("hidden_size", [1, 2, 3, 4, 5, 6])
def test_hand_set_units_do_their_work_on_every_kind_of_inputs(
    inputs: Inputs, hidden_size: int
) -> None:
    held, counted, since = (run(network, inputs, hidden_size).c for network in HAND_SET)
    for unit in range(hidden_size):
        happened = events(inputs, unit)
        assert held[:, unit] == NEAR(np.maximum.accumulate(happened), abs=1e-12)
        assert counted[:, unit] == NEAR(np.cumsum(happened), abs=1e-12)
        assert since[:, unit] == NEAR(steps_since(happened), abs=1e-12)


def steps_since(happened: list[int]) -> list[int]:
    """0 at each event, and 1 more at each step after; from the beginning before the first."""
    last = -1
    found = []
    for t, event in enumerate(happened):
        last = t if event else last
        found.append(t - last)
    return found


# ---- latch -------------------------------------------------------------------------------------


@given(values=EVENTS)
def test_latch_holds_exactly_one_from_the_first_event_on(values: list[float]) -> None:
    trace = run("latch", from_events(values), 1)
    first = next((t for t, value in enumerate(values) if value), len(values))
    assert (trace.c[first:] == 1).all()
    assert (np.abs(trace.c[:first]) < 1e-12).all()


@given(values=EVENTS)
def test_latch_that_is_set_shuts_its_own_input_gate(values: list[float]) -> None:
    trace = run("latch", from_events(values), 1)
    was_set = trace.c_prev == 1
    assert (trace.i[was_set] < 1e-12).all()
    assert (trace.h[trace.c == 1] == math.tanh(1)).all()


@given(values=st.lists(st.sampled_from([0.0, 1.0, 3.0, -1.0, -2.0]), min_size=1, max_size=60))
def test_latch_is_released_by_minus_one_and_can_be_set_again(values: list[float]) -> None:
    c = run("latch", from_events(values), 1).c[:, 0]
    bit = 0
    for t, value in enumerate(values):
        bit = 1 if value >= 1 else 0 if value <= -1 else bit
        assert c[t] == NEAR(bit, abs=1e-12)


# ---- counter and reset -------------------------------------------------------------------------


@given(values=EVENTS)
def test_counter_adds_exactly_one_and_its_output_cannot_show_it(values: list[float]) -> None:
    trace = run("counter", from_events(values), 1)
    count = sum(value >= 1 for value in values)
    assert trace.c[-1, 0] == NEAR(count, abs=1e-12)
    assert np.abs(trace.h).max() <= 1


@given(values=EVENTS)
def test_reset_counts_the_steps_since_its_marker(values: list[float]) -> None:
    trace = run("reset", from_events(values), 1)
    marked = np.array(values) >= 1
    assert trace.c[:, 0] == NEAR(steps_since([int(mark) for mark in marked]), abs=1e-12)
    assert (trace.f[marked] < 1e-12).all()
    assert (trace.f[~marked] == 1).all()


# ---- random ------------------------------------------------------------------------------------


def test_random_weights_depend_on_the_seed_alone() -> None:
    inputs = ALL_INPUTS[0]
    one, same, other = (NETWORKS["random"].build(inputs, 4, seed) for seed in (5, 5, 6))
    assert np.array_equal(one.weight_hh, same.weight_hh)
    assert not np.array_equal(one.weight_hh, other.weight_hh)


@for_each("hidden_size", [2, 3, 4, 5, 6])
@for_each(
    "text", [TEXTS[0], ("numbers", "10 -30 55 4 900 2"), ("csv", "5,5,1\n-7,3,2\n8,-9,4\n2,2,-9")]
)
def test_random_gates_are_varied_and_not_saturated(text: tuple[str, str], hidden_size: int) -> None:
    inputs = parse(*text)
    traces = [run("random", inputs, hidden_size, seed) for seed in range(50)]
    gates = np.concatenate([np.stack([t.f, t.i, t.o]).ravel() for t in traces])
    assert 0.15 < gates.std() < 0.35
    assert np.mean((gates < 0.02) | (gates > 0.98)) < 0.1
