"""The page "Speech": what is recorded, said and drawn of a word, with noise and without."""

import re
from itertools import pairwise

import numpy as np
import pytest

from lstm_viz.inputs.sound import RATE
from lstm_viz.networks.digits.files import OTHER, OUTPUTS, load
from lstm_viz.networks.digits.recordings import RECORDINGS, word_of
from lstm_viz.notation import number, percent
from lstm_viz.scenes.speech.picture import speech_board
from lstm_viz.scenes.speech.picture.lanes import beliefs
from lstm_viz.scenes.speech.picture.layout import LAYOUTS
from lstm_viz.scenes.speech.record import (
    GATES,
    MOST_STEPS,
    NOISES,
    Shown,
    gate_of,
    right_with,
    shipped,
    shown_of,
)
from lstm_viz.scenes.speech.words import around, noise_words, quoted, told

CASES = [(name, None) for name in RECORDINGS] + [("a-three", noise) for noise in NOISES[1:]]


@pytest.fixture(params=CASES, ids=str, scope="module")
def shown(request: pytest.FixtureRequest) -> Shown:
    return shipped(*request.param)


def test_the_steps_go_on_to_the_last_frame(shown: Shown) -> None:
    ends = shown.ends
    assert ends[-1] == len(shown.heard) - 1 and len(ends) <= MOST_STEPS
    assert len(set(np.diff((-1, *ends))[:-1])) <= 1
    assert shown.ends[shown.decided_step] >= shown.heard.decided


@pytest.mark.parametrize("seconds", [0.1, 0.9, 1.0, 4.0, 10.0])
def test_a_longer_word_takes_as_few_steps(seconds: float) -> None:
    sound = np.random.default_rng(0).normal(size=round(seconds * RATE)) * 0.1
    long = shown_of(sound, None, title="noise", own=True)
    assert len(long.ends) <= MOST_STEPS and long.ends[-1] == len(long.heard) - 1
    assert len(speech_board(long)) == len(long.ends) + 2


def test_the_unit_to_look_at_does_most_for_the_answer(shown: Shown) -> None:
    look, clean = shown.look, shown.clean
    head = load().model.head
    towards = (head.weight[look.answer] - head.weight[look.second]) * clean.trace.h[-1]
    assert look.pull == pytest.approx(towards.max()) and look.unit == towards.argmax()
    bias = head.bias[look.answer] - head.bias[look.second]
    assert look.lead == pytest.approx(towards.sum() + bias) and look.lead > 0
    order = clean.beliefs[-1].argsort()
    assert (look.answer, look.second) == (order[-1], order[-2])
    moves = {gate: gate_of(clean, gate)[:, look.unit].std() for gate in GATES}
    assert look.gate == max(GATES, key=moves.__getitem__)
    assert look.open == pytest.approx(gate_of(shown.heard, look.gate)[:, look.unit].mean())


def test_every_sentence_says_what_the_run_says(shown: Shown) -> None:
    heard, changes = shown.heard, 0
    for step, end in enumerate(shown.ends):
        said = told(shown, step)
        second, top = heard.beliefs[end].argsort()[-2:]
        assert f"Most likely {quoted(top)}: {percent(heard.beliefs[end, top])}" in said.sentence
        assert f"then {quoted(second)}: {percent(heard.beliefs[end, second])}" in said.sentence
        assert said.title == f"{(end + 1) * 0.025:.3f} s heard"
        assert ("moment of decision" in said.sentence) == (step == shown.decided_step)
        changes += "changes its mind" in said.sentence
    tops = [int(heard.beliefs[end].argmax()) for end in shown.ends]
    assert changes == sum(a != b for a, b in pairwise(tops))

    answer = told(shown, len(shown.ends))
    assert heard.answer in answer.title and percent(heard.threshold) in answer.sentence
    right = shown.digit == heard.digit if heard.known else shown.digit is None
    assert ("Right" in answer.sentence) == right
    assert ("rong" in answer.sentence) == (heard.known and not right)

    look = told(shown, len(shown.ends) + 1).sentence
    assert f"nit {shown.look.unit + 1} does most" in look
    assert number(shown.look.pull, sign=True) in look and number(shown.look.open) in look
    assert ("dotted" in look) == (shown.noise is not None)
    if "shut most" in look:
        means = {one.gate: (one.before, one.open) for one in shown.gates}
        before, after = map(float, re.findall(r"(\d\.\d+) → (\d\.\d+)", look)[0])
        assert before >= after
        assert any(
            (number(b), number(a)) == (number(before), number(after)) for b, a in means.values()
        )


def test_the_picture_is_of_this_run(shown: Shown) -> None:
    board = speech_board(shown)
    assert len(board) == len(shown.ends) + 2
    assert board.steps[-2:] == ("answer", "look here")
    for step, time in enumerate(board.steps[:-2]):
        assert told(shown, step).title == f"{time} heard"
    for name, picture in board.pictures.items():
        traces = {trace["name"]: trace for trace in picture.data}
        assert len(traces) == len(picture.data)
        for frames in board.frames:
            assert set(frames[0].patches[name]) <= set(traces)
        assert len(traces["mfcc"]["x"]) % 13 == 0
        assert ("gate before" in traces) == (shown.noise is not None)
        inside = [
            (x, y)
            for trace in picture.data
            for x, y in zip(trace["x"], trace["y"], strict=True)
            if x is not None
        ]
        assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in inside)
        last = board.frames[-1][0].patches[name]
        assert last["row shares"]["text"] == [percent(float(s)) for s in shown.heard.beliefs[-1]]
        assert last["cover"]["x"][0] >= traces["belief 0"]["x"][-1], "nothing is covered any more"
        now = [frames[0].patches[name]["now"]["x"][0] for frames in board.frames]
        assert now == sorted(now)
    table = board.tables[-1]
    assert [row[0] for row in table.rows] == list(OUTPUTS)


def test_the_decision_is_marked_from_its_frame_on() -> None:
    shown = shipped("a-three", None)
    seen = [
        frames[0].patches["wide"]["decided"]["opacity"] == 1
        for frames in speech_board(shown).frames
    ]
    assert seen == [k >= shown.decided_step for k in range(len(seen))]


def test_the_line_of_the_decision_strikes_no_name(shown: Shown) -> None:
    for case in LAYOUTS:
        layout = case.of(len(shown.heard))
        line = layout.beliefs.across(shown.heard.decided + 1)
        names = next(one for one in beliefs(layout, shown) if one["name"] == "belief names")
        for x, name in zip(names["x"], names["text"], strict=True):
            half = 0.3 * layout.letters * len(name)
            assert abs(x - line) >= half - 0.01, name
            assert x - half >= layout.beliefs.left - 0.01, name


def test_noise_makes_more_mistakes_and_the_page_counts_them() -> None:
    rights = [right_with(noise) for noise in NOISES]
    assert all(count == 20 for _, count in rights)
    assert rights[0][0] > rights[-1][0]
    network = load()
    said = around(network, 10, right_with(10))
    assert f"it answers {right_with(10)[0]} rightly with {noise_words(10)}" in said
    assert percent(network.scores.digits) in said and percent(network.threshold) in said
    assert f"{sum(network.scores.new_voices.values())} of 60" in said


def test_what_is_no_digit_can_be_tried_and_most_of_it_is_refused() -> None:
    others = [name for name, one in RECORDINGS.items() if one.digit is None]
    assert len(others) >= 3
    refused = [not shipped(name, None).heard.known for name in others]
    assert sum(refused) >= len(refused) - 1
    assert not shown_of(word_of("room"), None, title="room").heard.known
    assert quoted(OTHER) == "something else"
