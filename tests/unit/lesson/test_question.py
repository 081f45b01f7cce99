"""Which answer is right comes from the run, and every belief and scene that is named exists."""

from dataclasses import replace

import pytest

from lstm_viz.lesson.contents import LATER, SCENES, asked_again_in, scene
from lstm_viz.lesson.misconceptions import MISCONCEPTIONS, misconception
from lstm_viz.lesson.question import Again, Choice, Option

YES = Option("yes", lambda run: run is None), Option("no", lambda run: run is not None)
AGAIN = Again("h-is-c", "Once more?", YES, because=lambda run: "So.")


def choice(*holds):
    options = tuple(Option(str(n), is_so=lambda run, so=so: so) for n, so in enumerate(holds))
    return Choice("q", 0, 1, "Which?", options, because=lambda run: "So.", again=AGAIN)


@pytest.mark.parametrize("right", range(3))
def test_the_right_option_is_the_one_that_is_so(right):
    assert choice(*(n == right for n in range(3))).right(None) == right


@pytest.mark.parametrize("holds", [(), (False, False), (True, True), (True, False, True)])
def test_a_question_with_none_or_several_right_options_is_refused(holds):
    with pytest.raises(ValueError, match=f"'q': expected one option to be so, got {sum(holds)}"):
        choice(*holds).right(None)


def test_a_second_guise_is_answered_by_the_run_and_refused_alike():
    assert (AGAIN.right(None), AGAIN.right(0)) == (0, 1)
    both = replace(AGAIN, options=(YES[0], YES[0]))
    with pytest.raises(ValueError, match="second guise of 'h-is-c': expected one option"):
        both.right(None)


def test_the_run_decides():
    higher = Option("up", lambda run: run > 0), Option("down", lambda run: run <= 0)
    question = Choice("q", 0, 1, "Up or down?", higher, because=str, again=AGAIN)
    assert question.right(1) == 0 and question.right(-1) == 1


def test_what_is_missed_is_asked_two_scenes_later_or_in_the_last_that_asks():
    ids = [s.id for s in SCENES]
    for n, id in enumerate(ids):
        assert ids.index(asked_again_in(id).id) == min(n + LATER, len(ids) - 2)
    assert [asked_again_in(id).id for id in ("start", "costs", "uses")] == [
        "squashing", "uses", "uses",
    ]  # fmt: skip


def test_scenes_and_misconceptions_are_found_by_their_ids():
    assert [scene(s.id) for s in SCENES] == list(SCENES)
    assert [misconception(m.id) for m in MISCONCEPTIONS] == list(MISCONCEPTIONS)
    with pytest.raises(KeyError, match="no scene is called 'nowhere'"):
        scene("nowhere")
    with pytest.raises(KeyError, match="no misconception is called 'nothing'"):
        misconception("nothing")
