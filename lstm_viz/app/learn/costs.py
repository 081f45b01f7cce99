"""What it costs: parameters, work and time of an RNN, a GRU and an LSTM."""

from lstm_viz.scenes.costs.controls import KEY, PARAMS, costs_of, film, show_verdict
from lstm_viz.scenes.costs.words import OPENING
from lstm_viz.scenes.costs.words.captions import SAME
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made

STAGES_BEFORE = 5
"""So many a case had once: a link to a later one than there is now opens the last."""

screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=len(SAME), stages=STAGES_BEFORE)
picture, controls = lesson_page.picture_and_controls()
with controls:
    costs = costs_of(screen)
with picture:
    lesson_page.play(KEY, made(film, costs), screen, PARAMS)
show_verdict(costs)
lesson_page.end(KEY)
