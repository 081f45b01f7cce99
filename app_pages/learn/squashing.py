"""Squashing: what tanh and σ do to values, and what tanh does not do for gradients."""

from lstm_viz.scenes.squashing.controls import KEY, PARAMS, STAGES, STEPS, film_of
from lstm_viz.scenes.squashing.words import ENDING, OPENING
from lstm_viz.ui import lesson_page

screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=STEPS, stages=STAGES)
lesson_page.play(KEY, film_of(screen), screen, PARAMS)
lesson_page.end(KEY, ENDING)
