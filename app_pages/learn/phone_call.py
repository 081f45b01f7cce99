"""The phone call: what the gates of an LSTM do, told as a story on a real run."""

from lstm_viz.player import asked, payload
from lstm_viz.scenes.phone_call.controls import KEY, PARAMS, show_below
from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.picture.film import STAGES
from lstm_viz.scenes.phone_call.questions import QUESTIONS
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.ui import lesson_page

screen = lesson_page.begin(
    KEY,
    STORY.opening,
    PARAMS,
    steps=len(STORY.beats),
    stages=len(STAGES),
    units=len(STORY.units),
)
held = screen["open"]
call = run(held)
film = payload(
    call_film(call.trace, held),
    weights=call.cell.parameters,
    unit_labels=STORY.units,
    questions=asked(QUESTIONS, call.trace),
)
lesson_page.play(KEY, film, screen, PARAMS, tells=True)
show_below(screen, call)
lesson_page.end(KEY)
