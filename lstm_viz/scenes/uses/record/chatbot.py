"""A line, and the reply to it, word by word."""

from __future__ import annotations

from lstm_viz.networks.chat.files import PLAIN, load
from lstm_viz.networks.chat.pairs import pairs
from lstm_viz.networks.chat.reply import answer, hear
from lstm_viz.scenes.uses.record.use import STEPS, Moment, Use, moved_most

LINE = ("how", "are", "you")


def chatbot() -> Use:
    """The end of the reply may come after what is shown."""
    chat, vocabulary = load(PLAIN).chat, pairs().vocabulary
    heard = hear(chat, vocabulary, LINE)
    said = answer(chat, vocabulary, heard)
    own = STEPS - len(LINE)
    moments = (
        *(Moment(word) for word in LINE),
        Moment("start", said.words[0]),
        *(Moment(said.words[k - 1], said.words[k], own=True) for k in range(1, own)),
    )
    gate = moved_most((heard.trace, range(len(LINE))), (said.trace, range(own)))
    return Use("chatbot", "Chatbot", moments, gate, second=len(LINE))
