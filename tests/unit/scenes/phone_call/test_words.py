"""Every sentence of the phone call is true of the run behind it, and could be untrue."""

import re

import numpy as np
import pytest

from lstm_viz import LSTM, Trace
from lstm_viz.networks import NETWORKS, phone_call
from lstm_viz.player import payload
from lstm_viz.scenes.phone_call.picture import ON_YOUR_MIND, SAID
from lstm_viz.scenes.phone_call.picture import STAGES as STORY_STAGES
from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.questions import QUESTIONS
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words import call as story
from lstm_viz.scenes.phone_call.words.call import (
    ANSWER,
    BIRTHDAY,
    EXAM,
    SATURDAY,
    SHOPPING,
    SONG,
    STORY,
    THOUGHTS,
)
from lstm_viz.signals import LSTM_SIGNALS
from tests.each import for_each
from tests.unit.frames import told
from tests.unit.scenes.phone_call.claims import CLAIMS as CLAIMS_OF
from tests.unit.scenes.phone_call.claims import unit_is

RING, HELLO, QUESTION, THINK, SPEAK, ONWARDS = range(6)
PUT_ASIDE, TAKE_IN, SAY = range(3)
FIELD = re.compile(r"\{\(?([a-z_]+)(?::([^|}]+))?\)?(\|%)?\}")
CLAIMS = [
    pytest.param(t, claim, id=f"{beat.word}: {claim.text}")
    for t, beat in enumerate(STORY.beats)
    for claim in CLAIMS_OF[beat.word]
]
NUMBER = r"−?\d+\.\d\d"


@pytest.fixture(scope="module")
def trace():
    return run().trace


@pytest.fixture(scope="module")
def said(trace):
    """Every sentence as the reader sees it: [moment][stage]."""
    film = call_film(trace)
    words = told(film)
    return [[words[t, k][1] for k in range(len(film.stages))] for t in range(len(film.told))]


def random_trace(seed):
    rng = np.random.default_rng(seed)
    units, moments = len(THOUGHTS), len(STORY.beats)
    cell = LSTM(
        rng.normal(0, 1.5, (4 * units, moments)),
        rng.normal(0, 1.5, (4 * units, units)),
        rng.normal(0, 0.5, 4 * units),
    )
    return cell.run(np.eye(moments))


RANDOM = [random_trace(seed) for seed in range(40)]
HELD = [run(held).trace for held in range(len(STORY.beats))]


# ---- the story and the network -----------------------------------------------------------------


def test_the_story_tells_of_the_units_and_words_of_the_network():
    assert STORY.units == story.THOUGHTS == phone_call.THOUGHTS
    inputs = run().inputs
    assert inputs.columns == inputs.tokens == phone_call.MOMENTS
    assert STORY.words == phone_call.MOMENTS[1:], "one moment is before the story"
    names = (SHOPPING, SONG, EXAM, BIRTHDAY, SATURDAY, ANSWER)
    assert [THOUGHTS[unit] for unit in names] == list(phone_call.THOUGHTS)


def test_no_name_of_a_thought_is_the_beginning_of_another():
    """Else ``{c:name}`` would be numbered wrongly."""
    assert not [(a, b) for a in THOUGHTS for b in THOUGHTS if a != b and b.startswith(a)]


def test_every_moment_is_told_stage_by_stage():
    for beat in STORY.beats:
        assert len(beat.told) == len(STORY_STAGES)
        assert beat.label and beat.heard and CLAIMS_OF[beat.word]
        assert all(text.endswith(".") for text in beat.told)


def test_who_steps_stops_where_there_is_news_and_at_every_question():
    film = call_film(run().trace)
    stops = [(t, k) for t, beat in enumerate(STORY.beats) for k in beat.news]
    assert len(stops) <= 12 and STORY.beats[0].news == (PUT_ASIDE, TAKE_IN, SAY), "once at length"
    assert all(beat.news for beat in STORY.beats)
    assert stops[0] == (0, 0) and stops[-1] == (len(STORY.beats) - 1, SAY)
    assert set(film.passed) | set(stops) == {
        (t, k) for t in range(len(STORY.beats)) for k in range(len(STORY_STAGES))
    } and not set(film.passed) & set(stops)
    assert {(one.t, one.stage) for one in QUESTIONS} <= set(stops)
    sent = payload(film)["passed"]
    assert sent == [t * len(STORY_STAGES) + k for t, k in film.passed]


@pytest.mark.parametrize("beat", STORY.beats, ids=lambda beat: beat.word)
def test_every_placeholder_names_a_signal_and_a_thought(beat):
    signals = {row.name for row in LSTM_SIGNALS}
    for text in beat.told:
        fields = FIELD.findall(text)
        assert text.count("{") == text.count("}") == len(fields), text
        for name, unit, share in fields:
            assert name in signals, text
            assert unit in THOUGHTS, text
            assert bool(share) == (name in "fio"), f"only a gate is a share: {text}"


