"""The story as a board: words in a row, under each its gates and the basket."""

from __future__ import annotations

from lstm_viz.figures.basket import word_row_board
from lstm_viz.figures.board import Board
from lstm_viz.lesson.story_lines import story_lines, story_read
from lstm_viz.lesson.word_row import WordRow
from lstm_viz.scenes.start.words.story import captions

ALT = (
    "Mia’s day, sentence by sentence; under each sentence how far the forget, input and output "
    "gates are open for apples and for pears, the fruit that the cell state holds, and the answers "
    "of the LSTM and of an RNN"
)


def story_board(row: WordRow) -> Board:
    return word_row_board(row.columns, captions(row), story_lines(story_read(row.basket)), alt=ALT)
