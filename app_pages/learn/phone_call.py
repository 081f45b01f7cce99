"""The phone call: what the gates of an LSTM do, told as a story on a real run."""

from lstm_viz.scenes.phone_call.controls import KEY, OPEN, PARAMS, film, show_below
from lstm_viz.scenes.phone_call.picture import STAGES
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made

screen = lesson_page.begin(
    KEY,
    STORY.opening,
    PARAMS,
    steps=len(STORY.beats),
    stages=len(STAGES),
    units=len(STORY.units),
)
lesson_page.play(KEY, made(film, screen[OPEN.name]), screen, PARAMS, tells=True)
show_below(screen)
lesson_page.end(KEY)
