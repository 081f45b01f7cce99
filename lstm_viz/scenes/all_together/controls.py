"""The controls of a whole sentence: which one, and the row or one cell of it."""

from __future__ import annotations

from lstm_viz.scenes.all_together.picture import sentence_payload
from lstm_viz.scenes.all_together.record import SENTENCES
from lstm_viz.scenes.all_together.words import title
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.params import Pick
from lstm_viz.ui.scene_state import SceneScreen

KEY = "all-together"
SENTENCE = Pick("sentence", SENTENCES, SENTENCES[0])
VIEW = Pick("view", ("row", "cell"), "row")
PARAMS = (SENTENCE, VIEW)


def show(screen: SceneScreen) -> None:
    """The choice of sentences, and the player."""
    lesson_page.pick(KEY, screen, SENTENCE, "Sentence", title)
    packed = made(sentence_payload, screen[SENTENCE.name], screen[VIEW.name])
    lesson_page.play(KEY, packed, screen, PARAMS)
