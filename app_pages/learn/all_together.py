"""All together: the cell over a whole sentence, unrolled; from the row into one cell and back."""

from lstm_viz.scenes.all_together.controls import KEY, PARAMS, SENTENCE, show
from lstm_viz.scenes.all_together.picture import STAGES
from lstm_viz.scenes.all_together.record import most_steps, most_units, run
from lstm_viz.scenes.all_together.words import OPENING, ending
from lstm_viz.ui import lesson_page

screen = lesson_page.begin(
    KEY, OPENING, PARAMS, steps=most_steps(), stages=STAGES, units=most_units()
)
show(screen)
lesson_page.end(KEY, ending(run(screen[SENTENCE.name])))
