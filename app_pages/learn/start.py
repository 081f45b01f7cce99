"""Start here: what an LSTM is, its four components on one step of a real run, the lesson's map."""

from lstm_viz.player import asked, payload
from lstm_viz.scenes.start.controls import show_below
from lstm_viz.scenes.start.picture import STAGES, components
from lstm_viz.scenes.start.questions import QUESTIONS
from lstm_viz.scenes.start.record import run as start_run
from lstm_viz.scenes.start.words import ENDING, OPENING
from lstm_viz.ui import lesson_page

KEY = "start"

run = start_run()
screen = lesson_page.begin(KEY, OPENING, steps=1, stages=len(STAGES), units=run.step.hidden_size)
film = payload(
    components(run.step, token=run.token, columns=run.inputs.columns),
    weights=run.cell.parameters,
    questions=asked(QUESTIONS, run),
    overview=False,
    ribbon="stages",
)
lesson_page.play(KEY, film, screen)
show_below(run)
lesson_page.end(KEY, ENDING)
