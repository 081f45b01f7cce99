"""Start here: what an LSTM is, its four components on one step of a real run, the lesson's map."""

from lstm_viz.scenes.start.controls import film, show_below
from lstm_viz.scenes.start.picture import STAGES
from lstm_viz.scenes.start.record import run as start_run
from lstm_viz.scenes.start.words import ENDING, OPENING
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made

KEY = "start"

run = start_run()
screen = lesson_page.begin(KEY, OPENING, steps=1, stages=len(STAGES), units=run.step.hidden_size)
lesson_page.play(KEY, made(film), screen)
show_below(run)
lesson_page.end(KEY, ENDING)
