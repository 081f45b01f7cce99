"""What is said at each step is what the networks do there."""

from lstm_viz.lesson.glossary import linked, linked_html
from lstm_viz.networks.basket import model
from lstm_viz.scenes.uses.record import STEPS, uses
from lstm_viz.scenes.uses.words import OPENING, ending, gate_of, told


def test_who_begins_to_answer_or_to_read_its_own_answers_is_said_at_that_step():
    for n in range(STEPS):
        sentence = told(uses(), n).sentence
        for task in uses():
            if task.answered[0] == n > 0:
                assert f"{task.title}" in sentence and "now answer" in sentence, (n, task.id)
            own = [k for k, moment in enumerate(task.moments) if moment.own]
            if own and own[0] == n < STEPS - 1:
                assert task.title in sentence and "own last answer" in sentence, (n, task.id)


def test_a_step_without_news_says_where_to_look_and_for_what():
    look = {
        n: told(uses(), n).sentence for n in range(STEPS) if "Look at" in told(uses(), n).sentence
    }
    assert len(set(look.values())) == 3
    waiting, set_right, asked_next = look.items()
    n, sentence = waiting
    silent = [task for task in uses() if task.answered[0] > n]
    assert all(task.title in sentence for task in silent) and f"{n + 1} inputs read" in sentence
    assert any(gate_of(task) in sentence for task in silent)
    n, sentence = set_right
    (task,) = [task for task in uses() if f"Look at {task.title}:" in sentence]
    k = int(sentence.split("at step ")[1].split()[0])
    guess, came = task.moments[k - 1].answers, task.moments[k].reads
    assert k < n + 1 and guess != came and f"“{guess}”" in sentence and f"“{came}”" in sentence
    assert all((one.title in sentence) == one.moments[n].own for one in uses() if one is not task)
    n, sentence = asked_next
    (task,) = [task for task in uses() if task.answered[0] > n]
    assert task.title in sentence and task.answered[0] == n + 1


def test_the_last_step_sorts_all_by_their_pattern():
    last = told(uses(), STEPS - 1).sentence
    assert all(last.count(task.title) >= 1 for task in uses())
    assert "[[" not in last


def test_the_lesson_ends_with_what_the_reader_can_do_now():
    cell, head = model().layers[0], model().head
    numbers = sum(array.size for array in cell.parameters.values())
    numbers += head.weight.size + head.bias.size
    assert ending().startswith("**You can now** say at any word what the three gates")
    assert f"how {numbers} [[weights]] and [[biases]]" in ending()


def test_terms_are_in_the_glossary():
    assert "[[" not in linked(OPENING) + linked(ending())
    assert all("[[" not in linked_html(told(uses(), n).sentence) for n in range(STEPS))
