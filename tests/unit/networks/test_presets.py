"""Every `watch` sentence is true of the run it speaks of."""

from collections.abc import Callable

import numpy as np
import pytest

from lstm_viz import Trace
from lstm_viz.inputs import Inputs
from lstm_viz.networks import NETWORKS, PRESETS, Preset, parse
from lstm_viz.networks.basket_reader import READER
from lstm_viz.notation import number
from lstm_viz.tasks.basket import EMPTIES, PICKS, QUESTIONS, counts_of

BY_ID = {preset.id: preset for preset in PRESETS}


def run(preset: Preset, seed: int | None = None) -> tuple[Inputs, Trace]:
    inputs = parse(preset.kind, preset.text)
    network = NETWORKS[preset.network]
    cell = network.build(inputs, preset.hidden_size, preset.seed if seed is None else seed)
    return inputs, cell.run(inputs.x)


def gates(trace: Trace) -> np.ndarray:
    """(3, T, H)"""
    return np.stack([trace.f, trace.i, trace.o])


def steps_of(inputs: Inputs, *tokens: str) -> list[int]:
    return [t for t, token in enumerate(inputs.tokens) if token.casefold() in tokens]


def best_seed(preset: Preset, criterion: Callable[[Inputs, Trace], float]) -> int:
    return max(range(100), key=lambda seed: criterion(*run(preset, seed)))


# ---- what holds for all ------------------------------------------------------------------------


def test_presets_fit_their_networks() -> None:
    assert len(BY_ID) == len(PRESETS)
    # The phone call is a page of its own; other cells are for the reader's own inputs.
    without = {"call", "random-gru", "random-rnn"}
    assert {preset.network for preset in PRESETS} == set(NETWORKS) - without
    for preset in PRESETS:
        network = NETWORKS[preset.network]
        assert preset.kind in network.reads
        least, greatest = network.hidden_sizes
        assert least <= preset.hidden_size <= greatest
        assert preset.watch.endswith(".")
        assert 1 <= preset.watch.count(". ") + 1 <= 2


def test_the_page_opens_on_the_basket_and_random_weights_are_next() -> None:
    first, second = PRESETS[:2]
    assert (first.kind, first.network, first.hidden_size) == ("story", "basket", 2)
    assert (second.kind, second.network, second.hidden_size) == ("sentence", "random", 4)
    assert 5 <= len(second.text.split()) <= 8


# ---- what each says ----------------------------------------------------------------------------


def check_basket(preset: Preset) -> None:
    inputs, trace = run(preset)
    for unit, word in enumerate(PICKS):
        others = [t for t, token in enumerate(inputs.tokens) if token != word]
        assert (trace.i[steps_of(inputs, word), unit] > 0.8).all()
        assert trace.i[others, unit].max() < 0.2
    counts = counts_of([inputs.tokens])[:, 0]
    follows = [np.corrcoef(trace.c[:, unit], counts[:, unit])[0, 1] for unit in (0, 1)]
    assert min(follows) > 0.97, "unit 1 keeps the apples, unit 2 the pears"
    assert trace.f[steps_of(inputs, EMPTIES)].max() < 0.1
    first, last = steps_of(inputs, QUESTIONS[0])
    assert READER.answers is not None and READER.watch is not None
    said = READER.answers(trace)
    assert [n for n, words in enumerate(said) if words] == [first, last]
    assert round(float(said[first].split()[0])) == 1 and round(float(said[last].split()[0])) == 0
    # The sentence beside the title
    t = inputs.tokens.index(PICKS[0])
    apples, pears = map(number, trace.i[t])
    assert READER.watch(inputs, trace) == (
        f"Look at word {t + 1}, “{PICKS[0]}”: their input gates are {apples} and {pears}."
    )


def liveliness(_: Inputs, trace: Trace) -> float:
    """How much there is to see in a run of one sequence: the least of what should be large.

    These are, for each of f, i, o and c, the spread between units at the first step and the spread
    of each unit over the steps; and |c| of each unit at the first step. 0 if any gate is closer
    than 0.05 to 0 or 1, or if all units write with the same sign at the first step.
    """
    seen = np.stack([trace.f, trace.i, trace.o, trace.c])  # (4, T, H)
    one_sign = abs(np.sign(trace.c[0]).sum()) == trace.hidden_size
    if seen[:3].min() < 0.05 or seen[:3].max() > 0.95 or one_sign:
        return 0.0
    between_units = np.ptp(seen[:, 0], axis=-1)
    over_steps = np.ptp(seen, axis=1)
    return float(min(between_units.min(), over_steps.min(), np.abs(trace.c[0]).min()))


def check_friend(preset: Preset) -> None:
    inputs, trace = run(preset)
    assert best_seed(preset, liveliness) == preset.seed
    seen = gates(trace)
    # "Every word opens each gate differently, unit by unit."
    assert np.ptp(seen, axis=-1).min() > 0.1  # between units, for each gate and word
    assert np.ptp(seen, axis=1).min() > 0.3  # between words, for each gate and unit
    for t in range(1, len(inputs.tokens)):
        assert np.abs(seen[:, t] - seen[:, t - 1]).max(axis=-1).min() > 0.1
    # "The cell state keeps part of what it held and takes in something new."
    assert (np.abs(trace.kept[1:]).max(axis=-1) > 0.1).all()
    assert (np.abs(trace.written).max(axis=-1) > 0.1).all()
    assert 0.05 < seen.min() < seen.max() < 0.95


