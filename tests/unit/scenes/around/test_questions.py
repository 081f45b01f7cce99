"""What is asked around the cell has one right answer, and is asked before it is seen."""

from lstm_viz.player import questions_payload
from lstm_viz.scenes.around.controls import PARTS, film
from lstm_viz.scenes.around.questions import ASKED


def test_each_question_is_answered_by_what_its_part_shows():
    right = {}
    for part, asked in ASKED.items():
        (sent,) = film(part, tuple((s.param.name, s.param.default) for s in PARTS[part].sliders))[
            "questions"
        ]
        assert [sent] == questions_payload((asked.question,), asked.run())
        assert sent["options"][sent["right"]]["believes"] is None, part
        right[part] = (
            sent["options"][sent["right"]]["text"],
            sent["again"]["options"][sent["again"]["right"]]["text"],
        )
    assert right == {
        "shapes": ("Rows: one a step", "50, one a unit"),
        "steps": ("It runs on, to another c", "Yes"),
        "state": ("No", "Yes"),
        "padding": ("It moves", "Yes"),
        "stacked": ("The h below", "Its h"),
    }


def test_somebody_who_is_wrong_about_it_has_an_answer_to_choose():
    for part, asked in ASKED.items():
        for options in (asked.question.options, asked.question.again.options):
            believed = {option.believes for option in options} - {None}
            assert believed == {asked.concept}, part
