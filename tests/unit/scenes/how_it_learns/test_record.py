"""Jobs, shots and the slow step are what the recorded runs say."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from lstm_viz.learn import Model
from lstm_viz.lesson.word_row import word_row
from lstm_viz.networks import basket
from lstm_viz.networks.basket_run import (
    HELD_OUT,
    HELD_OUT_SEED,
    LSTM,
    NO_PENALTY,
    OTHER,
    RNN,
    BasketRun,
    recorded,
)
from lstm_viz.networks.recipes import basket as recipe
from lstm_viz.networks.recipes.basket import STEPS
from lstm_viz.scenes.how_it_learns.record.jobs import OPEN, SHUT, jobs, moments, opens_at
from lstm_viz.scenes.how_it_learns.record.shots import SLOW_STAGES, newest, own, shipped
from lstm_viz.scenes.how_it_learns.record.step import ASKED, WEIGHTS
from lstm_viz.scenes.how_it_learns.record.story import AT, EMPTIED, STORY, read, story_columns
from lstm_viz.scenes.how_it_learns.record.training import OwnTraining
from lstm_viz.tasks.basket import EMPTIES, WORDS, columns, examples_of

STORIES = recipe.stories(HELD_OUT, HELD_OUT_SEED)
X = examples_of(STORIES).x
AT_WORDS = {word: columns(STORIES) == k for k, word in enumerate(WORDS)}


def test_jobs_are_found_when_the_weights_in_the_file_say_so() -> None:
    for name in (LSTM, OTHER):
        since: dict[tuple[str, int], int | None] = {}
        for one in recorded(name).checkpoints:
            trace = one.model.run(X).traces[0]
            for gate, unit in product("fio", range(2)):
                values = getattr(trace, gate)[..., unit]
                good = all(
                    mean >= OPEN if word in opens_at(gate, unit) else mean <= SHUT
                    for word, at in AT_WORDS.items()
                    for mean in [values[at].mean()]
                )
                before = since.get((gate, unit))
                since[gate, unit] = (one.step if before is None else before) if good else None
        found = jobs(recorded(name))
        assert {(job.gate, job.unit): job.step for job in found} == since
        steps = [job.step for job in found if job.step is not None]
        assert steps == sorted(steps) and found[len(steps) :] == tuple(
            job for job in found if job.step is None
        )


def test_a_gate_is_needed_open_at_the_words_of_its_job() -> None:
    assert opens_at("f", 0) == opens_at("f", 1) == set(WORDS) - {EMPTIES}
    assert opens_at("i", 1) == {"picks a pear", "eats a pear"}
    assert opens_at("o", 0) == {"how many apples?"}


def test_every_job_has_a_shot_and_they_stand_in_order() -> None:
    for name in (LSTM, OTHER, NO_PENALTY):
        run = recorded(name)
        shown = moments(run)
        steps = [moment.step for moment in shown]
        assert steps == sorted(set(steps)) and steps[0] == 0 and steps[-1] == recipe.STEPS
        told = {(job.gate, job.unit, job.step) for moment in shown for job in moment.jobs}
        assert told == {(j.gate, j.unit, j.step) for j in jobs(run) if j.step is not None}
    short = replace(run, checkpoints=run.checkpoints[:3])
    assert [moment.step for moment in moments(short)] == [0, run.checkpoints[2].step]


def test_the_film_goes_from_before_to_the_other_bias_in_fourteen_presses() -> None:
    film = shipped()
    assert len(film.shots) - 1 + 2 <= 14, "and two answers"
    assert [shot.slow for shot in film.shots].count(None) == len(film.shots) - SLOW_STAGES
    steps = [shot.step for shot in film.shots[:-1]]
    assert steps == sorted(steps) and film.shots[-1].compares
    assert all(len(shot.columns) == len(STORY) for shot in film.shots)


def test_the_story_is_read_as_the_trained_network_reads_it() -> None:
    found = story_columns(basket.model(), basket.model(basket.RNN))
    for mine, shown in zip(found, word_row(STORY).columns, strict=True):
        assert (mine.label, mine.fruit, mine.answer) == (shown.label, shown.fruit, shown.answer)
        np.testing.assert_allclose(mine.state, shown.state)


def test_the_slow_step_is_a_step_down_the_gradient() -> None:
    one = shipped().step
    assert one is not None
    row = 2  # i, i, then the forget gate of the apples
    word = WORDS.index(EMPTIES)

    def with_weight(value: float) -> Model:
        moved = one.before.parameters[WEIGHTS].copy()
        moved[row, word] = value
        return Model.from_parameters("lstm", one.before.parameters | {WEIGHTS: moved})

    def loss(value: float) -> float:
        said = read(with_weight(value)).outputs[AT[ASKED], 0]
        return float((said - one.right) ** 2)

    assert one.weight == one.before.parameters[WEIGHTS][row, word]
    assert one.loss == pytest.approx(loss(one.weight))
    slope = (loss(one.weight + 1e-5) - loss(one.weight - 1e-5)) / 2e-5
    assert one.gradient == pytest.approx(slope, rel=1e-4)
    assert one.new_weight == one.weight - one.gradient
    assert one.new_loss == pytest.approx(loss(one.new_weight)) and one.new_loss < one.loss
    gates = [read(with_weight(w)).traces[0].f[AT[EMPTIED], 0] for w in (one.weight, one.new_weight)]
    assert [one.gate, one.new_gate] == pytest.approx(gates)
    assert one.new_gate == pytest.approx(1 / (1 + np.exp(-one.new_weight - one.rest)))


def as_recorded(mine: BasketRun, theirs: BasketRun) -> None:
    for one in mine.checkpoints:
        assert one.right == pytest.approx(theirs.at(one.step).right, abs=0.02)
        assert one.loss == pytest.approx(theirs.at(one.step).loss, rel=1e-3)


def test_ones_own_training_is_the_recorded_one_from_the_same_bias() -> None:
    training = OwnTraining(-2.0)
    assert newest(training.lstm.run(), training.rnn.run()).shots[0].step == 0
    while training.step < 55:
        training.go(0.0)
        assert training.lstm.step == training.rnn.step, "one beside the other"
    assert training.reached == 50 and not training.ended and training.memory > 0
    as_recorded(training.lstm.run(), recorded(OTHER))
    as_recorded(training.rnn.run(), recorded(RNN))
    film = own(training.lstm.run(), training.rnn.run())
    assert [shot.step for shot in film.shots] == [0, 50]
    assert film.other is recorded(LSTM)
    assert own(recorded(LSTM), recorded(RNN)).other is None, "nothing to compare it with"
    training.lstm.step = STEPS
    assert training.ended
