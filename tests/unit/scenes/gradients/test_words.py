"""What is said and asked of the way back, over the whole range of the knobs."""

import itertools
import math
import re

import numpy as np
import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.notation import honest
from lstm_viz.player import questions_payload
from lstm_viz.scenes.gradients.questions import questions
from lstm_viz.scenes.gradients.record.run import Run, run
from lstm_viz.scenes.gradients.record.settings import BIASES, GAINS, PRESETS, SIZES, Settings
from lstm_viz.scenes.gradients.words.around import ENDING, MEASURED, OPENING
from lstm_viz.scenes.gradients.words.captions import (
    CHANGE,
    MOVED,
    NEAR,
    ROADS,
    START,
    WIDE,
    captions,
    change,
    near,
    needed,
    road,
)
from lstm_viz.scenes.gradients.words.sizes import EXPLODED, VANISHED, fate, size, times

SWEPT = [
    Settings(gain=gain, bias=bias, hidden_size=hidden_size, length=length, seed=seed)
    for gain, bias, (hidden_size, length, seed) in itertools.product(
        (GAINS[0], 1.0, 3.0, GAINS[1]),
        (BIASES[0], 1.0, 3.0, BIASES[1]),
        ((SIZES[0], 2, 0), (8, 50, 1)),
    )
]
LARGE = Settings(gain=3.0, hidden_size=SIZES[1], length=120)
ALL = [
    run(one) for one in (*PRESETS.values(), Settings(network="trained", length=2), LARGE, *SWEPT)
]
"""The knobs at their ends and in between, and each preset."""


def told(found: Run, frame: int, *, clip: bool = False) -> str:
    one = captions(found, clip=clip)[frame]
    return re.sub(r"<[^>]+>", "", " ".join((one.title, one.sentence)))


def test_every_verdict_is_so_whatever_is_set() -> None:
    seen = set()
    for found in ALL:
        start, t = told(found, START), found.first
        for way in found.ways.values():
            assert size(float(way.h[t])) in start
        for name, way in found.ways.items():
            log = max(way.h[t], -math.inf if way.c is None else way.c[t])
            which = "vanished" if log < math.log10(VANISHED) else (
                "exploded" if log > math.log10(EXPLODED) else "size one can learn from"
            )  # fmt: skip
            sentence = next(one for one in start.split(". ") if which in one)
            assert re.search(rf"\b{name}\b", sentence)
            seen.add(which)
        roads = found.roads
        direct, around = 10 ** roads.direct[t], 10 ** roads.round[t]
        words = {
            "direct": "direct road carries most", "round": "most comes round",
            "alike": "both carry about as much",
        }  # fmt: skip
        which = road(roads.direct[t], roads.round[t])
        assert words[which] in told(found, ROADS)
        assert {"direct": direct >= 2 * around, "round": around >= 2 * direct}.get(which, True)
        seen.add(which)
        for clip in (False, True):
            for name, way in found.ways.items():
                assert f"{name} {size(change(way, clip=clip))}" in told(found, CHANGE, clip=clip)
        clipped = told(found, CHANGE, clip=True)
        longer = [name for name, way in found.ways.items() if way.whole > 0]
        assert ("changes nothing here" in clipped) == (not longer)
        assert all(f"{name} by " in clipped for name in longer)
        assert ("saturated" in told(found, NEAR)) == (found.saturated >= 0.25)
        for sentence in (told(found, frame) for frame in range(WIDE + 1)):
            assert "nan" not in sentence and "inf" not in sentence and "[[" not in sentence
            assert honest(sentence) == sentence
    assert seen == {"vanished", "exploded", "size one can learn from", "direct", "round", "alike"}


def test_open_gates_are_said_to_help_only_where_they_do() -> None:
    seen = set()
    for found in ALL:
        before = {n: way.arrives(found.first) for n, way in found.ways.items() if n != "RNN"}
        after = {n: found.opened[n].arrives(found.first) for n in before}
        words = told(found, WIDE)
        closer = [abs(after[n]) < abs(before[n]) - 0.005 for n in before]
        assert ("That is nearer to 1" in words) == all(closer)
        further = [n for n in before if abs(after[n]) > abs(before[n]) + 0.005]
        named = re.search("In the (.*?) that is further from 1", words)
        assert (named[1].replace(" and ", ",").split(",") if named else []) == further
        seen.add((all(closer), bool(further)))
    assert {(True, False), (False, True)} <= seen


def test_every_question_has_one_right_answer_whatever_is_set() -> None:
    rights = set()
    for found in ALL:
        start, roads = questions_payload(questions(found), found)
        rights |= {(start["id"], start["right"]), (roads["id"], roads["right"])}
        left = 10 ** found.ways["LSTM"].arrives(found.first)
        assert start["right"] == (0 if left < 0.5 else 2 if left > 2 else 1)
    assert len(rights) == 6, "each answer is right somewhere"
    asked = [(one.t, one.stage) for one in questions(run(Settings()))]
    assert asked == [(START, 0), (ROADS, 0)]


def test_it_is_told_in_few_presses() -> None:
    found = run(Settings())
    assert WIDE + len(questions(found)) + 1 <= 7
    assert len({one.title for one in captions(found, clip=False)}) == WIDE + 1
    assert "[[" not in linked(OPENING + ENDING + MEASURED)


def test_what_opens_first_shows_what_it_is_about() -> None:
    """Far apart at the first word, and most of it round."""
    found = run(Settings())
    lefts = [way.arrives(0) for way in found.ways.values()]
    assert lefts == sorted(lefts) and lefts[-1] - lefts[0] > 2
    assert road(found.roads.direct[0], found.roads.round[0]) == "round"
    assert max(way.arrives(0) for way in found.opened.values()) > -0.5
    assert all(size(way.h[0]) in told(found, START) for way in found.ways.values())


def test_the_first_frame_says_between_which_sizes_all_are():
    for found in ALL:
        t = near(found)
        logs = [log[t] for way in found.ways.values() for log in (way.h, way.c) if log is not None]
        least, most = size(min(logs)), size(max(logs))
        said = f"it is {least} to {most}." if least != most else f"it is {least}."
        assert said in told(found, NEAR)


def test_sizes_beyond_floats_are_written_as_powers_of_ten() -> None:
    assert [size(log) for log in (0.0, math.log10(0.57), -831.5, 400.0, -math.inf)] == [
        "1.00", "0.57", "3.2·10⁻⁸³²", "1.0·10⁴⁰⁰", "0",
    ]  # fmt: skip
    assert size(-320 + math.log10(9.96)) == "1.0·10⁻³¹⁹"
    assert [times(log) for log in (0.0, 2.5, 5.5, 7.2)] == ["1", "316", "316,228", "1.6·10⁷"]
    assert times(400.3) == "2.0·10⁴⁰⁰" and times(math.inf) == "never"
    assert [fate(log) for log in (-2.0, 0.0, 2.0)] == ["vanished", "arrives", "exploded"]


def test_sequences_are_counted_until_the_weight_has_moved() -> None:
    way = run(Settings()).ways["LSTM"]
    assert needed(way, clip=False) == pytest.approx(np.log10(MOVED) - way.change)
    wild = run(PRESETS["exploding"]).ways["RNN"]
    assert needed(wild, clip=False) == 0, "at least one"
