"""The matrices of a step and of the way back: against small changes, and as they are said."""

import itertools
import re
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.notation import honest
from lstm_viz.scenes.gradients.picture.jacobian import LAYOUTS, jacobian_board
from lstm_viz.scenes.gradients.record.cells import setup
from lstm_viz.scenes.gradients.record.chain import NOTHING, RESOLVED, singular
from lstm_viz.scenes.gradients.record.jacobian import OF_CELL, steps, ways
from lstm_viz.scenes.gradients.record.run import run
from lstm_viz.scenes.gradients.record.settings import BIASES, GAINS, PRESETS, SIZES, Settings
from lstm_viz.scenes.gradients.words.jacobian import NAMES, STEP, WAY, between, captions
from lstm_viz.scenes.gradients.words.sizes import EXPLODED, VANISHED, size
from tests.unit.scenes.boards import (
    can_be_sent,
    is_one_drawing,
    patch,
    sets_all_that_any_frame_changes,
    stays_inside,
)

SHORT = Settings(length=12, hidden_size=5)
SMALL = 1e-6
SWEPT = [
    *PRESETS.values(),
    Settings(network="trained", length=2),
    *(Settings(gain=g, bias=b, hidden_size=h, length=n)
      for g, b, (h, n) in itertools.product(
          (GAINS[0], 1.0, GAINS[1]), (BIASES[0], 1.0, BIASES[1]), ((SIZES[0], 2), (8, 30)))),
    Settings(hidden_size=SIZES[1], length=100, gain=GAINS[1]),
]  # fmt: skip


def ends(what, name, cell, trace, t, stop, change):
    """The state after step ``stop`` (from 0) when the one before step ``t`` is changed."""
    x = what.x[t : stop + 1]
    if name == OF_CELL:  # h follows c, but not at the start
        h = trace.o[t - 1] * np.tanh(trace.c_prev[t] + change) if t else trace.h_prev[0]
        return cell.run(x, h, trace.c_prev[t] + change).c[-1]
    c = (trace.c_prev[t],) if "c" in trace.arrays else ()
    return cell.run(x, trace.h_prev[t] + change, *c).h[-1]


def differences(settings, name, trace, t, stop):
    """The matrix from the state before step ``t`` to that after ``stop``."""
    what = setup(settings)
    cell = what.cells[name.split()[0]]
    units = SMALL * np.eye(cell.hidden_size)
    up, down = (
        [ends(what, name, cell, trace, t, stop, sign * row) for row in units] for sign in (1, -1)
    )
    return np.subtract(up, down).T / (2 * SMALL)


@pytest.mark.parametrize("settings", [SHORT, replace(SHORT, gain=2.0), PRESETS["trained"]])
def test_the_matrices_are_what_small_changes_do(settings):
    what, whole = setup(settings), ways(settings)
    for name in whole:
        trace, last = what.cells[name.split()[0]].run(what.x), len(what.x) - 1
        for t in (0, 1, 6, last):
            step = steps(settings, t)[name]
            np.testing.assert_allclose(
                step.matrix, differences(settings, name, trace, t, t), rtol=1e-4, atol=1e-8
            )
            values = np.linalg.svd(step.matrix, compute_uv=False)
            np.testing.assert_allclose(10**step.singular, values, rtol=1e-9, atol=1e-12)
        for t in (last - 3, last - 1):
            values = np.linalg.svd(
                differences(settings, name, trace, t + 1, last), compute_uv=False
            )
            np.testing.assert_allclose(10 ** whole[name][t], values, rtol=1e-3, atol=1e-8)
        np.testing.assert_allclose(whole[name][last], 0, atol=1e-12)


def test_of_rnn_and_gru_the_way_is_the_product_of_its_steps_down_to_the_smallest():
    settings, whole = replace(SHORT, gain=1.5), ways(replace(SHORT, gain=1.5))
    for name in ("RNN", "GRU"):
        product = inverse = np.eye(settings.hidden_size)
        for t in range(settings.length - 2, -1, -1):
            matrix = steps(settings, t + 1)[name].matrix
            product, inverse = product @ matrix, np.linalg.solve(matrix, inverse)
            assert whole[name][t, 0] == pytest.approx(np.log10(np.linalg.norm(product, 2)))
            smallest = -np.log10(np.linalg.norm(inverse, 2))
            assert whole[name][t, -1] == pytest.approx(smallest, abs=1e-3)


def test_the_gradient_of_the_first_part_lies_between_and_both_roads_are_the_largest_of_c():
    for settings in SWEPT:
        found, whole = run(settings), ways(settings)
        np.testing.assert_allclose(whole[OF_CELL][:, 0], found.roads.both, atol=1e-9)
        for name, way in found.ways.items():
            logs = whole[name]
            assert not np.isnan(logs).any() and (logs < np.inf).all()
            gone = way.h == NOTHING
            assert ((way.h <= logs[:, 0] + 1e-9) | gone).all()
            assert ((way.h >= logs[:, -1] - 1e-6) | gone).all()


