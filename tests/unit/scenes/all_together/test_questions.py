"""The questions on the unrolled cell are answered by its runs."""

from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.all_together.questions import questions
from tests.unit.scenes.all_together.runs import runs


@runs
def test_the_questions_are_answered_by_the_run(told):
    found = questions(told)
    sent = {question["id"]: question for question in questions_payload(found, told)}
    assert len(sent) == len(found) == 4
    stages = 10
    for question in found:
        assert 0 < question.t * stages + question.stage < len(told.trace) * stages - 1
    beliefs = {option.believes for question in found for option in question.options}
    assert {"units-are-steps", "new-weights-each-step", "gates-in-turn", "h-is-c"} <= beliefs
    rights = [question["options"][question["right"]] for question in sent.values()]
    assert all(option["believes"] is None for option in rights)
