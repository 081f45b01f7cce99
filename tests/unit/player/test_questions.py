"""The player is told what is right by the run, and where each belief is settled."""

import json

import pytest

from lstm_viz.lesson.contents import SCENES
from lstm_viz.lesson.misconceptions import MISCONCEPTIONS
from lstm_viz.lesson.question import Again, Choice, Guess, Marker, Option
from lstm_viz.player import questions_payload

AGAIN = Again(
    "write-replaces",
    "Is it more than a half?",
    (
        Option("no", lambda run: run <= 0.5),
        Option("yes", lambda run: run > 0.5, believes="write-replaces"),
    ),
    because=lambda run: f"It is {run} still.",
)
CHOICE = Choice(
    "grows",
    2,
    1,
    "Does it grow?",
    (
        Option("yes", lambda run: run > 0),
        Option("no", lambda run: run <= 0, believes="h-is-c"),
    ),
    because=lambda run: f"It is {run}.",
    again=AGAIN,
)
PLACE = Marker(
    "lands", 1, 0, "Where?", lambda run: run / 3, -1, 1, 0.1,
    because=lambda run: f"A third of {run}.", again=AGAIN,
    guesses=(Guess(lambda run: run, "write-replaces"),),
)  # fmt: skip


@pytest.mark.parametrize("run, right", [(0.5, 0), (-0.5, 1)])
def test_a_choice_is_answered_by_the_run(run, right):
    (sent,) = questions_payload([CHOICE], run)
    assert sent["right"] == right
    assert sent["because"] == f"It is {run}."
    assert (sent["t"], sent["stage"], sent["kind"]) == (2, 1, "choice")
    assert [option["text"] for option in sent["options"]] == ["yes", "no"]
    assert sent["options"][0]["believes"] is None
    assert sent["options"][1]["believes"]["scene"] == "output-gate"


def test_a_place_is_sent_with_its_value_and_what_others_expect():
    (sent,) = questions_payload([PLACE], 0.5)
    assert sent["value"] == 0.167 and (sent["low"], sent["high"], sent["near"]) == (-1, 1, 0.1)
    (guess,) = sent["guesses"]
    assert guess["value"] == 0.5 and guess["believes"]["title"] == "The cell state"


@pytest.mark.parametrize("first", [CHOICE, PLACE])
@pytest.mark.parametrize("run, right", [(0.4, 0), (0.6, 1)])
def test_the_second_guise_is_answered_by_the_same_run(first, run, right):
    again = questions_payload([first], run)[0]["again"]
    assert (again["concept"], again["right"]) == ("write-replaces", right)
    assert (again["ask"], again["because"]) == (AGAIN.ask, f"It is {run} still.")
    assert [option["text"] for option in again["options"]] == ["no", "yes"]
    assert again["options"][1]["believes"]["scene"] == "cell-state"


def test_every_misconception_can_be_sent_as_json():
    for found in MISCONCEPTIONS:
        options = (Option("a", lambda run: True), Option("b", lambda run: False, found.id))
        again = Again(found.id, "?", options, because=str)
        (sent,) = questions_payload([Choice("q", 0, 1, "?", options, str, again)], None)
        belief = json.loads(json.dumps(sent))["options"][1]["believes"]
        there = next(s for s in SCENES if s.title == belief["title"])
        assert belief["so"] == found.so
        assert belief["scene"] == ("" if there is SCENES[0] else there.id)
