"""Sums that are printed with "=" hold with the digits that are printed, in all of these scenes."""

from collections.abc import Iterator

from lstm_viz.figures.board import Board
from lstm_viz.lesson.word_row import word_row
from lstm_viz.networks.basket_run import NO_PENALTY, OTHER, RNN, recorded
from lstm_viz.notation import honest
from lstm_viz.scenes.all_together.picture.row import row_board
from lstm_viz.scenes.all_together.record import STORY
from lstm_viz.scenes.all_together.words import captions, ending
from lstm_viz.scenes.how_it_learns.picture import learning_board
from lstm_viz.scenes.how_it_learns.record.shots import newest, own, shipped
from lstm_viz.scenes.how_it_learns.words.around import measured
from lstm_viz.scenes.start.picture.story import story_board
from lstm_viz.scenes.start.record.story import STORY as FIRST_DAY
from lstm_viz.tasks.basket import EATS, EMPTIES, PICKS, QUESTIONS

OWN = (EATS[1], QUESTIONS[1], *(PICKS[0],) * 5, QUESTIONS[0], EATS[0], EMPTIES, QUESTIONS[0])
STORIES = (FIRST_DAY, STORY, OWN)


def boards() -> Iterator[tuple[str, Board]]:
    for story in STORIES:
        row = word_row(story)
        yield f"start, {story[0]}", story_board(row)
        yield f"all together, {story[0]}", row_board(row.basket, captions(row))
    yield "how it learns", learning_board(shipped())
    for name in (OTHER, NO_PENALTY):
        run, rnn = recorded(name), recorded(RNN)
        yield f"how it learns, {name}", learning_board(own(run, rnn))
        yield f"how it learns, {name}, newest", learning_board(newest(run, rnn))


def texts(board: Board) -> Iterator[str]:
    for frames in board.frames:
        for frame in frames:
            yield from (frame.told.title, frame.told.sentence)
            for patches in frame.patches.values():
                for patch in patches.values():
                    yield from (text for text in patch.get("text", ()) if isinstance(text, str))


def test_what_is_printed_adds_up() -> None:
    seen = 0
    for name, board in boards():
        for text in texts(board):
            assert honest(text) == text, (name, text)
            seen += "=" in text or "≈" in text
    assert seen >= 4, "the sums of the slow step are among them"
    for text in (measured(), *(ending(word_row(story).basket) for story in STORIES)):
        assert honest(text) == text


def test_a_sum_that_does_not_hold_would_be_found() -> None:
    assert honest("0.10 + 0.10 = 0.21") != "0.10 + 0.10 = 0.21"
