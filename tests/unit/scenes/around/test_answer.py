"""From h to an answer: scores, their shares and the temperature, by hand."""

import math

import pytest

from lstm_viz.notation import percent
from lstm_viz.scenes.around.controls import HEAT
from lstm_viz.scenes.around.record.answer import READ, answer_at
from lstm_viz.scenes.around.words.answer import told
from lstm_viz.tasks.first_symbol import SYMBOLS


def test_scores_are_the_heads_rows_times_h_plus_the_bias():
    for step in range(len(READ)):
        run = answer_at(step, 1.0)
        for k, score in enumerate(run.scores):
            by_hand = sum(w * h for w, h in zip(run.weight[k], run.h, strict=True)) + run.bias[k]
            assert score == pytest.approx(by_hand)
        assert SYMBOLS[run.best] == READ[0], "the network remembers the first letter"


def test_shares_are_e_to_the_score_over_their_sum_at_every_temperature():
    for heat in (HEAT.low, 0.5, 1.0, 2.0, HEAT.high):
        run = answer_at(2, heat)
        grown = [math.exp(score / heat) for score in run.scores]
        for k, share in enumerate(run.heated):
            assert share == pytest.approx(grown[k] / sum(grown))
        assert run.heated.argsort().tolist() == run.scores.argsort().tolist()
        assert run.shares == pytest.approx(run.grown / run.grown.sum())


def test_what_is_said_of_the_temperature_holds_wherever_the_sliders_stand():
    for step in range(len(READ)):
        for quarter in range(1, 21):
            run = answer_at(step, quarter / 4)
            sentence = told(run)[-1].sentence
            more = run.heated[run.best] - run.shares[run.best]
            if quarter == 4:
                assert "nothing changes" in sentence and more == 0
            else:
                assert (more > 0) == ("gets more" in sentence)
                assert (more < 0) == ("come closer" in sentence)
            shares = [percent(s[run.best]) for s in (run.shares, run.heated)]
            assert (shares[0] == shares[1]) == ("stays at" in sentence)
