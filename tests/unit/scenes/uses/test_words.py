"""What is said of the five tasks is what they do."""

import re

from lstm_viz.lesson.glossary import linked, linked_html
from lstm_viz.scenes.uses.record import STEPS, USES, Moment, Use
from lstm_viz.scenes.uses.words import ENDING, OPENING, STAGES, sentence
from tests.unit.scenes.uses.runs import tasks


@tasks
def test_sentences_say_what_is_read_and_answered(task):
    for k in range(STAGES):
        text = sentence(task, k)
        assert text and "[[" not in linked_html(text)
        if 1 <= k <= STEPS:
            moment = task.moments[k - 1]
            quoted = re.findall("“(.*?)”", text)
            assert quoted == [moment.reads] + [moment.answers] * bool(moment.answers)
            assert ("its own last answer" in text) == moment.own
            assert ("answers nothing yet" in text) == (not moment.answers)
    assert f"[[{task.pattern}]]" in sentence(task, 0)
    assert sentence(task, STAGES - 1) == task.note


def test_what_is_typed_in_a_moment_is_shown_as_text():
    task = Use("a", "A", "b", "c", "d", (Moment("<b>", "&"), *USES[0].moments[1:]), "e")
    assert "“&lt;b&gt;”" in sentence(task, 1) and "“&amp;”" in sentence(task, 1)


def test_terms_are_in_the_glossary():
    assert "[[" not in linked(OPENING) + linked(ENDING)