def test_templates_number_the_thoughts():
    for beat, numbered in zip(STORY.beats, STORY.templates(), strict=True):
        for text, template in zip(beat.told, numbered, strict=True):
            units = [THOUGHTS[int(unit)] for _, unit, _ in FIELD.findall(template)]
            assert units == [unit for _, unit, _ in FIELD.findall(text)]


@pytest.mark.parametrize("beat", STORY.beats, ids=lambda beat: beat.word)
def test_each_sentence_says_which_thought_it_speaks_of(beat, trace):
    """All its numbers are of that one, whose formula stands beside it."""
    t = STORY.beats.index(beat)
    assert len(beat.speaks) == len(STORY_STAGES)
    for text, unit in zip(beat.told, beat.speaks, strict=True):
        told = {THOUGHTS.index(name) for _, name, _ in FIELD.findall(text)}
        assert told == {unit}, text
        assert max(trace.c[t, unit], trace.c_prev[t, unit]) > ON_YOUR_MIND, text


def test_the_thought_what_to_answer_is_in_quotes():
    """Its name reads like a question."""
    assert [THOUGHTS.index(name) for name in STORY.quoted] == [ANSWER]
    assert STORY.name(ANSWER) == "“what to answer”" and STORY.name(SONG) == "a song"
    asked = [question.ask for question in QUESTIONS]
    plain = [FIELD.sub("", text) for beat in STORY.beats for text in beat.told]
    texts = [text.lower() for text in (*plain, *asked) if "what to answer" in text.lower()]
    assert len(texts) >= 3
    for text in texts:
        assert text.count("“what to answer”") == text.count("what to answer"), text


def test_no_number_is_written_by_hand():
    for beat in STORY.beats:
        for text in beat.told:
            assert not re.search(r"\d", FIELD.sub("", text)), text


# ---- claims ------------------------------------------------------------------------------------


@for_each(("t", "claim"), CLAIMS)
def test_a_claim_holds(t, claim, trace):
    assert claim.holds(trace)


@for_each(("t", "claim"), CLAIMS)
def test_a_claim_can_fail(t, claim):
    """A claim that holds for any network would say nothing."""
    assert not all(claim.holds(other) for other in (*HELD, *RANDOM))


@for_each(("t", "claim"), CLAIMS)
def test_a_claim_is_about_its_own_moment(t, claim, trace):
    """It does not change with what happens later: the run may end after its beat."""
    so_far = {name: array[: t + 1] for name, array in trace.arrays.items()}
    assert claim.holds(Trace(trace.table, so_far, trace.clamped))


@pytest.mark.parametrize("held", [RING, HELLO, ONWARDS])
def test_with_the_forget_gate_open_a_claim_of_that_moment_fails(held):
    claims = CLAIMS_OF[STORY.beats[held].word]
    assert [claim.text for claim in claims if not claim.holds(HELD[held])]


@for_each("other", RANDOM[:10], ids=range(10))
def test_no_random_network_tells_the_story(other):
    failing = [claim for t, claim in (param.values for param in CLAIMS) if not claim.holds(other)]
    assert len(failing) >= 5


def test_bounds_of_a_claim_are_not_part_of_it(trace):
    value = float(trace.c[1, 3])
    assert unit_is("c", 3, 1)(trace)
    assert unit_is("c", 3, 1, above=value - 1e-9, below=value + 1e-9)(trace)
    assert not unit_is("c", 3, 1, above=value)(trace)
    assert not unit_is("c", 3, 1, below=value)(trace)


# ---- what sentences say without a number or a claim --------------------------------------------


def on_mind(values):
    return {unit for unit, value in enumerate(values) if abs(value) > ON_YOUR_MIND}


FOUR, THREE = {SHOPPING, SONG, EXAM, BIRTHDAY}, {BIRTHDAY, SATURDAY, ANSWER}


def test_what_is_on_your_mind_at_each_moment(trace):
    now = [on_mind(c) for c in trace.c]
    # At the end Saturday stays and a rest of the birthday.
    assert now == [FOUR, {BIRTHDAY}, THREE, THREE, THREE, {BIRTHDAY, SATURDAY}]
    assert on_mind(trace.c_prev[RING]) == FOUR


def test_what_is_taken_in_at_each_moment(trace):
    new = [on_mind(written) for written in trace.written]
    assert new == [set(), {BIRTHDAY}, {SATURDAY, ANSWER}, {ANSWER}, {ANSWER}, set()]


def test_what_is_said_at_each_moment(trace):
    assert [{u for u in range(6) if h[u] > SAID} for h in trace.h] == [
        set(), set(), set(), {BIRTHDAY}, THREE, set(),
    ]  # fmt: skip


def test_when_you_speak_in_quotes_something_is_said(trace):
    for t, beat in enumerate(STORY.beats):
        assert bool(beat.said) == bool((trace.h[t] > SAID).any()), beat.word


