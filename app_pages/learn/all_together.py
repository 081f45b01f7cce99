"""All together: the cell over a whole sentence, unrolled; from the row into one cell and back."""

from lstm_viz.scenes.all_together import record as together
from lstm_viz.scenes.all_together.controls import film
from lstm_viz.scenes.all_together.words import OPENING, ending, title
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.params import Pick

KEY = "all-together"
SENTENCE = Pick("sentence", together.SENTENCES, together.SENTENCES[0])
VIEW = Pick("view", ("row", "cell"), "row")
PARAMS = (SENTENCE, VIEW)

screen = lesson_page.begin(
    KEY,
    OPENING,
    PARAMS,
    steps=together.most_steps(),
    stages=10,
    units=together.most_units(),
)
lesson_page.pick(KEY, screen, SENTENCE, "Sentence", title)
lesson_page.play(KEY, made(film, screen["sentence"], screen["view"]), screen, PARAMS)
lesson_page.end(KEY, ending(together.run(screen["sentence"])))
