"""Three cells on one sequence: the run, its picture and its words over the range of the knobs."""

import re

import numpy as np
import pytest

from lstm_viz.inputs import InputError
from lstm_viz.notation import number
from lstm_viz.scenes.three_cells.picture.jobs import JOBS, PARTS
from lstm_viz.scenes.three_cells.picture.step_board import step_board
from lstm_viz.scenes.three_cells.record import races
from lstm_viz.scenes.three_cells.record.in_step import CELLS, UNITS, Setup, in_step
from lstm_viz.scenes.three_cells.record.presets import MOST_STEPS, PRESETS, WANTED, read
from lstm_viz.scenes.three_cells.words.steps import equations, says, told
from lstm_viz.tasks import TASKS
from tests.unit.scenes.boards import (
    can_be_sent,
    patch,
    sets_all_that_any_frame_changes,
    stays_inside,
)

RUNS = {
    f"{preset.id} {units}": in_step(Setup(preset.id, preset.text, units, seed))
    for preset in PRESETS.values()
    for units, seed in ([(4, 0)] if preset.task else [(1, 0), (4, preset.seed), (6, 9999)])
}
each_run = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)


@each_run
def test_all_three_read_the_same_and_have_what_their_equations_say(run):
    assert tuple(cell.kind for cell in run.cells) == CELLS
    rnn, gru, lstm = (cell.trace for cell in run.cells)
    for trace in (rnn, gru, lstm):
        np.testing.assert_array_equal(trace.x, run.inputs.x)
    np.testing.assert_allclose(gru.h, gru.z * gru.h_prev + (1 - gru.z) * gru.n)
    np.testing.assert_allclose(lstm.c, lstm.f * lstm.c_prev + lstm.i * lstm.g)
    np.testing.assert_allclose(rnn.h, np.tanh(rnn.z))


@each_run
def test_the_picture_is_whole(run):
    board = step_board(run)
    for layout in ("wide", "tall"):
        sets_all_that_any_frame_changes(board, layout)
        stays_inside(board, layout)
    can_be_sent(board)
    assert len(board) == len(run)


@each_run
def test_squares_have_the_values_of_the_run_and_the_table_their_numbers(run):
    board = step_board(run)
    for t in (0, len(run) - 1):
        rows = {row[0]: row[1:] for row in board.tables[t].rows}
        for place, cell in enumerate(run.cells):
            assert set(PARTS[cell.kind]) <= set(JOBS)
            for job, parts in PARTS[cell.kind].items():
                for k, part in enumerate(parts):
                    values = part.values(cell, t)
                    shown = patch(board, "wide", t, f"{cell.kind} {job} {k}")["marker"]["color"]
                    np.testing.assert_allclose(shown, np.clip(values, -1, 1), atol=1e-4)
                    assert " ".join(map(number, values)) in rows[job][place]
    assert rows["shows"][:2] == ("no gate", "no gate"), "the GRU gives out what it remembers"
    assert rows["lets in"][1].startswith("1 − z")


@each_run
def test_an_equation_has_the_numbers_of_the_unit_that_moves_most(run):
    for cell in run.cells:
        ranges = np.ptp(cell.state, axis=0)
        assert ranges[cell.unit] == ranges.max()
        for t in range(len(run)):
            text = " ".join(equations(cell, t))
            assert number(cell.state[t, cell.unit]) in text
            assert number(cell.trace.h[t, cell.unit]) in text
            assert ("≈" in text or "=" in text) and "nan" not in text


@each_run
def test_words_are_of_this_run(run):
    rnn, gru, lstm = run.cells
    for t in range(len(run)):
        said = told(run, t)
        assert run.inputs.tokens[t] in said.title
        plain = re.sub("<[^>]*>", "", said.sentence)
        assert plain.endswith(".") and "[[" not in plain
        if t:
            assert f"{number(rnn.moved(t))} in the RNN" in plain
            assert f"{number(lstm.moved(t))} in the LSTM" in plain
        assert ("right" in plain or "none says so" in plain or "is asked yet" in plain) == bool(
            run.task
        )
        if "z is rather shut" in plain:
            assert gru.trace.z[t].mean() < 0.5
            b = {name: gru.parameters[name] for name in ("bias_ih", "bias_hh")}
            size = gru.trace.hidden_size
            of_r, of_n = slice(size), slice(2 * size, None)
            from_x = gru.parameters["weight_ih"] @ gru.trace.x[t] + b["bias_ih"]
            r = 1 / (1 + np.exp(-(from_x + b["bias_hh"])[of_r]))
            alone = np.abs(np.tanh(from_x[of_n] + r * b["bias_hh"][of_n]) - gru.trace.n[t]).mean()
            assert alone > 0.5 and f"differ by {number(alone)})" in plain
            assert np.abs(gru.trace.h - gru.trace.h_prev)[t].mean() < 0.1
    assert rnn.kept(0) is None
    assert lstm.kept(1) == pytest.approx(lstm.trace.f[1].mean())
    assert gru.kept(1) == pytest.approx(gru.trace.z[1].mean())


def test_trained_ones_answer_as_their_networks_do_and_are_judged_by_the_task():
    for id, preset in PRESETS.items():
        if not preset.task:
            continue
        run, task = RUNS[f"{id} 4"], TASKS[preset.task]
        for cell in run.cells:
            outputs = races.network(preset.task, cell.kind).run(run.inputs.x).outputs
            assert cell.says == tuple(task.outputs[k] for k in outputs.argmax(axis=-1))
            for t in range(len(run)):
                right = run.right(cell, t)
                assert right is (cell.says[t] == run.wanted[t] if run.wanted[t] else None)
                word = "would say" if right is None else "right" if right else "wrong"
                assert word in says(run, cell, t)


def test_what_is_right_is_what_the_task_says():
    for id, wanted in WANTED.items():
        task = TASKS[id]
        drawn = task.examples(20, np.random.default_rng(0), 12)
        for k, tokens in enumerate(drawn.tokens):
            assert wanted(tokens) == task.wanted(drawn, k)


def test_the_presets_show_something():
    """Not all alike: else there is nothing to compare."""
    first = RUNS["first-symbol 4"]
    right = [first.right(cell, len(first) - 1) for cell in first.cells]
    assert right == [False, True, True]
    assert first.inputs.tokens[-1] != first.inputs.tokens[0]
    assert "z is rather shut" in told(first, len(first) - 1).sentence
    parity = RUNS["parity 4"]
    assert all(parity.right(parity.cells[2], t) for t in range(len(parity)))


def test_an_own_text_is_read_or_refused_in_one_sentence():
    first, sentence = PRESETS["first-symbol"], PRESETS["sentence"]
    assert read(first, "b, d a").tokens == ("B", "D", "A")
    for preset, text, said in [
        (first, "B D x", "Expected only A, B, C and D, got ‘x’."),
        (first, " ", "Expected only A, B, C and D, got nothing."),
        (first, "A", f"Expected 2 to {MOST_STEPS} symbols, got 1."),
        (first, "A" * 41, f"Expected 2 to {MOST_STEPS} symbols, got 41."),
        (sentence, "word " * 41, f"Expected 2 to {MOST_STEPS} words and punctuation marks, got"),
        (sentence, "", "Expected a sentence"),
        (PRESETS["numbers"], "1, tea", "Expected a number in entry 2"),
    ]:
        with pytest.raises(InputError) as refused:
            read(preset, text)
        assert str(refused.value).startswith(said)
    assert UNITS == (1, 6) and races.UNITS in UNITS
