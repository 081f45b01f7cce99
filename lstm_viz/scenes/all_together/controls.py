"""What the reader sets: the sentence, and the row or one cell of it."""

from __future__ import annotations

from lstm_viz.scenes.all_together.record import SENTENCES, SentenceRun, run
from lstm_viz.scenes.all_together.words import title
from lstm_viz.ui import lesson_page
from lstm_viz.ui.params import Pick
from lstm_viz.ui.scene_state import SceneScreen

KEY = "all-together"
SENTENCE = Pick("sentence", SENTENCES, SENTENCES[0])
VIEW = Pick("view", ("row", "cell"), "row")
PARAMS = (SENTENCE, VIEW)


def run_of(screen: SceneScreen) -> SentenceRun:
    """Show the choice of sentences; the run over the one that is chosen."""
    lesson_page.pick(KEY, screen, SENTENCE, "Sentence", title)
    return run(screen[SENTENCE.name])
