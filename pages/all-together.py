"""All together: the cell over a whole sentence, unrolled; from the row into one cell and back."""

from lstm_viz.figures.film import film
from lstm_viz.player import payload
from lstm_viz.player.questions import asked
from lstm_viz.player.row import with_rows
from lstm_viz.scenes.all_together import record as together
from lstm_viz.scenes.all_together.questions import questions
from lstm_viz.scenes.all_together.words import OPENING, ending, title
from lstm_viz.ui import lesson_page
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
told = together.run(screen["sentence"])
story = film(told.trace, tokens=told.inputs.tokens, columns=told.inputs.columns)
data = payload(
    story,
    weights=told.cell.parameters,
    unit_labels=told.network.unit_labels(told.inputs, told.trace.hidden_size),
    questions=asked(questions(told), told),
)
lesson_page.play(KEY, with_rows(data, story, level=screen["view"]), screen, PARAMS)
lesson_page.end(KEY, ending(told))
