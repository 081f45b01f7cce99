"""What is said of the five tasks is what they do."""

from lstm_viz.lesson.glossary import linked, linked_html
from lstm_viz.networks.basket import model
from lstm_viz.scenes.uses.record import USES
from lstm_viz.scenes.uses.words import OPENING, ending, sentence
from tests.unit.scenes.uses.runs import tasks


@tasks
def test_sentences_say_what_goes_in_and_out_and_what_to_take_along(task):
    told = sentence(task)
    assert "[[" not in linked_html(told)
    assert all(words in told for words in (task.goes_in, task.comes_out, task.when, task.note))


def test_a_pattern_is_named_once():
    said = [sentence(task) for task in USES]
    for pattern in {task.pattern for task in USES}:
        where = [n for n, told in enumerate(said) if f"So it is [[{pattern}]]" in told]
        assert where == [[task.pattern for task in USES].index(pattern)]


def test_the_lesson_ends_with_what_the_reader_can_do_now():
    cell, head = model().layers[0], model().head
    numbers = sum(array.size for array in cell.parameters.values())
    numbers += head.weight.size + head.bias.size
    assert ending().startswith("**You can now** say at any word what the three gates")
    assert f"how {numbers} [[weights]] and [[biases]]" in ending()


def test_terms_are_in_the_glossary():
    assert "[[" not in linked(OPENING) + linked(ending())
