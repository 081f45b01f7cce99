"""What is said of the five tasks is what they do."""

from lstm_viz.lesson.glossary import linked, linked_html
from lstm_viz.scenes.uses.words import ENDING, OPENING, sentence
from tests.unit.scenes.uses.runs import tasks


@tasks
def test_sentences_say_what_goes_in_and_out_and_what_to_take_along(task):
    told = sentence(task)
    assert "[[" not in linked_html(told) and f"[[{task.pattern}]]" in told
    assert all(words in told for words in (task.goes_in, task.comes_out, task.when, task.note))


def test_terms_are_in_the_glossary():
    assert "[[" not in linked(OPENING) + linked(ENDING)
