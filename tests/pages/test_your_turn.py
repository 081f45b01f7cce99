"""The page "Your turn": a whole level, hints, links, and the reader's own calculation."""

from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.notation import number, read_number
from lstm_viz.scenes.your_turn.controls.params import ASKED
from lstm_viz.scenes.your_turn.picture import STAGES, WORKED
from lstm_viz.scenes.your_turn.record.sums import STEPS
from lstm_viz.scenes.your_turn.record.task import Task, example, fresh
from lstm_viz.scenes.your_turn.words import DONE, LABELS
from tests.pages.helpers import error, handed, open_at, plain, sound

PAGE = "your-turn"


def rounded(task: Task, step: str) -> list[float]:
    return [read_number(number(value)) for value in task.exact[step]]


def field(at: AppTest, label: str):
    (found,) = [one for one in at.text_input if one.label == label]
    return found


def put(at: AppTest, label: str, text: object) -> AppTest:
    field(at, label).set_value(str(text))
    return sound(at.run())


def stages(at: AppTest) -> int:
    return len(handed(at)["film"]["stages"])


def test_a_level_is_filled_in_number_by_number() -> None:
    at = open_at(page=PAGE)
    assert stages(at) == len(WORKED)
    assert handed(at)["next"] == {"title": "With gaps", "page": None}, "offered, not passed by"
    assert not at.text_input, "the worked example asks nothing"
    for level in ("gaps", "alone"):
        at.get("button_group")[0].set_value(level)
        sound(at.run())
        data = handed(at)
        seed = int(data["query"].split("seed=")[1])
        assert f"level={level}" in data["query"] and stages(at) == 1
        follows = data["next"]
        if level == "gaps":
            assert follows == {"title": "Alone", "page": None}
        else:
            assert follows["page"].endswith("/costs")
        task = fresh(seed)
        for step in ASKED[level]:
            put(at, LABELS[step], "a lot")
            assert error(at).endswith("got ‘a lot’; it stays empty.")
            if step == "c":
                inverted = (1 - task.exact["f"]) * task.given.c + task.trace.written[0]
                put(at, LABELS[step], number(inverted.item()))
                (hint,) = at.warning
                assert misconception("forget-one-forgets").so in plain(hint.value)
                assert stages(at) == 4, "as far as before"
            put(at, LABELS[step], rounded(task, step)[0])
        (done,) = at.success
        assert done.value.startswith(DONE)
        assert stages(at) == len(STAGES) and handed(at)["at"]["stage"] == len(STAGES) - 1
    # Who goes back finds what they did; new numbers are another step.
    at.get("button_group")[0].set_value("gaps")
    assert sound(at.run()).success
    at.button(key="turn_new").click()
    assert not sound(at.run()).success and stages(at) == 1


def test_a_calculation_of_ones_own_is_judged_and_nonsense_refused_at_its_field() -> None:
    at = open_at(page=PAGE, level="check", units="2", inputs="3")
    for label, text, said in (
        ("W of the forget gate f", "1 2 3", "Expected 2 rows of 3 numbers with spaces between, "
         "a semicolon after each row, got 3; it stays"),
        ("W of the forget gate f", "1 2 3; 4 5", "got 2 rows with 3, 2 numbers; it stays"),
        ("Input x", "1 two 3", "Expected a number from −100 to 100, got ‘two’; it stays"),
        ("Hidden state h before", "0.5 2", "Expected a number from −1 to 1, got ‘2’; it stays"),
        ("New cell state c", "0.1", "Expected 2 numbers with spaces between, got 1; it stays "),
    ):  # fmt: skip
        put(at, label, text)
        assert said in error(at), (label, text)
    put(at, "W of the forget gate f", "0.1 0,2 −0.3; 0.4, 0.5, 0.6")
    assert not at.error and "own=" in handed(at)["query"]
    task = example(2, 3).with_part([0.1, 0.2, -0.3, 0.4, 0.5, 0.6], "weight_ih", "f")
    for step in STEPS:
        put(at, LABELS[step], " ".join(map(str, rounded(task, step))))
    assert stages(at) == len(STAGES)
    wrong = rounded(task, "f")
    put(at, LABELS["f"], f"{1 - wrong[0]:.2f} {wrong[1]}")
    said = [plain(one.value) for one in at.caption]
    assert any(misconception("forget-one-forgets").so in one for one in said)
    assert stages(at) == 1
    # Its link has the numbers.
    query = dict(pair.split("=") for pair in handed(at)["query"].split("&"))
    again = open_at(page=PAGE, **query)
    assert field(again, "W of the forget gate f").value == "0.1 0.2 -0.3; 0.4 0.5 0.6"
    (note,) = open_at(page=PAGE, level="check", own="1_2").warning
    assert "The link says 2 numbers of your own; expected 15" in plain(note.value)
