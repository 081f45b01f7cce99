"""What the player is handed: the story as a board, a word of it in the cell."""

from __future__ import annotations

from lstm_viz.figures.film import Place
from lstm_viz.lesson.word_row import word_row
from lstm_viz.player import payload, questions_payload
from lstm_viz.player.board import board_payload
from lstm_viz.player.contract import AnyFilm, Board
from lstm_viz.scenes.start.picture.cell import components
from lstm_viz.scenes.start.picture.story import story_board
from lstm_viz.scenes.start.questions import cell_questions, story_questions
from lstm_viz.scenes.start.record.story import at_one, steps, where_each_acts
from lstm_viz.scenes.start.words.story import KINDS
from lstm_viz.tasks.basket import WORDS


def story_film(story: tuple[str, ...]) -> Board:
    """What the player is handed on a story."""
    row = word_row(story)
    questions = questions_payload(story_questions(row), row)
    return board_payload(story_board(row), questions=questions)


def cell_film(story: tuple[str, ...], number: int | None) -> AnyFilm:
    """What the player is handed on the cell at the word of a sentence; without one, at the words
    at which its components act."""
    row = word_row(story)
    look = where_each_acts(row) if number is None else at_one(number)
    return payload(
        components(
            steps(row, look.sentences),
            tokens=[row.basket.sentences[n] for n in look.sentences],
            columns=WORDS,
            looked=look.parts,
            scaled=row.basket.trace,
            place=Place(look.sentences, len(row), "sentence"),
        ),
        weights=row.basket.cell.parameters,
        unit_labels=KINDS,
        questions=questions_payload(cell_questions(row), row),
        overview=False,
        ribbon="stages",
    )
