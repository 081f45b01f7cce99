"""What is said of the five tasks is what they do."""

from lstm_viz.lesson.glossary import linked, linked_html
from lstm_viz.scenes.uses.words import ENDING, OPENING, STAGES, sentence
from tests.unit.scenes.uses.runs import tasks


@tasks
def test_sentences_say_what_goes_in_and_out_and_what_to_take_along(task):
    first, last = (sentence(task, stage) for stage in range(STAGES))
    assert "[[" not in linked_html(first) and f"[[{task.pattern}]]" in first
    assert all(words in first for words in (task.goes_in, task.comes_out, task.when))
    assert last == task.note


def test_terms_are_in_the_glossary():
    assert "[[" not in linked(OPENING) + linked(ENDING)
