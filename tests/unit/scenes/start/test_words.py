"""What is said of stories is so, of whatever sentences they are made."""

import re

import numpy as np
import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.untaught import NEVER_MORE, NEVER_OWED, eaten_from_none
from lstm_viz.lesson.word_row import fruits
from lstm_viz.networks import basket
from lstm_viz.notation import number
from lstm_viz.scenes.start.picture.story import story_board
from lstm_viz.scenes.start.questions import HELD, cell_questions, story_questions
from lstm_viz.scenes.start.words.around import CELL_OPENING, ENDING, OPENING, measured
from lstm_viz.scenes.start.words.story import INSIDE, captions
from lstm_viz.tasks.basket import EATS, EMPTIES, FRUITS, MIA, MOST, PICKS, QUESTIONS, STOP
from tests.unit.scenes.start.runs import EVERY, MANY, OWED, ROW


def plain(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


def told(row) -> list[str]:  # type: ignore[no-untyped-def]
    return [plain(caption.sentence) for caption in captions(row)]


def test_gates_do_what_the_sentences_say() -> None:
    """Whatever was read before: the input gate opens for its own fruit alone, and so on."""
    for row in EVERY:
        for n, sentence in enumerate(row.basket.sentences):
            gates = row.columns[n].gates
            for unit in range(len(FRUITS)):
                own = (PICKS[unit], EATS[unit])
                assert (gates["i"][unit] > 0.5) == (sentence in own)
                assert (gates["f"][unit] < 0.5) == (sentence == EMPTIES)
                assert gates["f"][unit] < 0.05 or sentence != EMPTIES, "almost all is let go"
                assert (gates["o"][unit] > 0.5) == (sentence == QUESTIONS[unit])
                t, trace = row.basket.at[n], row.basket.trace
                if sentence == EATS[unit]:
                    assert trace.written[t, unit] < 0
                if sentence not in QUESTIONS:
                    assert abs(trace.h[t, unit]) < HELD, "h has it only when it is asked for"


def test_what_is_not_bold_is_read_and_changes_little() -> None:
    """In fruit, of all that is held or said: as the opening says, the bold words count."""
    assert "the bold words count" in OPENING
    seen = 0
    for row in EVERY:
        run, weights = row.basket, np.diag(row.basket.read_out)
        at = [t for t, word in enumerate(run.words) if word in (MIA, STOP)]
        assert len(at) + len(row) == len(run.words), "each column has one word more"
        held = (run.trace.c - run.trace.c_prev)[at] * weights
        assert not at or max(np.abs(held).max(), np.abs(run.outputs[at]).max()) < 0.01
        seen += len(at)
    assert seen


def test_every_story_is_told_with_its_own_numbers() -> None:
    for row in EVERY:
        for n, said in enumerate(told(row)):
            column, sentence = row.columns[n], row.basket.sentences[n]
            assert "[[" not in said and said[0].isupper()
            if sentence in PICKS:
                unit = PICKS.index(sentence)
                assert "This time" in said or fruits(column.fruit[unit], unit) in said
                assert (NEVER_MORE in said) == (row.there[n][unit] > MOST)
            if sentence in EATS:
                unit = EATS.index(sentence)
                assert fruits(column.fruit[unit], unit) in said
                there = row.there[n - 1][unit] if n else 0
                assert (NEVER_OWED in said) == (there == 0)
            if column.answer:
                assert str(column.answer.lstm).replace("-", "−") in said
                assert ("In the basket" in said) == (column.answer.lstm != column.answer.so)
            assert said.endswith(plain(INSIDE)) == (n == len(row) - 1)


def test_a_wrong_answer_is_told_and_explained() -> None:
    owed, many = told(OWED), told(MANY)
    assert "the LSTM says −1" in owed[1] and "In the basket are no pears: Mia ate" in owed[1]
    assert "In the basket is 1 pear" in owed[3]
    assert "In the basket are 6 apples" in many[6] and NEVER_MORE in many[6]
    assert "In the basket" not in many[8], "an emptied basket is as good as new"
    wrong = [
        (row, n, column.answer)
        for row in EVERY
        for n, column in enumerate(row.columns)
        if column.answer and column.answer.lstm != column.answer.so
    ]
    assert wrong
    for row, n, answer in wrong:
        assert (
            eaten_from_none(row, n, answer.fruit)
            or max(there[answer.fruit] for there in row.there[: n + 1]) > MOST
        ), "only outside of what it learned"


def test_each_story_asks_what_can_be_answered() -> None:
    for row in EVERY:
        asked = story_questions(row)
        assert [one.t for one in asked] == [n for n, c in enumerate(row.columns) if c.answer]
        assert len({one.id for one in asked}) == len(asked)
        for one in asked:
            answer = row.columns[one.t].answer
            assert answer is not None
            right = one.options[one.right(row)].text
            assert right == (fruits(answer.so, answer.fruit) if answer.so else "none")
            assert [option.text[0] for option in one.options[:3]] == ["1", "2", "3"], "as the keys"
            assert "picked" in one.because(row)


def test_the_cell_state_is_what_holds_the_number() -> None:
    for row in EVERY:
        for one in cell_questions(row):
            assert one.options[one.right(row)].text == "the cell state c"
            for value in re.findall(r"−?\d\.\d\d", one.because(row)):
                assert value in told_values(row)
    assert cell_questions(ROW) and ROW.columns[0].fruit == (1, 0)


def told_values(row) -> set[str]:  # type: ignore[no-untyped-def]
    trace = row.basket.trace
    return {number(value) for name in "chi" for value in np.ravel(getattr(trace, name))}


def test_fruit_come_first_and_numbers_when_the_cell_is_opened() -> None:
    for (frame,) in story_board(ROW).frames:
        assert all(set(p["numbers"]["text"]) == {NO_TEXT} for p in frame.patches.values())
        assert not re.search(r"\d\.\d", frame.told.sentence)


def test_one_new_thing_a_step() -> None:
    said = told(ROW)
    assert len(set(said)) == len(said)
    assert all(len(sentence) < 190 for sentence in said)
    opens = [captions(ROW)[n].sentence.count("#term-") for n in range(len(ROW))]
    assert opens == [2, 2, 1, 0, 0, 1, 1, 0, 0]


def test_what_was_measured_is_said_as_measured() -> None:
    text = measured()
    for name in (basket.LSTM, basket.RNN):
        shares = basket.right_after(name)
        for gap in (min(shares), max(shares)):
            assert f"{100 * shares[gap]:.0f} %" in text
    assert f"Of {len(basket.right_after_by_seed())} RNNs" in text
    assert "cannot" not in text


@pytest.mark.parametrize("text", [OPENING, CELL_OPENING, ENDING])
def test_every_term_has_an_entry(text: str) -> None:
    assert "[[" not in linked(text)
