"""What it is used for: five tasks, what goes in, what comes out, and when."""

from lstm_viz.player import board_payload
from lstm_viz.player.questions import asked
from lstm_viz.scenes.uses.picture import uses_board
from lstm_viz.scenes.uses.questions import QUESTIONS
from lstm_viz.scenes.uses.record import USES
from lstm_viz.scenes.uses.words import ENDING, OPENING, STAGES
from lstm_viz.ui import lesson_page

KEY = "uses"

screen = lesson_page.begin(KEY, OPENING, steps=len(USES), stages=STAGES)
lesson_page.play(KEY, board_payload(uses_board(), questions=asked(QUESTIONS, USES)), screen)
lesson_page.end(KEY, ENDING)
