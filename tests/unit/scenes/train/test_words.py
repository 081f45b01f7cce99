"""What is said at a checkpoint is what the record says, in whole sentences."""

import re
from dataclasses import replace

import pytest

from lstm_viz.lesson.glossary import linked_html
from lstm_viz.notation import number, percent
from lstm_viz.scenes.train.words.captions import APART, MOVED, checkpoint_caption
from lstm_viz.scenes.train.words.presets import PRESETS
from tests.unit.scenes.train.trained import SMALL, trained

LSTM, RNN = trained(SMALL).record, trained(replace(SMALL, cell="rnn")).record


def plain(html: str) -> str:
    return re.sub(r"<[^<>]*>", "", html)


def test_before_training_it_says_where_the_score_and_the_gate_begin():
    first = LSTM.checkpoints[0]
    words = checkpoint_caption(LSTM, first)
    assert words.title == "Before training"
    said = plain(words.sentence)
    assert percent(first.score) in said and f"comes to {percent(LSTM.chance)} on average" in said
    assert f"begins at {number(float(first.trace.f.mean()))}" in said
    assert "forget gate" not in plain(checkpoint_caption(RNN, RNN.checkpoints[0]).sentence)


@pytest.mark.parametrize("watched", [LSTM, RNN], ids=["lstm", "rnn"])
def test_later_it_counts_the_right_answers_and_says_how_far_the_gate_went(watched):
    for checkpoint in watched.checkpoints[1:]:
        words = checkpoint_caption(watched, checkpoint)
        step = checkpoint.step
        assert words.title == f"After {step} step{'s' * (step != 1)} of training"
        said = plain(words.sentence)
        good, asked = checkpoint.right.count(True), 8 - checkpoint.right.count(None)
        assert f" {good} of its {asked} answers " in said
        score = percent(checkpoint.score)
        if abs(good / asked - checkpoint.score) > APART:
            assert f"on others the score, the {watched.measure}, is {score}." in said
        else:
            assert f"on sequences it never saw the score is {score}." in said
        if watched is RNN:
            assert "forget gate" not in said
            continue
        before, now = (float(c.trace.f.mean()) for c in (watched.checkpoints[0], checkpoint))
        if abs(now - before) < MOVED:
            assert f"has hardly moved from {number(before)}." in said
        else:
            way = "opened" if now > before else "closed"
            assert f"has {way} from {number(before)} to {number(now)}." in said


def test_where_answers_and_score_differ_it_says_what_the_score_counts():
    checkpoint = replace(LSTM.checkpoints[-1], score=0.0, right=(True,) * 7 + (False,))
    watched = replace(LSTM, measure="share of strings that are right to the end")
    said = plain(checkpoint_caption(watched, checkpoint).sentence)
    assert "7 of its 8 answers are right; on others the score, the share of strings that" in said


def test_one_answer_is_right_or_wrong():
    settings = replace(SMALL, task="first-symbol", steps=50)
    watched = trained(settings).record
    for checkpoint in watched.checkpoints[1:]:
        verdict = {True: "right", False: "wrong"}[checkpoint.right[-1]]
        assert f"its one answer is {verdict};" in plain(
            checkpoint_caption(watched, checkpoint).sentence
        )


def test_every_term_of_a_preset_is_in_the_glossary():
    for preset in PRESETS:
        assert "[[" in preset.watch or preset.id in ("counting-rnn", "adding-rnn", "reber")
        assert "[[" not in linked_html(preset.watch)
