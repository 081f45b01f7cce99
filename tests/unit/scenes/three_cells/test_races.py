"""The recorded races: what is in the file, their picture, and what is said of them."""

import re
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.lesson.published import CHORALES, CHORALES_DIFFER, COLUMN, RESULTS, on_test
from lstm_viz.networks.chorales.scores import scores
from lstm_viz.notation import percent
from lstm_viz.player import questions_payload
from lstm_viz.scenes.three_cells.controls.bar import trained_live
from lstm_viz.scenes.three_cells.picture.race import race_board
from lstm_viz.scenes.three_cells.questions import CONCEPT, question
from lstm_viz.scenes.three_cells.record.race import SEEDS, STEPS, as_many, count, trained
from lstm_viz.scenes.three_cells.record.races import (
    CELLS,
    MATCHES,
    SIZES,
    UNITS,
    made,
    network,
    race,
    seed_shown,
)
from lstm_viz.scenes.three_cells.words.around import published
from lstm_viz.scenes.three_cells.words.races import (
    FRAMES,
    arrivals,
    mark_at,
    origin,
    ranking,
    told,
    verdict,
)
from lstm_viz.scenes.train.controls.params import PARAMS, settings_of
from lstm_viz.scenes.train.record.training import Training
from lstm_viz.tasks import TASKS
from lstm_viz.ui.scene_state import from_query
from tests.unit.scenes.boards import (
    can_be_sent,
    patch,
    sets_all_that_any_frame_changes,
    stays_inside,
)

RACES = {f"{task} {match}": race(task, match) for task in SIZES for match in MATCHES}
each_race = pytest.mark.parametrize("found", RACES.values(), ids=RACES)


@each_race
def test_the_file_is_whole_and_the_runners_are_matched_as_it_says(found):
    task = found.task
    assert found.seeds == SEEDS and found.size == SIZES[task.id]
    assert found.steps == STEPS[task.id] and found.marks[0] == 0
    for cell, one in zip(CELLS, found.runners, strict=True):
        assert one.cell == cell and one.scores.shape == (len(SEEDS), len(found.marks))
        assert one.scores.min() >= 0 and one.scores.max() <= 1
        assert one.parameters == count(task, cell, one.units)
        same = found.match == "units" or cell == "lstm"
        assert one.units == (UNITS if same else as_many(task, cell))


def test_the_same_number_of_parameters_is_about_the_same():
    for task in SIZES:
        sizes = [one.parameters for one in race(task, "parameters").runners]
        assert max(sizes) < 1.1 * min(sizes), (task, sizes)


def test_a_run_comes_out_again_and_train_one_yourself_runs_the_same():
    found = race("parity", "units")
    for cell in ("gru", "lstm"):
        query = trained_live(found, cell)
        screen, notes = from_query(query, PARAMS, steps=1, stages=1)
        assert not notes
        settings = settings_of(screen)
        live = Training(settings)
        while not live.ended:
            live.go(60)
        scores, _ = trained(found.task, found.size, cell, UNITS, SEEDS[0], found.steps)
        there = [score for _, score in live.record.scores]
        np.testing.assert_allclose(there, scores[: len(there)])
        (one,) = (one for one in found.runners if one.cell == cell)
        # Another CPU rounds otherwise: about as soon, and as good.
        first = [k for k in one.done(found.task.good_enough) if k is not None]
        assert min(first) / 2 <= len(there) - 1 <= 2 * max(first)


def test_the_networks_are_those_of_the_race():
    """Their scores on fresh sequences are those that the race ended with."""
    for task in SIZES:
        found = race(task, "units")
        seed = found.seeds.index(seed_shown(task))
        drawn = TASKS[task].test_examples(1000, np.random.default_rng(99), found.size)
        for one in found.runners:
            model = network(task, one.cell)
            assert model.hidden_size == UNITS
            score = TASKS[task].score(model.run(drawn.x).outputs, drawn)
            assert score == pytest.approx(one.scores[seed, -1], abs=0.08), (task, one.cell)