def check_again(preset: Preset) -> None:
    def changes(inputs: Inputs, trace: Trace) -> float:
        seen = gates(trace)
        if seen.min() < 0.05 or seen.max() > 0.95:
            return 0.0
        at_again = np.ptp(seen[:, steps_of(inputs, "again")], axis=1)  # (3, H)
        return float(at_again.max(axis=-1).min())

    inputs, trace = run(preset)
    assert best_seed(preset, changes) == preset.seed
    visits = steps_of(inputs, "again")
    assert len(visits) == 3
    # "the same input each time …"
    assert (trace.x[visits] == trace.x[visits[0]]).all()
    # "… its gates and what it leaves in the cell state change."
    assert changes(inputs, trace) > 0.2
    assert np.ptp(trace.c[visits], axis=0).max() > 0.2


def check_one_call(preset: Preset) -> None:
    inputs, trace = run(preset)
    first, again = steps_of(inputs, "friend")
    assert first == 0
    assert again > 3
    assert trace.i[first, 0] == pytest.approx(1)
    assert (trace.c[:, 0] == 1).all()
    assert trace.i[again, 0] < 1e-12
    assert trace.written[again, 0] < 1e-12


def check_set_release(preset: Preset) -> None:
    inputs, trace = run(preset)
    shut = trace.f[:, 0] < 0.5
    assert list(shut) == list(inputs.x[:, 0] == -1)
    assert shut.sum() == 1
    set_at, release = list(inputs.x[:, 0]).index(1), list(shut).index(True)
    assert (trace.c[set_at:release] == 1).all()
    assert trace.c[release, 0] == pytest.approx(0)
    assert trace.c[-1, 0] == 1


def check_count_words(preset: Preset) -> None:
    inputs, trace = run(preset)
    for unit, word, count in ((0, "no", 4), (1, "yes", 2)):
        assert len(steps_of(inputs, word)) == count
        grows = np.diff(trace.c[:, unit], prepend=0)
        assert np.flatnonzero(grows > 1e-9).tolist() == steps_of(inputs, word)
        assert trace.c[-1, unit] == pytest.approx(count)
    assert trace.h.max() < 1


def check_count_ones(preset: Preset) -> None:
    inputs, trace = run(preset)
    assert set(inputs.x[:, 0]) == {0, 1}
    assert np.diff(trace.c[:, 0], prepend=0) == pytest.approx(inputs.x[:, 0])


def check_since_ring(preset: Preset) -> None:
    inputs, trace = run(preset)
    rings = steps_of(inputs, "ring")
    assert len(rings) == 3
    assert trace.f[rings, 0] == pytest.approx(0)
    assert trace.c[rings, 0] == pytest.approx(0)
    others = [t for t in range(1, len(inputs.tokens)) if t not in rings]
    assert np.diff(trace.c[:, 0], prepend=0)[others] == pytest.approx(1)


def check_stopwatch(preset: Preset) -> None:
    inputs, trace = run(preset)
    marks = inputs.x[:, 0] == 1
    assert marks.sum() == 2
    assert trace.c[marks, 0] == pytest.approx(0)
    assert np.diff(trace.c[:, 0], prepend=0)[~marks] == pytest.approx(1)


def check_rain(preset: Preset) -> None:
    inputs, trace = run(preset)
    assert inputs.columns == ("rain", "sun")
    assert trace.c[-1] == pytest.approx([3, 4])


def check_wave(preset: Preset) -> None:
    def swings(inputs: Inputs, trace: Trace) -> float:
        """How closely and how far the gates follow, if each gate has units of both signs."""
        seen = gates(trace)
        follows = np.array(
            [[np.corrcoef(unit, inputs.x[:, 0])[0, 1] for unit in gate.T] for gate in seen]
        )
        if (np.abs(np.sign(follows).sum(axis=-1)) == trace.hidden_size).any():
            return 0.0
        return float(min(np.abs(follows).min(), np.ptp(seen, axis=1).min()))

    inputs, trace = run(preset)
    assert best_seed(preset, swings) == preset.seed
    assert swings(inputs, trace) > 0.35
    # "Each later 0 meets other gates than the first."
    first, *later = np.flatnonzero(inputs.x[:, 0] == 0)
    assert len(later) == 3
    for t in later:
        assert np.abs(gates(trace)[:, t] - gates(trace)[:, first]).max() > 0.08


def check_brackets(preset: Preset) -> None:
    inputs, trace = run(preset)
    step = {"(": 1.0, ")": -1.0}
    assert set(inputs.tokens) == set(step)
    rise = np.diff(trace.c[:, 0], prepend=0)
    assert rise == pytest.approx([step[token] for token in inputs.tokens], abs=0.005)
    assert trace.c[-1, 0] == pytest.approx(0, abs=0.005)


def check_formula(preset: Preset) -> None:
    inputs, trace = run(preset)
    others = inputs.x[:, 2] == 1
    assert others.sum() > 5
    assert (trace.i[others, 0] < 0.005).all()
    moves = np.abs(np.diff(trace.c[:, 0], prepend=0))
    assert moves[others].max() < 0.005
    assert moves[~others].min() > 0.99


CHECKS: dict[str, Callable[[Preset], None]] = {
    "basket": check_basket,
    "friend": check_friend,
    "again": check_again,
    "one-call": check_one_call,
    "set-release": check_set_release,
    "count-words": check_count_words,
    "count-ones": check_count_ones,
    "since-ring": check_since_ring,
    "stopwatch": check_stopwatch,
    "rain": check_rain,
    "wave": check_wave,
    "brackets": check_brackets,
    "formula": check_formula,
}


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_what_a_preset_says_to_watch_is_so(preset: Preset) -> None:
    CHECKS[preset.id](preset)
