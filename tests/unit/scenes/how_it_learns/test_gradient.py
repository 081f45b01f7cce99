"""What tanh does to gradients: recomputed, drawn, said and asked over all that can be set."""

import re

import numpy as np
import pytest

from lstm_viz.cells import RNN
from lstm_viz.notation import in_powers
from lstm_viz.player import questions_payload
from lstm_viz.scenes.how_it_learns.picture import gradient_board
from lstm_viz.scenes.how_it_learns.picture.gradient import DECADES, decades, reached
from lstm_viz.scenes.how_it_learns.picture.gradient_parts import LAYOUTS
from lstm_viz.scenes.how_it_learns.questions.gradient import GRADIENT_QUESTIONS
from lstm_viz.scenes.how_it_learns.record.gradient import (
    INPUTS,
    LONG,
    TURN,
    gradient_run,
    gradient_runs,
)
from lstm_viz.scenes.how_it_learns.words.gradient import BACK, FORWARD, VERDICT, gradient_caption
from tests.each import for_each
from tests.unit.scenes.boards import (
    can_be_sent,
    is_one_drawing,
    opens_where_it_comes_from,
    patch,
    sets_all_that_any_frame_changes,
    stays_inside,
)
from tests.unit.scenes.squashing.runs import GAINS, text

BOTH = {gain: gradient_runs(gain) for gain in GAINS}
BOARDS = {gain: gradient_board(gradient_runs(gain)) for gain in (1.2, 2.0, 0.5)}
each_gain = for_each("gain", GAINS)


@pytest.mark.parametrize("gain", [0.7, 1.0, 1.2, 1.9])
def test_the_gradients_are_the_slopes_of_the_run(gain):
    """Against central differences of the whole rest of the run."""
    run, eye, step = gradient_run(gain), np.eye(3), 1e-6
    cell = RNN(eye, gain * TURN, np.zeros(3))
    h = np.concatenate([np.zeros((1, 3)), cell.run(INPUTS).h])
    for t in (0, 30, 45, 49):
        ends = [
            [cell.run(INPUTS[t:], h[t] + sign * step * eye[k]).h[-1] for k in range(3)]
            for sign in (1, -1)
        ]
        jacobian = (np.array(ends[0]) - np.array(ends[1])).T / (2 * step)
        wanted = np.linalg.norm(jacobian, 2)
        assert run.squashed_gradient[t] == pytest.approx(wanted, rel=1e-3, abs=1e-9)
    assert run.squashed_gradient[LONG] == run.plain_gradient[LONG] == 1
    np.testing.assert_allclose(run.plain_gradient, gain ** np.arange(LONG, -1.0, -1))


@each_gain
def test_with_tanh_the_gradient_is_never_larger_and_no_value_reaches_one(gain):
    run = BOTH[gain].chosen
    assert (run.squashed_gradient[:-1] < run.plain_gradient[:-1]).all()
    assert run.squashed.max() < 1


def test_the_numbers_that_people_are_told():
    """Gain 1.2 over 50 steps: about 10⁴ without tanh, 0.57 with; W orthogonal: 1 and 10⁻⁶."""
    run, turn = BOTH[1.2].chosen, BOTH[1.2].orthogonal
    assert 5e3 < run.plain[LONG] < 2e4
    assert run.squashed[LONG] == pytest.approx(0.57, abs=0.005)
    assert turn.plain_gradient[0] == pytest.approx(1)
    assert 1e-6 < turn.squashed_gradient[0] < 1e-5


@for_each("board", BOARDS.values(), ids=BOARDS)
def test_its_frames_are_whole_and_inside_the_picture(board):
    for layout in ("wide", "tall"):
        sets_all_that_any_frame_changes(board, layout)
        stays_inside(board, layout)
    can_be_sent(board)
    opens_where_it_comes_from(board)


def test_another_gain_is_the_same_drawing():
    is_one_drawing(list(BOARDS.values()))