@each_race
def test_the_picture_is_whole_and_its_curves_are_the_means(found):
    board = race_board(found)
    for layout in ("wide", "tall"):
        sets_all_that_any_frame_changes(board, layout)
        stays_inside(board, layout)
        for one in found.runners:
            start = patch(board, layout, 0, f"{one.cell} mean")
            end = patch(board, layout, FRAMES - 1, f"{one.cell} mean")
            assert len(set(start["x"])) == 1 and len(set(end["x"])) == len(found.marks)
            height = np.array(end["y"])
            assert np.corrcoef(height, one.mean)[0, 1] < -0.999
    can_be_sent(board)
    shown = board.tables[-1].rows
    assert [row[3] for row in shown] == [percent(one.mean[-1]) for one in found.runners]


@each_race
def test_what_is_said_is_in_the_file(found):
    for frame in range(FRAMES):
        said = re.sub("<[^>]*>", "", told(found, frame).sentence)
        assert said.endswith((".", "?")) and "[[" not in said
        if 0 < frame < FRAMES - 1:
            for one in found.runners:
                assert percent(one.mean[mark_at(found, frame)]) in said
    end = verdict(found)
    for one in found.runners:
        assert f"with {len(arrivals(found, one))}" in end
    assert made()["date"] in origin(found) and "three_cells.record.race" in origin(found)


@each_race
def test_what_is_asked_before_a_race_is_answered_by_it(found):
    (sent,) = questions_payload((question(found),), found)
    learned = len(arrivals(found, found.runners[0]))
    for guise in (sent, sent["again"]):
        right = guise["options"][guise["right"]]["text"]
        assert right == {0: "None", len(found.seeds): "All of them"}.get(learned, "Some of them")
        beliefs = [option["believes"] for option in guise["options"] if option["text"] == "None"]
        assert beliefs[0]["so"] == misconception(CONCEPT).so
    assert f"the RNN with {learned} of {len(found.seeds)}" in sent["because"]


def test_the_verdict_follows_the_numbers():
    found = RACES["parity units"]
    rnn, gru, lstm = found.runners
    low, high = np.zeros_like(lstm.scores), np.ones_like(lstm.scores)
    clear = replace(found, runners=(replace(rnn, scores=low), replace(gru, scores=high / 2),
                                    replace(lstm, scores=high)))  # fmt: skip
    assert "the LSTM is ahead of the GRU with every seed" in verdict(clear)
    assert "Who did with every seed" in verdict(clear) and "the RNN with 0" in verdict(clear)
    mixed = high / 2
    mixed = mixed.copy()
    mixed[0] = 1.0
    close = replace(clear, runners=(replace(rnn, scores=low), replace(gru, scores=mixed),
                                    replace(lstm, scores=high * 0.7)))  # fmt: skip
    assert "no clear win" in verdict(close) and "Mean score at the end" in verdict(close)
    assert ranking(close)[1] is False


def test_the_published_table_is_said_with_its_own_numbers():
    text = published()
    for name, *values in RESULTS:
        assert f"| {name} | {' | '.join(values)} |" in text
    tests = [{cell: float(value) for cell, value in on_test(row[0]).items()} for row in RESULTS]
    best = [min(found, key=found.get) for found in tests]
    for cell, name in COLUMN.items():
        assert f"{name} on {best.count(cell)}" in text
    ahead = [ranking(found)[0][0].cell for found in RACES.values()]
    assert f"in {6 - ahead.count('rnn')} of 6 races" in text
    assert 0 < ahead.count("rnn") < 3 and {"lstm", "gru"} < set(ahead), "not always the same"
    assert "Not the same set-up" in text and "transcription" in text


def test_our_own_runs_on_chorales_stand_beside_the_published_ones_and_how_they_differ():
    text, there = published(), on_test(CHORALES)
    assert there == {"rnn": "9.10", "gru": "8.54", "lstm": "8.67"}
    for cell, nats in scores().by_cell.items():
        assert f"| {nats:.2f} | {there[cell]} |" in text
    assert CHORALES_DIFFER in text and "each was trained once" in text
    assert "Best here: the LSTM; there: the GRU" in text
