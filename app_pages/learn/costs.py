"""What it costs: parameters, work, memory and time of an RNN, a GRU and an LSTM."""

from lstm_viz.player import board_payload
from lstm_viz.player.questions import asked
from lstm_viz.scenes.costs.controls import KEY, PARAMS, costs_of, show_verdict
from lstm_viz.scenes.costs.picture import costs_board
from lstm_viz.scenes.costs.questions import QUESTIONS
from lstm_viz.scenes.costs.words import OPENING
from lstm_viz.scenes.costs.words.captions import MEASURES, SAME
from lstm_viz.ui import lesson_page

screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=len(SAME), stages=len(MEASURES))
costs = costs_of(screen)
lesson_page.play(
    KEY, board_payload(costs_board(costs), questions=asked(QUESTIONS, costs)), screen, PARAMS
)
show_verdict(costs)
lesson_page.end(KEY)