@pytest.mark.parametrize("gain", [0.5, 0.8, 1.0, 1.2, 1.6, 2.0])
def test_the_scale_fits_all_values_of_both_runs(gain):
    record = gradient_runs(gain)
    most = max(
        np.abs(np.log10(values)).max()
        for run in (record.chosen, record.orthogonal)
        for values in (
            run.plain[1:], run.squashed[1:], run.plain_gradient, run.squashed_gradient
        )
    )  # fmt: skip
    assert most <= decades(record) in DECADES
    assert most > decades(record) / 4, "and does not waste the picture"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_curves_grow_forward_then_back(layout):
    board, both = BOARDS[1.2], BOTH[1.2]
    scale = decades(both)
    forward, back = layout.charts
    for step in range(VERDICT + 1):
        run = both.orthogonal if step >= VERDICT else both.chosen
        for chart, drawn in ((forward, True), (back, step >= BACK)):
            t = reached(chart.name, step)
            if chart is back:
                (later,) = patch(board, layout.name, step, "back later")["text"]
                assert (later == "drawn on the way back") == (not drawn)
            for kind in ("plain", "squashed"):
                now = patch(board, layout.name, step, f"{chart.name} {kind} now")
                assert now["marker"]["opacity"] == [float(drawn)]
                if not drawn:
                    continue
                value = float(chart.shown(run, kind)[t])
                assert (now["x"][0], now["y"][0]) == chart.at(t, value, scale)
                numbers = patch(board, layout.name, step, f"{chart.name} numbers")["text"]
                assert f"<b>{in_powers(value)}</b>" in numbers
    assert [reached("back", step) for step in range(VERDICT + 1)] == [LONG, 0, 0]


def test_the_pale_curves_are_the_chosen_gain():
    numbers = patch(BOARDS[1.2], "wide", VERDICT, "back numbers")["text"]
    assert numbers[2] == "gain 1 (pale: 1.2)"
    for step in range(VERDICT + 1):
        pale = patch(BOARDS[1.2], "wide", step, "back plain before")["opacity"]
        assert (pale > 0) == (step >= VERDICT)


@each_gain
def test_what_is_said_on_gradients_is_so(gain):
    record = BOTH[gain]
    run, turn = record.chosen, record.orthogonal
    forward, back = (text(gradient_caption(record, stop)) for stop in (FORWARD, BACK))
    assert f"(gain {gain:g})" in forward and f"reads {LONG} small" in forward
    assert f"is {in_powers(run.plain[LONG])} without tanh" in forward
    assert f"without tanh, {in_powers(run.squashed[LONG])} with it." in forward
    assert f"change of h at step 0 is, at step {LONG}," in back
    assert f"at most {in_powers(run.plain_gradient[0])} times as large without tanh" in back
    assert f"{in_powers(run.squashed_gradient[0])} times with" in back
    assert turn.plain_gradient[0] == pytest.approx(turn.plain_gradient[LONG])


@pytest.mark.parametrize("gain", np.linspace(0.5, 2, 151).round(2))
def test_the_verdict_holds(gain):
    record = gradient_runs(float(gain))
    told = text(gradient_caption(record, VERDICT))
    shown = {run.gain: run for run in (record.chosen, record.orthogonal)}
    assert f"smaller in {'both runs' if len(shown) == 2 else 'this run'}." in told
    for run in shown.values():
        without, with_tanh = run.plain_gradient[0], run.squashed_gradient[0]
        assert with_tanh < without
        (said,) = re.findall(
            rf"At gain {run.gain:.3g}, {re.escape(in_powers(without))} becomes "
            rf"{re.escape(in_powers(with_tanh))}: (.*?)\. ", told
        )  # fmt: skip
        exploded, vanished = without > 20, with_tanh < 0.05
        assert ("explosion" in said) == exploded and ("vanishe" in said) == vanished
        assert ("before" in said) == (without < 0.05)
        assert not exploded or with_tanh < 20, "or it would not be gone"
        assert exploded or vanished


@each_gain
def test_one_answer_on_gradients_is_right(gain):
    there, turned = questions_payload(GRADIENT_QUESTIONS, BOTH[gain])
    assert there["options"][there["right"]]["text"] == "Smaller"
    assert "less than a hundredth" in turned["options"][turned["right"]]["text"]
    for number in (BOTH[gain].chosen.squashed_gradient[0], BOTH[gain].chosen.plain_gradient[0]):
        assert in_powers(number) in there["because"]


def test_the_matrix_only_turns_by_60_degrees_about_its_axis():
    np.testing.assert_allclose(TURN @ TURN.T, np.eye(3), atol=1e-15)
    assert np.linalg.det(TURN) == pytest.approx(1)
    assert np.degrees(np.arccos((np.trace(TURN) - 1) / 2)) == pytest.approx(60)
    np.testing.assert_allclose(TURN @ np.ones(3), np.ones(3), atol=1e-15)
