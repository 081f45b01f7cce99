"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.inputs import InputError
from lstm_viz.networks.chat.reply import MOST
from lstm_viz.networks.chat.words import LONGEST
from lstm_viz.scenes.chatbot.record import MOST_CHARACTERS, Settings, words_of
from lstm_viz.scenes.chatbot.words.around import EXAMPLES
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.params import Param, Pick, Text
from lstm_viz.ui.scene_state import SceneScreen

KEY = "chatbot"
FIRST = next(iter(EXAMPLES.values()))


class Line(Text):
    """A line that has words; a link to one without opens on the default."""

    def read(self, text: str) -> str:
        found = super().read(text)
        try:
            words_of(str(found))
        except InputError as error:
            raise ValueError(text) from error
        return str(found)

    @property
    def wanted(self) -> str:
        return f"a line of 1 to {LONGEST} words, at most {self.longest} characters"


LINE = Line("line", MOST_CHARACTERS, FIRST.line)
OTHER = Line("other", MOST_CHARACTERS, FIRST.other)
NETWORK = Pick("network", ("vector", "attention"), "vector")
SEARCH = Pick("search", ("greedy", "beam"), "greedy")
VIEW = Pick("view", (PICTURE, "encoder", "decoder"), PICTURE)
PARAMS: tuple[Param, ...] = (LINE, OTHER, NETWORK, SEARCH, VIEW)
STEPS = LONGEST + MOST + 10
"""More than a picture of the longest line and reply has."""


def settings_of(screen: SceneScreen) -> Settings:
    return Settings(
        words_of(screen[LINE.name]),
        words_of(screen[OTHER.name]),
        screen[NETWORK.name] == "attention",
        screen[SEARCH.name] == "beam",
    )