def test_what_is_lost_in_rounding_is_not_told():
    matrices = np.array([np.diag([1.0, 2 * RESOLVED]), np.diag([1.0, RESOLVED / 2]), np.eye(2) * 0])
    np.testing.assert_allclose(
        singular(matrices, np.array([0.0, 4000.0, 0.0])),
        [[0, np.log10(2 * RESOLVED)], [4000 * np.log10(2), NOTHING], [NOTHING, NOTHING]],
    )
    assert between(0.0, NOTHING) == f"1.00 to under {size(np.log10(RESOLVED))}"
    assert between(NOTHING, NOTHING) == "0"


def told(settings, t, frame):
    one = captions(run(settings), t, steps(settings, t), ways(settings))[frame]
    return re.sub(r"<[^>]+>", "", " ".join((one.title, one.sentence)))


def named(pattern, sentence, names):
    found = re.search(pattern, re.sub(r"\[\[(\w+)\|[^\]]*\]\]", r"\1", sentence))
    if not found:
        return set()
    return {*names} if found[1] == "each" else set(re.split(", | and ", found[1][len("the ") :]))


def test_every_verdict_is_so_whatever_is_set():
    seen = set()
    for settings in SWEPT:
        found, whole = run(settings), ways(settings)
        for t in {0, 1, len(found) - 1}:
            largest = {NAMES[n]: s.singular[0] for n, s in steps(settings, t).items()}
            sentence = told(settings, t, STEP)
            assert all(f"{name} {size(log)}" in sentence for name, log in largest.items())
            longer = {name for name, log in largest.items() if 10**log >= 10**0.005}
            if "Each makes" in sentence:
                assert longer == set(largest)
                seen.add("each")
            elif "None makes" in sentence:
                assert not longer
                seen.add("none")
            else:
                assert longer == named("becomes longer in (.*?)\\.", sentence, largest) != set()
                seen.add("some")
            assert ("No GRU" in sentence) == (settings.network == "trained")
        sentence = told(settings, 0, WAY)
        at_first = {NAMES[n]: w[found.first, 0] for n, w in whole.items()}
        lost = {name for name, log in at_first.items() if log < np.log10(VANISHED)}
        grown = {name for name, log in at_first.items() if log > np.log10(EXPLODED)}
        assert named("has vanished in (.*?)\\.", sentence, at_first) == lost
        assert named("has exploded in (.*?)\\.", sentence, at_first) == grown
        assert ("a size one can learn from" in sentence) == (not lost and not grown)
        unresolved = any(logs[found.first, -1] == NOTHING for logs in whole.values())
        assert ("in 64 bits" in sentence) == unresolved
        seen |= {("lost", bool(lost)), ("grown", bool(grown))}
        for name, logs in whole.items():
            assert f"{NAMES[name]} {size(logs[found.first, 0])}" in sentence
        assert "nan" not in sentence and "inf" not in sentence and honest(sentence) == sentence
    assert {"each", "none", "some", ("lost", True), ("grown", True), ("grown", False)} <= seen


def test_its_frames_are_whole_and_inside_the_picture():
    for settings in (*PRESETS.values(), Settings(length=2, hidden_size=2)):
        board = jacobian_board(run(settings), 1)
        for layout in ("wide", "tall"):
            sets_all_that_any_frame_changes(board, layout)
            stays_inside(board, layout)
        can_be_sent(board)
        is_one_drawing([board, jacobian_board(run(settings), 0)])


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_picture_is_what_was_computed(layout):
    found, board = run(SHORT), jacobian_board(run(SHORT), 6)
    for k, (name, step) in enumerate(steps(SHORT, 6).items()):
        colours = patch(board, layout.name, STEP, f"matrix {name}")["marker"]["color"]
        most = np.abs(step.matrix).max()
        np.testing.assert_allclose(colours, step.matrix.ravel() / most, atol=1e-4)
        heights = patch(board, layout.name, STEP, f"values {name}")["y"]
        apart = np.diff(heights) / np.diff(step.singular)
        np.testing.assert_allclose(apart, apart[0], rtol=0.1, atol=0.5)
        logs = ways(SHORT)[name]
        drawn = {e: patch(board, layout.name, WAY, f"{e} {name}") for e in ("largest", "smallest")}
        one = patch(board, layout.name, WAY, "one")["y"][3 * k]
        scale = [
            (one - y) / log
            for edge, column in (("largest", 0), ("smallest", -1))
            for y, log in zip(drawn[edge]["y"], logs[:, column], strict=True)
            if abs(log) > 0.5
        ]
        np.testing.assert_allclose(scale, scale[0], rtol=0.02)
        gradient = patch(board, layout.name, WAY, f"gradient {name}")
        assert gradient["opacity"] == float(name != OF_CELL)
        if name != OF_CELL:
            wanted = one - scale[0] * found.ways[name].h
            np.testing.assert_allclose(gradient["y"], wanted, atol=1.5)