def test_the_ring(trace):
    thoughts = sorted(FOUR)
    assert (trace.c[RING, thoughts] < trace.c_prev[RING, thoughts]).all(), "everything fades"
    assert (trace.c[RING, thoughts] > 0.5 * trace.c_prev[RING, thoughts]).all(), "a little"


def test_hello(trace):
    assert trace.i[HELLO].argmax() == BIRTHDAY
    assert trace.c[HELLO, BIRTHDAY] > trace.kept[HELLO, BIRTHDAY], "written on top"
    assert trace.h[HELLO, BIRTHDAY] < 0.2, "you keep it to yourself"
    assert on_mind(trace.c[HELLO]) == {BIRTHDAY}


def test_the_question(trace):
    assert on_mind(trace.c_prev[QUESTION]) == {BIRTHDAY}
    assert trace.c[QUESTION, SATURDAY] > 0.5 > trace.c[QUESTION, ANSWER]


def test_thinking(trace):
    assert on_mind(trace.c_prev[THINK]) == THREE
    assert trace.kept[THINK].sum() > 0.95 * trace.c_prev[THINK].sum(), "nothing is put aside"
    assert trace.c[THINK, ANSWER] > 3 * trace.c_prev[THINK, ANSWER]
    assert trace.h[THINK].argmax() == BIRTHDAY
    assert trace.h[THINK, ANSWER] < 0.1, "the answer only a little"


def test_speaking(trace):
    assert trace.f[SPEAK, sorted(THREE)].min() > 0.9, "you hold on to all of it"
    assert trace.written[SPEAK, ANSWER] < 0.25 * trace.c_prev[SPEAK, ANSWER], "not much"
    assert trace.written[SPEAK].argmax() == ANSWER
    np.testing.assert_allclose(trace.c[SPEAK], trace.c_prev[SPEAK], atol=0.2)
    assert trace.h[SPEAK].argmax() == ANSWER
    assert trace.h[SPEAK, BIRTHDAY] > SAID, "you say happy birthday"


def test_onwards(trace):
    assert trace.h_prev[ONWARDS].max() > 0.7, "what you just said goes on"
    assert trace.i[ONWARDS].max() < 0.05
    assert trace.f[ONWARDS, ANSWER] < 0.1 and trace.f[ONWARDS, SATURDAY] > 0.9
    assert trace.c[ONWARDS].argmax() == SATURDAY
    for faded in (BIRTHDAY, ANSWER):
        assert trace.c[ONWARDS, faded] < 0.3 * trace.c_prev[ONWARDS, faded], "it has faded"
    assert trace.h[ONWARDS].max() < 0.2, "you listen again"


def test_what_is_said_of_the_birthday_feeds_the_answer(trace):
    """The network's one feedback: without it the answer would be weaker."""
    inputs = run().inputs
    cell = NETWORKS["call"].build(inputs, 6, 0)
    deaf = LSTM(cell.weight_ih, np.zeros_like(cell.weight_hh), cell.bias).run(inputs.x)
    assert (trace.i[:, ANSWER] > deaf.i[1:, ANSWER]).all()
    assert trace.i[SPEAK, ANSWER] > 1.5 * deaf.i[SPEAK + 1, ANSWER]


# ---- as the reader sees them -------------------------------------------------------------------


def test_every_sentence_is_filled_in(said):
    for texts in said:
        for text in texts:
            assert "{" not in text and "}" not in text
            assert text[0].isupper() and "  " not in text
            assert not re.search(rf"{NUMBER} ?%", text)
            assert "−" not in text, "a story of thoughts has no negative ones"


def test_numbers_in_a_sentence_are_those_of_the_ledger(trace, said):
    before, after = trace.c_prev[RING, SONG], trace.c[RING, SONG]
    assert f"the song went from {before:.2f} to {after:.2f}." in said[RING][TAKE_IN]
    assert f"the shopping list, at {trace.c_prev[RING, SHOPPING]:.2f}:" in said[RING][PUT_ASIDE]
    assert STORY.speaks[RING][PUT_ASIDE] == 0, "the unit with which the scene opens"
    assert f"shows {trace.o[RING, SONG]:.0%}".replace("%", " %") in said[RING][SAY]
    assert f"hidden state h: {trace.h[SPEAK, ANSWER]:.2f}." in said[SPEAK][SAY]
    assert f"Saturday stays, at {trace.c[ONWARDS, SATURDAY]:.2f};" in said[ONWARDS][TAKE_IN]


def test_the_ending_says_where_the_analogy_breaks(trace):
    text = " ".join(STORY.ending.split())
    assert trace.hidden_size == 6 and "here six of them" in text
    gates = np.stack([trace.f, trace.i, trace.o])
    assert ((gates > 0) & (gates < 1)).all(), "rarely quite 0 or 1"
    assert "set by hand" in text and not NETWORKS["call"].seeded
