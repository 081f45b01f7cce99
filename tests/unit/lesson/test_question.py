"""Which answer is right comes from the run, and every belief and scene that is named exists."""

import pytest

from lstm_viz.lesson.contents import SCENES, scene
from lstm_viz.lesson.misconceptions import MISCONCEPTIONS, misconception
from lstm_viz.lesson.question import Choice, Option


def choice(*holds):
    options = tuple(Option(str(n), is_so=lambda run, so=so: so) for n, so in enumerate(holds))
    return Choice("q", 0, 1, "Which?", options, because=lambda run: "So.")


@pytest.mark.parametrize("right", range(3))
def test_the_right_option_is_the_one_that_is_so(right):
    assert choice(*(n == right for n in range(3))).right(None) == right


@pytest.mark.parametrize("holds", [(), (False, False), (True, True), (True, False, True)])
def test_a_question_with_none_or_several_right_options_is_refused(holds):
    with pytest.raises(ValueError, match=f"'q': expected one option to be so, got {sum(holds)}"):
        choice(*holds).right(None)


def test_the_run_decides():
    higher = Option("up", lambda run: run > 0), Option("down", lambda run: run <= 0)
    question = Choice("q", 0, 1, "Up or down?", higher, because=str)
    assert question.right(1) == 0 and question.right(-1) == 1


def test_scenes_and_misconceptions_are_found_by_their_ids():
    assert [scene(s.id) for s in SCENES] == list(SCENES)
    assert [misconception(m.id) for m in MISCONCEPTIONS] == list(MISCONCEPTIONS)
    with pytest.raises(KeyError, match="no scene is called 'nowhere'"):
        scene("nowhere")
    with pytest.raises(KeyError, match="no misconception is called 'nothing'"):
        misconception("nothing")
